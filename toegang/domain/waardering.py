"""Asking a resident afterwards how it went, and keeping the answer without who gave it."""

import datetime as dt
import hashlib
import secrets
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.gemeen import lock
from toegang.enums import Oordeel, Wijze
from toegang.exceptions import AlGewaardeerd, ContactIngetrokken
from toegang.models import Contact, Waardering, Waarderingsvraag
from toegang.queries.zicht import visible_contacts
from toegang.rechten import CONTACT_SCHRIJVEN

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that sound or look like another
LENGTE = 12  # 60 bits: nobody guesses one among the open ones
GELDIG = dt.timedelta(days=42)


@dataclass(frozen=True, kw_only=True)
class Antwoord:
    """What a resident says; only the first is always there."""

    oordeel: str
    geluisterd: bool | None = None
    verder: bool | None = None


def ask_waardering(*, by: Medewerker, contact_id: uuid.UUID, at: dt.datetime) -> str:
    """A new code for the resident of a contact, shown once; an earlier one is void then.

    Refused with NietGevonden (404) for a contact of others, ContactIngetrokken (409).
    """
    mine = visible_contacts(by, op=dag_van(at), recht=CONTACT_SCHRIJVEN)
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTE))
    today = dag_van(at)
    with operation():
        contact = _open_contact(lock(mine, contact_id))
        Waarderingsvraag.objects.update_or_create(
            contact=contact,
            defaults={
                "vingerafdruk": fingerprint_of(code),
                "gevraagd_op": today,
                "verloopt_op": today + GELDIG,
            },
        )
        _log(contact, "waardering gevraagd", by=by, at=at)
    return code


def find_question(code: str, *, op: dt.date) -> Waarderingsvraag:
    """The open invitation behind a code; NietGevonden (404) when used, over or never made."""
    found = Waarderingsvraag.objects.filter(
        vingerafdruk=fingerprint_of(code), verloopt_op__gte=op
    ).first()
    if found is None:
        raise NietGevonden("Deze code is al gebruikt of niet meer geldig. U hoeft niets te doen.")
    return found


def answer_by_code(*, code: str, antwoord: Antwoord, at: dt.datetime) -> None:
    """Keep what a resident says, and throw away what led to them; no line in the log says who."""
    _check(antwoord)
    with operation():
        found = find_question(code, op=dag_van(at))
        # Of two clicks at once the second finds it answered.
        open_ones = Waarderingsvraag.objects.filter(beantwoord=False).select_related("contact")
        question = lock(open_ones, found.pk)
        _keep(question.contact, antwoord, wijze=Wijze.LINK)
        question.vingerafdruk, question.beantwoord = None, True
        question.save(update_fields=["vingerafdruk", "beantwoord"])


def answer_by_worker(
    *, by: Medewerker, contact_id: uuid.UUID, antwoord: Antwoord, at: dt.datetime
) -> None:
    """Keep what a resident says on the telephone or at the desk, once for a contact.

    That it was asked stands in the log, what was said does not. Refused with
    AlGewaardeerd (409) when it was asked before.
    """
    _check(antwoord)
    mine = visible_contacts(by, op=dag_van(at), recht=CONTACT_SCHRIJVEN)
    with operation():
        contact = _open_contact(lock(mine, contact_id))
        _keep(contact, antwoord, wijze=Wijze.MEDEWERKER)
        Waarderingsvraag.objects.update_or_create(
            contact=contact,
            defaults={"vingerafdruk": None, "beantwoord": True},
            create_defaults={
                "beantwoord": True,
                "gevraagd_op": dag_van(at),
                "verloopt_op": dag_van(at),
            },
        )
        _log(contact, "waardering opgenomen", by=by, at=at)


def fingerprint_of(code: str) -> bytes:
    """The print by which a code is found; capitals, blanks and dashes make no difference."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())[:40]
    return hashlib.sha256(plain.encode()).digest()


def _open_contact(contact: Contact) -> Contact:
    if contact.is_ingetrokken:
        raise ContactIngetrokken()
    if Waarderingsvraag.objects.filter(contact=contact, beantwoord=True).exists():
        raise AlGewaardeerd()
    return contact


def _check(antwoord: Antwoord) -> None:
    if antwoord.oordeel not in Oordeel.values:
        raise OngeldigeInvoer(velden={"oordeel": "Kies hoe het ging."})


def _keep(contact: Contact, antwoord: Antwoord, *, wijze: str) -> None:
    Waardering.objects.create(
        maand=contact.dag.replace(day=1),
        kanaal_id=contact.kanaal_id,
        vindplaats_id=contact.vindplaats_id,
        wijze=wijze,
        oordeel=antwoord.oordeel,
        geluisterd=antwoord.geluisterd,
        verder=antwoord.verder,
    )


def _log(contact: Contact, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="contact",
        object_id=contact.pk,
        huishouden_id=contact.huishouden_id,
        inwoners=[contact.inwoner_id] if contact.inwoner_id else (),
        at=at,
    )
