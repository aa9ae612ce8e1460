import pytest


@pytest.fixture(autouse=True)
def _static_files_from_their_source(settings):
    """Pages are drawn without collected static files; the live server finds them at their source."""
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
