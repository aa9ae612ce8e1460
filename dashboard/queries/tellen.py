"""Counting a source: from registrations to cells per month, and names of cells."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, combinations
from operator import add
from typing import Any

from django.conf import settings
from django.db import connection

from dashboard.onderdrukking import Cel, Telling
from dashboard.queries.bronnen import Bron
from hengelo_sociaal.gebieden.models import Gemeente, Wijk
from toegang.models import Soort

Cellen = dict[Cel, Telling]
Ouders = Mapping[tuple[str, str], tuple[str, str]]
Kolom = tuple[str, list[Any]]
# Raise this when the same rows are added up to other cells: then every month is counted anew.
_TELWIJZE = 1


def count_months(bron: Bron, van: dt.date, tot: dt.date) -> dict[dt.date, Cellen]:
    """The cells of every month from `van` up to, not including, `tot` (first days).

    One query for all splits together; totals, splits and splits with a filter are added up
    from its rows, a pair of columns at a time. A month without anything is not in it.
    """
    with connection.cursor() as cursor:
        cursor.execute(bron.sql, {"van": van, "tot": tot, "gemeente": settings.GEMEENTECODE})
        columns = list(zip(*cursor.fetchall(), strict=True))
    if not columns:
        return {}
    width = len(bron.dimensies)
    # Equal months and words become one object, which makes them quick to compare.
    months = _as_one(columns[0])
    counts = list(zip(*(map(int, column) for column in columns[1 + width :]), strict=True))
    named = sorted(
        (str(dimensie), _as_one(column))
        for dimensie, column in zip(bron.dimensies, columns[1 : 1 + width], strict=True)
    )
    sums: dict[dt.date, dict[Cel, Telling]] = {}
    for selection in _selections(named):
        names = [name for name, _ in selection]
        found = Counter(zip(months, counts, *(column for _, column in selection), strict=True))
        for (month, telling, *values), times in found.items():
            cells = sums.setdefault(month, {})
            cel = tuple(zip(names, values, strict=True))
            more = telling if times == 1 else tuple(times * number for number in telling)
            known = cells.get(cel)
            cells[cel] = more if known is None else tuple(map(add, known, more))
    return sums


def row_prints(bron: Bron, van: dt.date, tot: dt.date) -> dict[dt.date, str]:
    """A digest of the counted rows of every month, made where the rows are.

    With the same digest a month has the same cells, so that nothing needs to be read or added
    up. No two rows of a month are the same, so their digests may be put together in any order.
    """
    statement = f"""
        SELECT maand, concat_ws(':', count(*), bit_xor(hashtextextended(tekst, 0)),
                                bit_xor(hashtextextended(tekst, 1)))
        FROM (SELECT maand, rij::text AS tekst FROM ({bron.sql}) rij OFFSET 0) rijen
        GROUP BY maand
    """  # noqa: S608 - our own constants only
    shape = fingerprint([_TELWIJZE, *map(str, bron.dimensies), *bron.tellingen])[:16]
    with connection.cursor() as cursor:
        cursor.execute(statement, {"van": van, "tot": tot, "gemeente": settings.GEMEENTECODE})
        return {maand: f"{shape}:{digest}" for maand, digest in cursor.fetchall()}


def _as_one(column: Iterable[Any]) -> list[Any]:
    seen: dict[Any, Any] = {}
    return [seen.setdefault(value, value) for value in column]


def _selections(named: list[Kolom]) -> Iterator[tuple[Kolom, ...]]:
    """No column, every column, and every pair of columns."""
    return chain.from_iterable(combinations(named, number) for number in range(3))


def write_cell(cel: Cel) -> str:
    """The name of a cell in the stored count."""
    return "|".join(f"{dimension}={value}" for dimension, value in cel)


@lru_cache(maxsize=50_000)
def read_cell(name: str) -> Cel:
    """A cell from its name."""
    if not name:
        return ()
    pairs = (part.partition("=") for part in name.split("|"))
    return tuple((dimension, value) for dimension, _, value in pairs)


def stored(cells: Cellen) -> dict[str, list[int]]:
    """Cells as they are kept."""
    return {write_cell(cel): list(counts) for cel, counts in cells.items()}


def fingerprint(content: object) -> str:
    """A digest of anything that JSON can hold, whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


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
