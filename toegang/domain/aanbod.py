"""Recording what was offered for a question, and what the resident said to it."""

import datetime as dt
import uuid

from django.db.models import QuerySet

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.hulpvraag import lock_question
from toegang.enums import Aanboduitkomst, Weigerreden
from toegang.models import Aanbod, Hulpvraag
from toegang.queries.zicht import visible_questions
from toegang.rechten import CONTACT_SCHRIJVEN
from voorzieningen.domain.controle import check
from voorzieningen.domain.gemis import signal_gemis, withdraw_gemis
from voorzieningen.models import Gemis, Voorziening
from voorzieningen.rechten import GEMIS_MELDEN


def record_offer(
    *,
    hulpvraag_id: uuid.UUID,
    voorziening: Voorziening,
    by: Medewerker,
    at: dt.datetime,
    reden: Weigerreden | str | None = None,
    toelichting: str = "",
) -> Aanbod:
    """Note that something was offered: taken, or with `reden` why it does not fit.

    Offering the same again replaces what was said. Refused with GeenRecht, NietGevonden
    for a question that is not theirs, ContactIngetrokken, and OngeldigeInvoer.
    """
    outcome = Aanboduitkomst.GEWEIGERD if reden else Aanboduitkomst.AANGENOMEN
    return _record(hulpvraag_id, voorziening, outcome, reden, toelichting, by, at)


def record_nothing_fits(
    *, hulpvraag_id: uuid.UUID, toelichting: str, by: Medewerker, at: dt.datetime
) -> Aanbod:
    """Note that nothing light fits and the resident waits; who may, also signals the gap.

    The gap holds the kind of question and the wijk, never the person (BP 5.3). One question
    is one gap: saying it again replaces it, and by who may not signal leaves it as it is.
    Refused as record_offer, and with PersoonInToelichting when the words point at somebody.
    """
    with operation():
        made = _record(hulpvraag_id, None, Aanboduitkomst.NIETS, None, toelichting, by, at)
        if GEMIS_MELDEN.van(by) is not None:
            _withdraw_signal(made, by, at)
            made.gemis = _signal(made.hulpvraag, toelichting, by, at)
            made.save(update_fields=["gemis"])
    return made


def _record(
    hulpvraag_id: uuid.UUID,
    voorziening: Voorziening | None,
    uitkomst: Aanboduitkomst,
    reden: Weigerreden | str | None,
    toelichting: str,
    by: Medewerker,
    at: dt.datetime,
) -> Aanbod:
    with operation():
        question = lock_question(_mine(by, at), hulpvraag_id)
        known = Aanbod.objects.filter(hulpvraag=question, voorziening=voorziening).first()
        made = known or Aanbod(hulpvraag=question, voorziening=voorziening)
        made.uitkomst, made.reden, made.toelichting = uitkomst, reden or None, toelichting.strip()
        made.door, made.op = by, at
        check(made)
        made.save()
        _log("aanbod vastgelegd", made, by, at)
    return made


def withdraw_offer(
    *, hulpvraag_id: uuid.UUID, aanbod_id: uuid.UUID, by: Medewerker, at: dt.datetime
) -> None:
    """Take back what was recorded by mistake, and the gap that it told of.

    A second time changes nothing. Refused as record_offer.
    """
    with operation():
        question = lock_question(_mine(by, at), hulpvraag_id)
        said = question.aanbod.select_related("voorziening", "door").filter(pk=aanbod_id).first()
        if said is None:
            return
        _withdraw_signal(said, by, at)
        _log("aanbod teruggenomen", said, by, at)
        said.delete()


def _mine(by: Medewerker, at: dt.datetime) -> QuerySet[Hulpvraag]:
    return visible_questions(by, op=dag_van(at), recht=CONTACT_SCHRIJVEN)


def _withdraw_signal(said: Aanbod, by: Medewerker, at: dt.datetime) -> None:
    if said.gemis is not None:
        withdraw_gemis(gemis=said.gemis, by=by, at=at)


def _signal(question: Hulpvraag, toelichting: str, by: Medewerker, at: dt.datetime) -> Gemis:
    return signal_gemis(
        leefgebied=question.leefgebied,
        soort=question.soort_id,
        wijk=Wijk.objects.filter(pk=question.contact.wijk).first(),
        toelichting=toelichting.strip() or f"Niets lichts bij: {question.soort.label}.",
        by=by,
        at=at,
    )


def _log(handeling: str, made: Aanbod, by: Medewerker, at: dt.datetime) -> None:
    contact = made.hulpvraag.contact
    log_change(
        by=by,
        handeling=handeling,
        soort="hulpvraag",
        object_id=made.hulpvraag_id,
        huishouden_id=contact.huishouden_id,
        inwoners=[contact.inwoner_id] if contact.inwoner_id else (),
        at=at,
        wijziging={
            "voorziening": made.voorziening.code if made.voorziening else None,
            "uitkomst": made.uitkomst,
            "reden": made.reden,
        },
    )
