"""The shape of a source and of the indicators that are made of it."""

import datetime as dt
from dataclasses import dataclass

from dashboard.enums import Dimensie, Indicatorsoort, Richting

GELDIG_VAN = dt.date(2026, 1, 1)


@dataclass(frozen=True)
class Opgave:
    """What the municipality wants to reach (BP, chapter 5)."""

    code: str
    naam: str


@dataclass(frozen=True, kw_only=True)
class Maat:
    """One indicator: which count of its source, over which other count.

    `teller` and `noemer` are names of the source's counts; without a noemer the figure is
    a number, with one it is a percentage. `definitie` is what people read; a new text needs
    a higher `versie`.
    """

    code: str
    naam: str
    opgave: Opgave
    soort: Indicatorsoort
    eenheid: str
    richting: Richting
    definitie: str
    teller: str
    teller_tekst: str
    telt_op: str
    noemer: str | None = None
    noemer_tekst: str = ""
    versie: int = 1
    volgorde: int = 0


@dataclass(frozen=True, kw_only=True)
class Bron:
    """What is counted from the registrations.

    `sql` gives rows (maand, *dimensies, *tellingen) for %(van)s <= day < %(tot)s, grouped
    by day first and rolled up to months. The first count is always how many there are;
    every count can be added up over cells and months. `tellingen` come with what is left
    of each (`niet`), because a small rest is a small group too.
    """

    code: str
    dimensies: tuple[Dimensie, ...]
    tellingen: tuple[str, ...]
    sql: str
    maten: tuple[Maat, ...]


OPGAVE_1 = Opgave("OPG-1", "Een integrale toegang: een vraag wordt overal goed opgepakt")
OPGAVE_2 = Opgave("OPG-2", "Een huishouden, een plan en waar nodig een regisseur")
OPGAVE_3 = Opgave("OPG-3", "Algemene voorzieningen die aansluiten op wat inwoners nodig hebben")
# A contact from another municipality that we work for keeps that municipality as its wijk.
WIJK_SQL = """CASE WHEN c.wijk = 'onbekend' AND c.gemeente NOT IN ('onbekend', %(gemeente)s)
                THEN c.gemeente ELSE c.wijk END"""


def rolled_up(binnen: str, dimensies: tuple[Dimensie, ...], tellingen: tuple[str, ...]) -> str:
    """Days to months: `binnen` groups by day, which is much faster than by month at once."""
    names = ", ".join(str(dimensie) for dimensie in dimensies)
    counts = ", ".join(f"sum({telling})::bigint" for telling in tellingen)
    return f"""
        WITH per_dag AS ({binnen})
        SELECT dag - (extract(day FROM dag)::int - 1) AS maand, {names}, {counts}
        FROM per_dag
        GROUP BY maand, {names}
    """  # noqa: S608 - our own constants only
