"""How much work everybody has, and who is next in turn."""

import datetime as dt
import heapq
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker, Team, Verlof
from hengelo_sociaal.medewerkers.queries import absences, colleagues_of
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.rekenen.soorten import Soort
from toegang.enums import LOPEND, HuisbezoekStatus
from toegang.models import Huisbezoek, Melding, Werkoverdracht
from toegang.queries.meldingen import as_work_list

BIJNA = dt.timedelta(days=7)
LAATSTE = 5
_RUNNING = Q(
    termijnen__status__in=[TermijnStatus.LOOPT, TermijnStatus.VERLOPEN],
    termijnen__gehaald_op__isnull=True,
    termijnen__regel__soort__in=[
        soort.value for soort in Soort if soort not in (Soort.INWONERTERMIJN, Soort.WACHTTIJD)
    ],
)


@dataclass(frozen=True, kw_only=True)
class Werkvoorraad:
    """The work of one colleague: running meldingen, their terms, and visits to come."""

    medewerker: Medewerker
    meldingen: int
    termijnen: int
    bijna: int
    te_laat: int
    bezoeken: int
    verlof: Verlof | None

    @property
    def is_weg(self) -> bool:
        """Whether somebody else does this work now."""
        return self.verlof is not None

    @property
    def woorden(self) -> str:
        """The load in a few words, to choose by."""
        words = "1 melding" if self.meldingen == 1 else f"{self.meldingen} meldingen"
        late = f", {self.te_laat} te laat" if self.te_laat else ""
        away = ", met verlof" if self.is_weg else ""
        return f"{words}{late}{away}"


def colleagues_who_treat() -> QuerySet[Medewerker]:
    """Who treats meldingen and may log in, by name."""
    treats = Q(rollen__contains=["consulent"]) | Q(rollen__contains=["teamleider"])
    return Medewerker.objects.filter(treats, is_active=True).order_by("naam")


def workload(colleagues: QuerySet[Medewerker], *, op: dt.date) -> list[Werkvoorraad]:
    """The load of these colleagues by name, in four queries for whatever number of them."""
    people = list(colleagues)
    away = absences(colleagues, op=op)
    running = Melding.objects.filter(consulent__in=[one.pk for one in people], status__in=LOPEND)
    cases = dict(running.order_by().values_list("consulent").annotate(n=Count("pk")))
    terms = _terms_of(running, op=op)
    visits = Huisbezoek.objects.filter(
        medewerker__in=[one.pk for one in people], status=HuisbezoekStatus.GEPLAND
    )
    planned = dict(visits.order_by().values_list("medewerker").annotate(n=Count("pk")))
    return [
        Werkvoorraad(
            medewerker=one,
            meldingen=cases.get(one.pk, 0),
            termijnen=terms.get(one.pk, (0, 0, 0))[0],
            bijna=terms.get(one.pk, (0, 0, 0))[1],
            te_laat=terms.get(one.pk, (0, 0, 0))[2],
            bezoeken=planned.get(one.pk, 0),
            verlof=away.get(one.pk),
        )
        for one in people
    ]


def _terms_of(running: QuerySet[Melding], *, op: dt.date) -> dict[uuid.UUID, tuple[int, int, int]]:
    """Per colleague the running terms, those that end within a week, and those too late."""
    soon = _RUNNING & Q(termijnen__einddatum__gte=op, termijnen__einddatum__lte=op + BIJNA)
    rows = (
        running.order_by()
        .values("consulent")
        .annotate(
            loopt=Count("termijnen", filter=_RUNNING),
            bijna=Count("termijnen", filter=soon),
            laat=Count("termijnen", filter=_RUNNING & Q(termijnen__einddatum__lt=op)),
        )
    )
    return {row["consulent"]: (row["loopt"], row["bijna"], row["laat"]) for row in rows}


def team_workload(team: Team, *, op: dt.date) -> list[Werkvoorraad]:
    """The load of the consulenten of a team."""
    people = colleagues_of(Team.objects.filter(pk=team.pk))
    return workload(people.filter(rollen__contains=["consulent"]), op=op)


def handed_over(team: Team) -> list[Werkoverdracht]:
    """The latest times that all work of somebody in a team went to another."""
    rows = Werkoverdracht.objects.filter(van__teams=team).select_related("van", "naar", "door")
    return list(rows.defer("betrokken", "stukken")[:LAATSTE])


def team_queue(team: Team) -> QuerySet[Melding]:
    """What of a team nobody treats yet, the oldest first."""
    waiting = Melding.objects.filter(team=team, consulent__isnull=True, status__in=LOPEND)
    return as_work_list(waiting).order_by("ontvangen_op", "id")


def propose(queue: Iterable[Melding], loads: Sequence[Werkvoorraad]) -> dict[uuid.UUID, Medewerker]:
    """Who gets which melding: each the colleague with the least work at that moment.

    Whoever is away gets nothing. Of equals the first by name; the proposal is the same
    every time, and the loads of those who are there never end further than one apart
    than they were.
    """
    there = [load for load in loads if not load.is_weg]
    by_place = {place: load.medewerker for place, load in enumerate(there)}
    heap = [(load.meldingen, place) for place, load in enumerate(there)]
    heapq.heapify(heap)
    given: dict[uuid.UUID, Medewerker] = {}
    for melding in queue:
        if not heap:
            break
        number, place = heapq.heappop(heap)
        given[melding.pk] = by_place[place]
        heapq.heappush(heap, (number + 1, place))
    return given
