from django.apps import AppConfig
from django.forms import ChoiceField, Field


class WebConfig(AppConfig):
    name = "hengelo_sociaal.web"
    label = "web"
    verbose_name = "Web"

    def ready(self) -> None:
        """Put the shell's own entry first in the menu, and plain words in every form."""
        from hengelo_sociaal.web import navigatie  # noqa: PLC0415 (needs the models)

        # Django's own Dutch says "Dit veld is vereist."
        Field.default_error_messages["required"] = "Vul dit in."
        ChoiceField.default_error_messages["required"] = "Maak een keuze."
        navigatie.registreer(
            navigatie.Item(navigatie.Groep.TOEGANG, "Mijn werk", "home", "mijn-werk", volgorde=0)
        )
