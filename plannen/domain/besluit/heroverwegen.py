"""How an objection ends: decided, with a new besluit where needed, or withdrawn (Awb 7:11)."""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain import lapse_termijn, meet_termijn, start_termijn
from plannen.domain.besluit.berichten import tell_of_objection
from plannen.domain.besluit.bezwaar import lock_bezwaar
from plannen.domain.besluit.brieven import write_letter
from plannen.domain.besluit.gemeen import note_besluit
from plannen.domain.gemeen import save_changed
from plannen.enums import Besluitsoort, Bezwaarbriefsoort, Bezwaaruitkomst, Leveringsvorm
from plannen.exceptions import EigenBesluit, HorenNodig
from plannen.models import Besluit, Besluitreden, Bezwaar

NA_BEZWAAR = "na-bezwaar"  # the reason in the list (Awb 7:11)
OVERNEMEN = (
    "inwoner",
    "huishouden",
    "wet",
    "melding",
    "afspraak",
    "gevraagd",
    "aanvraag_op",
    "leveringsvorm",
    "contract",
    "product",
    "volume",
    "eenheid",
    "frequentie",
    "tot",
)


@dataclass(frozen=True, kw_only=True)
class Kosten:
    """Whether the objector asked for their costs, what they get in euro cents, and why."""

    gevraagd: bool
    cent: int | None = None
    uitleg: str = ""


def decide_bezwaar(
    *,
    bezwaar_id: uuid.UUID,
    uitkomst: str,
    motivering: str,
    op: dt.date,
    by: Medewerker,
    at: dt.datetime,
    kosten: Kosten | None = None,
) -> Bezwaar:
    """The decision on the objection was sent on `op`; its term is met, that of beroep begins.

    Gegrond and deels gegrond draft the new besluit, with everything of the old one filled
    in. Refused with HorenNodig before the objector was heard (Awb 7:2, 7:3), EigenBesluit
    for who made the besluit, OngeldigeInvoer for a late objection that is called gegrond and
    for costs that Awb 7:15 does not give. Keeps the letter with the remedy (Awb 6:23, 7:12).
    """
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "beslissen", by=by)
        _require_decidable(bezwaar, uitkomst, motivering, op, by=by, at=at)
        _settle_costs(bezwaar, uitkomst, kosten)
        besluit = bezwaar.besluit
        _meet_term(bezwaar, op, by=by, at=at)
        bezwaar.beroepstermijn = start_termijn(
            regel="bezwaar_indienen",  # Awb 6:7 is about both: six weeks for beroep as well
            start=op,
            handeling="beroep",
            by=by,
            at=at,
            huishouden_id=besluit.huishouden_id,
        )
        bezwaar.uitkomst, bezwaar.motivering = uitkomst, motivering.strip()
        bezwaar.beslist_op, bezwaar.beslist_door = op, by
        if Bezwaaruitkomst(uitkomst).heroverwogen:
            bezwaar.nieuw_besluit = _draft_again(bezwaar, op=op, by=by, at=at)
        save_changed(bezwaar, by=by, at=at)
        write_letter(bezwaar, Bezwaarbriefsoort.BESLISSING, datum=op, by=by, at=at)
        outcome = Bezwaaruitkomst(uitkomst).label.lower()
        tell_of_objection(bezwaar, f"is beslist: {outcome}", by=by, at=at)
        done = {"uitkomst": uitkomst, "op": op}
        note_besluit(besluit, "op bezwaar beslist", by=by, at=at, what=bezwaar, wijziging=done)
    return bezwaar


def withdraw_bezwaar(
    *, bezwaar_id: uuid.UUID, op: dt.date, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """The objector takes the objection back (Awb 6:21); nobody has to decide any more."""
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "intrekken", by=by)
        if not bezwaar.ontvangen_op <= op <= dag_van(at):
            raise OngeldigeInvoer(velden={"op": "Kies een dag vanaf de ontvangst tot vandaag."})
        lapse_termijn(
            termijn=bezwaar.beslistermijn,
            reden="bezwaar-ingetrokken",
            by=by,
            at=at,
            huishouden_id=bezwaar.besluit.huishouden_id,
        )
        bezwaar.ingetrokken_op = op
        save_changed(bezwaar, by=by, at=at)
        note_besluit(bezwaar.besluit, "bezwaar ingetrokken", by=by, at=at, what=bezwaar)
    return bezwaar


