"""Evaluations that come up, for the list of what ends within twelve weeks."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Prefetch

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from hengelo_sociaal.werk.registers import Aflopend, Einden
from plannen.enums import PlanStatus
from plannen.models import Deelname, Evaluatie
from plannen.queries.pagina import household_name
from plannen.queries.zicht import readable
from plannen.rechten import PLAN_LEZEN


def evaluations_ending(by: Medewerker, op: dt.date, tot: dt.date) -> Iterable[Aflopend]:
    """Evaluations of my running plans up to and including a day, late ones too."""
    if (PLAN_LEZEN.van(by) or 0) != Bereik.EIGEN:
        return []
    mine = readable(by, op=op).exclude(status=PlanStatus.BEEINDIGD)
    due = (
        Evaluatie.objects.filter(plan__in=mine, gehouden_op__isnull=True, gepland_op__lte=tot)
        .select_related("plan__huishouden")
        .prefetch_related(Prefetch("plan__deelnames", Deelname.objects.select_related("inwoner")))
    )
    return Einden(due, "gepland_op", _evaluation)


def _evaluation(one: Evaluatie) -> Aflopend:
    return Aflopend(
        dag=one.gepland_op,
        wat="Evaluatie van het plan",
        van_wie=household_name(one.plan),
        adres=f"/plannen/{one.plan_id}",
        inwoners=tuple(member.inwoner_id for member in one.plan.deelnames.all()),
    )
