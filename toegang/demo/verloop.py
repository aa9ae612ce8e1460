"""What happened to a melding since it came in: which step on which day, law by law."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hengelo_sociaal.demo.stad import Stad, werkdag_tot
from hengelo_sociaal.kern.tijd import leeftijd_op
from toegang.domain.termijnen import EIGEN_BESLUIT
from toegang.enums import MeldingStatus
from toegang.models import Melding

# How many days the onderzoek took: mostly within the six weeks, with a tail that is late.
DAGEN_ONDERZOEK = (31, 9)
TE_LAAT = 0.12
INGETROKKEN = 0.04
ONDERSTEUNING_NODIG = 0.72


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """The days of the steps as they will be, also those that are still to come."""

    onderzocht: dt.date | None = None
    aanvraag: dt.date | None = None
    besluit: dt.date | None = None
    nodig: bool = True

    @property
    def klaar(self) -> dt.date:
        """The day on which nothing is left to do."""
        last = self.besluit or self.onderzocht
        assert last is not None  # noqa: S101  every course ends in one of the two
        return last


def plan_course(stad: Stad, melding: Melding) -> Verloop:
    """How it goes with a melding under its law."""
    return _COURSES[melding.wet_id](stad, melding)


def walk(stad: Stad, melding: Melding, verloop: Verloop) -> None:
    """Let what lies before the town's last day have happened, and nothing after it."""
    last = stad.laatste_dag
    if verloop.aanvraag and verloop.aanvraag <= last:
        melding.aanvraag_op = verloop.aanvraag
    if verloop.klaar <= last:
        melding.status = MeldingStatus.AFGEROND
        melding.afgerond_op = verloop.klaar
    elif melding.aanvraag_op and melding.wet_id != "jeugdwet":
        melding.status = MeldingStatus.AANVRAAG
    elif verloop.onderzocht and verloop.onderzocht <= last:
        melding.status = MeldingStatus.ONDERZOCHT
    elif melding.wet_id != "participatiewet" and (last - melding.ontvangen_op).days > 4:
        melding.status = MeldingStatus.ONDERZOEK
    if is_researched(melding, verloop, last):
        melding.ondersteuning_nodig = verloop.nodig


def is_researched(melding: Melding, verloop: Verloop, last: dt.date) -> bool:
    """Whether it is known by then if support is needed; income decides it with the besluit."""
    return melding.afgerond_op is not None or bool(
        verloop.onderzocht and verloop.onderzocht <= last
    )


def _later(stad: Stad, start: dt.date, low: int, high: int) -> dt.date:
    """A working day between so many days after another."""
    return max(start, werkdag_tot(start + dt.timedelta(days=stad.rng.randint(low, high))))


def _days_of_research(stad: Stad) -> int:
    if stad.kans(TE_LAAT):
        return 45 + round(stad.rng.expovariate(1 / 9))
    return min(41, max(3, round(stad.rng.gauss(*DAGEN_ONDERZOEK))))


def _researched(stad: Stad, melding: Melding) -> dt.date:
    days = _days_of_research(stad)
    return _later(stad, melding.ontvangen_op, days, days)


def _wmo(stad: Stad, melding: Melding) -> Verloop:
    """Onderzoek in six weeks, then an application and a besluit in two (Wmo 2.3.2, 2.3.5)."""
    ready = _researched(stad, melding)
    if not stad.kans(ONDERSTEUNING_NODIG):
        return Verloop(onderzocht=ready, nodig=False)
    applied = _later(stad, ready, 0, 7)
    took = (15, 33) if stad.kans(TE_LAAT) else (3, 14)
    return Verloop(onderzocht=ready, aanvraag=applied, besluit=_later(stad, applied, *took))


def _jeugd(stad: Stad, melding: Melding) -> Verloop:
    """The question is the application; a referral from outside needs no besluit of ours."""
    if melding.verwijzer_id not in EIGEN_BESLUIT:
        return Verloop(onderzocht=_later(stad, melding.ontvangen_op, 2, 10), nodig=stad.kans(0.96))
    ready = _researched(stad, melding)
    return Verloop(
        onderzocht=ready,
        aanvraag=melding.ontvangen_op,
        besluit=_later(stad, ready, 2, 12),
        nodig=stad.kans(ONDERSTEUNING_NODIG),
    )


def _inkomen(stad: Stad, melding: Melding) -> Verloop:
    """Under 27 four weeks of searching first, then eight weeks to decide (Participatiewet 41)."""
    born = melding.inwoner.geboortedatum
    young = born is not None and leeftijd_op(born, melding.ontvangen_op) < 27
    applied = melding.ontvangen_op + dt.timedelta(
        days=stad.rng.randint(29, 36) if young else stad.rng.randint(0, 6)
    )
    took = (58, 75) if stad.kans(0.08) else (18, 54)
    return Verloop(aanvraag=applied, besluit=_later(stad, applied, *took), nodig=stad.kans(0.78))


def _schulden(stad: Stad, melding: Melding) -> Verloop:
    """A first talk in four weeks, or in three working days when threatening (Wgs 4)."""
    late = stad.kans(0.08)
    if melding.bedreigend:
        talked = _later(stad, melding.ontvangen_op, *((6, 9) if late else (0, 2)))
    else:
        talked = _later(stad, melding.ontvangen_op, *((30, 40) if late else (7, 27)))
    return Verloop(onderzocht=talked, besluit=_later(stad, talked, 20, 54), nodig=stad.kans(0.85))


_COURSES: Mapping[str, Callable[[Stad, Melding], Verloop]] = {
    "wmo": _wmo,
    "jeugdwet": _jeugd,
    "participatiewet": _inkomen,
    "wgs": _schulden,
}
