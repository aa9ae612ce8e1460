"""The full count as it is kept: the rows of every month, and how every cell of a year stands."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from django.db import connection

from dashboard.models import Kubus, Kubuscel
from dashboard.onderdrukking import Cel, Laag, layer_of
from dashboard.queries.bronnen import Bron
from dashboard.queries.tellen import Maandtelling, read_cell, write_cell


class Stand(NamedTuple):
    """The counts of a cell in twelve months, side by side, and its hidden periods as bits."""

    maanden: int = 0
    verborgen: int = 0


LEEG = Stand()
Standen = dict[Cel, Stand]
_LEES = "SELECT cel, maanden, verborgen FROM dashboard_kubuscel WHERE bron = %s AND jaar = %s"
_LEES_CELLEN = f"{_LEES} AND (laag, cel) IN (SELECT * FROM unnest(%s::text[], %s::text[]))"  # noqa: S608


def read_splits(bron: Bron, jaar: int, cellen: Iterable[Cel]) -> Standen:
    """The total and all splits, and these cells of the tables of two."""
    year, splits = [bron.code, jaar], ["", *map(str, bron.dimensies)]
    statement = f"{_LEES} AND laag = ANY(%s) UNION ALL {_LEES_CELLEN}"
    return _read(statement, [*year, splits, *year, *_names(cellen)])


def read_cells(bron: Bron, jaar: int, cellen: Collection[Cel]) -> Standen:
    """These cells of the tables of two."""
    return _read(_LEES_CELLEN, [bron.code, jaar, *_names(cellen)]) if cellen else {}


def read_tables(bron: Bron, jaar: int, tabellen: Iterable[Laag]) -> Standen:
    """All cells of these tables."""
    return _read(f"{_LEES} AND laag = ANY(%s)", [bron.code, jaar, [*map(_name, tabellen)]])


def write_cells(bron: Bron, jaar: int, standen: Mapping[Cel, Stand]) -> None:
    """Keep how these cells stand; a cell with nothing counted and nothing hidden is forgotten."""
    kept = [(cel, stand) for cel, stand in standen.items() if stand != LEEG]
    empty = [cel for cel, stand in standen.items() if stand == LEEG]
    if empty:
        names, layers = [*map(write_cell, empty)], {_name(layer_of(cel)) for cel in empty}
        year = Kubuscel.objects.filter(bron=bron.code, jaar=jaar)
        year.filter(laag__in=layers, cel__in=names).delete()
    if not kept:
        return
    columns: list[list[Any]] = [
        [_name(layer_of(cel)) for cel, _ in kept],
        [write_cell(cel) for cel, _ in kept],
        [_as_bytes(stand.maanden) for _, stand in kept],
        [stand.verborgen for _, stand in kept],
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO dashboard_kubuscel (bron, jaar, laag, cel, maanden, verborgen)
            SELECT %s, %s, * FROM unnest(%s::text[], %s::text[], %s::bytea[], %s::int[])
            ON CONFLICT (bron, jaar, laag, cel)
            DO UPDATE SET maanden = EXCLUDED.maanden, verborgen = EXCLUDED.verborgen
            """,
            [bron.code, jaar, *columns],
        )


def replace_cells(bron: Bron, jaar: int, standen: Mapping[Cel, Stand]) -> None:
    """Keep how these cells stand, and forget all others of the year."""
    Kubuscel.objects.filter(bron=bron.code, jaar=jaar).delete()
    write_cells(bron, jaar, standen)


def months_counted(bron: Bron, jaar: int) -> set[dt.date]:
    """The months of a year that were ever counted."""
    rows = Kubus.objects.filter(bron=bron.code, maand__year=jaar)
    return set(rows.values_list("maand", flat=True))


def read_rows(bron: Bron, maanden: Collection[dt.date]) -> dict[dt.date, list[str]]:
    """The rows that were counted in these months last time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT maand, rijen FROM dashboard_kubus WHERE bron = %s AND maand = ANY(%s)",
            [bron.code, list(maanden)],
        )
        return {month: text.split("\n") if text else [] for month, text in cursor.fetchall()}


def keep_rows(bron: Bron, geteld: Mapping[dt.date, Maandtelling], at: dt.datetime) -> None:
    """Keep the rows that were counted now."""
    texts = ["\n".join(one.rijen) for one in geteld.values()]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO dashboard_kubus (bron, maand, rijen, berekend_op)
            SELECT %s, maand, rijen, %s::timestamptz
            FROM unnest(%s::date[], %s::text[]) AS nu (maand, rijen)
            ON CONFLICT (bron, maand)
            DO UPDATE SET rijen = EXCLUDED.rijen, berekend_op = EXCLUDED.berekend_op
            """,
            [bron.code, at, list(geteld), texts],
        )


def _read(statement: str, values: list[Any]) -> Standen:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return {
            read_cell(name): Stand(int.from_bytes(months, "little"), hidden)
            for name, months, hidden in cursor.fetchall()
        }


def _names(cellen: Iterable[Cel]) -> tuple[list[str], list[str]]:
    double = [cel for cel in cellen if len(cel) > 1]
    return [_name(layer_of(cel)) for cel in double], [write_cell(cel) for cel in double]


def _name(laag: Laag) -> str:
    return "|".join(laag)


def _as_bytes(maanden: int) -> bytes:
    return maanden.to_bytes((maanden.bit_length() + 7) // 8, "little")
