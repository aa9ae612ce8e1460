"""Where something light is missing: supply and unmet demand per wijk (BP 5.3), never a person."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengelo_sociaal.kern.tijd import AMSTERDAM
from voorzieningen.models import Gemis, Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet
from voorzieningen.queries.kaart import public_provisions

HEEL_DE_GEMEENTE = ""


@dataclass(frozen=True)
class Voorraad:
    """What a wijk has of its own: how many general provisions, and how many places in them."""

    aantal: int
    plaatsen: int


def reaching(wijk: str, op: dt.date) -> VoorzieningQuerySet:
    """General provisions that somebody in a wijk can use: its own, and those of the whole town."""
    rows = public_provisions(op)
    here = rows.filter(Q(wijken=wijk) | Q(locaties__buurt__wijk=wijk)).values("pk")
    return rows.filter(Q(wijken=None) | Q(pk__in=here))


def supply_per_wijk(op: dt.date) -> dict[str, Voorraad]:
    """What every wijk has of its own; one row per wijk and provision, added up."""
    rows = public_provisions(op).order_by()
    pairs = set(rows.filter(wijken__isnull=False).values_list("wijken", "pk"))
    placed = rows.filter(locaties__buurt__isnull=False)
    pairs |= set(placed.values_list("locaties__buurt__wijk", "pk"))
    places = dict(rows.values_list("pk", "plaatsen"))
    found: dict[str, Voorraad] = {}
    for wijk, pk in pairs:
        now = found.get(wijk, Voorraad(0, 0))
        found[wijk] = Voorraad(now.aantal + 1, now.plaatsen + (places[pk] or 0))
    return found


def gaps_per_wijk(van: dt.date, tot: dt.date) -> Counter[str]:
    """How often something was missed in every wijk, both days included."""
    rows = _gaps(van, tot).values_list("wijk").annotate(aantal=Count("pk"))
    return Counter({wijk or HEEL_DE_GEMEENTE: number for wijk, number in rows})


def gaps_per_leefgebied(wijk: str, van: dt.date, tot: dt.date) -> Counter[str]:
    """How often something was missed in a wijk, by leefgebied."""
    rows = _gaps(van, tot).filter(wijk=wijk).values_list("leefgebied")
    return Counter(dict(rows.annotate(aantal=Count("pk"))))


def matrix(wijk: str, op: dt.date) -> Counter[tuple[str, str]]:
    """The preventiematrix of a wijk: per level and leefgebied how many provisions reach it."""
    rows = Voorziening.objects.filter(
        pk__in=reaching(wijk, op).values("pk"), preventieniveau__isnull=False
    )
    found = rows.order_by().values_list("preventieniveau", "leefgebieden")
    return Counter(
        {(level, leefgebied): n for level, leefgebied, n in found.annotate(n=Count("pk"))}
    )


def _gaps(van: dt.date, tot: dt.date) -> QuerySet[Gemis]:
    begin = dt.datetime.combine(van, dt.time(), AMSTERDAM)
    end = dt.datetime.combine(tot + dt.timedelta(days=1), dt.time(), AMSTERDAM)
    return Gemis.objects.filter(gemeld_op__gte=begin, gemeld_op__lt=end).order_by()
