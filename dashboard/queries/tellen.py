"""Counting a source: from registrations to cells per month, and names of cells."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import connection

from dashboard.onderdrukking import Cel, Telling
from dashboard.queries.bronnen import Bron
from hengelo_sociaal.gebieden.models import Gemeente, Wijk
from toegang.models import Soort

Cellen = dict[Cel, Telling]
Ouders = Mapping[tuple[str, str], tuple[str, str]]


def count_months(bron: Bron, van: dt.date, tot: dt.date) -> dict[dt.date, Cellen]:
    """The cells of every month from `van` up to, not including, `tot` (first days).

    One query for all splits together; totals, splits and splits with a filter are added up
    from its rows. A month without anything is not in it.
    """
    months: dict[dt.date, dict[Cel, list[int]]] = {}
    width = len(bron.dimensies)
    order = sorted(range(width), key=lambda place: bron.dimensies[place])
    names = [str(bron.dimensies[place]) for place in order]
    with connection.cursor() as cursor:
        cursor.execute(bron.sql, {"van": van, "tot": tot, "gemeente": settings.GEMEENTECODE})
        for row in cursor.fetchall():
            values = [(name, row[1 + place]) for name, place in zip(names, order, strict=True)]
            counts = [int(number) for number in row[1 + width :]]
            _add_to_cells(months.setdefault(row[0], {}), values, counts)
    return {
        month: {cel: tuple(counts) for cel, counts in cells.items()}
        for month, cells in months.items()
    }


def _add_to_cells(
    cells: dict[Cel, list[int]], values: list[tuple[str, str]], counts: list[int]
) -> None:
    """Add one row to the total, to every split, and to every split with a filter."""
    mine: list[Cel] = [()]
    for place, one in enumerate(values):
        mine.append((one,))
        mine.extend((one, other) for other in values[place + 1 :])
    for cel in mine:
        known = cells.get(cel)
        if known is None:
            cells[cel] = counts.copy()
            continue
        for place, number in enumerate(counts):
            known[place] += number


def write_cell(cel: Cel) -> str:
    """The name of a cell in the stored count."""
    return "|".join(f"{dimension}={value}" for dimension, value in cel)


def read_cell(name: str) -> Cel:
    """A cell from its name."""
    if not name:
        return ()
    pairs = (part.partition("=") for part in name.split("|"))
    return tuple((dimension, value) for dimension, _, value in pairs)


def stored(cells: Cellen) -> dict[str, list[int]]:
    """Cells as they are kept."""
    return {write_cell(cel): list(counts) for cel, counts in cells.items()}


def from_stored(cells: Mapping[str, Iterable[int]]) -> Cellen:
    """Kept cells as they are counted with."""
    return {read_cell(name): tuple(counts) for name, counts in cells.items()}


def parents() -> dict[tuple[str, str], tuple[str, str]]:
    """What everybody knows to be part of what: kinds of question of a law, wijken of a gemeente.

    Read from the lists themselves, because the person who works figures out knows them too.
    """
    known: dict[tuple[str, str], tuple[str, str]] = {}
    for code, wet in Soort.objects.values_list("code", "wet_id"):
        known["soort", code] = ("wet", wet or "geen")
    for code, gemeente in Wijk.objects.values_list("code", "gemeente_id"):
        known["wijk", code] = ("gemeente", gemeente)
    for code in Gemeente.objects.values_list("code", flat=True):
        if code != settings.GEMEENTECODE:
            known["wijk", code] = ("gemeente", code)
    known["wijk", "onbekend"] = ("gemeente", "onbekend")
    return known
