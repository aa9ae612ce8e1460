"""How many people an activity reaches: counts per day, never who."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Avg, Count, Sum

from voorzieningen.models import Activiteit, Opkomst

LAATSTE = 12


@dataclass(frozen=True)
class Bereik:
    """What was counted of one activity; `bezetting` is in per cents of its places."""

    keren: int
    gemiddeld: float | None
    nieuw: int
    bezetting: float | None
    laatste: Sequence[Opkomst]


def reach_of(activiteit: Activiteit) -> Bereik:
    """The turnout of an activity so far, with the last times."""
    found = activiteit.opkomsten.aggregate(
        keren=Count("pk"), gemiddeld=Avg("aantal"), nieuw=Sum("nieuw")
    )
    average, places = found["gemiddeld"], activiteit.plaatsen
    return Bereik(
        keren=found["keren"],
        gemiddeld=average,
        nieuw=found["nieuw"] or 0,
        bezetting=100 * average / places if average is not None and places else None,
        laatste=list(activiteit.opkomsten.all()[:LAATSTE]),
    )
