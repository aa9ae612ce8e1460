"""Lists of plans: my plans, and which evaluations are due."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.enums import AfspraakStatus, DoelStatus, PlanStatus
from plannen.models import (
    Aanspreekpunt,
    Afspraak,
    Deelname,
    Evaluatie,
    Keer,
    Plan,
    Regisseurperiode,
)
from plannen.queries.keren import WACHT, times_since, waiting_days
from plannen.queries.zicht import readable

BINNENKORT = dt.timedelta(days=30)
JAAR = dt.timedelta(days=365)
STRAKS = dt.timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Planfilter:
    """What to show of my plans; empty is all active ones."""

    status: str = ""
    regie: bool = False
    evaluatie: str = ""


def my_plans(by: Medewerker, *, op: dt.date, filter: Planfilter) -> QuerySet[Plan]:
    """The plans that somebody may open, with what a list shows; the next evaluation first."""
    found = readable(by, op=op)
    if filter.status:
        found = found.filter(status=filter.status)
    else:
        found = found.exclude(status=PlanStatus.BEEINDIGD)
    if filter.regie:
        found = found.filter(regisseurs__medewerker=by, regisseurs__tot__isnull=True)
    listed: QuerySet[Any] = _with_counts(found)
    if filter.evaluatie == "te-laat":
        listed = listed.filter(volgende_evaluatie__lt=op)
    if filter.evaluatie == "binnenkort":
        listed = listed.filter(volgende_evaluatie__range=(op, op + BINNENKORT))
    return listed.order_by("volgende_evaluatie", "-begonnen_op", "-id")


def evaluations_due(by: Medewerker, *, op: dt.date) -> QuerySet[Evaluatie]:
    """Evaluations of my active plans that are late or within thirty days, the oldest first."""
    plannen = readable(by, op=op).exclude(status=PlanStatus.BEEINDIGD)
    return (
        Evaluatie.objects.filter(
            plan__in=plannen, gehouden_op__isnull=True, gepland_op__lte=op + BINNENKORT
        )
        .select_related("plan__huishouden")
        .prefetch_related(Prefetch("plan__deelnames", Deelname.objects.select_related("inwoner")))
        .order_by("gepland_op", "id")
    )


@dataclass(frozen=True)
class Werkafspraak:
    """An afspraak that asks for somebody's attention, with the day it is about."""

    afspraak: Afspraak
    dag: dt.date


def afspraken_due(by: Medewerker, *, op: dt.date) -> list[Werkafspraak]:
    """Open afspraken that ask for my attention, the oldest first; four queries.

    Mine that are due within two weeks, mine that came back and were not ticked, and those
    of plans that I am regisseur of once their day has passed.
    """
    running = _open_afspraken(by, op=op)
    mine = Q(medewerker=by, uiterlijk__lte=op + STRAKS)
    leading = Regisseurperiode.objects.filter(medewerker=by, tot__isnull=True).values("plan")
    led = Q(doel__plan__in=leading, uiterlijk__lt=op)
    coming_back = Q(medewerker=by, eerste_keer__lte=op)
    found = list(running.filter(mine | led | coming_back).order_by("uiterlijk", "id"))
    ticked = times_since(found, op - WACHT)
    rows = [_asks(one, ticked.get(one.pk, {}), op=op) for one in found]
    return sorted((row for row in rows if row), key=lambda row: row.dag)


def _asks(
    afspraak: Afspraak, ticked: Mapping[dt.date, Keer], *, op: dt.date
) -> Werkafspraak | None:
    """The oldest day of it that asks for attention; None when all was ticked."""
    days = waiting_days(afspraak, ticked, op=op)[-1:]
    if afspraak.uiterlijk is not None and afspraak.uiterlijk <= op + STRAKS:
        days.append(afspraak.uiterlijk)
    return Werkafspraak(afspraak, min(days)) if days else None


def _open_afspraken(by: Medewerker, *, op: dt.date) -> QuerySet[Afspraak]:
    plannen = readable(by, op=op).exclude(status=PlanStatus.BEEINDIGD)
    return (
        Afspraak.objects.filter(status=AfspraakStatus.OPEN, doel__plan__in=plannen)
        .select_related("doel__plan", "inwoner", "medewerker")
        .prefetch_related(
            Prefetch("doel__plan__deelnames", Deelname.objects.select_related("inwoner"))
        )
    )


def _with_counts(plannen: QuerySet[Plan]) -> QuerySet[Any]:
    running = Regisseurperiode.objects.filter(tot__isnull=True).select_related("medewerker")
    return (
        plannen.select_related("huishouden")
        .annotate(
            aantal_doelen=Count("doelen", distinct=True),
            aantal_bereikt=Count(
                "doelen", filter=Q(doelen__status=DoelStatus.BEREIKT), distinct=True
            ),
            volgende_evaluatie=Min(
                "evaluaties__gepland_op", filter=Q(evaluaties__gehouden_op__isnull=True)
            ),
        )
        .prefetch_related(
            Prefetch("regisseurs", running, to_attr="nu_regisseur"),
            Prefetch("deelnames", Deelname.objects.select_related("inwoner")),
        )
    )


def previous_plan(plan: Plan) -> Plan | None:
    """A plan of the same household that ended within the year before this one began."""
    return (
        Plan.objects.van_gemeente()
        .filter(
            huishouden_id=plan.huishouden_id,
            beeindigd_op__lte=plan.begonnen_op,
            beeindigd_op__gt=plan.begonnen_op - JAAR,
        )
        .exclude(pk=plan.pk)
        .order_by("-beeindigd_op")
        .first()
    )


def came_back(plan: Plan, earlier: Iterable[Plan]) -> bool:
    """Whether one of these plans ended within the year before this one began."""
    ends = (one.beeindigd_op for one in earlier)
    return any(end and plan.begonnen_op - JAAR < end <= plan.begonnen_op for end in ends)


def plans_of_household(huishouden_id: uuid.UUID) -> list[Plan]:
    """The plans of a household, the newest first, with who leads them and what comes next."""
    running = Regisseurperiode.objects.filter(tot__isnull=True).select_related("medewerker")
    call = Aanspreekpunt.objects.filter(tot__isnull=True).select_related("medewerker")
    ahead = Evaluatie.objects.filter(gehouden_op__isnull=True).order_by("gepland_op")
    return list(
        Plan.objects.van(huishouden_id).prefetch_related(
            Prefetch("regisseurs", running, to_attr="nu_regisseur"),
            Prefetch("aanspreekpunten", call, to_attr="nu_aanspreekpunt"),
            Prefetch("evaluaties", ahead, to_attr="komende_evaluaties"),
        )
    )
