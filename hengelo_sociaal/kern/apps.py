from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
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
            "opzoeken",
            "rechten",
            "receivers",
            "panelen",
            "navigatie",
            "exceptions",
            "documentsoorten",
            "tijdlijn",
            "gevolgen",
        )
        for signal in (post_save, post_delete):
            signal.connect(_forget_changed_lists, dispatch_uid="kern-geheugen")


def _forget_changed_lists(sender: type, **signal: Any) -> None:
    """A value that `beheer` changed is seen on the next page of this process."""
    from hengelo_sociaal.kern.geheugen import vergeet  # noqa: PLC0415  apps load before models
    from hengelo_sociaal.kern.modellen import Waarde  # noqa: PLC0415

    if issubclass(sender, Waarde):
        vergeet()
