"""Forms of the texts."""

from django import forms

from hengelo_sociaal.papier.domain.sjablonen import Sjabloontekst
from hengelo_sociaal.papier.enums import Taalniveau
from hengelo_sociaal.web.formulieren import DatumVeld


class SjabloonForm(forms.Form):
    """The title and the text of a document."""

    titel = forms.CharField(label="Titel van het document", max_length=200)
    tekst = forms.CharField(
        label="Tekst",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 26, "spellcheck": "true", "class": "hs-vaste-letter"}),
    )
    taalniveau = forms.ChoiceField(label="Taalniveau", choices=Taalniveau.choices)

    def gegevens(self) -> Sjabloontekst:
        """What was written."""
        return Sjabloontekst(**self.cleaned_data)


class IngebruikForm(forms.Form):
    """From when a text holds."""

    vanaf = DatumVeld(label="In gebruik vanaf")
