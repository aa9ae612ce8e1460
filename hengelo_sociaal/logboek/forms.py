"""What to look for in the log."""

from typing import Any

from django import forms

from hengelo_sociaal.kern.nummers import validate_bsn
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld


class LogFilter(forms.Form):
    """The filters above the log; all may be left empty. Only who reads all asks for a colleague."""

    medewerker = forms.ModelChoiceField(
        Medewerker.objects.order_by("naam"),
        required=False,
        empty_label="Iedereen",
        label="Medewerker",
        error_messages={"invalid_choice": "Kies een medewerker uit de lijst."},
    )
    inwoner = forms.UUIDField(
        required=False,
        label="Kenmerk van de inwoner",
        error_messages={"invalid": "Een kenmerk heeft 32 letters en cijfers met streepjes."},
    )
    handeling = forms.ChoiceField(
        choices=[("", "Alles"), *Handeling.choices], required=False, label="Wat er gebeurde"
    )
    van = DatumVeld(required=False, label="Van")
    tot = DatumVeld(required=False, label="Tot en met")

    def __init__(self, *args: Any, mag_alles: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mag_alles:
            del self.fields["medewerker"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        van, tot = cleaned.get("van"), cleaned.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Deze dag ligt voor de eerste dag.")
        return cleaned


class InwonerForm(forms.Form):
    """The BSN of somebody who asks who looked into their dossier."""

    bsn = forms.CharField(
        label="BSN",
        max_length=9,
        validators=[validate_bsn],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
