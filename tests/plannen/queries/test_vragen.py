"""Questions that have no goal yet, and plans within a year."""

import datetime as dt

import pytest

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Plan
from plannen.queries.lijst import previous_plan
from plannen.queries.vragen import questions_without_goal
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import DoelFactory, PlanFactory
from tests.factories.toegang import VANDAAG, ContactFactory, HuishoudenFactory, HulpvraagFactory
from toegang.models import Hulpvraag

pytestmark = pytest.mark.django_db


def asked(plan: Plan, uitkomst: str = "melding", days_ago: int = 0) -> Hulpvraag:
    day = VANDAAG - dt.timedelta(days=days_ago)
    contact = ContactFactory(huishouden=plan.huishouden, dag=day)
    return HulpvraagFactory(contact=contact, uitkomst_id=uitkomst)


def test_a_new_question_waits_for_a_goal(plan: Plan, consulent: Medewerker) -> None:
    new, taken = asked(plan), asked(plan)
    DoelFactory(plan=plan, hulpvraag=taken)
    asked(plan, "informatie-en-advies")
    asked(plan, days_ago=400)
    HulpvraagFactory(uitkomst_id="melding")

    assert list(questions_without_goal(plan, by=consulent)) == [new]


def test_a_vindplaats_sees_no_questions_of_others(plan: Plan) -> None:
    asked(plan)

    poh = MedewerkerFactory(rollen=["vindplaats"])

    assert not questions_without_goal(plan, by=poh).exists()


@pytest.mark.parametrize(("days", "found"), [(1, True), (364, True), (365, False)])
def test_a_plan_that_ended_within_a_year_is_seen(days: int, found: bool) -> None:
    huishouden = HuishoudenFactory()
    ended = PlanFactory(
        huishouden=huishouden,
        beeindigd=True,
        begonnen_op=VANDAAG - dt.timedelta(days=500),
        beeindigd_op=VANDAAG - dt.timedelta(days=days),
    )

    plan = PlanFactory(huishouden=huishouden)

    assert previous_plan(plan) == (ended if found else None)
