"""Taking what a household told into its plan in one go."""

import datetime as dt
import uuid
from collections.abc import Sequence

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.doelen import DoelGegevens, add_doel
from plannen.domain.plan import PlanGegevens, change_plan
from plannen.models import Doel


def draft_goals(
    *,
    plan_id: uuid.UUID,
    gegevens: PlanGegevens,
    verwacht: int,
    doelen: Sequence[DoelGegevens],
    by: Medewerker,
    at: dt.datetime,
) -> list[Doel]:
    """Write down what matters most and add the goals in this order, all or nothing.

    Refused as in `change_plan` (Verouderd, 412) and `add_doel`.
    """
    with operation():
        change_plan(plan_id=plan_id, gegevens=gegevens, verwacht=verwacht, by=by, at=at)
        return [add_doel(plan_id=plan_id, gegevens=one, by=by, at=at) for one in doelen]
