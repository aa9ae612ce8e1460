"""An objection comes in, is completed, and the objector is heard (Awb chapters 6 and 7)."""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.termijnen.domain import (
    extend_termijn,
    resume_termijn,
    start_termijn,
    suspend_termijn,
)
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from plannen.domain.besluit.berichten import tell_of_objection
from plannen.domain.besluit.brieven import write_letter
from plannen.domain.besluit.gemeen import note_besluit
from plannen.domain.gemeen import save_changed, values_of
from plannen.enums import Bezwaarbriefsoort, Hoorwijze, Indiener
from plannen.exceptions import BesluitVast, EigenBesluit, StapPastNiet
from plannen.models import Besluit, Bezwaar
from plannen.queries.besluit.stappen import BEZWAARSTAPPEN
from plannen.queries.besluit.tijdigheid import timeliness
from plannen.rechten import BEZWAAR_BEHANDELEN

VERDAGING = Duur(6, Eenheid.WEKEN)
BEROEP = (
    "Dit besluit volgt op een bezwaar. Daartegen is geen nieuw bezwaar mogelijk, maar beroep bij "
    "de rechtbank (Awb artikel 7:1). Stuur de brief door naar de rechtbank (Awb artikel 6:15)."
)


@dataclass(frozen=True, kw_only=True)
class BezwaarGegevens:
    """What came in: when, by whom, and whether the reason is in it."""

    ontvangen_op: dt.date
    indiener: str
    gepost_op: dt.date | None = None
    indiener_naam: str = ""
    indiener_adres: str = ""
    kosten_gevraagd: bool = False
    gronden: str = ""
    pro_forma: bool = False
    commissie: bool = False


