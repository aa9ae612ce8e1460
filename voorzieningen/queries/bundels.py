"""Unmet questions bundled by kind and wijk, without names, and what became of them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Avg, Case, Count, Exists, OuterRef, Q, QuerySet, Sum, When
from django.db.models.functions import TruncDate

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.models import Activiteit, Collectief, Gemis, Voorziening

DAGEN = 365
MINSTENS = 3
GRENS = 10
GESTOPT_DAGEN = 30


@dataclass(frozen=True)
class Bundel:
    """So many signals about a kind of question in a wijk, that nobody took up yet."""

    soort: str
    leefgebied: Leefgebied
    wijk: Wijk | None
    aantal: int

    @property
    def naam(self) -> str:
        """The kind of question as people read it."""
        return self.soort.replace("-", " ").capitalize() or self.leefgebied.label

    @property
    def hoe_vaak(self) -> str:
        """How often, in words: under ten it gives no number."""
        return f"{self.aantal} keer" if self.aantal >= GRENS else f"minder dan {GRENS} keer"


def bundles(op: dt.date) -> list[Bundel]:
    """What was missed at least a few times in the last year and is not taken up, most first."""
    since = dt.datetime.combine(op - dt.timedelta(days=DAGEN), dt.time(), AMSTERDAM)
    taken = Collectief.objects.filter(
        Q(wijk=OuterRef("wijk")) | Q(wijk=None),
        soort=OuterRef("soort"),
        leefgebied=OuterRef("leefgebied"),
        beeindigd_op=None,
    )
    rows = (
        Gemis.objects.filter(~Exists(taken), gemeld_op__gte=since)
        .order_by()
        .values_list("soort", "leefgebied", "wijk")
        .annotate(aantal=Count("pk"))
        .filter(aantal__gte=MINSTENS)
    )
    leefgebieden, wijken = Leefgebied.objects.in_bulk(), Wijk.objects.in_bulk()
    found = [
        Bundel(soort, leefgebieden[leefgebied], wijken.get(wijk), number)
        for soort, leefgebied, wijk, number in rows
    ]
    return sorted(found, key=lambda each: (-each.aantal, each.naam, str(each.wijk)))


def stopped(op: dt.date) -> QuerySet[Collectief]:
    """What was stopped lately and could go on, the last one first: it may have been a mistake."""
    since = dt.datetime.combine(op - dt.timedelta(days=GESTOPT_DAGEN), dt.time(), AMSTERDAM)
    rows = Collectief.objects.filter(
        beeindigd_op__gte=since,
        activiteit__in=Activiteit.objects.gaande(op),
        activiteit__voorziening__in=Voorziening.objects.geldig(op),
    )
    rows = rows.order_by("-beeindigd_op")
    return rows.select_related("leefgebied", "wijk", "activiteit__voorziening__organisatie")


def running() -> QuerySet[Collectief]:
    """What was taken up and goes on, with the average turnout since and who was new.

    Of fewer than ten people in all there is no average, as on the dashboard.
    """
    since = Q(activiteit__opkomsten__dag__gte=TruncDate("opgepakt_op"))
    average = Avg("activiteit__opkomsten__aantal", filter=since)
    return (
        Collectief.objects.filter(beeindigd_op=None)
        .select_related("leefgebied", "wijk", "activiteit__voorziening__organisatie")
        .annotate(
            keren=Count("activiteit__opkomsten", filter=since),
            mensen=Sum("activiteit__opkomsten__aantal", filter=since),
            nieuw=Sum("activiteit__opkomsten__nieuw", filter=since),
        )
        .annotate(gemiddeld=Case(When(Q(mensen=0) | Q(mensen__gte=GRENS), then=average)))
    )
