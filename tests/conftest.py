"""What every test shares."""

import pytest
from django.conf import settings


def pytest_configure() -> None:
    """Static files come from their source: collected, hashed ones need a build, not a test.

    Set once and before any fixture, because the live server starts for the whole run.
    """
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def _forget_remembered_rules() -> None:
    """A test that commits leaves rules in this process's memory that the next does not have."""
    from hengelo_sociaal.termijnen.queries.regels import forget  # after Django is set up

    forget()
