"""What every test shares."""

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
