"""What the public sociale kaart shows: general provisions that are there today."""

import datetime as dt
from collections import Counter

from django.db.models import Max

from hengelo_sociaal.gebieden.models import Wijk
from voorzieningen.models import Activiteit, Locatie, Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet


def public_provisions(op: dt.date) -> VoorzieningQuerySet:
    """General provisions that anyone may use on a day."""
    return Voorziening.objects.algemeen().geldig(op)


def last_change() -> dt.datetime | None:
    """When the catalogue last changed."""
    found: dict[str, dt.datetime | None] = Voorziening.objects.aggregate(laatst=Max("gewijzigd_op"))
    return found["laatst"]


def per_wijk(op: dt.date) -> list[tuple[Wijk, int]]:
    """How many general provisions each wijk has of its own: meant for it, or with a place in it.

    What is there for the whole municipality without a place of its own counts nowhere.
    """
    rows = public_provisions(op).order_by()
    meant = rows.filter(wijken__isnull=False).values_list("wijken", "pk")
    placed = rows.filter(locaties__buurt__isnull=False).values_list("locaties__buurt__wijk", "pk")
    counts = Counter(wijk for wijk, _ in meant.union(placed))
    return [(wijk, counts[wijk.pk]) for wijk in Wijk.objects.filter(pk__in=_ours(counts))]


def _ours(counts: Counter[str]) -> list[str]:
    """Every wijk of the municipalities that have anything."""
    towns = Wijk.objects.filter(pk__in=counts).values("gemeente")
    return list(Wijk.objects.filter(gemeente__in=towns).values_list("pk", flat=True))


def office_of(voorziening: Voorziening) -> Locatie | None:
    """The one place of the organisation, when what it offers has no place of its own."""
    organisatie = voorziening.organisatie
    if organisatie is None or voorziening.locaties.all():
        return None
    places = organisatie.locaties.all()[:2]
    return places[0] if len(places) == 1 and places[0].straat else None


def upcoming(voorziening: Voorziening, *, op: dt.date) -> list[Activiteit]:
    """The activities that still happen, soonest first, each with `eerstvolgende`."""
    rows = voorziening.activiteiten.gaande(op).select_related("locatie__buurt__wijk")
    found = []
    for activiteit in rows:
        day = activiteit.eerstvolgende = activiteit.volgende(op)
        if day:
            found.append((day, activiteit.begint, str(activiteit.pk), activiteit))
    return [each[-1] for each in sorted(found)]
