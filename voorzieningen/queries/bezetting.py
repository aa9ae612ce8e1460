"""How full the places in the wijken are: counts of who came, never who."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Sum

from voorzieningen.models import Locatie, Opkomst

GRENS = 10


@dataclass(frozen=True)
class Bezetting:
    """What was counted somewhere: how often, how many people came and how many could.

    Of fewer than ten people in all there is no number to show.
    """

    keren: int = 0
    mensen: int = 0
    plaatsen: int = 0

    def __add__(self, other: "Bezetting") -> "Bezetting":
        return Bezetting(
            self.keren + other.keren, self.mensen + other.mensen, self.plaatsen + other.plaatsen
        )

    @property
    def klein(self) -> bool:
        """Whether somebody came, but fewer than ten people in all."""
        return 0 < self.mensen < GRENS

    @property
    def procent(self) -> int | None:
        """Of a hundred places, how many were taken; None when that cannot be said."""
        return (
            round(100 * self.mensen / self.plaatsen) if self.plaatsen and not self.klein else None
        )

    @property
    def gemiddeld(self) -> float | None:
        """How many people came at a time."""
        return self.mensen / self.keren if self.keren and not self.klein else None


@dataclass(frozen=True)
class Accommodatie:
    """A place in a wijk where things happen, and how full it was."""

    locatie: Locatie
    activiteiten: int
    bezetting: Bezetting


def accommodations(van: dt.date, tot: dt.date, *, wijk: str = "") -> list[Accommodatie]:
    """The places where people were counted, both days included, the fullest first.

    Only activities that say how many fit in: without places nothing can be full.
    """
    rows = Opkomst.objects.filter(
        dag__range=(van, tot),
        activiteit__plaatsen__gt=0,
        activiteit__locatie__buurt__isnull=False,
    ).order_by()
    if wijk:
        rows = rows.filter(activiteit__locatie__buurt__wijk=wijk)
    counted = rows.values_list("activiteit__locatie").annotate(
        activiteiten=Count("activiteit", distinct=True),
        keren=Count("pk"),
        mensen=Sum("aantal"),
        plaatsen=Sum("activiteit__plaatsen"),
    )
    found = {key: numbers for key, *numbers in counted}
    places = Locatie.objects.filter(pk__in=found).select_related("organisatie", "buurt__wijk")
    made = [Accommodatie(one, found[one.pk][0], Bezetting(*found[one.pk][1:])) for one in places]
    return sorted(made, key=lambda each: (-(each.bezetting.procent or 0), each.locatie.naam))


def per_wijk(places: Iterable[Accommodatie]) -> dict[str, Bezetting]:
    """The places of every wijk together."""
    found: dict[str, Bezetting] = {}
    for each in places:
        wijk = each.locatie.wijkcode or ""
        found[wijk] = found.get(wijk, Bezetting()) + each.bezetting
    return found
