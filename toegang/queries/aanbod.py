"""What could fit a question, with the reasons, and what was said to it before."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from hengelo_sociaal.kern.tijd import leeftijd_op
from hengelo_sociaal.web.opmaak import dagdatum
from toegang.enums import ONBEKEND
from toegang.models import Aanbod, Hulpvraag
from voorzieningen.models import Activiteit, Voorziening
from voorzieningen.queries.redenen import Treffer
from voorzieningen.queries.zoeken import search_voorzieningen

AANTAL = 8
_ALLE = 50  # of one leefgebied for one doelgroep there are a handful


@dataclass(frozen=True)
class Passend:
    """A provision that could fit, why, and what the resident said to it, if it was offered."""

    treffer: Treffer
    aanbod: Aanbod | None


def matches(question: Hulpvraag, *, op: dt.date) -> list[Passend]:
    """What fits the kind of question near the home and for the age, lightest first.

    By the name of the kind, never by the free words: those are about somebody. When few
    fit, the leefgebied fills up the list: first with what is there for the people who ask
    such a question, then with what is there for all.
    """
    near = question.contact.wijk
    person = question.contact.inwoner
    age = leeftijd_op(person.geboortedatum, op) if person and person.geboortedatum else None
    place: dict[str, Any] = {"wijk": None if near == ONBEKEND else near, "leeftijd": age, "op": op}
    found = search_voorzieningen(tekst=question.soort.label, limiet=AANTAL, **place)
    if len(found) < AANTAL:
        wide = place | {"leefgebied": question.leefgebied_id, "alleen_algemeen": True}
        found += _for_them(question.soort.doelgroep_id, wide)
        found += search_voorzieningen(limiet=AANTAL, **wide)
    found = [*_taken_up(question, op), *found]
    offered = {each.voorziening_id: each for each in question.aanbod.all()}
    unique = {hit.voorziening.pk: hit for hit in reversed(found)}
    first = sorted(unique.values(), key=found.index)[:AANTAL]
    return [Passend(hit, offered.get(hit.voorziening.pk)) for hit in first]


def _for_them(doelgroep: str | None, wide: Mapping[str, Any]) -> list[Treffer]:
    """What is there for these people on purpose; what is for everybody comes after it."""
    if doelgroep is None:
        return []
    hits = search_voorzieningen(doelgroep=doelgroep, limiet=_ALLE, **wide)
    return [
        hit
        for hit in hits
        if doelgroep in {each.code for each in hit.voorziening.doelgroepen.all()}
    ]


def _taken_up(question: Hulpvraag, op: dt.date) -> list[Treffer]:
    """What a partner started because of questions like this one, with when and where it is."""
    here = Q(collectieven__wijk=None) | Q(collectieven__wijk=question.contact.wijk)
    rows = (
        Activiteit.objects.gaande(op)
        .filter(here, collectieven__soort=question.soort_id, collectieven__beeindigd_op=None)
        .filter(voorziening__in=Voorziening.objects.geldig(op))
        .select_related("voorziening", "locatie")
    )
    return [Treffer(each.voorziening, [_new(each, op)]) for each in rows]


def _new(activiteit: Activiteit, op: dt.date) -> str:
    """What is new in one line, so that a worker can tell the resident when and where to go."""
    day, place = activiteit.volgende(op), activiteit.locatie
    parts = [
        f"nieuw voor vragen zoals deze: {activiteit.naam}",
        f"{dagdatum(day)} om {activiteit.begint:%H.%M} uur" if day else "",
        place.naam if place else "",
    ]
    return ", ".join(part for part in parts if part)
