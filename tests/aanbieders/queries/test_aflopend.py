"""Toewijzingen in the list of what ends within twelve weeks."""

import datetime as dt

import pytest

from aanbieders.queries.aflopend import toewijzingen_ending
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
OP = dt.date(2026, 11, 17)
TOT = OP + dt.timedelta(weeks=12)


@pytest.fixture
def consulent():
    return MedewerkerFactory(consulent=True)


def mine(consulent, **change):
    made = ToewijzingFactory(**change)
    involve(medewerker=consulent, huishouden_id=made.huishouden_id, grond=Grond.PLAN, op=OP)
    return made


def test_what_ends_for_my_households(consulent):
    ending = mine(consulent)
    mine(consulent, tot=TOT + dt.timedelta(days=1))
    mine(consulent, beeindigd=True)
    ToewijzingFactory()

    (row,) = toewijzingen_ending(consulent, OP, TOT)

    assert (row.dag, row.inwoners) == (ending.tot, (ending.inwoner_id,))
    assert row.adres == f"/toewijzingen/{ending.pk}"


@pytest.mark.parametrize("rol", ["administratie", "contracten", "beleid", "jurist"])
def test_who_is_never_involved_has_none(rol):
    ToewijzingFactory()

    assert list(toewijzingen_ending(MedewerkerFactory(rollen=[rol]), OP, TOT)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_two_queries(consulent, number, django_assert_num_queries):
    for _ in range(number):
        mine(consulent)

    with django_assert_num_queries(2):
        assert len(list(toewijzingen_ending(consulent, OP, TOT))) == number
