"""Recording a home visit."""

import datetime as dt
import uuid

from django import forms

from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, JaNeeVeld
from toegang.domain.huisbezoek import cancel_huisbezoek, carry_out_huisbezoek


class BezoekForm(forms.Form):
    """When it was and what was seen and told."""

    gedaan = "Het huisbezoek is vastgelegd."
    dag = DatumVeld(label="Bezocht op")
    tijd = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}), initial=dt.time(10, 0))
    toestemming = JaNeeVeld(
        label="Stemde de inwoner in met het bezoek?",
        required=False,
        help_text="Altijd invullen bij de Participatiewet.",
    )
    verslag = forms.CharField(
        label="Verslag", required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 8})
    )

    def run(self, *, by: Medewerker, huisbezoek_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        values = self.cleaned_data
        carry_out_huisbezoek(
            by=by,
            huisbezoek_id=huisbezoek_id,
            uitgevoerd_op=dt.datetime.combine(values["dag"], values["tijd"], AMSTERDAM),
            verslag=values["verslag"],
            toestemming=values["toestemming"],
            at=at,
        )


class VervalForm(forms.Form):
    """A visit that does not go on."""

    gedaan = "Het huisbezoek is vervallen."
    reden = forms.CharField(label="Waarom gaat het niet door?", max_length=200)

    def run(self, *, by: Medewerker, huisbezoek_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        cancel_huisbezoek(
            by=by, huisbezoek_id=huisbezoek_id, reden=self.cleaned_data["reden"], at=at
        )
