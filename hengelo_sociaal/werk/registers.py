"""What higher apps bring to somebody's day: what ends soon, and what stands in the calendar.

An app registers its sources from its own `panelen.py`, which is loaded at start.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet, Window

from hengelo_sociaal.medewerkers.models import Medewerker

VOORUIT = dt.timedelta(weeks=12)


@dataclass(frozen=True, kw_only=True)
class Aflopend:
    """Something of mine that ends, or comes up, on a day."""

    dag: dt.date
    wat: str
    van_wie: str
    adres: str
    inwoners: tuple[uuid.UUID, ...] = ()


class Einden:
    """What ends of one kind, put in words only as far as somebody looks.

    `dag` is the field of the day, `vertel` puts a row of `rijen` in words.
    """

    def __init__(self, rijen: QuerySet[Any], dag: str, vertel: Callable[[Any], Aflopend]) -> None:
        self._rows, self._day, self._tell = rijen, dag, vertel

    def __iter__(self) -> Iterator[Aflopend]:
        return map(self._tell, self._rows)

    def soonest(self, most: int) -> "Eerste":
        """The first to end, and how many there are of all; one query and what it prefetches."""
        counted = self._rows.annotate(van_alle=Window(Count("*")))
        found = list(counted.order_by(self._day, "pk")[:most])
        return Eerste([self._tell(one) for one in found], found[0].van_alle if found else 0)


class Eerste(NamedTuple):
    """The first of what ends, and how much ends."""

    rijen: list[Aflopend]
    aantal: int


@dataclass(frozen=True)
class Soort:
    """All that ends of one kind, by what people call it."""

    code: str
    naam: str
    rijen: list[Aflopend]


@dataclass(frozen=True, kw_only=True)
class Agendapunt:
    """An entry of the calendar: a day, or a moment and its end; never somebody's name."""

    kenmerk: str
    titel: str
    adres: str
    begin: dt.date | dt.datetime
    einde: dt.datetime | None = None


AflopendBron = Callable[[Medewerker, dt.date, dt.date], Iterable[Aflopend]]
AgendaBron = Callable[[Medewerker, dt.date], Iterable[Agendapunt]]
_AFLOPEND: dict[str, tuple[str, AflopendBron]] = {}
_AGENDA: dict[str, AgendaBron] = {}


def registreer_aflopend(code: str, naam: str, bron: AflopendBron) -> None:
    """Add a source of what ends; it gets who asks, today and the last day to look at.

    `naam` is what people call all of it, such as "Evaluaties".
    """
    if _AFLOPEND.setdefault(code, (naam, bron)) != (naam, bron):
        raise ValueError(f"source {code} of what ends is declared twice")


def registreer_agenda(code: str, bron: AgendaBron) -> None:
    """Add a source of the calendar; it gets whose calendar it is, and today."""
    if _AGENDA.setdefault(code, bron) != bron:
        raise ValueError(f"source {code} of the calendar is declared twice")


def first_to_end(by: Medewerker, *, op: dt.date, most: int) -> Eerste:
    """The first of what of somebody's ends within twelve weeks, and how much there is."""
    found = [_soonest(bron(by, op, op + VOORUIT), most) for _, bron in _AFLOPEND.values()]
    rows = sorted((row for one in found for row in one.rijen), key=_by_day)
    return Eerste(rows[:most], sum(one.aantal for one in found))


def _soonest(ending: Iterable[Aflopend], most: int) -> Eerste:
    """Of one kind; what is not counted by the database is told in full."""
    if isinstance(ending, Einden):
        return ending.soonest(most)
    rows = sorted(ending, key=_by_day)
    return Eerste(rows[:most], len(rows))


def ending_by_kind(by: Medewerker, *, op: dt.date) -> list[Soort]:
    """The same per kind, soonest first; a kind of which nothing ends is there too."""
    return [
        Soort(code, naam, sorted(bron(by, op, op + VOORUIT), key=_by_day))
        for code, (naam, bron) in _AFLOPEND.items()
    ]


def in_order(soorten: Iterable[Soort]) -> list[Aflopend]:
    """What of these kinds ends, soonest first."""
    return sorted((row for soort in soorten for row in soort.rijen), key=_by_day)


def _by_day(row: Aflopend) -> tuple[dt.date, str, str, str]:
    # The address last, so that two of one day and name keep their place from page to page.
    return row.dag, row.wat, row.van_wie, row.adres


def calendar_of(medewerker: Medewerker, *, op: dt.date) -> list[Agendapunt]:
    """The calendar of somebody, in order of day."""
    found = [row for source in _AGENDA.values() for row in source(medewerker, op)]
    return sorted(found, key=lambda row: (str(row.begin), row.kenmerk))
