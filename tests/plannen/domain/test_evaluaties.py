"""Evaluations."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer, Verouderd
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.evaluaties import (
    EvaluatieGegevens,
    change_evaluatie,
    hold_evaluatie,
    plan_evaluatie,
)
from plannen.enums import EvaluatieUitkomst, PlanStatus
from plannen.exceptions import ReedsGehouden
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import EvaluatieFactory, PlanFactory
from tests.factories.toegang import NU, VANDAAG

pytestmark = pytest.mark.django_db
STRAKS = VANDAAG + dt.timedelta(days=90)


def test_an_evaluation_is_planned_ahead(plan: Plan, consulent: Medewerker) -> None:
    made = plan_evaluatie(plan_id=plan.pk, gepland_op=STRAKS, by=consulent, at=NU)

    assert (made.gepland_op, made.gehouden_op) == (STRAKS, None)


def test_not_on_a_day_that_has_passed(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(OngeldigeInvoer):
        plan_evaluatie(
            plan_id=plan.pk, gepland_op=VANDAAG - dt.timedelta(days=1), by=consulent, at=NU
        )


def test_holding_it_plans_the_next(plan: Plan, consulent: Medewerker) -> None:
    evaluatie = EvaluatieFactory(plan=plan)

    held = hold_evaluatie(
        evaluatie_id=evaluatie.pk,
        uitkomst=EvaluatieUitkomst.AFSCHALEN,
        verslag="Minder hulp nodig.",
        volgende_op=STRAKS,
        by=consulent,
        at=NU,
    )

    assert (held.gehouden_op, held.gehouden_door) == (VANDAAG, consulent)
    assert plan.evaluaties.get(gehouden_op__isnull=True).gepland_op == STRAKS


def test_an_outcome_does_not_end_the_plan(plan: Plan, consulent: Medewerker) -> None:
    evaluatie = EvaluatieFactory(plan=plan)

    hold_evaluatie(
        evaluatie_id=evaluatie.pk, uitkomst="beeindigen", verslag="", by=consulent, at=NU
    )

    plan.refresh_from_db()
    assert plan.status == PlanStatus.CONCEPT


def test_an_evaluation_is_held_once(plan: Plan, consulent: Medewerker) -> None:
    evaluatie = EvaluatieFactory(plan=plan, gehouden=True)

    with pytest.raises(ReedsGehouden):
        hold_evaluatie(
            evaluatie_id=evaluatie.pk, uitkomst="doorgaan", verslag="", by=consulent, at=NU
        )
    with pytest.raises(ReedsGehouden):
        change_evaluatie(
            evaluatie_id=evaluatie.pk,
            gegevens=EvaluatieGegevens(gepland_op=STRAKS),
            verwacht=1,
            by=consulent,
            at=NU,
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"uitkomst": "misschien"},
        {"gehouden_op": VANDAAG + dt.timedelta(days=1)},
        {"volgende_op": VANDAAG - dt.timedelta(days=1)},
    ],
)
def test_what_cannot_be_held(plan: Plan, consulent: Medewerker, wrong: dict[str, object]) -> None:
    values = {"uitkomst": "doorgaan", "verslag": "", **wrong}

    with pytest.raises(OngeldigeInvoer) as refusal:
        hold_evaluatie(
            evaluatie_id=EvaluatieFactory(plan=plan).pk,
            by=consulent,
            at=NU,
            **values,  # type: ignore[arg-type]
        )

    assert set(refusal.value.velden) == set(wrong)


def test_moving_an_evaluation(plan: Plan, consulent: Medewerker) -> None:
    evaluatie = EvaluatieFactory(plan=plan)
    new = EvaluatieGegevens(gepland_op=STRAKS)

    moved = change_evaluatie(
        evaluatie_id=evaluatie.pk, gegevens=new, verwacht=1, by=consulent, at=NU
    )

    assert (moved.gepland_op, moved.wijzigingnummer) == (STRAKS, 2)
    with pytest.raises(Verouderd):
        change_evaluatie(evaluatie_id=evaluatie.pk, gegevens=new, verwacht=1, by=consulent, at=NU)


def test_a_vindplaats_holds_no_evaluations() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    plan = PlanFactory(betrokken=poh)

    with pytest.raises(GeenRecht):
        plan_evaluatie(plan_id=plan.pk, gepland_op=STRAKS, by=poh, at=NU)
