"""Plans in the calendar of a colleague."""

import datetime as dt
from typing import Any

import pytest

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Plan
from plannen.queries.agenda import calendar_entries
from plannen.queries.lijst import afspraken_due
from tests.factories.plannen import (
    AfspraakFactory,
    EvaluatieFactory,
    KeerFactory,
    RegisseurperiodeFactory,
)
from tests.factories.toegang import VANDAAG

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(weeks=1)


def test_my_days_stand_in_it_and_say_nothing_about_people(
    plan: Plan, consulent: Medewerker
) -> None:
    mine = AfspraakFactory(doel__plan=plan, medewerker=consulent, elke_dinsdag=True)
    AfspraakFactory(doel=mine.doel, elke_dinsdag=True)
    KeerFactory(afspraak=mine, dag=VANDAAG + WEEK, overgeslagen=True)
    AfspraakFactory(doel=mine.doel, medewerker=consulent, uiterlijk=VANDAAG + 2 * WEEK)

    found = list(calendar_entries(consulent, VANDAAG))

    coming = [one.begin for one in found if one.titel == "Afspraak uit een plan"]
    assert coming[:3] == [VANDAAG, VANDAAG + 2 * WEEK, VANDAAG + 3 * WEEK]
    assert [one.begin for one in found if one.titel.startswith("Laatste dag")] == [
        VANDAAG + 2 * WEEK
    ]
    assert len({one.kenmerk for one in found}) == len(found)
    assert not any(mine.omschrijving in one.titel for one in found)


def test_evaluations_are_of_who_leads_the_plan(plan: Plan, consulent: Medewerker) -> None:
    EvaluatieFactory(plan=plan, gepland_op=VANDAAG + WEEK)
    before = list(calendar_entries(consulent, VANDAAG))
    RegisseurperiodeFactory(plan=plan, medewerker=consulent)

    (found,) = calendar_entries(consulent, VANDAAG)

    assert before == []
    assert (found.begin, found.titel) == (VANDAAG + WEEK, "Evaluatie van een plan")


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_a_fixed_number_of_queries(
    plan: Plan, consulent: Medewerker, number: int, django_assert_num_queries: Any
) -> None:
    AfspraakFactory.create_batch(number, doel__plan=plan, medewerker=consulent, elke_dinsdag=True)

    with django_assert_num_queries(3):
        list(calendar_entries(consulent, VANDAAG))


@pytest.mark.parametrize("number", [1, 3])
def test_my_work_names_what_was_not_ticked(
    plan: Plan, consulent: Medewerker, number: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(number):
        mine = AfspraakFactory(doel__plan=plan, medewerker=consulent, elke_dinsdag=True)
        KeerFactory(afspraak=mine, dag=VANDAAG - 2 * WEEK)
    done = AfspraakFactory(doel__plan=plan, medewerker=consulent, elke_dinsdag=True)
    for weeks in range(3):
        KeerFactory(afspraak=done, dag=VANDAAG - weeks * WEEK)

    with django_assert_max_num_queries(5):
        found = afspraken_due(consulent, op=VANDAAG)

    assert [row.dag for row in found] == [VANDAAG - WEEK] * number
