"""What could fit a question, with the reasons, and what was said to it before."""

import datetime as dt
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


@dataclass(frozen=True)
class Passend:
    """A provision that could fit, why, and what the resident said to it, if it was offered."""

    treffer: Treffer
    aanbod: Aanbod | None


def matches(question: Hulpvraag, *, op: dt.date) -> list[Passend]:
    """What fits the kind of question near the home and for the age, lightest first.

    By the name of the kind, never by the free words: those are about somebody. When few
    fit, the leefgebied fills up the list.
    """
    near = question.contact.wijk
    person = question.contact.inwoner
    age = leeftijd_op(person.geboortedatum, op) if person and person.geboortedatum else None
    place: dict[str, Any] = {"wijk": None if near == ONBEKEND else near, "leeftijd": age, "op": op}
    found = search_voorzieningen(tekst=question.soort.label, limiet=AANTAL, **place)
    known = {hit.voorziening.pk for hit in found}
    if len(found) < AANTAL:
        wider = search_voorzieningen(
            leefgebied=question.leefgebied_id, alleen_algemeen=True, limiet=AANTAL, **place
        )
        found += [hit for hit in wider if hit.voorziening.pk not in known]
    found = [*_taken_up(question, op), *found]
    offered = {each.voorziening_id: each for each in question.aanbod.all()}
    unique = {hit.voorziening.pk: hit for hit in reversed(found)}
    first = sorted(unique.values(), key=found.index)[:AANTAL]
    return [Passend(hit, offered.get(hit.voorziening.pk)) for hit in first]


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