def _meet_term(bezwaar: Bezwaar, op: dt.date, *, by: Medewerker, at: dt.datetime) -> None:
    """In time or late; a decision before the term even began needs no term any more."""
    term, home = bezwaar.beslistermijn, bezwaar.besluit.huishouden_id
    if op < term.start:
        lapse_termijn(termijn=term, reden="eerder-beslist", by=by, at=at, huishouden_id=home)
    else:
        meet_termijn(termijn=term, op=op, by=by, at=at, huishouden_id=home)


def _require_decidable(
    bezwaar: Bezwaar,
    uitkomst: str,
    motivering: str,
    op: dt.date,
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    if by.pk in bezwaar.besluit.makers:
        raise EigenBesluit()
    wrong = {}
    if uitkomst not in Bezwaaruitkomst.values:
        raise OngeldigeInvoer(velden={"uitkomst": "Kies de uitkomst."})
    inadmissible = uitkomst == Bezwaaruitkomst.NIET_ONTVANKELIJK
    if not bezwaar.is_ontvankelijk and not inadmissible:
        wrong["uitkomst"] = "Te laat zonder goede reden is niet-ontvankelijk (Awb artikel 6:11)."
    if not motivering.strip():
        wrong["motivering"] = "Leg uit waarom u zo beslist (Awb artikel 7:12)."
    if not bezwaar.ontvangen_op <= op <= dag_van(at):
        wrong["op"] = "Kies een dag vanaf de ontvangst tot vandaag."
    if wrong:
        raise OngeldigeInvoer(velden=wrong)
    if bezwaar.gehoord is None and not (inadmissible and bezwaar.is_verstreken(op)):
        raise HorenNodig()


def _settle_costs(bezwaar: Bezwaar, uitkomst: str, kosten: Kosten | None) -> None:
    """Costs are paid when asked for before the decision, and the besluit changes (Awb 7:15)."""
    if kosten is None:
        kosten = Kosten(gevraagd=bezwaar.kosten_gevraagd)
    if kosten.cent and not kosten.gevraagd:
        raise OngeldigeInvoer(velden={"kosten_cent": "De indiener vroeg hier niet om."})
    if kosten.cent and not Bezwaaruitkomst(uitkomst).heroverwogen:
        sentence = "Kosten vergoeden kan alleen als u het besluit verandert (Awb artikel 7:15)."
        raise OngeldigeInvoer(velden={"kosten_cent": sentence})
    if kosten.gevraagd and not kosten.uitleg.strip():
        sentence = "Leg uit waarom u de kosten wel of niet vergoedt."
        raise OngeldigeInvoer(velden={"kosten_uitleg": sentence})
    bezwaar.kosten_gevraagd, bezwaar.kosten_cent = kosten.gevraagd, kosten.cent or None
    bezwaar.kosten_uitleg = kosten.uitleg.strip() if kosten.gevraagd else ""


def _draft_again(bezwaar: Bezwaar, *, op: dt.date, by: Medewerker, at: dt.datetime) -> Besluit:
    """The new besluit as a draft: it goes the same way as any other, with four eyes.

    Help that should not have been withdrawn goes on from the day it stopped, as it was.
    """
    old = bezwaar.besluit
    withdrawn = old.eerder if old.soort == Besluitsoort.INTREKKING else None
    base = withdrawn or old
    changes = old.kent_toe and old.vervangen_per is None
    made = Besluit.objects.create(
        nummer=next_number("B", op.year),
        soort=Besluitsoort.HERZIENING if changes else Besluitsoort.TOEKENNING,
        eerder=old if changes else None,
        reden=Besluitreden.objects.filter(pk=NA_BEZWAAR).first() if changes else None,
        van=old.van if withdrawn else max(op, old.van or op),
        tarief_cent=base.tarief_cent if base.leveringsvorm == Leveringsvorm.PGB else None,
        motivering=f"U kreeg gelijk in bezwaar {bezwaar.nummer}.",
        opgesteld_door=by,
        opgesteld_op=at,
        gewijzigd_op=at,
        gewijzigd_door=by,
        **{name: getattr(base, name) for name in OVERNEMEN},
    )
    note_besluit(made, "besluit opgesteld na bezwaar", by=by, at=at)
    return made
