"""Evaluations: planned with the plan, held together."""

import datetime as dt
import uuid
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.domain.gemeen import (
    differences,
    fill,
    lock_plan,
    lock_with_part,
    note,
    require_unchanged,
    save_changed,
)
from plannen.enums import EvaluatieUitkomst
from plannen.exceptions import ReedsGehouden
from plannen.models import Evaluatie
from plannen.rechten import PLAN_SCHRIJVEN


@dataclass(frozen=True, kw_only=True)
class EvaluatieGegevens:
    """When a planned evaluation is."""

    gepland_op: dt.date


def plan_evaluatie(
    *, plan_id: uuid.UUID, gepland_op: dt.date, by: Medewerker, at: dt.datetime
) -> Evaluatie:
    """Plan a day to look at the plan together; not a day that has passed."""
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    _require_ahead(gepland_op, op=op)
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        made = Evaluatie.objects.create(
            plan=plan, gepland_op=gepland_op, gewijzigd_op=at, gewijzigd_door=by
        )
        note(
            plan,
            "evaluatie gepland",
            made,
            by=by,
            at=at,
            wijziging={"gepland_op": gepland_op.isoformat()},
        )
    return made


def change_evaluatie(
    *,
    evaluatie_id: uuid.UUID,
    gegevens: EvaluatieGegevens,
    verwacht: int,
    by: Medewerker,
    at: dt.datetime,
) -> Evaluatie:
    """Move a planned evaluation; refused with ReedsGehouden once held, or Verouderd (412)."""
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    _require_ahead(gegevens.gepland_op, op=op)
    with operation():
        plan, evaluatie = lock_with_part(Evaluatie, evaluatie_id, plan="plan_id", by=by, op=op)
        require_unchanged(evaluatie, verwacht, gegevens)
        if evaluatie.gehouden_op is not None:
            raise ReedsGehouden()
        changed = fill(evaluatie, gegevens)
        if changed:
            save_changed(evaluatie, by=by, at=at)
            note(plan, "evaluatie verzet", evaluatie, by=by, at=at, wijziging=changed)
    return evaluatie


def hold_evaluatie(
    *,
    evaluatie_id: uuid.UUID,
    uitkomst: str,
    verslag: str,
    by: Medewerker,
    at: dt.datetime,
    gehouden_op: dt.date | None = None,
    volgende_op: dt.date | None = None,
) -> Evaluatie:
    """Record what came of an evaluation, and plan the next one with it.

    `gehouden_op` is today unless told, never later. An outcome does not change the plan
    by itself: ending it is `end_plan`. Refused with ReedsGehouden the second time; what
    stands and what was filled in are then both in `extra`.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    held = gehouden_op or op
    _require_outcome(uitkomst, held, volgende_op, op=op)
    with operation():
        plan, evaluatie = lock_with_part(Evaluatie, evaluatie_id, plan="plan_id", by=by, op=op)
        if evaluatie.gehouden_op is not None:
            found = {"gehouden_op": held, "uitkomst": uitkomst, "verslag": verslag.strip()}
            raise ReedsGehouden(extra={"verschillen": differences(evaluatie, found)})
        evaluatie.gehouden_op, evaluatie.gehouden_door = held, by
        evaluatie.uitkomst, evaluatie.verslag = uitkomst, verslag.strip()
        save_changed(evaluatie, by=by, at=at)
        note(plan, "evaluatie gehouden", evaluatie, by=by, at=at, wijziging={"uitkomst": uitkomst})
        if volgende_op is not None:
            plan_evaluatie(plan_id=plan.pk, gepland_op=volgende_op, by=by, at=at)
    return evaluatie


def _require_ahead(day: dt.date, *, op: dt.date) -> None:
    if day < op:
        raise OngeldigeInvoer(velden={"gepland_op": "Kies vandaag of een dag die nog komt."})


def _require_outcome(
    uitkomst: str, held: dt.date, volgende_op: dt.date | None, *, op: dt.date
) -> None:
    wrong = {}
    if uitkomst not in EvaluatieUitkomst.values:
        wrong["uitkomst"] = "Kies wat er uit de evaluatie kwam."
    if held > op:
        wrong["gehouden_op"] = "Een evaluatie die nog komt kunt u nog niet vastleggen."
    if volgende_op is not None and volgende_op < op:
        wrong["volgende_op"] = "Kies vandaag of een dag die nog komt."
    if wrong:
        raise OngeldigeInvoer(velden=wrong)
