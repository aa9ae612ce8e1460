"""The rows of published figures of one year: making them, and writing only what differs."""

import datetime as dt
import io
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from dashboard.enums import Per
from dashboard.models import Meting
from dashboard.onderdrukking import Cel, Jaar
from dashboard.queries.bronnen import Bron, Maat

Sleutel = tuple[str, dt.date, str, str, str, str]
Inhoud = tuple[int | None, int | None, bool, int]
Rijen = dict[Sleutel, Inhoud]
_PERIODEN = [
    *((Per.MAAND, month) for month in range(1, 13)),
    *((Per.KWARTAAL, month) for month in (1, 4, 7, 10)),
    (Per.JAAR, 1),
]
_COLUMNS = (
    "indicator_id",
    "per",
    "begin",
    "dimensie",
    "categorie",
    "filterdimensie",
    "filtercategorie",
    "teller",
    "noemer",
    "onderdrukt",
    "definitie_versie",
    "berekend_op",
)
_KNOWN = """
    SELECT m.id, m.per, m.begin, m.dimensie, m.categorie, m.filterdimensie, m.filtercategorie,
           m.teller, m.noemer, m.onderdrukt, m.definitie_versie
    FROM dashboard_meting m
"""
_OF_YEAR = """
    WHERE m.indicator_id = %s
      AND m.begin BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)
"""
_OF_CELLS = """
    JOIN unnest(%s::text[], %s::text[], %s::text[], %s::text[]) AS cel (een, waarde, ander, binnen)
      ON m.dimensie = cel.een AND m.categorie = cel.waarde
     AND m.filterdimensie = cel.ander AND m.filtercategorie = cel.binnen
"""
# Above this many cells, reading the whole year is quicker than looking them up.
_MANY = 400


@dataclass(frozen=True)
class Gewijzigd:
    """How many published figures became different."""

    anders: int

    def __add__(self, other: "Gewijzigd") -> "Gewijzigd":
        return Gewijzigd(self.anders + other.anders)


@dataclass(frozen=True)
class Jaarcijfers:
    """A counted year of a source, with what is hidden of it."""

    bron: Bron
    jaar: int
    tellingen: Jaar
    verborgen: dict[Cel, int]

    @property
    def cellen(self) -> set[Cel]:
        """The cells that have a figure: what is not zero, and what is hidden."""
        return {*self.tellingen.bundels, *self.verborgen}


def write_figures(
    cijfers: Jaarcijfers,
    maat: Maat,
    *,
    versie: int,
    at: dt.datetime,
    alleen: Collection[Cel] | None = None,
) -> Gewijzigd:
    """Write the figures of an indicator that differ from what is published.

    With `alleen` nothing but those cells is looked at.
    """
    cells = cijfers.cellen if alleen is None else alleen
    rows = dict(_rows(cijfers, maat, cells, versie))
    ids, known = _published(maat.code, cijfers.jaar, alleen)
    fresh = {key: content for key, content in rows.items() if known.get(key) != content}
    gone = [ids[key] for key in known if key in fresh or key not in rows]
    if gone:
        Meting.objects.filter(pk__in=gone).delete()
    if fresh:
        _copy(maat.code, fresh.items(), at)
    new = sum(1 for key in fresh if key not in known)
    return Gewijzigd(len(gone) + new)


def _rows(
    cijfers: Jaarcijfers, maat: Maat, cells: Iterable[Cel], versie: int
) -> Iterator[tuple[Sleutel, Inhoud]]:
    """The figures of these cells that have a row: what is not zero, and what is hidden."""
    names = cijfers.bron.tellingen
    teller = names.index(maat.teller)
    noemer = names.index(maat.noemer) if maat.noemer else None
    periods = [(str(per), dt.date(cijfers.jaar, month, 1)) for per, month in _PERIODEN]
    for cel in cells:
        mask, series = cijfers.verborgen.get(cel, 0), cijfers.tellingen.reeks(cel)
        first, second = (*cel, ("", ""), ("", ""))[:2]
        for place, period in enumerate(periods):
            if mask >> place & 1:
                yield (*period, *first, *second), (None, None, True, versie)
            elif series[place][0]:
                below = series[place][noemer] if noemer is not None else None
                yield (*period, *first, *second), (series[place][teller], below, False, versie)


def _published(
    code: str, jaar: int, alleen: Collection[Cel] | None
) -> tuple[dict[Sleutel, int], Rijen]:
    statement = _KNOWN + _OF_YEAR
    values: list[Any] = [code, jaar, jaar]
    if alleen is not None and len(alleen) <= _MANY:
        statement, values = _KNOWN + _OF_CELLS + _OF_YEAR, [*_columns_of(alleen), *values]
    ids: dict[Sleutel, int] = {}
    known: Rijen = {}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        for number, *rest in cursor.fetchall():
            key: Any = tuple(rest[:6])
            ids[key] = number
            known[key] = tuple(rest[6:])
    if alleen is not None and len(alleen) > _MANY:
        wanted = {tuple(sum((*cel, ("", ""), ("", ""))[:2], ())) for cel in alleen}
        known = {key: content for key, content in known.items() if key[2:] in wanted}
    return ids, known


def _columns_of(cells: Collection[Cel]) -> list[list[str]]:
    """Names and values of the cells, a list for each of the four columns."""
    flat = [(*cel, ("", ""), ("", ""))[:2] for cel in cells]
    return [[pair[place][part] for pair in flat] for place in range(2) for part in range(2)]


def _copy(code: str, rows: Iterable[tuple[Sleutel, Inhoud]], at: dt.datetime) -> None:
    """Write many rows at once; a year of hulpvragen has tens of thousands."""
    lines = io.StringIO()
    moment = at.isoformat()
    for (per, begin, *names), (teller, noemer, hidden, versie) in rows:
        values = (code, per, begin.isoformat(), *names)
        numbers = ("\\N" if number is None else str(number) for number in (teller, noemer))
        lines.write("\t".join([*values, *numbers, "t" if hidden else "f", str(versie), moment]))
        lines.write("\n")
    with connection.cursor() as cursor:
        statement = f"COPY dashboard_meting ({', '.join(_COLUMNS)}) FROM STDIN"
        with cursor.copy(statement) as copy:
            copy.write(lines.getvalue())
