"""What people note beside the steps of a melding: urgency, a supporter, a letter about delay."""

import datetime as dt
from typing import ClassVar

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.formulieren import DatumVeld, KeuzeVeld
from toegang.domain import melding_onderzoek
from toegang.domain.dwangsom import confirm_dwangsom
from toegang.enums import OndersteuningAntwoord
from toegang.forms.stap import StapForm, given
from toegang.models import Melding


class BijForm(StapForm):
    """Something beside the steps, as long as the melding runs."""

    plek: ClassVar[str] = "onderzoek"

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend


class Clientondersteuning(BijForm):
    """An independent supporter is always offered (Wmo 2.3.2 lid 3)."""

    code, knop = "clientondersteuning", "Cliëntondersteuning vastleggen"
    gedaan = "Het antwoord over cliëntondersteuning is vastgelegd."
    op = DatumVeld(label="Aangeboden op", initial=vandaag)
    antwoord = KeuzeVeld(label="Wat zei de inwoner?", choices=OndersteuningAntwoord.choices)

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_onderzoek.offer_client_support(by=by, melding_id=melding.pk, at=at, **given(self))


class PersoonlijkPlan(BijForm):
    """A plan that the resident wrote (Wmo 2.3.2 lid 2)."""

    code, knop = "persoonlijk-plan", "Persoonlijk plan ontvangen"
    gedaan = "Het persoonlijk plan is vastgelegd."
    op = DatumVeld(label="Ontvangen op", initial=vandaag)

    @classmethod
    def past(cls, melding: Melding) -> bool:
        return melding.is_lopend and melding.wet_id == "wmo" and not melding.persoonlijk_plan_op

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_onderzoek.receive_personal_plan(by=by, melding_id=melding.pk, at=at, **given(self))


class Spoed(BijForm):
    """Help cannot wait (Wmo 2.3.3, Wgs 4 lid 2)."""

    code, knop, gedaan = "spoed", "Dit heeft spoed", "De spoed is vastgelegd."

    @classmethod
    def past(cls, melding: Melding) -> bool:
        urgent = melding.spoed or melding.bedreigend
        return melding.is_lopend and melding.wet_id in {"wmo", "wgs"} and not urgent

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        melding_onderzoek.mark_urgent(by=by, melding_id=melding.pk, at=at, **given(self))


class DwangsomVaststellen(StapForm):
    """The decision on the amount, within two weeks (Awb 4:18)."""

    code, knop, gedaan = "dwangsom", "Dwangsom vaststellen", "De dwangsom is vastgesteld."
    plek = "dwangsom"
    op = DatumVeld(label="Brief verstuurd op", initial=vandaag)

    @classmethod
    def past(cls, melding: Melding) -> bool:
        letters = melding.ingebrekestellingen.all()
        return any(one.gestopt_op and not one.vastgesteld_op for one in letters)

    def run(self, *, by: Medewerker, melding: Melding, at: dt.datetime) -> None:
        confirm_dwangsom(by=by, melding_id=melding.pk, op=self.cleaned_data["op"], at=at)


BIJ: tuple[type[StapForm], ...] = (
    Clientondersteuning,
    PersoonlijkPlan,
    Spoed,
    DwangsomVaststellen,
)
