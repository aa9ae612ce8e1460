"""Forms about interventions, what they reached, and what is expected of something taken up."""

from typing import Any

from django import forms

from hengelo_sociaal.web.formulieren import DatumVeld, GeldVeld, name_empty_choices
from voorzieningen.domain.collectief import Verwachting
from voorzieningen.domain.interventies import InterventieGegevens, Jaarcijfers
from voorzieningen.models import Businesscase, Interventie, Interventiejaar


class InterventieForm(forms.ModelForm):
    """What is done, for whom, by whom, and what it should bring."""

    van = DatumVeld(label="Begonnen op")
    tot = DatumVeld(label="Tot en met", required=False)
    kosten_per_jaar = GeldVeld(label="Begrote kosten per jaar", required=False)

    class Meta:
        model = Interventie
        fields = (
            "naam",
            "code",
            "soort",
            "status",
            "organisatie",
            "voorziening",
            "leefgebied",
            "preventieniveau",
            "doelgroepen",
            "wijken",
            "doel",
            "resultaat",
            "streefbereik",
            "streefresultaat",
            "kosten_per_jaar",
            "bewijskracht",
            "van",
            "tot",
            "bron",
        )
        widgets = {
            "doelgroepen": forms.CheckboxSelectMultiple,
            "wijken": forms.CheckboxSelectMultiple,
            "doel": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "code": "Kleine letters en streepjes, zoals goed-uit-elkaar.",
            "doelgroepen": "Niets gekozen: voor iedereen.",
            "wijken": "Niets gekozen: heel de gemeente.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_empty_choices(self)

    def gegevens(self) -> InterventieGegevens:
        """What was filled in, for the domain."""
        return InterventieGegevens(**self.cleaned_data)


class JaarForm(forms.ModelForm):
    """What was reached in a year: numbers, no names."""

    kosten = GeldVeld(label="Werkelijke kosten", required=False)

    class Meta:
        model = Interventiejaar
        fields = ("jaar", "bereik", "gevraagd", "gelukt", "kosten", "toelichting")

    def cijfers(self) -> Jaarcijfers:
        """What was filled in, for the domain."""
        return Jaarcijfers(**self.cleaned_data)


class BusinesscaseForm(forms.ModelForm):
    """What is expected per year of something that was taken up."""

    kosten = GeldVeld(label="Wat kost de activiteit per jaar?")
    kosten_maatwerk = GeldVeld(label="Wat kost maatwerk voor één huishouden per jaar?")

    class Meta:
        model = Businesscase
        fields = ("bereik", "vermeden", "kosten", "kosten_maatwerk", "onderbouwing")
        labels = {
            "bereik": "Hoeveel mensen moet het per jaar bereiken?",
            "vermeden": "Voor hoeveel huishoudens is daardoor per jaar geen maatwerk nodig?",
            "onderbouwing": "Waar rust deze verwachting op?",
        }
        widgets = {"onderbouwing": forms.Textarea(attrs={"rows": 3})}

    def verwachting(self) -> Verwachting:
        """What was filled in, for the domain."""
        return Verwachting(**self.cleaned_data)
