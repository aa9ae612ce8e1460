"""Complaints: received, given to somebody whom they are not about, answered (Awb title 9.1)."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access, log_change
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.termijnen import domain as termijnen
from hengelo_sociaal.termijnen.exceptions import VerlengenNietToegestaan
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.rekenen.duur import Duur
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Opschortgrond
from hengelo_sociaal.termijnen.rekenen.toetsen import verlengregel
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import lock, refuse_future, refuse_impossible, require_unchanged
from toegang.enums import KlachtOnderwerp, KlachtStatus, KlachtUitkomst
from toegang.exceptions import KlachtAfgehandeld, KlachtOverZelf
from toegang.models import Inwoner, Klacht, Melding
from toegang.queries.zicht import visible_complaints
from toegang.rechten import KLACHT_BEHANDELEN, KLACHT_OPNEMEN

LANGST_VERDER = 26  # weeks; the law sets no limit, so this catches a wrong number


def receive_klacht(
    *,
    by: Medewerker,
    inwoner_id: uuid.UUID,
    ontvangen_op: dt.date,
    onderwerp: str,
    omschrijving: str,
    at: dt.datetime,
    melding_id: uuid.UUID | None = None,
    over_id: uuid.UUID | None = None,
    commissie: bool = False,
) -> Klacht:
    """Take a complaint down and start its term: six weeks, ten with a committee (Awb 9:11).

    Everybody who speaks with residents takes complaints, and does not see them afterwards.
    Refused with GeenRecht (403), NietGevonden (404) for a resident or melding that is not
    there, OngeldigeInvoer for a subject that does not exist or a day to come.
    """
    toets(by, KLACHT_OPNEMEN)
    _refuse_incomplete(ontvangen_op, onderwerp, omschrijving, at)
    with operation():
        resident = lock(Inwoner.objects.all(), inwoner_id)
        melding = _melding_of(resident, melding_id)
        made = Klacht(
            nummer=next_number("K", ontvangen_op.year),
            inwoner=resident,
            huishouden=melding.huishouden if melding else None,
            melding=melding,
            ontvangen_op=ontvangen_op,
            onderwerp=onderwerp,
            omschrijving=omschrijving.strip(),
            over=_colleague(over_id, veld="over_id"),
            geregistreerd_door=by,
            geregistreerd_op=at,
        )
        made.termijn = _start_term(made, commissie=commissie, by=by, at=at)
        made.save(force_insert=True)
        _log(made, "klacht opgenomen", by=by, at=at)
        _tell_handlers(made, by=by, at=at)
    return made


def assign_klacht(
    *,
    by: Medewerker,
    klacht_id: uuid.UUID,
    behandelaar_id: uuid.UUID,
    at: dt.datetime,
    revisie: int | None = None,
) -> Klacht:
    """Give a complaint to who will handle it. Refused with KlachtOverZelf (Awb 9:7)."""
    handler = _colleague(behandelaar_id, veld="behandelaar_id")
    if handler is None or KLACHT_BEHANDELEN.van(handler) is None:
        raise OngeldigeInvoer(velden={"behandelaar_id": "Kies iemand die klachten behandelt."})
    with operation():
        klacht = _lock_open(by, klacht_id, at=at, revisie=revisie)
        if handler.pk == klacht.over_id:
            raise KlachtOverZelf()
        klacht.behandelaar, klacht.status = handler, KlachtStatus.BEHANDELING
        klacht.raise_revision(["behandelaar", "status"])
        _log(klacht, "klacht toegedeeld", by=by, at=at)
        notify(
            voor=handler,
            by=by,
            soort=Berichtsoort.KLACHT,
            titel=f"Klacht {klacht.nummer} is aan u toegedeeld",
            adres=f"/klachten/{klacht.pk}",
            at=at,
        )
    return klacht


def postpone_klacht(
    *,
    by: Medewerker,
    klacht_id: uuid.UUID,
    kennisgeving_op: dt.date,
    at: dt.datetime,
    toelichting: str = "",
) -> Klacht:
    """Four weeks more, told to who complains within the term (Awb 9:11 lid 2); once.

    How long and how often is in the rule of the term. Refused with VerlengenNietToegestaan
    (409, with the article) a second time or when the term has ended.
    """
    with operation():
        klacht = _lock_open(by, klacht_id, at=at)
        allowed = verlengregel(klacht.termijn.regel.to_regel())
        termijnen.extend_termijn(
            termijn=klacht.termijn,
            met=allowed.maximum or Duur(4, Eenheid.WEKEN),
            kennisgeving_op=kennisgeving_op,
            toelichting=toelichting.strip(),
            by=by,
            at=at,
            huishouden_id=klacht.huishouden_id,
        )
        klacht.raise_revision([])
        _log(klacht, "klacht verdaagd", by=by, at=at)
    klacht.termijn.refresh_from_db()
    return klacht


def delay_klacht(
    *,
    by: Medewerker,
    klacht_id: uuid.UUID,
    ingestemd_op: dt.date,
    weken: int,
    at: dt.datetime,
    toelichting: str = "",
) -> Klacht:
    """Further delay to which who complains agreed in writing on a day (Awb 9:11 lid 3).

    The term stands still for so many whole weeks from the day after. Refused with OngeldigeInvoer
    for a number that cannot be, VerlengenNietToegestaan (409) before the term was extended
    (lid 2 comes first), OpschortingOnmogelijk or TermijnLooptNiet (409).
    """
    if not 1 <= weken <= LANGST_VERDER:
        raise OngeldigeInvoer(velden={"weken": f"Kies 1 tot en met {LANGST_VERDER} weken."})
    with operation():
        klacht = _lock_open(by, klacht_id, at=at)
        if not klacht.termijn.verlengingen.exists():
            raise VerlengenNietToegestaan(
                "Verdaag de klacht eerst met vier weken (Awb artikel 9:11 lid 2). Verder uitstel "
                "komt daarna."
            )
        termijnen.suspend_termijn(
            termijn=klacht.termijn,
            grond=Opschortgrond.KLAGER,
            uitnodiging_op=ingestemd_op,
            hersteltermijn_tot=ingestemd_op + dt.timedelta(weeks=weken, days=1),
            toelichting=toelichting.strip(),
            by=by,
            at=at,
            huishouden_id=klacht.huishouden_id,
        )
        klacht.raise_revision([])
        _log(klacht, "klacht verder uitgesteld", by=by, at=at)
    klacht.termijn.refresh_from_db()
    return klacht


def settle_klacht(
    *,
    by: Medewerker,
    klacht_id: uuid.UUID,
    op: dt.date,
    uitkomst: str,
    conclusie: str,
    at: dt.datetime,
    revisie: int | None = None,
) -> Klacht:
    """The answer was sent on `op`, with the outcome and what we do about it (Awb 9:12).

    Refused with KlachtAfgehandeld (409), KlachtOverZelf (409) for whom it is about,
    OngeldigeInvoer without an outcome of the list, Verouderd (412).
    """
    refuse_future(op, at, veld="op")
    if uitkomst not in KlachtUitkomst.values:
        raise OngeldigeInvoer(velden={"uitkomst": "Kies een uitkomst uit de lijst."})
    with operation():
        klacht = _lock_open(by, klacht_id, at=at, revisie=revisie)
        if op < klacht.ontvangen_op:
            raise OngeldigeInvoer(velden={"op": "Deze dag ligt voor de klacht."})
        klacht.status, klacht.afgehandeld_op = KlachtStatus.AFGEHANDELD, op
        klacht.uitkomst, klacht.conclusie = uitkomst, conclusie.strip()
        klacht.behandelaar = klacht.behandelaar or by
        klacht.raise_revision(["status", "afgehandeld_op", "uitkomst", "conclusie", "behandelaar"])
        termijnen.meet_termijn(
            termijn=klacht.termijn, op=op, by=by, at=at, huishouden_id=klacht.huishouden_id
        )
        _log(klacht, "klacht afgehandeld", by=by, at=at, uitkomst=uitkomst)
    return klacht


def look_at_klacht(*, by: Medewerker, klacht_id: uuid.UUID, at: dt.datetime) -> Klacht:
    """One complaint, with the line in the access log; NietGevonden (404) when it is not theirs."""
    found = (
        visible_complaints(by)
        .select_related("inwoner", "melding", "over", "behandelaar", "termijn__regel")
        .filter(pk=klacht_id)
        .first()
    )
    if found is None:
        raise NietGevonden()
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="klacht",
        object_id=found.pk,
        inwoners=[found.inwoner_id],
        doel="behandelt klachten",
        at=at,
    )
    return found


def _refuse_incomplete(
    ontvangen_op: dt.date, onderwerp: str, omschrijving: str, at: dt.datetime
) -> None:
    refuse_impossible(ontvangen_op, at, veld="ontvangen_op")
    if onderwerp not in KlachtOnderwerp.values:
        raise OngeldigeInvoer(velden={"onderwerp": "Kies waarover de klacht gaat."})
    if not omschrijving.strip():
        raise OngeldigeInvoer(velden={"omschrijving": "Schrijf op wat er gebeurde."})


def _start_term(klacht: Klacht, *, commissie: bool, by: Medewerker, at: dt.datetime) -> Termijn:
    """The term of the answer, from the day on which the complaint came in."""
    return termijnen.start_termijn(
        regel="klacht_afhandelen",
        variant="commissie" if commissie else "",
        start=klacht.ontvangen_op,
        handeling="klacht",
        by=by,
        at=at,
        huishouden_id=klacht.huishouden_id,
    )


def _lock_open(
    by: Medewerker, klacht_id: uuid.UUID, *, at: dt.datetime, revisie: int | None = None
) -> Klacht:
    """The complaint, locked, so that it is answered once."""
    klacht = lock(visible_complaints(by), klacht_id)
    require_unchanged(klacht, revisie, {})
    if not klacht.is_open:
        raise KlachtAfgehandeld()
    return klacht


def _melding_of(resident: Inwoner, melding_id: uuid.UUID | None) -> Melding | None:
    if melding_id is None:
        return None
    found = Melding.objects.filter(pk=melding_id, inwoner=resident).first()
    if found is None:
        raise NietGevonden()
    return found


def _colleague(pk: uuid.UUID | None, *, veld: str) -> Medewerker | None:
    if pk is None:
        return None
    found = Medewerker.objects.filter(pk=pk, is_active=True).first()
    if found is None:
        raise OngeldigeInvoer(velden={veld: "Kies een collega uit de lijst."})
    return found


def _tell_handlers(klacht: Klacht, *, by: Medewerker, at: dt.datetime) -> None:
    """The jurist gets it, unless it is about them."""
    for handler in Medewerker.objects.filter(rollen__contains=["jurist"], is_active=True):
        if handler.pk == klacht.over_id:
            continue
        notify(
            voor=handler,
            by=by,
            soort=Berichtsoort.KLACHT,
            titel=f"Nieuwe klacht {klacht.nummer}",
            adres=f"/klachten/{klacht.pk}",
            at=at,
        )


def _log(
    klacht: Klacht, handeling: str, *, by: Medewerker, at: dt.datetime, uitkomst: str = ""
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="klacht",
        object_id=klacht.pk,
        huishouden_id=klacht.huishouden_id,
        inwoners=[klacht.inwoner_id],
        at=at,
        wijziging={
            "behandelaar": klacht.behandelaar_id,
            "op": dag_van(at),
            **({"uitkomst": uitkomst} if uitkomst else {}),
        },
    )
