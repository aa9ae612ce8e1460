"""Which event somebody wants to look at."""

from typing import Any

from django import forms

from hengelo_sociaal.web.formulieren import DatumVeld
from hengelo_sociaal.web.gevolgen import WOORDEN, Gebeuren, Soort
from toegang.models import Huishouden, Inwoner, Lidmaatschap

OVER_IEMAND = {Soort.ACHTTIEN, Soort.ZEVENENTWINTIG, Soort.WERK, Soort.OVERLIJDEN, Soort.EINDE_HULP}


class GebeurenForm(forms.Form):
    """What happens, to whom and when."""

    soort = forms.ChoiceField(
        label="Wat gebeurt er?", choices=[(one.value, words) for one, words in WOORDEN.items()]
    )
    wie = forms.ModelChoiceField(
        Inwoner.objects.none(), label="Wie?", required=False, empty_label="Het hele huishouden"
    )
    op = DatumVeld(label="Wanneer?")

    def __init__(self, *args: Any, leden: list[Lidmaatschap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Inwoner.objects.filter(pk__in=[lid.inwoner_id for lid in leden])
        self.fields["wie"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("soort") in OVER_IEMAND and not data.get("wie"):
            self.add_error("wie", "Kies over wie dit gaat.")
        return data

    def gebeuren(self, huishouden: Huishouden, gezien_op: Any) -> Gebeuren:
        """The event that was chosen."""
        person = self.cleaned_data["wie"]
        return Gebeuren(
            soort=Soort(self.cleaned_data["soort"]),
            huishouden_id=huishouden.pk,
            op=self.cleaned_data["op"],
            gezien_op=gezien_op,
            inwoner_id=person.pk if person else None,
        )
