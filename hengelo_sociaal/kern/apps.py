from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KernConfig(AppConfig):
    name = "hengelo_sociaal.kern"
    label = "kern"
    verbose_name = "Kern"

    def ready(self) -> None:
        """Fill the ground-floor registries from each app's own modules.

        Last in INSTALLED_APPS of our own apps, so every model is loaded by now.
        """
        autodiscover_modules(
            "rechten",
            "receivers",
            "panelen",
            "navigatie",
            "exceptions",
            "documentsoorten",
            "tijdlijn",
            "gevolgen",
        )
