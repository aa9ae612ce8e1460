"""Objections in bulk, in every stage, against besluiten of the last half year."""

import datetime as dt
from collections.abc import Iterator

from hengelo_sociaal.demo.stad import Stad, werkdag_tot
from hengelo_sociaal.kern.nummers import next_numbers
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.models import Termijn
from plannen.demo.besluiten import Termijnboek
from plannen.demo.besluitteksten import GRONDEN, HOORVERSLAG, UITKOMSTEN
from plannen.domain.besluit.brieven import draw_up
from plannen.enums import Besluitsoort, Bezwaarbriefsoort, BezwaarStatus, Hoorwijze, Indiener
from plannen.models import Besluit, Bezwaar, Bezwaarbrief
from plannen.queries.besluit.tijdigheid import timeliness

TEGEN_TOEKENNING, TEGEN_AFWIJZING = 0.008, 0.11
COMMISSIE, INGETROKKEN, TE_LAAT, PRO_FORMA = 0.25, 0.15, 0.08, 0.2
HALF_JAAR = 183


def make_bezwaren(stad: Stad) -> list[Bezwaar]:
    """Make and store the objections of the town."""
    made = []
    for besluit in stad.vondst["besluiten"]:
        sent = besluit.bekendgemaakt_op
        recent = sent and stad.tot - dt.timedelta(days=HALF_JAAR) < sent
        refused = besluit.soort == Besluitsoort.AFWIJZING
        if recent and stad.kans(TEGEN_AFWIJZING if refused else TEGEN_TOEKENNING):
            found = _objection(stad, stad.vondst["termijnboek"], besluit, sent)
            made += [found] if found else []
    for bezwaar, nummer in zip(
        made, next_numbers("BZ", [one.ontvangen_op.year for one in made]), strict=True
    ):
        bezwaar.nummer = nummer
    terms = [t for one in made for t in (one.beslistermijn, one.beroepstermijn) if t]
    stad.bewaar(Termijn, terms, "termijnen van bezwaren")
    stad.bewaar(Bezwaar, made)
    stad.bewaar(Bezwaarbrief, [letter for one in made for letter in _letters(stad, one)])
    return made


def _letters(stad: Stad, bezwaar: Bezwaar) -> Iterator[Bezwaarbrief]:
    """The letter that it came in, and the decision when there is one."""
    yield _letter(stad, bezwaar, Bezwaarbriefsoort.ONTVANGST, bezwaar.ontvangen_op)
    if bezwaar.beslist_op is not None:
        yield _letter(stad, bezwaar, Bezwaarbriefsoort.BESLISSING, bezwaar.beslist_op)


def _letter(stad: Stad, bezwaar: Bezwaar, soort: Bezwaarbriefsoort, day: dt.date) -> Bezwaarbrief:
    moment = stad.tijdstip(day)
    letter = draw_up(bezwaar, soort, datum=day, by=bezwaar.behandelaar, at=moment)
    letter.id = stad.kenmerk(moment)
    return letter


def _objection(stad: Stad, book: Termijnboek, besluit: Besluit, sent: dt.date) -> Bezwaar | None:
    last = besluit.bezwaartermijn.einddatum if besluit.bezwaartermijn else None
    late = stad.kans(TE_LAAT)
    came = sent + dt.timedelta(days=stad.rng.randint(46, 60) if late else stad.rng.randint(4, 41))
    came = werkdag_tot(came)
    committee = stad.kans(COMMISSIE)
    if last is None or came > stad.laatste_dag:
        return None
    term = book.term("bezwaar_beslissen", "bezwaar", last, "commissie" if committee else "")
    if term is None:
        return None
    term.status = TermijnStatus.LOOPT
    moment = stad.tijdstip(came)
    in_time = timeliness(einddatum=last, ontvangen_op=came, gepost_op=None).op_tijd
    pro_forma = stad.kans(PRO_FORMA)
    jurist = stad.vondst["medewerkers"]["jurist"]
    bezwaar = Bezwaar(
        id=stad.kenmerk(moment),
        besluit=besluit,
        ontvangen_op=came,
        indiener=Indiener.INWONER,
        gronden="" if pro_forma else stad.rng.choice(GRONDEN),
        pro_forma=pro_forma,
        op_tijd=in_time,
        commissie=committee,
        beslistermijn=term,
        behandelaar=jurist,
        geregistreerd_op=moment,
        gewijzigd_op=moment,
        gewijzigd_door=jurist,
    )
    _happen(stad, book, bezwaar)
    return bezwaar


def _happen(stad: Stad, book: Termijnboek, bezwaar: Bezwaar) -> None:
    """How far it is by now."""
    age = (stad.laatste_dag - bezwaar.ontvangen_op).days
    if bezwaar.op_tijd and age > 10 and stad.kans(INGETROKKEN):
        bezwaar.status = BezwaarStatus.INGETROKKEN
        bezwaar.ingetrokken_op = werkdag_tot(bezwaar.ontvangen_op + dt.timedelta(days=9))
        bezwaar.beslistermijn.status = TermijnStatus.VERVALLEN
        return
    if bezwaar.pro_forma and age > 20:
        bezwaar.gronden = stad.rng.choice(GRONDEN)
        bezwaar.aangevuld_op = werkdag_tot(bezwaar.ontvangen_op + dt.timedelta(days=18))
    if age > 21 and bezwaar.op_tijd:
        bezwaar.status = BezwaarStatus.BEHANDELING
        bezwaar.gehoord, bezwaar.hoorverslag = Hoorwijze.GEHOORD, HOORVERSLAG
    _maybe_decide(stad, book, bezwaar)
    _mark(stad, bezwaar.beslistermijn)


def _maybe_decide(stad: Stad, book: Termijnboek, bezwaar: Bezwaar) -> None:
    term = bezwaar.beslistermijn
    assert term.einddatum is not None  # noqa: S101
    day = werkdag_tot(min(term.einddatum, term.start + dt.timedelta(days=stad.rng.randint(20, 41))))
    beroep = book.term("bezwaar_indienen", "beroep", day)
    if bezwaar.gehoord is None or day > stad.laatste_dag or day <= term.start or beroep is None:
        return
    beroep.handeling = "beroep"
    outcome = stad.kies({"ongegrond": 6, "deels-gegrond": 2, "gegrond": 1})
    bezwaar.status, bezwaar.uitkomst = BezwaarStatus.BESLIST, outcome
    bezwaar.motivering = UITKOMSTEN[outcome]
    bezwaar.beslist_op, bezwaar.beslist_door = day, bezwaar.behandelaar
    bezwaar.beroepstermijn = beroep
    term.status, term.gehaald_op = TermijnStatus.GEHAALD, day


def _mark(stad: Stad, term: Termijn) -> None:
    late = term.einddatum is not None and term.einddatum < stad.tot
    if term.status == TermijnStatus.LOOPT and late:
        term.status = TermijnStatus.VERLOPEN
