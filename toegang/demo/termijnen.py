"""The legal terms of the meldingen, in bulk, with how each of them ended.

Which term starts with which act, and when it ends, is not decided here: the rules are those
of `toegang.domain.termijnen` and the arithmetic that of the engine.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hengelo_sociaal.demo.stad import Stad, werkdag_tot
from hengelo_sociaal.termijnen.domain import build_termijn
from hengelo_sociaal.termijnen.domain.gedeeld import BEREKENDE_VELDEN, fill
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import FeestdagenOnbekend
from hengelo_sociaal.termijnen.models import Opschorting, Termijn, Termijnregel
from hengelo_sociaal.termijnen.queries import kalender, list_regels
from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond, Soort
from toegang.demo.verloop import Verloop
from toegang.domain.termijnen import (
    BESLUIT_NA_AANVRAAG,
    BESLUITEN,
    ONDERZOEKEN,
    WACHTTIJDEN,
    terms_at_start,
)
from toegang.enums import MeldingStatus
from toegang.models import Melding, MeldingTermijn

NA_AANVRAAG = ("wmo", "participatiewet")  # under the Jeugdwet it starts with the melding
OPGESCHORT = 0.06
EIGEN_PLAN = 0.05  # residents who hand in a plan of their own (Wmo 2.3.2 lid 2)


@dataclass
class _Rekenaar:
    """Calculates each rule and start once: the arithmetic is pure."""

    kalender: Kalender = field(default_factory=kalender)
    regels: tuple[Termijnregel, ...] = field(default_factory=list_regels)
    bekend: dict[tuple[str, str, dt.date], Termijn | None] = field(default_factory=dict)

    def term(self, stad: Stad, code: str, act: str, start: dt.date) -> Termijn | None:
        """A term that was not stored; None where no rule applied, or no decree days are known."""
        key = (code, act, start)
        if key not in self.bekend:
            self.bekend[key] = self._calculate(*key)
        known = self.bekend[key]
        if known is None:
            return None
        names = ("regel", "artikel", "handeling", "start", *BEREKENDE_VELDEN)
        return Termijn(
            id=stad.kenmerk(stad.tijdstip(start)), **{name: getattr(known, name) for name in names}
        )

    def _calculate(self, code: str, act: str, start: dt.date) -> Termijn | None:
        for regel in self.regels:
            if (regel.code, regel.variant) == (code, "") and regel.to_regel().geldt_op(start):
                try:
                    return build_termijn(
                        regel=regel, start=start, handeling=act, kalender=self.kalender
                    )
                except FeestdagenOnbekend:
                    return None
        return None


def start_terms(stad: Stad, zaken: Sequence[tuple[Melding, Verloop]]) -> None:
    """Make and store the terms of all meldingen, with suspensions of some."""
    rekenaar = _Rekenaar()
    links: list[MeldingTermijn] = []
    stops: list[Opschorting] = []
    for melding, verloop in stad.toon(zaken, "termijnen berekenen"):
        for code, act, start in _starts(melding, verloop, stad.laatste_dag):
            term = rekenaar.term(stad, code, act, start)
            if term is not None:
                stop = _suspend(stad, melding, term, rekenaar)
                stops += [stop] if stop else []
                _end(stad, melding, verloop, term)
                links.append(MeldingTermijn(melding=melding, termijn=term))
    stad.bewaar(Termijn, [link.termijn for link in links])
    stad.bewaar(MeldingTermijn, links, "termijnen van meldingen")
    stad.bewaar(Opschorting, stops)


def _starts(
    melding: Melding, verloop: Verloop, last: dt.date
) -> Iterator[tuple[str, str, dt.date]]:
    """Rule, act and day of every term that has begun."""
    for code, act in terms_at_start(melding):
        yield code, act, melding.ontvangen_op
    if melding.aanvraag_op and melding.wet_id in NA_AANVRAAG:
        yield *BESLUIT_NA_AANVRAAG[melding.wet_id], melding.aanvraag_op
    talked = verloop.onderzocht
    if melding.wet_id == "wgs" and melding.ondersteuning_nodig is not None:
        assert talked is not None  # noqa: S101  that is when it became known
        yield "wgs_besluit", "wgs-gesprek", talked


def _end(stad: Stad, melding: Melding, verloop: Verloop, term: Termijn) -> None:
    """In time, too late, no longer needed, or still running."""
    done = _done_on(stad, melding, verloop, term)
    if done is not None:
        in_time = term.einddatum is None or done <= term.einddatum
        term.status = TermijnStatus.GEHAALD if in_time else TermijnStatus.VERLOPEN
        term.gehaald_op = done
    elif not melding.is_lopend:
        term.status = TermijnStatus.VERVALLEN
    elif term.einddatum and term.einddatum < stad.tot and term.status == TermijnStatus.LOOPT:
        resident = term.regel.soort == Soort.INWONERTERMIJN
        term.status = TermijnStatus.VERVALLEN if resident else TermijnStatus.VERLOPEN


def _done_on(stad: Stad, melding: Melding, verloop: Verloop, term: Termijn) -> dt.date | None:
    """The day on which the act of a term was done, when it has been."""
    code = term.regel.code
    if melding.status == MeldingStatus.INGETROKKEN:
        return None
    if code in BESLUITEN:
        return melding.afgerond_op
    if code in ONDERZOEKEN:
        return verloop.onderzocht if melding.ondersteuning_nodig is not None else None
    if code in WACHTTIJDEN:
        over = term.einddatum is not None and term.einddatum < stad.tot
        return term.einddatum if over else None
    handed_in = term.start + dt.timedelta(days=3)
    return handed_in if handed_in <= stad.laatste_dag and stad.kans(EIGEN_PLAN) else None


def _suspend(
    stad: Stad, melding: Melding, term: Termijn, rekenaar: _Rekenaar
) -> Opschorting | None:
    """Some applications are not complete: the term stands still until they are (Awb 4:15)."""
    if term.regel.code not in BESLUITEN or not stad.kans(OPGESCHORT):
        return None
    asked = werkdag_tot(term.start + dt.timedelta(days=3))
    given_until, given = asked + dt.timedelta(days=14), asked + dt.timedelta(days=9)
    decided = melding.afgerond_op
    if not term.start <= asked <= stad.laatste_dag or (decided and decided <= given):
        return None
    still = given > stad.laatste_dag and melding.is_lopend
    stop = Opschorting(
        id=stad.kenmerk(stad.tijdstip(asked)),
        termijn=term,
        grond=Opschortgrond.AANVULLING,
        uitnodiging_op=asked,
        hersteltermijn_tot=given_until,
        beeindigd_op=None if still else min(given, stad.laatste_dag),
    )
    pause = stop.stilstand()
    assert pause is not None  # noqa: S101  it has a last day
    regel = term.regel.to_regel()
    fill(term, bereken(regel, term.start, kalender=rekenaar.kalender, stilstanden=[pause]))
    term.status = TermijnStatus.OPGESCHORT if still else TermijnStatus.LOOPT
    return stop
