"""Dit verandert er: what one event shifts across laws, terms, contribution and plan.

An app registers in its own `gevolgen.py` what an event means on its floor, and which events it
sees coming. A rule names its source; what we are not certain of says so (`zeker=False`), so that
nobody reads a guess as law.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet


class Soort(StrEnum):
    """The events that people live through (domein.md, Three things, 1)."""

    ACHTTIEN = "achttien"
    ZEVENENTWINTIG = "zevenentwintig"
    WERK = "werk"
    SCHEIDING = "scheiding"
    EINDE_HULP = "einde-hulp"
    VERTREK = "vertrek"
    KOMST = "komst"
    OVERLIJDEN = "overlijden-partner"


WOORDEN: dict[Soort, str] = {
    Soort.ACHTTIEN: "Iemand wordt 18 jaar",
    Soort.ZEVENENTWINTIG: "Iemand wordt 27 jaar",
    Soort.WERK: "Iemand krijgt werk",
    Soort.SCHEIDING: "Het huishouden gaat uit elkaar",
    Soort.EINDE_HULP: "Hulp stopt",
    Soort.VERTREK: "Verhuizen naar een andere gemeente",
    Soort.KOMST: "Hier komen wonen vanuit een andere gemeente",
    Soort.OVERLIJDEN: "Een partner overlijdt",
}


class Gebied(StrEnum):
    """What shifts, in the order of the page."""

    WET = "Wetten"
    TERMIJN = "Termijnen"
    BIJDRAGE = "Geld en eigen bijdrage"
    PLAN = "Het plan"


@dataclass(frozen=True, kw_only=True)
class Gebeuren:
    """One event in one household; `inwoner_id` is whom it is about, where it is about one.

    `gezien_op` is the day on which somebody looks: what runs then is what may shift.
    """

    soort: Soort
    huishouden_id: uuid.UUID
    op: dt.date
    gezien_op: dt.date
    inwoner_id: uuid.UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Stap:
    """A next step, drafted: it becomes an afspraak with a day, under a goal of its leefgebied.

    `doel` is the goal that is made when there is none yet. `door_inwoner` says that the
    resident does it and not the worker.
    """

    code: str
    omschrijving: str
    doel: str
    leefgebied: str
    uiterlijk: dt.date
    door_inwoner: bool = False


@dataclass(frozen=True, kw_only=True)
class Gevolg:
    """One thing that shifts, in a sentence, with the article or paper it rests on."""

    gebied: Gebied
    tekst: str
    bron: str
    zeker: bool = False
    stap: Stap | None = None


@dataclass(frozen=True, kw_only=True)
class Voorzien:
    """An event that somebody sees coming, in words, with the day it happens."""

    gebeuren: Gebeuren
    titel: str
    uitleg: str


Huishoudens = Iterable[uuid.UUID] | QuerySet[Any, uuid.UUID]
Regel = Callable[[Gebeuren], Iterable[Gevolg]]
Voorziener = Callable[[Huishoudens, dt.date], Iterable[Voorzien]]
_REGELS: list[Regel] = []
_VOORZIENERS: list[Voorziener] = []


def registreer(*regels: Regel) -> None:
    """Add rules: what an event means on one floor."""
    _REGELS.extend(regel for regel in regels if regel not in _REGELS)


def registreer_voorziener(voorziener: Voorziener) -> None:
    """Add who sees events coming, for these households on a day."""
    if voorziener not in _VOORZIENERS:
        _VOORZIENERS.append(voorziener)


def consequences(gebeuren: Gebeuren) -> list[Gevolg]:
    """All that shifts, by what it is about, in the order in which the apps were loaded."""
    order = list(Gebied)
    found = [gevolg for regel in _REGELS for gevolg in regel(gebeuren)]
    return sorted(found, key=lambda gevolg: order.index(gevolg.gebied))


def of_households(huishoudens: Huishoudens) -> Q:
    """Whose `huishouden` is one of these; a query of somebody's own is answered first.

    Given as keys, PostgreSQL reads everybody in town of an age for the hundreds of households
    that somebody works with.
    """
    lookup = "een_van" if isinstance(huishoudens, QuerySet) else "in"
    return Q(**{f"huishouden__{lookup}": huishoudens})


def foreseen(huishoudens: Huishoudens, *, op: dt.date) -> list[Voorzien]:
    """What is coming in these households, the first to come first."""
    found = [one for voorziener in _VOORZIENERS for one in voorziener(huishoudens, op)]
    return sorted(found, key=lambda one: (one.gebeuren.op, one.titel))


def add_years(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
