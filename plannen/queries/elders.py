"""Who of a plan takes part in another one as well, such as a child with two homes."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from plannen.models import Deelname, Plan
from plannen.queries.pagina import running_deelnames
from plannen.queries.zicht import readable
from plannen.rechten import PLAN_LEZEN
from toegang.models import Inwoner, Lidmaatschap


@dataclass(frozen=True)
class Elders:
    """Somebody who takes part in another plan; which one only for who may open that."""

    inwoner: Inwoner
    plan: Plan | None


def also_in(plan: Plan, *, by: Medewerker, op: dt.date) -> list[Elders]:
    """The other running plans of who takes part in a loaded plan; one or two queries."""
    people = [one.inwoner_id for one in running_deelnames(plan)]
    found = _running().filter(inwoner__in=people).exclude(plan=plan)
    return _as_allowed(found, by=by, op=op)


def of_household(huishouden_id: uuid.UUID, *, by: Medewerker, op: dt.date) -> list[Elders]:
    """Who belongs to a household and takes part in the plan of another; one or two queries.

    Nothing for who may not read plans at all.
    """
    if (PLAN_LEZEN.van(by) or 0) < Bereik.EIGEN:
        return []
    members = Lidmaatschap.objects.op(op).filter(huishouden=huishouden_id)
    found = _running().filter(inwoner__in=members.values("inwoner"))
    return _as_allowed(found.exclude(plan__huishouden=huishouden_id), by=by, op=op)


def _running() -> QuerySet[Deelname]:
    rows = Deelname.objects.filter(tot__isnull=True, plan__in=Plan.objects.actief())
    return rows.select_related("inwoner", "plan").order_by("inwoner__geboortedatum", "pk")


def _as_allowed(found: QuerySet[Deelname], *, by: Medewerker, op: dt.date) -> list[Elders]:
    others = list(found)
    if not others:
        return []
    known = set(
        readable(by, op=op)
        .filter(pk__in=[one.plan_id for one in others])
        .values_list("pk", flat=True)
    )
    return [Elders(one.inwoner, one.plan if one.plan_id in known else None) for one in others]
