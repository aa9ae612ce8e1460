"""What is known of every wijk in a period, in a fixed number of queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum

from dashboard.enums import Dimensie, Gebiedsmaat
from dashboard.queries.cijfers import Cijfer, Vraag, read_figures
from dashboard.queries.gebiedscijfers import read_areas
from dashboard.views.keuze import Keuze
from hengelo_sociaal.gebieden.models import Inwonertal, Wijk
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.enums import Preventieniveau
from voorzieningen.queries.bezetting import Bezetting, accommodations, per_wijk
from voorzieningen.queries.witte_vlekken import (
    Matrix,
    Voorraad,
    gaps_per_wijk,
    matrices,
    supply_per_wijk,
)

GRENS = 10


@dataclass(frozen=True)
class Rij:
    """A wijk in a period.

    Use is of the year of the period, in tens, and None when hidden or never counted.
    `gaten` counts the holes of its preventiematrix of today.
    """

    wijk: Wijk
    inwoners: int | None
    vragen: Cijfer | None
    gebruik: int | None
    gebruik_geteld: bool
    voorraad: Voorraad
    bezetting: Bezetting
    gemis: int
    gaten: int

    @property
    def per_duizend(self) -> float | None:
        """Questions per thousand inhabitants, where both are known."""
        if not self.inwoners or self.vragen is None or self.vragen.waarde is None:
            return None
        return 1000 * self.vragen.waarde / self.inwoners

    @property
    def gemis_in_woorden(self) -> str:
        """How often something was missed, without a small number."""
        return in_words(self.gemis)


def rows_of(keuze: Keuze, wijken: Sequence[Wijk]) -> list[Rij]:
    """These wijken in a period."""
    people, asked = inhabitants(), questions(keuze, Dimensie.WIJK)
    used = read_areas(Gebiedsmaat.GEBRUIK, keuze.begin.year, [each.pk for each in wijken])
    supply, gaps = supply_per_wijk(keuze.vandaag), gaps_per_wijk(keuze.begin, keuze.einde)
    full = per_wijk(accommodations(keuze.begin, keuze.einde))
    grids, leefgebieden = matrices(keuze.vandaag), list(Leefgebied.objects.all())
    return [
        Rij(
            wijk,
            people.get(wijk.pk),
            asked.get(wijk.pk),
            used.van(wijk.pk),
            used.berekend_op is not None,
            supply.get(wijk.pk, Voorraad()),
            full.get(wijk.pk, Bezetting()),
            gaps[wijk.pk],
            holes(leefgebieden, grids[wijk.pk]),
        )
        for wijk in wijken
    ]


def inhabitants() -> dict[str, int]:
    """The newest number of inhabitants of each wijk: the total, or all age groups together."""
    rows = Inwonertal.objects.filter(wijk__isnull=False, buurt=None)
    ages = rows.exclude(leeftijdsgroep="").values_list("wijk", "jaar")
    found = {(wijk, year): n for wijk, year, n in ages.annotate(som=Sum("aantal"))}
    totals = rows.filter(leeftijdsgroep="").values_list("wijk", "jaar", "aantal")
    found |= {(wijk, year): n for wijk, year, n in totals}
    return {wijk: found[wijk, year] for wijk, year in sorted(found)}


def questions(keuze: Keuze, split: Dimensie, wijk: str = "") -> dict[str, Cijfer]:
    """The questions of a period, split, of one wijk when asked."""
    asked = Vraag(
        indicator="hulpvragen",
        van=keuze.begin,
        tot=keuze.begin,
        per=keuze.per,
        uitgesplitst=split,
        filter=(Dimensie.WIJK, wijk) if wijk else None,
    )
    return {figure.categorie: figure for figure in read_figures(asked)}


def holes(leefgebieden: Sequence[Leefgebied], grid: Matrix | Counter[tuple[str, str]]) -> int:
    """How many cells of a preventiematrix have nothing."""
    return sum(not grid[level, each.pk] for each in leefgebieden for level in Preventieniveau)


def in_words(number: int) -> str:
    """A count of signals: under ten it says no more than that there are some."""
    if number == 0:
        return "geen"
    return f"minder dan {GRENS}" if number < GRENS else str(number)
