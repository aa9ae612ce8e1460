"""Registering a contact with its questions: the act that every figure starts from."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from toegang.domain.gemeen import OLDEST, lock
from toegang.domain.genoemd import Genoemd, known_or_new
from toegang.enums import LOPEND, ContactStatus
from toegang.exceptions import AlGeregistreerd, ContactIngetrokken, MeldingLoopt, NietUwVindplaats
from toegang.models import (
    Contact,
    Hulpvraag,
    Intrekreden,
    Kanaal,
    Melding,
    Namens,
    Soort,
    Uitkomst,
    Vertegenwoordiger,
    Vindplaats,
)
from toegang.queries.netwerk import speakers_around
from toegang.queries.plaats import Plaats, place_of_household, place_of_resident
from toegang.queries.waarden import value_of
from toegang.queries.zicht import own_vindplaatsen, visible_contacts
from toegang.rechten import CONTACT_SCHRIJVEN

MOST_QUESTIONS = 20
VERTEGENWOORDIGER = "vertegenwoordiger"  # namens.csv
CLOCKS_DIFFER = dt.timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """One question; leefgebied and law follow its kind unless they are given."""

    soort: str
    uitkomst: str = "open"
    toelichting: str = ""
    leefgebied: str | None = None
    wet: str | None = None


@dataclass(frozen=True, kw_only=True)
class ContactGegevens:
    """A contact as it is registered; without resident and household it is anonymous.

    `genoemd` is a resident as they are named by somebody who may not search. With
    `vertegenwoordiger_id` it is that mentor, bewindvoerder or parent who asks.
    """

    kanaal: str
    vindplaats: str
    plaatsgevonden_op: dt.datetime
    vragen: Sequence[Vraag]
    namens: str = "zelf"
    samenvatting: str = ""
    inwoner_id: uuid.UUID | None = None
    huishouden_id: uuid.UUID | None = None
    genoemd: Genoemd | None = None
    vertegenwoordiger_id: uuid.UUID | None = None


def register_contact(
    *,
    by: Medewerker,
    gegevens: ContactGegevens,
    at: dt.datetime,
    sleutel: uuid.UUID | None = None,
) -> Contact:
    """Register a contact and freeze the wijk, gemeente and age group of that day.

    With the same `sleutel` of the same sender the first record is returned again: sending
    twice is one record. Its questions come along. Refused with
    NietUwVindplaats for a vindplaats worker elsewhere, with OngeldigeInvoer for values
    that do not exist, a moment to come, or no question.
    """
    reach = toets(by, CONTACT_SCHRIJVEN, minstens=Bereik.EIGEN)
    already = _find_by_key(by, sleutel)
    if already is not None:
        return already
    if gegevens.genoemd is not None and gegevens.inwoner_id is None:
        return _register_named(gegevens, gegevens.genoemd, by=by, at=at, sleutel=sleutel)
    contact = _build(gegevens, by=by, at=at, sleutel=sleutel)
    questions = _build_questions(contact, gegevens)
    if reach < Bereik.ALLES:
        _require_own_vindplaats(by, contact)
    try:
        _store(contact, questions, by=by, at=at)
    except AlGeregistreerd:
        return _find_by_key(by, sleutel) or contact
    return contact


def _register_named(
    gegevens: ContactGegevens,
    genoemd: Genoemd,
    *,
    by: Medewerker,
    at: dt.datetime,
    sleutel: uuid.UUID | None,
) -> Contact:
    """The contact with the resident who is named, both or neither."""
    with operation():
        inwoner = known_or_new(genoemd, by=by, at=at)
        # The twin of a form that was sent twice waited for this resident, and is there now.
        already = _find_by_key(by, sleutel)
        return already or register_contact(
            by=by, gegevens=replace(gegevens, inwoner_id=inwoner.pk), at=at, sleutel=sleutel
        )


def withdraw_contact(
    *, by: Medewerker, contact_id: uuid.UUID, reden: str, at: dt.datetime
) -> Contact:
    """Take back a registration that was a mistake; it stays, and no longer counts.

    Refused with ContactIngetrokken (409) when that was done already, with MeldingLoopt
    when a melding came from it: withdraw that first.
    """
    mine = visible_contacts(by, op=dag_van(at), recht=CONTACT_SCHRIJVEN)
    why = value_of(Intrekreden, reden, veld="reden")
    with operation():
        # A melding that is made of one of its questions meanwhile waits for this row.
        contact = lock(mine, contact_id)
        if contact.is_ingetrokken:
            raise ContactIngetrokken("Dit contact is al ingetrokken.")
        if Melding.objects.filter(hulpvraag__contact=contact, status__in=LOPEND).exists():
            raise MeldingLoopt()
        contact.status = ContactStatus.INGETROKKEN
        contact.ingetrokken_op, contact.ingetrokken_door = at, by
        contact.ingetrokken_reden = why
        contact.save(
            update_fields=["status", "ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"]
        )
        _log(contact, "contact ingetrokken", by=by, at=at, reden=reden)
    return contact


def _find_by_key(by: Medewerker, sleutel: uuid.UUID | None) -> Contact | None:
    if sleutel is None:
        return None
    found = Contact.objects.filter(geregistreerd_door=by, sleutel=sleutel).first()
    if found is not None:
        found.vragen = list(found.hulpvragen.all())
    return found


def _build(
    gegevens: ContactGegevens, *, by: Medewerker, at: dt.datetime, sleutel: uuid.UUID | None
) -> Contact:
    """The contact, checked and not stored."""
    dag = dag_van(gegevens.plaatsgevonden_op)
    if gegevens.plaatsgevonden_op > at + CLOCKS_DIFFER or dag < OLDEST:
        raise OngeldigeInvoer(
            velden={"plaatsgevonden_op": "Vul het moment in waarop het contact was, tot nu toe."}
        )
    plaats = _place(gegevens, dag)
    speaker = _speaker(gegevens, dag)
    namens = VERTEGENWOORDIGER if speaker else gegevens.namens
    return Contact(
        sleutel=sleutel,
        kanaal=value_of(Kanaal, gegevens.kanaal, veld="kanaal"),
        vindplaats=value_of(Vindplaats, gegevens.vindplaats, veld="vindplaats"),
        namens=value_of(Namens, namens, veld="namens"),
        vertegenwoordiger=speaker,
        plaatsgevonden_op=gegevens.plaatsgevonden_op,
        dag=dag,
        inwoner_id=gegevens.inwoner_id,
        huishouden_id=plaats.huishouden_id,
        samenvatting=gegevens.samenvatting,
        wijk=plaats.wijk,
        gemeente=plaats.gemeente,
        leeftijdsgroep=plaats.leeftijdsgroep,
        geregistreerd_door=by,
        geregistreerd_op=at,
    )


def _speaker(gegevens: ContactGegevens, dag: dt.date) -> Vertegenwoordiger | None:
    """Who asks for the resident, among those who may speak for the household on that day."""
    if gegevens.vertegenwoordiger_id is None:
        return None
    around = speakers_around(gegevens.inwoner_id, op=dag) if gegevens.inwoner_id else []
    found = next((one for one in around if one.pk == gegevens.vertegenwoordiger_id), None)
    if found is None:
        reason = "Deze vertegenwoordiger hoort niet bij de inwoner. Kies opnieuw."
        raise OngeldigeInvoer(velden={"vertegenwoordiger": reason})
    return found


def _place(gegevens: ContactGegevens, dag: dt.date) -> Plaats:
    """Where the resident lived; a household that is named goes before the home."""
    plaats: Plaats | None = Plaats()
    if gegevens.inwoner_id is not None:
        plaats = place_of_resident(gegevens.inwoner_id, op=dag)
    if plaats is None:
        raise OngeldigeInvoer(velden={"inwoner": "Deze inwoner bestaat niet. Zoek opnieuw."})
    if gegevens.huishouden_id in (None, plaats.huishouden_id):
        return plaats
    named = place_of_household(gegevens.huishouden_id)
    if named is None:
        raise OngeldigeInvoer(velden={"huishouden": "Dit huishouden bestaat niet. Zoek opnieuw."})
    return replace(named, leeftijdsgroep=plaats.leeftijdsgroep)


def _build_questions(contact: Contact, gegevens: ContactGegevens) -> list[Hulpvraag]:
    if not 1 <= len(gegevens.vragen) <= MOST_QUESTIONS:
        raise OngeldigeInvoer(
            velden={"hulpvragen": f"Geef 1 tot en met {MOST_QUESTIONS} vragen op."}
        )
    return [
        _build_question(contact, vraag, volgorde)
        for volgorde, vraag in enumerate(gegevens.vragen, start=1)
    ]


def _build_question(contact: Contact, vraag: Vraag, volgorde: int) -> Hulpvraag:
    place = f"hulpvragen.{volgorde - 1}"
    soort = value_of(Soort, vraag.soort, veld=f"{place}.soort")
    uitkomst = value_of(Uitkomst, vraag.uitkomst, veld=f"{place}.uitkomst")
    if uitkomst.code == "melding" and contact.inwoner_id is None:
        raise OngeldigeInvoer(
            velden={f"{place}.uitkomst": "Een melding kan niet anoniem. Kies eerst de inwoner."}
        )
    leefgebied, wet = soort.leefgebied_id, soort.wet_id
    if vraag.leefgebied:
        leefgebied = value_of(Leefgebied, vraag.leefgebied, veld=f"{place}.leefgebied").code
    if vraag.wet:
        wet = value_of(Wet, vraag.wet, veld=f"{place}.wet").code
    return Hulpvraag(
        contact=contact,
        volgorde=volgorde,
        soort=soort,
        uitkomst=uitkomst,
        toelichting=vraag.toelichting,
        leefgebied_id=leefgebied,
        beleidsdomein_id=soort.beleidsdomein_id,
        wet_id=wet,
    )


def _require_own_vindplaats(by: Medewerker, contact: Contact) -> None:
    if contact.vindplaats_id not in own_vindplaatsen(by, op=contact.dag):
        raise NietUwVindplaats(velden={"vindplaats": "Kies de vindplaats waar u werkt."})


def _store(
    contact: Contact, questions: list[Hulpvraag], *, by: Medewerker, at: dt.datetime
) -> None:
    with operation():
        contact.save(force_insert=True)
        Hulpvraag.objects.bulk_create(questions)
        _log(contact, "contact geregistreerd", by=by, at=at)
    contact.vragen = questions


def _log(
    contact: Contact, handeling: str, *, by: Medewerker, at: dt.datetime, reden: str = ""
) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="contact",
        object_id=contact.pk,
        huishouden_id=contact.huishouden_id,
        inwoners=[contact.inwoner_id] if contact.inwoner_id else (),
        at=at,
        reden=reden,
    )
