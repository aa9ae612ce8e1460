from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "hengelo_sociaal.web"
    label = "web"
    verbose_name = "Web"

    def ready(self) -> None:
        """Put the shell's own entry first in the menu, and plain words in every form."""
        from hengelo_sociaal.web import navigatie  # noqa: PLC0415 (needs the models)
        from hengelo_sociaal.web.formulieren.zinnen import speak_plainly  # noqa: PLC0415

        speak_plainly()
        navigatie.registreer(
            navigatie.Item(navigatie.Groep.TOEGANG, "Mijn werk", "home", "mijn-werk", volgorde=0)
        )
