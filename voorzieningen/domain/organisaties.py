"""What a partner proposes about the own organisation and its locations, and taking that over."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.gemeente import gemeentenaam
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import toets
from voorzieningen.domain.controle import check
from voorzieningen.domain.samenleggen import Samengelegd, merge, merge_places
from voorzieningen.domain.voorstellen import (
    judge,
    log_proposal,
    offer_beside_now,
    require_known,
    require_partner,
    require_same,
    to_judge,
)
from voorzieningen.enums import Voorstelsoort, Voorstelstatus
from voorzieningen.models import Locatie, Organisatie, Voorstel, Voorziening
from voorzieningen.rechten import SCHRIJVEN

_CONTACT = ("naam", "telefoon", "email", "website")
_ADDRESS = ("naam", "straat", "huisnummer", "postcode", "woonplaats")


@dataclass(frozen=True)
class LocatieGegevens:
    """A place of an organisation; without `id` it is a new one. `buurt` is a CBS code."""

    naam: str
    id: str | None = None
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = field(default_factory=gemeentenaam)
    buurt: str | None = None


@dataclass(frozen=True)
class OrganisatieGegevens:
    """How an organisation is reached, and all of its places: what is not among them goes."""

    naam: str
    telefoon: str = ""
    email: str = ""
    website: str = ""
    locaties: Sequence[LocatieGegevens] = ()


def organisation_now(organisatie: Organisatie) -> OrganisatieGegevens:
    """What is kept now, places by name."""
    places = [
        LocatieGegevens(
            id=str(each.pk),
            buurt=each.buurt_id,
            **{name: getattr(each, name) for name in _ADDRESS},
        )
        for each in organisatie.locaties.order_by("naam")
    ]
    contact = {name: getattr(organisatie, name) for name in _CONTACT}
    return OrganisatieGegevens(**contact, locaties=places)


def propose_organisation(
    *,
    organisatie: Organisatie,
    gegevens: OrganisatieGegevens,
    by: Medewerker,
    at: dt.datetime,
    gelezen: Mapping[str, Any] | None = None,
    wachtte: str | None = None,
) -> Voorstel:
    """Propose other details or places of one's own organisation; nothing changes yet.

    `gelezen` is the organisation as the partner read it, when that was not just now, and
    `wachtte` which proposal waited then (mark_of). An open proposal about it is replaced. Refused
    with GeenRecht, NietUwOrganisatie (also for a place of another organisation), OngeldigeInvoer
    when nothing differs or something cannot be right, and Verouderd when another one waits by now.
    """
    require_partner(by, organisatie)
    read = organisation_from(gelezen) if gelezen else organisation_now(organisatie)
    if _in_order(read) == _in_order(gegevens):
        raise OngeldigeInvoer("U hebt niets veranderd.")
    with operation():
        _try(organisatie, gegevens, read)
        waiting = Voorstel.objects.select_for_update(of=("self",)).filter(
            organisatie=organisatie,
            over=Voorstelsoort.ORGANISATIE,
            status=Voorstelstatus.INGEDIEND,
        )
        voorstel = waiting.first() or Voorstel(
            organisatie=organisatie, over=Voorstelsoort.ORGANISATIE
        )
        require_known(wachtte, voorstel, by)
        voorstel.inhoud, voorstel.ingediend_door = asdict(gegevens), by
        voorstel.basis = asdict(read)
        voorstel.ingediend_op = at
        voorstel.save()
        log_proposal("voorstel ingediend", voorstel, by, at)
    return voorstel


def accept_organisation(
    *, voorstel: Voorstel, by: Medewerker, at: dt.datetime, gezien: str | None = None
) -> Organisatie:
    """Take over what a partner changed of an organisation; its pages show it at once.

    What others changed or added since stays. Refused with GeenRecht, AlBeoordeeld, Verouderd
    when the proposal or what is kept is not what was looked at (`gezien`, by print_beside), and
    OngeldigeInvoer when it can no longer be right.
    """
    toets(by, SCHRIJVEN)
    with operation():
        voorstel = to_judge(voorstel)
        organisatie = Organisatie.objects.select_for_update(of=("self",)).get(
            pk=voorstel.organisatie_id
        )
        before, found = beside_now(voorstel)
        require_same(gezien, voorstel, before)
        _apply(organisatie, organisation_from(found.inhoud))
        Voorziening.objects.filter(organisatie=organisatie).update(gewijzigd_op=at)
        log_change(
            by=by,
            handeling="organisatie gewijzigd",
            soort="organisatie",
            object_id=organisatie.pk,
            at=at,
            wijziging={"was": before, "wordt": asdict(organisation_now(organisatie))},
        )
        judge(voorstel, Voorstelstatus.OVERGENOMEN, "", by, at)
    return organisatie


def beside_now(voorstel: Voorstel) -> tuple[dict[str, Any], Samengelegd]:
    """What is kept now, and what a proposal makes of that: of an entry or an organisation."""
    if voorstel.over != Voorstelsoort.ORGANISATIE:
        return offer_beside_now(voorstel)
    now = asdict(organisation_now(Organisatie.objects.get(pk=voorstel.organisatie_id)))
    if not voorstel.basis:
        return now, Samengelegd(voorstel.inhoud)
    parts = [{n: part[n] for n in _CONTACT} for part in (voorstel.basis, voorstel.inhoud, now)]
    contact = merge(*parts)
    places, clashes = merge_places(
        voorstel.basis["locaties"], voorstel.inhoud["locaties"], now["locaties"]
    )
    clashing = contact.botsingen | {f"locatie:{name}" for name in clashes}
    return now, Samengelegd({**contact.inhoud, "locaties": places}, clashing)


def organisation_from(inhoud: Mapping[str, Any]) -> OrganisatieGegevens:
    """What was kept with a proposal."""
    places = [LocatieGegevens(**each) for each in inhoud["locaties"]]
    return OrganisatieGegevens(**{**inhoud, "locaties": places})


def _in_order(gegevens: OrganisatieGegevens) -> tuple[object, ...]:
    places = sorted(gegevens.locaties, key=lambda each: (each.naam, each.id or ""))
    return (*(getattr(gegevens, name) for name in _CONTACT), *places)


def _try(
    organisatie: Organisatie, gegevens: OrganisatieGegevens, read: OrganisatieGegevens
) -> None:
    """Refuse now what could not be taken over later; changes nothing."""
    known = {str(pk) for pk in organisatie.locaties.values_list("pk", flat=True)}
    known |= {each.id for each in read.locaties if each.id}
    strange = [each for each in gegevens.locaties if each.id and each.id not in known]
    if strange:
        raise OngeldigeInvoer(f"{strange[0].naam} is geen locatie van uw organisatie.")
    _refuse_doubles(gegevens)
    tried = Organisatie.objects.get(pk=organisatie.pk)
    _set(tried, gegevens)
    check(tried)
    for each in gegevens.locaties:
        check(_place(organisatie, each), exclude={"id", "organisatie", "naam"})


def _refuse_doubles(gegevens: OrganisatieGegevens) -> None:
    """One name is one place, and one place has one name."""
    names = [each.naam for each in gegevens.locaties]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise OngeldigeInvoer(f"U hebt twee locaties met de naam {twice}. Geef elk een eigen naam.")
    known = [each.id for each in gegevens.locaties if each.id]
    if len(set(known)) < len(known):
        raise OngeldigeInvoer("Een locatie staat er twee keer in. Open de pagina opnieuw.")


def _apply(organisatie: Organisatie, gegevens: OrganisatieGegevens) -> None:
    _set(organisatie, gegevens)
    check(organisatie)
    organisatie.save()
    stays = [uuid.UUID(each.id) for each in gegevens.locaties if each.id]
    organisatie.locaties.exclude(pk__in=stays).delete()
    # Two places may swap names: first nobody has the name that another one gets.
    organisatie.locaties.update(naam=Cast("pk", CharField()))
    for each in gegevens.locaties:
        place = _place(organisatie, each)
        check(place)
        place.save()


def _set(organisatie: Organisatie, gegevens: OrganisatieGegevens) -> None:
    for name in _CONTACT:
        setattr(organisatie, name, getattr(gegevens, name).strip())


def _place(organisatie: Organisatie, gegevens: LocatieGegevens) -> Locatie:
    known = organisatie.locaties.filter(pk=gegevens.id).first() if gegevens.id else None
    place = known or Locatie(organisatie=organisatie)
    for name in _ADDRESS:
        setattr(place, name, getattr(gegevens, name).strip())
    place.buurt_id = gegevens.buurt
    return place
