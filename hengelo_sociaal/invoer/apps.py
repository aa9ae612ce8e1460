from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class InvoerConfig(AppConfig):
    name = "hengelo_sociaal.invoer"
    label = "invoer"
    verbose_name = "Invoer"

    def ready(self) -> None:
        """Fill the register of importers from each app's own `importers.py`."""
        autodiscover_modules("importers")
