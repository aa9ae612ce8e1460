"""Who of a plan takes part in another one as well, such as a child with two homes."""

import datetime as dt
from dataclasses import dataclass

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Deelname, Plan
from plannen.queries.pagina import running_deelnames
from plannen.queries.zicht import readable
from toegang.models import Inwoner


@dataclass(frozen=True)
class Elders:
    """Somebody who takes part in another plan; which one only for who may open that."""

    inwoner: Inwoner
    plan: Plan | None


def also_in(plan: Plan, *, by: Medewerker, op: dt.date) -> list[Elders]:
    """The other running plans of who takes part in a loaded plan; one or two queries."""
    people = [one.inwoner_id for one in running_deelnames(plan)]
    others = list(
        Deelname.objects.filter(
            inwoner__in=people, tot__isnull=True, plan__in=Plan.objects.actief()
        )
        .exclude(plan=plan)
        .select_related("inwoner", "plan")
    )
    if not others:
        return []
    known = set(
        readable(by, op=op)
        .filter(pk__in=[one.plan_id for one in others])
        .values_list("pk", flat=True)
    )
    return [Elders(one.inwoner, one.plan if one.plan_id in known else None) for one in others]
