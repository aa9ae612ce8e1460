"""The filters of the time line."""

from typing import Any

from django import forms

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld
from hengelo_sociaal.web.tijdlijn import Vraag, bronnen_van
from toegang.models import Inwoner, Lidmaatschap


class TijdlijnForm(forms.Form):
    """Which kinds, of whom and when; empty is everything."""

    soort = forms.MultipleChoiceField(
        label="Wat", required=False, widget=forms.CheckboxSelectMultiple
    )
    wie = forms.ModelChoiceField(
        Inwoner.objects.none(), label="Wie", required=False, empty_label="Iedereen"
    )
    van = DatumVeld(label="Van", required=False)
    tot = DatumVeld(label="Tot en met", required=False)

    def __init__(self, *args: Any, by: Medewerker, leden: list[Lidmaatschap], **kwargs: Any):
        super().__init__(*args, **kwargs)
        kinds = {bron.keuze: bron.titel for bron in bronnen_van(by)}
        self.fields["soort"].choices = list(kinds.items())  # type: ignore[attr-defined]
        people = [lid.inwoner_id for lid in leden]
        self.fields["wie"].queryset = Inwoner.objects.filter(  # type: ignore[attr-defined]
            pk__in=people
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        van, tot = data.get("van"), data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Deze dag ligt voor de eerste dag.")
        return data

    def vraag(self) -> Vraag:
        """What was asked; nothing filled in, or filled in wrong, asks for everything."""
        if not self.is_bound or not self.is_valid():
            return Vraag()
        data = self.cleaned_data
        return Vraag(
            soorten=frozenset(data["soort"]),
            inwoner_id=data["wie"].pk if data["wie"] else None,
            van=data["van"],
            tot=data["tot"],
        )
