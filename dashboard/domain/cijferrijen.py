"""The rows of published figures of one year: making them, and writing only what differs."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from dashboard.domain.kubus import Stand
from dashboard.enums import Per
from dashboard.onderdrukking import Cel
from dashboard.onderdrukking.bundel import PERIODEN, vorm
from dashboard.onderdrukking.vensters import ALLES
from dashboard.queries.bronnen import Bron

# Indicator, period, and the names and values of at most two dimensions.
Sleutel = tuple[str, str, dt.date, str, str, str, str]
Inhoud = tuple[int | None, int | None, bool, int]
Rijen = dict[Sleutel, Inhoud]
_PERIODEN = [
    *((Per.MAAND, month) for month in range(1, 13)),
    *((Per.KWARTAAL, month) for month in (1, 4, 7, 10)),
    (Per.JAAR, 1),
]
_SLEUTEL = "indicator_id, per, begin, dimensie, categorie, filterdimensie, filtercategorie"
_INHOUD = "teller, noemer, onderdrukt, definitie_versie"
_SLEUTELS = ", ".join(
    f"%s::{kind}[]" for kind in ("text", "text", "date", "text", "text", "text", "text")
)
_INHOUDEN = ", ".join(f"%s::{kind}[]" for kind in ("bigint", "bigint", "boolean", "smallint"))


@dataclass(frozen=True)
class Gewijzigd:
    """How many published figures became different."""

    anders: int

    def __add__(self, other: "Gewijzigd") -> "Gewijzigd":
        return Gewijzigd(self.anders + other.anders)


def figures_of(
    bron: Bron,
    jaar: int,
    standen: Mapping[Cel, Stand],
    versies: Mapping[str, int],
    alleen: Mapping[Cel, int],
) -> Rijen:
    """The figures of these cells that have a row: what is not zero, and what is hidden.

    Of the cells in `alleen` only these periods, as bits.
    """
    shape, names = vorm(len(bron.tellingen)), bron.tellingen
    periods = [(str(per), dt.date(jaar, month, 1)) for per, month in _PERIODEN]
    maten = [
        (
            maat.code,
            names.index(maat.teller),
            names.index(maat.noemer) if maat.noemer else None,
            versies[maat.code],
        )
        for maat in bron.maten
    ]
    rows: Rijen = {}
    for cel, stand in standen.items():
        wanted = alleen.get(cel, ALLES)
        places = [place for place in range(PERIODEN) if wanted >> place & 1]
        mask, series = stand.verborgen, shape.counts(shape.add_up(stand.maanden), places)
        first, second = (*cel, ("", ""), ("", ""))[:2]
        for place, counts in zip(places, series, strict=True):
            period = periods[place]
            hidden = bool(mask >> place & 1)
            if not hidden and not counts[0]:
                continue
            for code, teller, noemer, versie in maten:
                rows[(code, *period, *first, *second)] = (
                    (None, None, True, versie)
                    if hidden
                    else (counts[teller], None if noemer is None else counts[noemer], False, versie)
                )
    return rows


def published(bron: Bron, jaar: int) -> Rijen:
    """The figures of a year as they are shown now."""
    statement = f"""
        SELECT {_SLEUTEL}, {_INHOUD}
        FROM dashboard_meting
        WHERE indicator_id = ANY(%s)
          AND begin BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)
    """  # noqa: S608 - our own constants only
    with connection.cursor() as cursor:
        cursor.execute(statement, [[maat.code for maat in bron.maten], jaar, jaar])
        return {row[:7]: row[7:] for row in cursor.fetchall()}


def write_figures(was: Rijen, wordt: Rijen, *, at: dt.datetime) -> Gewijzigd:
    """Replace the figures that were by those that are to be; only what differs is written."""
    fresh = {key: content for key, content in wordt.items() if was.get(key) != content}
    gone = [key for key in was if key not in wordt]
    if gone:
        _delete(gone)
    if fresh:
        _put(fresh, at)
    return Gewijzigd(len(gone) + len(fresh))


def _delete(keys: Collection[Sleutel]) -> None:
    statement = f"""
        DELETE FROM dashboard_meting WHERE ({_SLEUTEL}) IN (SELECT * FROM unnest({_SLEUTELS}))
    """  # noqa: S608 - our own constants only
    with connection.cursor() as cursor:
        cursor.execute(statement, _columns(keys))


def _put(rows: Rijen, at: dt.datetime) -> None:
    statement = f"""
        INSERT INTO dashboard_meting ({_SLEUTEL}, {_INHOUD}, berekend_op)
        SELECT *, %s::timestamptz FROM unnest({_SLEUTELS}, {_INHOUDEN})
        ON CONFLICT ({_SLEUTEL}) DO UPDATE SET
            ({_INHOUD}, berekend_op) = (EXCLUDED.teller, EXCLUDED.noemer, EXCLUDED.onderdrukt,
                                        EXCLUDED.definitie_versie, EXCLUDED.berekend_op)
    """  # noqa: S608 - our own constants only
    with connection.cursor() as cursor:
        cursor.execute(statement, [at, *_columns(rows), *_columns(rows.values())])


def _columns(rows: Collection[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]
