"""Who may see or change which plan (contract.md, Who may what: plan)."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet

from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import own_or_involved
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.enums import PlanStatus
from plannen.models import Plan
from plannen.queries.concepten import is_own_draft, only_drafts, own_drafts
from plannen.rechten import PLAN_CONCEPT, PLAN_LEZEN, PLAN_SCHRIJVEN


def may_write(by: Medewerker, plan: Plan, *, op: dt.date) -> bool:
    """Whether `by` may change the plan: as somebody involved, or their own draft.

    The draft of a vindplaats is of its maker alone, until it is offered. Raises GeenRecht
    (403) when no role of theirs may change this at all.
    """
    if plan.vindplaats_id is not None:
        toets(by, PLAN_CONCEPT, minstens=Bereik.EIGEN)
        return plan.aangeboden_op is None and is_own_draft(by, plan, op=op)
    needed = PLAN_CONCEPT if plan.status == PlanStatus.CONCEPT else PLAN_SCHRIJVEN
    reach = toets(by, needed, minstens=Bereik.EIGEN)
    if only_drafts(by):
        return False
    return reach > Bereik.DOEL or is_involved(by, plan.huishouden_id, op=op)


def readable(
    by: Medewerker, *, op: dt.date, huishouden_id: uuid.UUID | None = None
) -> QuerySet[Plan]:
    """The plans that somebody may open without stating a purpose; a vindplaats its own drafts.

    With `huishouden_id` those of that household.
    """
    reach = toets(by, PLAN_LEZEN, minstens=Bereik.EIGEN)
    here = Q() if huishouden_id is None else Q(huishouden=huishouden_id)
    if only_drafts(by):
        return own_drafts(by, op=op).filter(here)
    plans = Plan.objects.van_gemeente()
    if reach == Bereik.ALLES:
        return plans.filter(here)
    return own_or_involved(plans, None, by, op=op, huishouden_id=huishouden_id)
