"""Counting a source: from registrations to rows per month, and from rows to cells."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from operator import add
from typing import Any

from django.conf import settings
from django.db import connection

from dashboard.onderdrukking import Cel, Telling
from dashboard.queries.bronnen import Bron
from dashboard.queries.delen import finer, part

Cellen = dict[Cel, Telling]
Kolom = tuple[str, list[Any]]
# Raise this when the same rows are added up to other cells: then every month is counted anew.
TELWIJZE = 3
GEEN_RIJEN = "geen"
_TAB = "\t"


@dataclass(frozen=True, slots=True)
class Maandtelling:
    """The rows that were counted in a month, and their digest.

    A row is a line of text: values in the order of the source's dimensions, then its counts.
    """

    afdruk: str
    rijen: list[str]


LEGE_MAAND = Maandtelling(GEEN_RIJEN, [])
_AFDRUK = "concat_ws(':', count(*), bit_xor(hash_record_extended(rijen, 0)))"


def other_months(bron: Bron, van: dt.date, tot: dt.date, bekend: Mapping[str, str]) -> set[dt.date]:
    """The months in which `counted` finds other rows; of many months quicker to know first."""
    statement = f"SELECT maand, {_AFDRUK} FROM ({bron.sql}) rijen GROUP BY maand"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, {"van": van, "tot": tot, "gemeente": settings.GEMEENTECODE})
        now = {str(month): digest for month, digest in cursor.fetchall()}
    then = {month: digest for month, digest in bekend.items() if str(van) <= month < str(tot)}
    return {
        dt.date.fromisoformat(month)
        for month in now.keys() | then.keys()
        if now.get(month, GEEN_RIJEN) != then.get(month, GEEN_RIJEN)
    }


def counted(
    bron: Bron, van: dt.date, tot: dt.date, bekend: Mapping[str, str]
) -> dict[dt.date, Maandtelling]:
    """The months from `van` up to, not including, `tot` in which other rows are counted.

    All registrations of all those months are counted. The database makes a digest of the rows
    of each month and compares it with the one in `bekend`; only of another digest are the rows
    read. No two rows of a month are the same, so they may be put together in any order.
    """
    names = ", ".join([*map(str, bron.dimensies), *bron.tellingen])
    statement = f"""
        WITH rijen (maand, {names}) AS MATERIALIZED ({bron.sql}),
        afdrukken AS (
            SELECT maand, {_AFDRUK} AS afdruk FROM rijen GROUP BY maand
        ),
        vergeleken AS (
            SELECT maand, nu.afdruk, nu.afdruk IS DISTINCT FROM toen.afdruk AS anders
            FROM afdrukken nu
            LEFT JOIN unnest(%(maanden)s::date[], %(afdrukken)s::text[]) AS toen (maand, afdruk)
                USING (maand)
        )
        SELECT v.maand, v.afdruk, v.anders, concat_ws(chr(9), {names})
        FROM vergeleken v
        LEFT JOIN rijen r ON v.anders AND r.maand = v.maand
    """  # noqa: S608 - our own constants only
    then = {month: digest for month, digest in bekend.items() if str(van) <= month < str(tot)}
    values = {
        "van": van,
        "tot": tot,
        "gemeente": settings.GEMEENTECODE,
        "maanden": list(then),
        "afdrukken": list(then.values()),
    }
    here: set[str] = set()
    found: dict[dt.date, Maandtelling] = {}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        for month, digest, different, row in cursor:
            if different:
                found.setdefault(month, Maandtelling(digest, [])).rijen.append(row)
            else:
                here.add(str(month))
    for known, digest in then.items():
        if digest != GEEN_RIJEN and known not in here:
            found.setdefault(dt.date.fromisoformat(known), Maandtelling(GEEN_RIJEN, []))
    if any(len(set(one.rijen)) < len(one.rijen) for one in found.values()):
        raise ValueError(f"{bron.code} gives the same row twice: a digest would not see both.")
    return found


def add_up(bron: Bron, rijen: Iterable[str]) -> Cellen:
    """Rows as totals, splits and splits with a filter, a pair of columns at a time.

    Values are counted within what they are part of (delen.py).
    """
    columns = list(zip(*(row.split(_TAB) for row in rijen), strict=True))
    if not columns:
        return {}
    width = len(bron.dimensies)
    if len(columns) != width + len(bron.tellingen):
        raise ValueError(f"{bron.code} gives rows in which a value is missing.")
    counts = list(zip(*(map(int, column) for column in columns[width:]), strict=True))
    values = {str(name): column for name, column in zip(bron.dimensies, columns, strict=False)}
    for below, above in finer(bron).items():
        values[below] = tuple(map(part, values[below], values[above]))
    # Equal words become one object, which makes them quick to compare.
    named = sorted((name, _as_one(column)) for name, column in values.items())
    cells: Cellen = {}
    for selection in _selections(named):
        names = [name for name, _ in selection]
        found = Counter(zip(counts, *(column for _, column in selection), strict=True))
        for (telling, *values), times in found.items():
            cel = tuple(zip(names, values, strict=True))
            more = telling if times == 1 else tuple(times * number for number in telling)
            known = cells.get(cel)
            cells[cel] = more if known is None else tuple(map(add, known, more))
    return cells


def total(bron: Bron, rijen: Iterable[str]) -> Telling:
    """The counts of all rows together."""
    number = len(bron.tellingen)
    counts = zip(*(row.rsplit(_TAB, number)[1:] for row in rijen), strict=True)
    return tuple(sum(map(int, column)) for column in counts)


def _as_one(column: Iterable[Any]) -> list[Any]:
    seen: dict[Any, Any] = {}
    return [seen.setdefault(value, value) for value in column]


def _selections(named: list[Kolom]) -> Iterator[tuple[Kolom, ...]]:
    """No column, every column, and every pair of columns."""
    return chain.from_iterable(combinations(named, number) for number in range(3))


def write_cell(cel: Cel) -> str:
    """The name of a cell as it is kept."""
    return "|".join(f"{dimension}={value}" for dimension, value in cel)


@lru_cache(maxsize=50_000)
def read_cell(name: str) -> Cel:
    """A cell from its name."""
    if not name:
        return ()
    pairs = (part.partition("=") for part in name.split("|"))
    return tuple((dimension, value) for dimension, _, value in pairs)


def fingerprint(content: object) -> str:
    """A digest of anything that JSON can hold, whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