def receive_bezwaar(
    *, besluit_id: uuid.UUID, gegevens: BezwaarGegevens, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """Register an objection; says whether it is in time and starts the term to decide.

    The term runs from the last day of the objection term (Awb 7:10 lid 1), also when the
    letter came earlier: six weeks, or twelve with a committee. Refused with GeenRecht,
    NietGevonden, EigenBesluit for who made the besluit, and StapPastNiet for a besluit
    that was not made known or that a decision on an objection asked for. Keeps the letter
    that it came in (Awb 6:14).
    """
    toets(by, BEZWAAR_BEHANDELEN)
    with operation():
        besluit = _besluit(besluit_id)
        term = besluit.bezwaartermijn
        if term is None or term.einddatum is None or besluit.bekendgemaakt_op is None:
            raise StapPastNiet("Tegen een besluit dat niet is verzonden is geen bezwaar mogelijk.")
        if besluit.is_na_bezwaar:
            raise StapPastNiet(BEROEP)
        _require_other(besluit, by)
        _require_received(gegevens, besluit.bekendgemaakt_op, op=dag_van(at))
        beslistermijn = start_termijn(
            regel="bezwaar_beslissen",
            variant="commissie" if gegevens.commissie else "",
            start=term.einddatum,
            handeling="bezwaar",
            by=by,
            at=at,
            huishouden_id=besluit.huishouden_id,
        )
        in_time = timeliness(
            einddatum=term.einddatum,
            ontvangen_op=gegevens.ontvangen_op,
            gepost_op=gegevens.gepost_op,
        )
        made = Bezwaar.objects.create(
            nummer=next_number("BZ", gegevens.ontvangen_op.year),
            besluit=besluit,
            beslistermijn=beslistermijn,
            behandelaar=by,
            op_tijd=in_time.op_tijd,
            geregistreerd_op=at,
            gewijzigd_op=at,
            gewijzigd_door=by,
            **values_of(gegevens),
        )
        write_letter(made, Bezwaarbriefsoort.ONTVANGST, datum=dag_van(at), by=by, at=at)
        tell_of_objection(made, "is ontvangen", by=by, at=at)
        _note(made, "bezwaar ontvangen", by, at, op_tijd=in_time.op_tijd)
    return made


def ask_completion(
    *, bezwaar_id: uuid.UUID, gevraagd_op: dt.date, tot: dt.date, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """Ask for what is missing, until a last day; the term to decide stands still.

    Awb 6:6 and 7:10 lid 2. As long as that term has not begun there is nothing to stand
    still: then `complete_bezwaar` counts the days that fell within it.
    """
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "herstel", by=by)
        if tot <= gevraagd_op:
            raise OngeldigeInvoer(velden={"tot": "Kies een dag na de dag van uw vraag."})
        if gevraagd_op > dag_van(at):
            raise OngeldigeInvoer(velden={"gevraagd_op": "Deze dag moet nog komen."})
        bezwaar.pro_forma = True
        bezwaar.herstel_gevraagd_op, bezwaar.hersteltermijn_tot = gevraagd_op, tot
        if bezwaar.beslistermijn.start <= dag_van(at):
            _stand_still(bezwaar, by=by, at=at)
        save_changed(bezwaar, by=by, at=at)
        write_letter(bezwaar, Bezwaarbriefsoort.AANVULLEN, datum=gevraagd_op, by=by, at=at)
        _note(bezwaar, "om aanvulling gevraagd", by, at, tot=tot)
    return bezwaar


def complete_bezwaar(
    *, bezwaar_id: uuid.UUID, op: dt.date, gronden: str, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """The reasons came in on `op`; the term to decide runs again."""
    if not gronden.strip():
        raise OngeldigeInvoer(velden={"gronden": "Schrijf kort op wat de redenen zijn."})
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "aangevuld", by=by)
        if not bezwaar.beslistermijn.opschortingen.exists() and op > bezwaar.beslistermijn.start:
            _stand_still(bezwaar, by=by, at=at)
        if bezwaar.beslistermijn.opschortingen.filter(beeindigd_op__isnull=True).exists():
            resume_termijn(
                termijn=bezwaar.beslistermijn,
                op=op,
                by=by,
                at=at,
                huishouden_id=bezwaar.besluit.huishouden_id,
            )
        bezwaar.aangevuld_op, bezwaar.gronden = op, gronden.strip()
        save_changed(bezwaar, by=by, at=at)
        _note(bezwaar, "bezwaar aangevuld", by, at, op=op)
    return bezwaar


def excuse_lateness(
    *, bezwaar_id: uuid.UUID, verschoonbaar: bool, reden: str, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """Say whether being late can be excused, with the reason (Awb 6:11)."""
    if not reden.strip():
        raise OngeldigeInvoer(velden={"reden": "Schrijf op waarom."})
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "verschoonbaar", by=by)
        if bezwaar.op_tijd:
            raise StapPastNiet("Dit bezwaar is op tijd.")
        bezwaar.verschoonbaar, bezwaar.verschoonbaar_reden = verschoonbaar, reden.strip()
        save_changed(bezwaar, by=by, at=at)
        _note(bezwaar, "te laat beoordeeld", by, at, verschoonbaar=verschoonbaar)
    return bezwaar


def plan_hearing(
    *, bezwaar_id: uuid.UUID, op: dt.datetime, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """Plan the day on which the objector can tell their story, and invite them (Awb 7:2)."""
    if op < at:
        raise OngeldigeInvoer(velden={"op": "Kies een moment dat nog komt."})
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "hoorzitting", by=by)
        bezwaar.hoorzitting_op = op
        save_changed(bezwaar, by=by, at=at)
        write_letter(bezwaar, Bezwaarbriefsoort.UITNODIGING, datum=dag_van(at), by=by, at=at)
        _note(bezwaar, "hoorzitting gepland", by, at, op=op)
    return bezwaar


def record_hearing(
    *, bezwaar_id: uuid.UUID, gehoord: str, verslag: str, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """The objector was heard, or need not be and why (Awb 7:3); of hearing there is a report."""
    if gehoord not in Hoorwijze.values:
        raise OngeldigeInvoer(velden={"gehoord": "Kies hoe het ging."})
    if not verslag.strip():
        raise OngeldigeInvoer(velden={"verslag": "Schrijf een kort verslag (Awb artikel 7:7)."})
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "horen", by=by)
        bezwaar.gehoord, bezwaar.hoorverslag = gehoord, verslag.strip()
        save_changed(bezwaar, by=by, at=at)
        _note(bezwaar, "horen vastgelegd", by, at, gehoord=gehoord)
    return bezwaar


def adjourn_bezwaar(
    *, bezwaar_id: uuid.UUID, kennisgeving_op: dt.date, by: Medewerker, at: dt.datetime
) -> Bezwaar:
    """Put the decision off by six weeks, told to the objector in time (Awb 7:10 lid 3)."""
    with operation():
        bezwaar = lock_bezwaar(bezwaar_id, "verdagen", by=by)
        extended = extend_termijn(
            termijn=bezwaar.beslistermijn,
            met=VERDAGING,
            kennisgeving_op=kennisgeving_op,
            by=by,
            at=at,
            huishouden_id=bezwaar.besluit.huishouden_id,
        )
        bezwaar.beslistermijn = extended.termijn
        write_letter(bezwaar, Bezwaarbriefsoort.UITSTEL, datum=kennisgeving_op, by=by, at=at)
        _note(bezwaar, "beslissing verdaagd", by, at, kennisgeving_op=kennisgeving_op)
    return bezwaar


def lock_bezwaar(bezwaar_id: uuid.UUID, step: str, *, by: Medewerker) -> Bezwaar:
    """An objection, locked and moved by a step of the table.

    Refused with GeenRecht (403), NietGevonden (404), BesluitVast once it is closed, and
    StapPastNiet when the step does not fit.
    """
    toets(by, BEZWAAR_BEHANDELEN)
    locked = Bezwaar.objects.select_for_update(of=("self",), no_key=True)
    bezwaar = locked.select_related("besluit", "beslistermijn").filter(pk=bezwaar_id).first()
    if bezwaar is None:
        raise NietGevonden("Dit bezwaar is niet gevonden.")
    begin, end = BEZWAARSTAPPEN[step]
    if not bezwaar.is_lopend:
        raise BesluitVast()
    if bezwaar.status not in begin:
        raise StapPastNiet(f"Het bezwaar is nu: {bezwaar.get_status_display()}.")
    bezwaar.status = end or bezwaar.status
    return bezwaar


def _stand_still(bezwaar: Bezwaar, *, by: Medewerker, at: dt.datetime) -> None:
    """Suspend from the day after the request, or from the first day of the term (Awb 7:10)."""
    asked, until = bezwaar.herstel_gevraagd_op, bezwaar.hersteltermijn_tot
    begin = bezwaar.beslistermijn.start
    if asked is None or until is None or until <= begin:
        return
    suspend_termijn(
        termijn=bezwaar.beslistermijn,
        grond=Opschortgrond.VERZUIM,
        uitnodiging_op=max(asked, begin),
        hersteltermijn_tot=until,
        by=by,
        at=at,
        huishouden_id=bezwaar.besluit.huishouden_id,
    )


def _besluit(besluit_id: uuid.UUID) -> Besluit:
    locked = Besluit.objects.select_for_update(of=("self",), no_key=True)
    found = locked.select_related("bezwaartermijn").filter(pk=besluit_id).first()
    if found is None:
        raise NietGevonden("Dit besluit is niet gevonden.")
    return found


def _require_other(besluit: Besluit, by: Medewerker) -> None:
    if by.pk in besluit.makers:
        raise EigenBesluit()


def _require_received(gegevens: BezwaarGegevens, bekend: dt.date, *, op: dt.date) -> None:
    wrong = {}
    if gegevens.indiener not in Indiener.values:
        wrong["indiener"] = "Kies wie bezwaar maakt."
    if gegevens.ontvangen_op > op:
        wrong["ontvangen_op"] = "Deze dag moet nog komen."
    if gegevens.ontvangen_op < bekend:
        wrong["ontvangen_op"] = "Toen was het besluit nog niet verzonden."
    if gegevens.gepost_op and gegevens.gepost_op > gegevens.ontvangen_op:
        wrong["gepost_op"] = "De brief is eerder op de post gedaan dan ontvangen."
    if gegevens.indiener != Indiener.INWONER and not gegevens.indiener_naam.strip():
        wrong["indiener_naam"] = "Vul de naam in."
    if not gegevens.gronden.strip() and not gegevens.pro_forma:
        wrong["gronden"] = "Schrijf op waarom, of kies: nog zonder reden."
    if wrong:
        raise OngeldigeInvoer(velden=wrong)


def _note(
    bezwaar: Bezwaar, handeling: str, by: Medewerker, at: dt.datetime, **wijziging: object
) -> None:
    note_besluit(bezwaar.besluit, handeling, by=by, at=at, what=bezwaar, wijziging=wijziging)
