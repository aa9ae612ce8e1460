"""Months, quarters and years, as the API writes them: 2026-10, 2026-K4, 2026."""

import datetime as dt
from collections.abc import Iterator

from dashboard.enums import Per

# Before the first lies nothing that anybody counts, after the last nothing that is planned.
EERSTE_JAAR, LAATSTE_JAAR = 1990, 2100
_LENGTE = {Per.MAAND: 1, Per.KWARTAAL: 3, Per.JAAR: 12}


def eerste_van_maand(dag: dt.date) -> dt.date:
    """The first day of the month of a day."""
    return dag.replace(day=1)


def verschuif(maand: dt.date, aantal: int) -> dt.date:
    """The first day of the month that lies so many months further."""
    months = maand.year * 12 + maand.month - 1 + aantal
    return dt.date(months // 12, months % 12 + 1, 1)


def begin_van(per: Per, dag: dt.date) -> dt.date:
    """The first day of the period a day lies in."""
    length = _LENGTE[per]
    return dt.date(dag.year, (dag.month - 1) // length * length + 1, 1)


def einde_van(per: Per, begin: dt.date) -> dt.date:
    """The last day of a period."""
    return verschuif(begin, _LENGTE[per]) - dt.timedelta(days=1)


def perioden(per: Per, van: dt.date, tot: dt.date) -> Iterator[dt.date]:
    """The first days of every period from `van` up to and including `tot`."""
    begin = begin_van(per, van)
    while begin <= tot:
        yield begin
        begin = verschuif(begin, _LENGTE[per])


def code_van(per: str, begin: dt.date) -> str:
    """How a period is written: 2026-10, 2026-K4, 2026."""
    if per == Per.JAAR:
        return str(begin.year)
    if per == Per.KWARTAAL:
        return f"{begin.year}-K{(begin.month - 1) // 3 + 1}"
    return f"{begin:%Y-%m}"


def lees_maand(tekst: str) -> dt.date:
    """`2026-10` as its first day; ValueError for anything else, and for other centuries."""
    if len(tekst) != len("2026-10"):
        raise ValueError(tekst)
    found = dt.date.fromisoformat(f"{tekst}-01")
    if not EERSTE_JAAR <= found.year <= LAATSTE_JAAR:
        raise ValueError(tekst)
    return found
