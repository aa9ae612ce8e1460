"""A question to a partner, and its answer coming back."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from toegang.domain.gemeen import refuse_future
from toegang.domain.hulpvraag import lock_question
from toegang.enums import DoorverwijzingStatus
from toegang.exceptions import (
    AnoniemGeenMelding,
    DoorverwijzingBeantwoord,
    ToestemmingPartner,
)
from toegang.models import Doorverwijzing, Inwoner
from toegang.queries.zicht import visible_questions, visible_referrals
from toegang.rechten import DOORVERWIJZEN
from voorzieningen.models import Organisatie

HERINNEREN_NA = dt.timedelta(weeks=2)
ANTWOORDEN = (
    DoorverwijzingStatus.GEACCEPTEERD,
    DoorverwijzingStatus.BEANTWOORD,
    DoorverwijzingStatus.GEWEIGERD,
)


def refer_to_partner(
    *,
    by: Medewerker,
    hulpvraag_id: uuid.UUID,
    organisatie_id: uuid.UUID,
    vraag: str,
    warm: bool,
    toestemming: bool,
    at: dt.datetime,
) -> Doorverwijzing:
    """Ask a partner to take a question up; `warm` is that we introduce the resident ourselves.

    An open question gets the outcome `doorverwezen`; one with a melding keeps its own.
    Refused with ToestemmingPartner (400) without the resident's consent,
    AnoniemGeenMelding (409) for an anonymous contact, NietGevonden (404).
    """
    toets(by, DOORVERWIJZEN)
    if not toestemming:
        raise ToestemmingPartner(velden={"toestemming": ToestemmingPartner.melding})
    partner = Organisatie.objects.filter(pk=organisatie_id).first()
    if partner is None:
        raise OngeldigeInvoer(velden={"organisatie_id": "Kies een partner uit de lijst."})
    if not vraag.strip():
        raise OngeldigeInvoer(velden={"vraag": "Schrijf op wat u de partner vraagt."})
    mine = visible_questions(by, op=dag_van(at))
    with operation():
        question = lock_question(mine, hulpvraag_id)
        resident = question.contact.inwoner
        if resident is None:
            raise AnoniemGeenMelding("Dit contact is anoniem. Wij weten niet wie de partner helpt.")
        made = Doorverwijzing.objects.create(
            hulpvraag=question,
            inwoner=resident,
            huishouden=question.contact.huishouden,
            organisatie=partner,
            vraag=vraag.strip(),
            warm=warm,
            door=by,
            volgt=by,
            gevraagd_op=at,
            herinneren_op=dag_van(at) + HERINNEREN_NA,
        )
        if question.uitkomst_id == "open":
            question.uitkomst_id = "doorverwezen"
            question.raise_revision(["uitkomst"])
        _log(made, resident, "doorverwezen naar partner", by=by, at=at)
    return made


def record_answer(
    *,
    by: Medewerker,
    doorverwijzing_id: uuid.UUID,
    status: str,
    op: dt.date,
    at: dt.datetime,
    antwoord: str = "",
) -> Doorverwijzing:
    """What the partner said on `op`: takes it up, answered, or cannot help.

    Taking it up moves the reminder two weeks on, for the answer is still to come. Refused
    with DoorverwijzingBeantwoord (409), OngeldigeInvoer, NietGevonden (404).
    """
    refuse_future(op, at, veld="op")
    if status not in ANTWOORDEN:
        raise OngeldigeInvoer(velden={"status": "Kies wat de partner zei."})
    mine = visible_referrals(by, op=dag_van(at))
    with operation():
        # Of two colleagues who had the same call, the second is told.
        found = mine.select_for_update(of=("self",)).filter(pk=doorverwijzing_id).first()
        if found is None:
            raise NietGevonden()
        if not found.is_open:
            raise DoorverwijzingBeantwoord()
        found.status, found.antwoord = DoorverwijzingStatus(status), antwoord.strip()
        if status == DoorverwijzingStatus.GEACCEPTEERD:
            found.herinneren_op = op + HERINNEREN_NA
        else:
            found.antwoord_op = op
        found.save(update_fields=["status", "antwoord", "antwoord_op", "herinneren_op"])
        _log(found, found.inwoner, "antwoord van partner", by=by, at=at)
        notify(
            voor=found.volgt,
            by=by,
            soort=Berichtsoort.PARTNER,
            titel=f"{found.organisatie.naam}: {found.get_status_display().lower()}",
            adres=f"/doorverwijzingen/{found.pk}",
            at=at,
        )
    return found


def remind_unanswered(*, at: dt.datetime) -> int:
    """Tell who waits for it that a partner did not answer yet; once, and again two weeks later."""
    today = dag_van(at)
    due = Doorverwijzing.objects.filter(antwoord_op__isnull=True, herinneren_op__lte=today)
    told = 0
    for referral in due.select_related("volgt", "organisatie"):
        with operation():
            notify(
                voor=referral.volgt,
                soort=Berichtsoort.PARTNER,
                titel=f"Nog geen antwoord van {referral.organisatie.naam}",
                adres=f"/doorverwijzingen/{referral.pk}",
                at=at,
                sleutel=f"partner:{referral.pk}:{referral.herinneren_op}",
            )
            later = {"herinneren_op": today + HERINNEREN_NA}
            told += Doorverwijzing.objects.filter(
                pk=referral.pk, herinneren_op=referral.herinneren_op
            ).update(**later)
    return told


def _log(
    made: Doorverwijzing, resident: Inwoner, handeling: str, *, by: Medewerker, at: dt.datetime
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="doorverwijzing",
        object_id=made.pk,
        huishouden_id=made.huishouden_id,
        inwoners=[resident.pk],
        at=at,
        wijziging={"partner": made.organisatie_id, "status": made.status, "warm": made.warm},
    )
