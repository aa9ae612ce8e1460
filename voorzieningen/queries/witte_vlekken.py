"""Where something light is missing: supply and unmet demand per wijk (BP 5.3), never a person."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengelo_sociaal.kern.tijd import AMSTERDAM
from voorzieningen.models import Gemis, Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet
from voorzieningen.queries.kaart import public_provisions

HEEL_DE_GEMEENTE = ""
Matrix = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Voorraad:
    """What a wijk has of its own: how many general provisions, and how many places in them."""

    aantal: int = 0
    plaatsen: int = 0


def reaching(wijk: str, op: dt.date, *, buurt: str = "") -> VoorzieningQuerySet:
    """General provisions that somebody in a wijk can use: its own, and those of the whole town.

    With `buurt` of the places in the wijk only those in that buurt.
    """
    rows = public_provisions(op)
    place = Q(locaties__buurt=buurt) if buurt else Q(locaties__buurt__wijk=wijk)
    here = rows.filter(Q(wijken=wijk) | place).values("pk")
    return rows.filter(Q(wijken=None) | Q(pk__in=here))


def supply_per_wijk(op: dt.date) -> dict[str, Voorraad]:
    """What every wijk has of its own; one row per wijk and provision, added up."""
    return _added_up(_own(op), op)


def supply_per_buurt(wijk: str, op: dt.date) -> dict[str, Voorraad]:
    """What has a place in every buurt of a wijk; what is meant for the wijk has no buurt."""
    rows = public_provisions(op).filter(locaties__buurt__wijk=wijk).order_by()
    return _added_up(set(rows.values_list("locaties__buurt", "pk")), op)


def _own(op: dt.date) -> set[tuple[str, uuid.UUID]]:
    """Wijk and provision: meant for the wijk, or with a place in it."""
    rows = public_provisions(op).order_by()
    meant = set(rows.filter(wijken__isnull=False).values_list("wijken", "pk"))
    placed = rows.filter(locaties__buurt__isnull=False)
    return meant | set(placed.values_list("locaties__buurt__wijk", "pk"))


def _added_up(pairs: Iterable[tuple[str, uuid.UUID]], op: dt.date) -> dict[str, Voorraad]:
    places = dict(public_provisions(op).order_by().values_list("pk", "plaatsen"))
    found: dict[str, Voorraad] = {}
    for area, pk in pairs:
        now = found.get(area, Voorraad())
        found[area] = Voorraad(now.aantal + 1, now.plaatsen + (places[pk] or 0))
    return found


def gaps_per_wijk(van: dt.date, tot: dt.date) -> Counter[str]:
    """How often something was missed in every wijk, both days included."""
    rows = _gaps(van, tot).values_list("wijk").annotate(aantal=Count("pk"))
    return Counter({wijk or HEEL_DE_GEMEENTE: number for wijk, number in rows})


def gaps_per_leefgebied(wijk: str, van: dt.date, tot: dt.date) -> Counter[str]:
    """How often something was missed in a wijk, by leefgebied."""
    rows = _gaps(van, tot).filter(wijk=wijk).values_list("leefgebied")
    return Counter(dict(rows.annotate(aantal=Count("pk"))))


def matrix(wijk: str, op: dt.date, *, buurt: str = "") -> Matrix:
    """The preventiematrix of a wijk: per level and leefgebied how many provisions reach it."""
    rows = Voorziening.objects.filter(
        pk__in=reaching(wijk, op, buurt=buurt).values("pk"), preventieniveau__isnull=False
    )
    found = rows.order_by().values_list("preventieniveau", "leefgebieden")
    return Counter(
        {(level, leefgebied): n for level, leefgebied, n in found.annotate(n=Count("pk"))}
    )


def matrices(op: dt.date) -> defaultdict[str, Matrix]:
    """The preventiematrix of every wijk at once; a wijk with nothing of its own is not in it.

    That wijk has what the whole town has, which is what an unknown key gives.
    """
    cells: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    rows = public_provisions(op).filter(preventieniveau__isnull=False).order_by()
    for pk, level, leefgebied in rows.values_list("pk", "preventieniveau", "leefgebieden"):
        cells[pk].append((str(level), leefgebied))
    everywhere = set(rows.filter(wijken=None).values_list("pk", flat=True))
    town: Matrix = Counter(cell for pk in everywhere for cell in cells[pk])
    found: defaultdict[str, Matrix] = defaultdict(lambda: Counter(town))
    for wijk, pk in _own(op):
        if pk not in everywhere:
            found[wijk].update(cells.get(pk, ()))
    return found


def _gaps(van: dt.date, tot: dt.date) -> QuerySet[Gemis]:
    begin = dt.datetime.combine(van, dt.time(), AMSTERDAM)
    end = dt.datetime.combine(tot + dt.timedelta(days=1), dt.time(), AMSTERDAM)
    return Gemis.objects.filter(gemeld_op__gte=begin, gemeld_op__lt=end).order_by()
