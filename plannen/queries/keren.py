"""What came of the times of afspraken that come back, and which still wait."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plannen.enums import AfspraakStatus, Keeruitkomst
from plannen.models import Afspraak, Keer
from plannen.queries.ritme import next_time, occurrences

TERUG = dt.timedelta(weeks=8)
WACHT = dt.timedelta(weeks=2)
MEEST = 3
Kerenperdag = Mapping[uuid.UUID, Mapping[dt.date, Keer]]


@dataclass(frozen=True)
class Kerenstand:
    """How it goes with an afspraak that comes back, over the last eight weeks.

    `open` are the days of the last two weeks on which nobody said what came of it, the
    newest first and at most three; `laatste` what was ticked last.
    """

    open: list[dt.date]
    laatste: list[Keer]
    volgende: dt.date | None
    gedaan: int
    geweest: int


def times_since(afspraken: Iterable[Afspraak], van: dt.date) -> Kerenperdag:
    """What was ticked from a day on, per afspraak and day; one query, or none."""
    ids = [one.pk for one in afspraken if one.komt_terug]
    found: dict[uuid.UUID, dict[dt.date, Keer]] = defaultdict(dict)
    if ids:
        for keer in Keer.objects.filter(afspraak__in=ids, dag__gte=van).select_related("door"):
            found[keer.afspraak_id][keer.dag] = keer
    return found


def standing(
    afspraak: Afspraak, ticked: Mapping[dt.date, Keer], *, op: dt.date
) -> Kerenstand | None:
    """How it stands on a day; None for what does not come back."""
    if not afspraak.komt_terug:
        return None
    been = {*occurrences(afspraak, op - TERUG, op), *(day for day in ticked if day <= op)}
    return Kerenstand(
        open=waiting_days(afspraak, ticked, op=op)[:MEEST],
        laatste=[ticked[day] for day in sorted(ticked, reverse=True)[:MEEST]],
        volgende=next_time(afspraak, op) if afspraak.status == AfspraakStatus.OPEN else None,
        gedaan=sum(one.uitkomst == Keeruitkomst.GEDAAN for one in ticked.values()),
        geweest=len(been),
    )


def waiting_days(
    afspraak: Afspraak, ticked: Mapping[dt.date, Keer], *, op: dt.date
) -> list[dt.date]:
    """Days of the last two weeks, today too, of which nobody said what came of it."""
    if afspraak.status != AfspraakStatus.OPEN:
        return []
    days = [day for day in occurrences(afspraak, op - WACHT, op) if day not in ticked]
    return days[::-1]
