"""The step that notes who referred a young person."""

import datetime as dt
from typing import Self

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld
from toegang.domain.verwijzing import Verwijzing, record_referral
from toegang.forms.keuzes import values
from toegang.forms.stap import StapForm
from toegang.models import Melding, Verwijzer


class LegVerwijzingVast(StapForm):
    """A doctor, a GI or the court referred; or the municipality decides itself."""

    code, knop, gedaan = "verwijzing", "Verwijzing vastleggen", "De verwijzing is vastgelegd."
    verwijzer = forms.ChoiceField(
        label="Wie verwees?",
        help_text="Bij Gemeente vervallen naam, organisatie en dag: dan beslist de gemeente zelf.",
        choices=lambda: values(Verwijzer, leeg="Kies wie verwees"),
    )
    naam = forms.CharField(label="Naam van de verwijzer", required=False, max_length=120)
    organisatie = forms.CharField(label="Praktijk of organisatie", required=False, max_length=120)
    op = DatumVeld(label="Verwezen op", required=False, initial=vandaag)

    @classmethod
    def of(cls, melding: Melding, *, by: Medewerker) -> Self:
        """As it is now, so that a mistake is put right without typing it all again."""
        known = {
            "revisie": melding.revisie,
            "verwijzer": melding.verwijzer_id or "",
            "naam": melding.verwijzer_naam,
            "organisatie": melding.verwijzer_organisatie,
        }
        if melding.verwezen_op:
            known["op"] = melding.verwezen_op
        return cls(prefix=cls.code, initial=known)

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend and melding.wet_id == "jeugdwet"

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        values_ = self.cleaned_data
        record_referral(
            by=by,
            melding_id=melding.pk,
            verwijzing=Verwijzing(
                verwijzer=values_["verwijzer"],
                naam=values_["naam"],
                organisatie=values_["organisatie"],
                op=values_["op"],
            ),
            revisie=values_["revisie"],
            at=at,
        )
