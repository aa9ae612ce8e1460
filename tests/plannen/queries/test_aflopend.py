"""Evaluations in the list of what ends within twelve weeks."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.werk.registers import first_to_end
from plannen.queries.aflopend import evaluations_ending
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import EvaluatieFactory, PlanFactory
from tests.factories.toegang import VANDAAG

pytestmark = pytest.mark.django_db
TWAALF_WEKEN = VANDAAG + dt.timedelta(weeks=12)


def test_evaluations_of_my_plans_late_ones_too(consulent):
    plan = PlanFactory(betrokken=consulent)
    late = EvaluatieFactory(plan=plan, gepland_op=VANDAAG - dt.timedelta(days=3))
    EvaluatieFactory(plan=plan, gepland_op=TWAALF_WEKEN + dt.timedelta(days=1))
    EvaluatieFactory(plan=plan, gepland_op=VANDAAG, gehouden=True)
    EvaluatieFactory(gepland_op=VANDAAG)

    (row,) = evaluations_ending(consulent, VANDAAG, TWAALF_WEKEN)

    assert (row.dag, row.adres) == (late.gepland_op, f"/plannen/{plan.pk}")
    assert set(row.inwoners) == set(plan.deelnames.values_list("inwoner", flat=True))


@pytest.mark.parametrize("rol", ["beleid", "loket", "jurist"])
def test_others_have_no_plans_of_their_own(rol):
    EvaluatieFactory(gepland_op=VANDAAG)

    assert list(evaluations_ending(MedewerkerFactory(rollen=[rol]), VANDAAG, TWAALF_WEKEN)) == []


def test_my_work_has_the_first_of_every_kind_and_counts_them_all(
    consulent, django_assert_max_num_queries
):
    plan = PlanFactory(betrokken=consulent)
    days = [VANDAAG + dt.timedelta(days=n) for n in (30, 2, 12, -1, 60)]
    for day in days:
        EvaluatieFactory(plan=plan, gepland_op=day)

    with django_assert_max_num_queries(6), een_keer():
        rows, number = first_to_end(consulent, op=VANDAAG, most=2)

    assert [row.dag for row in rows] == sorted(days)[:2]
    assert number == len(days)
    assert first_to_end(MedewerkerFactory(consulent=True), op=VANDAAG, most=2) == ([], 0)


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_a_fixed_number_of_queries(consulent, number, django_assert_max_num_queries):
    for _ in range(number):
        EvaluatieFactory(plan=PlanFactory(betrokken=consulent), gepland_op=VANDAAG)

    with django_assert_max_num_queries(3):
        assert len(list(evaluations_ending(consulent, VANDAAG, TWAALF_WEKEN))) == number
