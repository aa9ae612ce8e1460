"""What higher apps bring to somebody's day: what ends soon, and what stands in the calendar.

An app registers its sources from its own `panelen.py`, which is loaded at start.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

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


def ending_for(by: Medewerker, *, op: dt.date) -> list[Aflopend]:
    """What of somebody's ends within twelve weeks, soonest first."""
    return in_order(ending_by_kind(by, op=op))


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
