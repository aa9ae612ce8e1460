"""Questions through the website: they land as a contact, and a worker finds out who it is."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change, log_list
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.gemeen import lock
from toegang.domain.inwoner import InwonerGegevens, register_inwoner
from toegang.domain.uitvraag import finish_uitvraag, save_answers
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.enums import Bereikbaar
from toegang.exceptions import AlOpgepakt
from toegang.models import Contact, Inwoner, Webvraag
from toegang.queries.dubbel import Kandidaat, find_duplicates
from toegang.queries.plaats import place_of_resident
from toegang.queries.website import address_of, as_inwoner
from toegang.rechten import CONTACT_SCHRIJVEN, HUISHOUDEN_SCHRIJVEN

ANDER_MENS = "andere-persoon"
KANAAL, VINDPLAATS = "digitaal", "website"


@dataclass(frozen=True, kw_only=True)
class WebvraagGegevens:
    """What a resident filled in; the choice of `bereikbaar` says which of the three is needed.

    `soort` is a code of soort.csv; the leefgebied is the one that the resident chose.
    """

    vraag: str
    leefgebied: str
    voornaam: str
    achternaam: str
    bereikbaar: str
    telefoon: str = ""
    email: str = ""
    adres: str = ""
    wanneer: str = ""
    geboortedatum: dt.date | None = None
    namens: str = "zelf"
    soort: str = "anders"


def receive_webvraag(
    *,
    gegevens: WebvraagGegevens,
    antwoorden: Mapping[str, str],
    sleutel: uuid.UUID,
    at: dt.datetime,
) -> Webvraag:
    """Take in a question of a resident who is not logged in, with what they told.

    The same form twice is one contact. Nobody is looked up: whether we know this person
    is never shown here. Refused with OngeldigeInvoer by field.
    """
    _check(gegevens, at)
    system = Medewerker.objects.systeem()
    with operation():
        contact = register_contact(
            by=system,
            gegevens=ContactGegevens(
                kanaal=KANAAL,
                vindplaats=VINDPLAATS,
                namens=gegevens.namens,
                plaatsgevonden_op=at,
                samenvatting=gegevens.vraag[:1000],
                vragen=[Vraag(soort=gegevens.soort, leefgebied=gegevens.leefgebied)],
            ),
            at=at,
            sleutel=sleutel,
        )
        already = Webvraag.objects.filter(contact=contact).first()
        if already is not None:
            return already
        made = _store(gegevens, contact, at=at)
        _attach(contact, antwoorden, by=system, at=at)
    return made


def look_at_webvraag(*, by: Medewerker, webvraag_id: uuid.UUID, at: dt.datetime) -> Webvraag:
    """One question with who may have asked it. Refused with GeenRecht or NietGevonden."""
    toets(by, HUISHOUDEN_SCHRIJVEN, minstens=Bereik.ALLES)
    found = Webvraag.objects.select_related("contact", "opgepakt_door").filter(pk=webvraag_id)
    webvraag = found.first()
    if webvraag is None:
        raise NietGevonden()
    return webvraag


def candidates_of(*, by: Medewerker, webvraag: Webvraag, at: dt.datetime) -> Sequence[Kandidaat]:
    """Residents who may have asked this, with the line in the log of who was looked up."""
    toets(by, HUISHOUDEN_SCHRIJVEN, minstens=Bereik.ALLES)
    who, where = as_inwoner(webvraag), address_of(webvraag)
    found = find_duplicates(who, op=dag_van(at), adres=where)
    seen = [hit.inwoner_id for hit in found]
    log_list(by=by, soort="inwoner", inwoners=seen, doel="vraag via de website koppelen", at=at)
    return found


def match_webvraag(
    *, by: Medewerker, webvraag_id: uuid.UUID, inwoner_id: uuid.UUID, at: dt.datetime
) -> Contact:
    """Say who asked: contact and uitvraag are theirs from now on, and of their household.

    What was frozen as unknown becomes what it was on the day of the contact. Refused
    with AlOpgepakt (409), NietGevonden (404), GeenRecht (403).
    """
    toets(by, CONTACT_SCHRIJVEN, minstens=Bereik.ALLES)
    with operation():
        webvraag = _lock(webvraag_id)
        contact = lock(Contact.objects.all(), webvraag.contact_id)
        place = place_of_resident(inwoner_id, op=contact.dag)
        if place is None:
            raise NietGevonden("Deze inwoner bestaat niet. Zoek opnieuw.")
        contact.inwoner_id, contact.huishouden_id = inwoner_id, place.huishouden_id
        contact.wijk, contact.gemeente = place.wijk, place.gemeente
        contact.leeftijdsgroep = place.leeftijdsgroep
        contact.save(update_fields=["inwoner", "huishouden", "wijk", "gemeente", "leeftijdsgroep"])
        contact.uitvragen.update(inwoner=inwoner_id, huishouden=place.huishouden_id)
        _take_up(webvraag, by=by, at=at)
        log_change(
            by=by,
            handeling="vraag via de website gekoppeld",
            soort="contact",
            object_id=contact.pk,
            huishouden_id=contact.huishouden_id,
            inwoners=[inwoner_id],
            at=at,
        )
    return contact


def register_asker(*, by: Medewerker, webvraag_id: uuid.UUID, at: dt.datetime) -> Contact:
    """Register who asked as a new resident, and match the question. Refused as both are."""
    with operation():
        webvraag = look_at_webvraag(by=by, webvraag_id=webvraag_id, at=at)
        who = as_inwoner(webvraag)
        alike = find_duplicates(who, op=dag_van(at))
        override = ANDER_MENS if alike else None
        made = register_inwoner(
            by=by,
            gegevens=_known(who),
            at=at,
            negeer_dubbel=override,
            adres=address_of(webvraag),
        )
        return match_webvraag(by=by, webvraag_id=webvraag_id, inwoner_id=made.pk, at=at)


def handle_anonymously(*, by: Medewerker, webvraag_id: uuid.UUID, at: dt.datetime) -> Webvraag:
    """Answer the question without finding out who asked it. Refused with AlOpgepakt (409)."""
    toets(by, CONTACT_SCHRIJVEN, minstens=Bereik.ALLES)
    with operation():
        webvraag = _lock(webvraag_id)
        _take_up(webvraag, by=by, at=at)
        log_change(
            by=by,
            handeling="vraag via de website opgepakt",
            soort="contact",
            object_id=webvraag.contact_id,
            at=at,
        )
    return webvraag


def _check(gegevens: WebvraagGegevens, at: dt.datetime) -> None:
    needed = {
        Bereikbaar.BELLEN.value: ("telefoon", gegevens.telefoon, "Vul uw telefoonnummer in."),
        Bereikbaar.MAILEN.value: ("email", gegevens.email, "Vul uw e-mailadres in."),
        Bereikbaar.BRIEF.value: ("adres", gegevens.adres, "Vul uw adres in."),
    }
    if gegevens.bereikbaar not in needed:
        raise OngeldigeInvoer(velden={"bereikbaar": "Kies hoe wij u kunnen bereiken."})
    name, value, sentence = needed[gegevens.bereikbaar]
    if not value.strip():
        raise OngeldigeInvoer(velden={name: sentence})
    for name in ("voornaam", "achternaam"):
        if not getattr(gegevens, name).strip():
            raise OngeldigeInvoer(velden={name: f"Vul uw {name} in."})
    if gegevens.geboortedatum and not dt.date(1890, 1, 1) <= gegevens.geboortedatum <= dag_van(at):
        raise OngeldigeInvoer(velden={"geboortedatum": "Controleer uw geboortedatum."})


def _store(gegevens: WebvraagGegevens, contact: Contact, *, at: dt.datetime) -> Webvraag:
    return Webvraag.objects.create(
        contact=contact,
        nummer=next_number("W", dag_van(at).year),
        voornaam=gegevens.voornaam.strip(),
        achternaam=gegevens.achternaam.strip(),
        geboortedatum=gegevens.geboortedatum,
        bereikbaar=gegevens.bereikbaar,
        telefoon=gegevens.telefoon,
        email=gegevens.email,
        adres=gegevens.adres,
        wanneer=gegevens.wanneer,
        ontvangen_op=at,
    )


def _attach(
    contact: Contact, antwoorden: Mapping[str, str], *, by: Medewerker, at: dt.datetime
) -> None:
    """The answers of the resident, with the contact; without answers there is no uitvraag."""
    told = {path: text for path, text in antwoorden.items() if text.strip()}
    if not told:
        return
    made = start_uitvraag(
        by=by, gegevens=UitvraagGegevens(kanaal=KANAAL, contact_id=contact.pk), at=at
    )
    kept = save_answers(by=by, uitvraag_id=made.pk, antwoorden=told, revisie=made.revisie, at=at)
    finish_uitvraag(by=by, uitvraag_id=made.pk, revisie=kept.revisie, at=at)


def _lock(webvraag_id: uuid.UUID) -> Webvraag:
    """The question, locked: of two workers who take it up, one is second."""
    webvraag = lock(Webvraag.objects.all(), webvraag_id)
    if webvraag.opgepakt_op is not None:
        raise AlOpgepakt()
    return webvraag


def _take_up(webvraag: Webvraag, *, by: Medewerker, at: dt.datetime) -> None:
    webvraag.opgepakt_op, webvraag.opgepakt_door = at, by
    webvraag.save(update_fields=["opgepakt_op", "opgepakt_door"])


def _known(inwoner: Inwoner) -> InwonerGegevens:
    return InwonerGegevens(
        voornamen=inwoner.voornamen,
        tussenvoegsel=inwoner.tussenvoegsel,
        geslachtsnaam=inwoner.geslachtsnaam,
        geboortedatum=inwoner.geboortedatum,
        telefoon=inwoner.telefoon,
        email=inwoner.email,
    )
