"""Letting a legal term stand still, run again or last longer."""

import datetime as dt
import uuid

from django import forms

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.models.termijn import KALENDERKEUZES
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from hengelo_sociaal.web.formulieren import DatumVeld
from toegang.domain.dwangsom import receive_ingebrekestelling
from toegang.domain.termijnen import complete_term, extend_term, resume_term, suspend_term
from toegang.enums import GeenDwangsom

# A bezwaar and a complaint have reasons of their own, and are not terms of a melding.
REDENEN = [
    (code, label)
    for code, label in Opschortgrond.keuzes()
    if code not in {Opschortgrond.VERZUIM.value, Opschortgrond.KLAGER.value}
]


class TermijnForm(forms.Form):
    """Something that happens to a term."""

    knop: str
    gedaan: str

    def run(self, *, by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> None:
        """Call the operation."""
        raise NotImplementedError


class Opschorten(TermijnForm):
    """It stands still (Awb 4:15)."""

    knop, gedaan = "Opschorten", "De termijn staat stil."
    grond = forms.ChoiceField(label="Waarom?", choices=REDENEN)
    uitnodiging_op = DatumVeld(label="Brief verstuurd op", initial=vandaag)
    hersteltermijn_tot = DatumVeld(label="Aanvullen kan tot en met", required=False)
    toelichting = forms.CharField(required=False, max_length=200)

    def run(self, *, by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> None:
        values = self.cleaned_data | {"grond": Opschortgrond(self.cleaned_data["grond"])}
        suspend_term(by=by, termijn_id=termijn_id, at=at, **values)


class Hervatten(TermijnForm):
    """It runs again."""

    knop, gedaan = "Hervatten", "De termijn loopt weer."
    op = DatumVeld(label="Aangevuld op", initial=vandaag)

    def run(self, *, by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> None:
        resume_term(by=by, termijn_id=termijn_id, at=at, op=self.cleaned_data["op"])


class Verlengen(TermijnForm):
    """It lasts longer (Awb 4:14), with a letter before the end."""

    knop, gedaan = "Verlengen", "De termijn is verlengd."
    aantal = forms.IntegerField(label="Verlengen met", min_value=1, max_value=52)
    eenheid = forms.ChoiceField(choices=KALENDERKEUZES, initial=Eenheid.WEKEN.value)
    kennisgeving_op = DatumVeld(label="Brief verstuurd op", initial=vandaag)
    toelichting = forms.CharField(required=False, max_length=200)

    def run(self, *, by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> None:
        values = self.cleaned_data
        extend_term(
            by=by,
            termijn_id=termijn_id,
            met=Duur(values["aantal"], Eenheid(values["eenheid"])),
            kennisgeving_op=values["kennisgeving_op"],
            toelichting=values["toelichting"],
            at=at,
        )


class Gedaan(TermijnForm):
    """What the term asks was done, such as the first talk under the Wgs."""

    knop, gedaan = "Gedaan", "Vastgelegd dat dit gedaan is."
    op = DatumVeld(label="Gedaan op", initial=vandaag)

    def run(self, *, by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> None:
        complete_term(by=by, termijn_id=termijn_id, at=at, op=self.cleaned_data["op"])


class InGebreke(TermijnForm):
    """A letter that the besluit is late (Awb 4:17)."""

    knop, gedaan = "Ingebrekestelling ontvangen", "De ingebrekestelling is vastgelegd."
    ontvangen_op = DatumVeld(label="Brief ontvangen op", initial=vandaag)
    geen_dwangsom = forms.ChoiceField(
        label="Is er een reden waarom geen dwangsom loopt?",
        required=False,
        choices=[
            ("", "Nee, de dwangsom gaat lopen"),
            *(choice for choice in GeenDwangsom.choices if choice[0] != GeenDwangsom.TE_VROEG),
        ],
    )

    def run(self, *, by: Medewerker, termijn_id: uuid.UUID, at: dt.datetime) -> None:
        receive_ingebrekestelling(by=by, termijn_id=termijn_id, at=at, **self.cleaned_data)


HANDELINGEN: dict[str, type[TermijnForm]] = {
    "opschorten": Opschorten,
    "hervatten": Hervatten,
    "verlengen": Verlengen,
    "gedaan": Gedaan,
    "in-gebreke": InGebreke,
}
