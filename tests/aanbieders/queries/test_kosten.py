"""What toewijzingen will cost, by the database and by a slow and obvious twin."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aanbieders.enums import Frequentie
from aanbieders.models import Tarief, Toewijzing
from aanbieders.queries.kosten import (
    Verplichting,
    commitments,
    commitments_per_contract,
    committed_years,
    estimated_cost,
)
from tests.factories.aanbieders import TariefFactory, ToewijzingFactory

JAAR = {"van": dt.date(2026, 1, 1), "tot": dt.date(2026, 12, 31)}


def cost(toewijzing: Toewijzing, **period) -> int:
    tarieven = Tarief.objects.filter(
        contract=toewijzing.contract, product=toewijzing.product, eenheid=toewijzing.eenheid
    )
    return estimated_cost(toewijzing, tarieven, **period)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("velden", "cent"),
    [
        ({"frequentie": "1", "volume": 1}, 365 * 60_00),
        ({"frequentie": "2", "volume": 4, "tot": dt.date(2026, 1, 14)}, 2 * 4 * 60_00),
        ({"frequentie": "4", "volume": 2}, 12 * 2 * 60_00),
        ({"frequentie": "6", "volume": 100}, 100 * 60_00),
        ({"frequentie": "2", "volume": 1, "tot": dt.date(2026, 1, 1)}, 857),
    ],
)
def test_each_frequency_is_counted_over_its_days(velden, cent):
    assert cost(ToewijzingFactory(**velden)) == cent


@pytest.mark.django_db
def test_for_euros_the_volume_is_the_amount():
    tarief = TariefFactory(eenheid="83", contract__resultaat=True, bedrag_cent=5_000_00)

    toewijzing = ToewijzingFactory(tarief=tarief, frequentie="6", volume=1_234_56)

    assert cost(toewijzing) == 1_234_56
    assert commitments(**JAAR) == [Verplichting("6.712", 1_234_56, 1)]


@pytest.mark.django_db
def test_a_new_price_counts_from_its_day():
    oud = TariefFactory(tot=dt.date(2026, 6, 30))
    TariefFactory(
        contract=oud.contract, product=oud.product, van=dt.date(2026, 7, 1), bedrag_cent=70_00
    )

    toewijzing = ToewijzingFactory(tarief=oud, frequentie="1", volume=1)

    assert cost(toewijzing) == 181 * 60_00 + 184 * 70_00


@pytest.mark.django_db
def test_what_ended_early_or_never_started_counts_no_further():
    ToewijzingFactory(beeindigd=True, frequentie="1", volume=1)
    ToewijzingFactory(vervallen=True)

    (found,) = commitments(**JAAR)

    assert (found.cent, found.mensen) == (181 * 60_00, 1)


@pytest.mark.django_db
def test_people_are_counted_once_however_many_toewijzingen_they_have():
    tarief = TariefFactory()
    first = ToewijzingFactory(tarief=tarief, tot=dt.date(2026, 3, 31))
    ToewijzingFactory(tarief=tarief, huishouden=first.huishouden, van=dt.date(2026, 4, 1))
    ToewijzingFactory(tarief=tarief)

    (found,) = commitments(**JAAR)

    assert found.mensen == 2


@pytest.mark.django_db
def test_an_open_end_commits_until_its_contract_ends():
    assert list(committed_years()) == []
    tarief = TariefFactory(contract__van=dt.date(2025, 1, 1), contract__tot=dt.date(2029, 3, 31))

    ToewijzingFactory(tarief=tarief, van=dt.date(2025, 5, 1), tot=dt.date(2025, 6, 30))
    assert list(committed_years()) == [2025]
    ToewijzingFactory(tarief=tarief, frequentie="4", tot=None)

    assert list(committed_years()) == [2025, 2026, 2027, 2028, 2029]


@pytest.mark.django_db
def test_commitments_take_one_query(django_assert_num_queries):
    for _ in range(3):
        ToewijzingFactory()

    with django_assert_num_queries(1):
        commitments(**JAAR)


DAYS = st.integers(0, 400).map(lambda n: dt.date(2025, 12, 1) + dt.timedelta(days=n))


class TestTwin(TestCase):
    """The database and the obvious Python agree, for any grant and any period."""

    databases = frozenset({"default", "dashboard"})

    @settings(max_examples=40, deadline=None)
    @given(
        volume=st.integers(1, 5000),
        frequentie=st.sampled_from(Frequentie.values),
        bedrag=st.integers(1, 99_999),
        duur=st.integers(0, 400),
        begin=DAYS,
        knip=DAYS,
        periode=st.tuples(DAYS, DAYS).map(sorted),
    )
    def test_both_count_the_same(self, volume, frequentie, bedrag, duur, begin, knip, periode):
        tarief = TariefFactory(
            contract__van=dt.date(2025, 1, 1),
            bedrag_cent=bedrag,
            tot=max(knip, dt.date(2025, 1, 1)),
        )
        TariefFactory(
            contract=tarief.contract,
            product=tarief.product,
            van=tarief.tot + dt.timedelta(days=1),
            bedrag_cent=bedrag + 1,
        )
        toewijzing = ToewijzingFactory(
            tarief=tarief,
            volume=volume,
            frequentie=frequentie,
            van=begin,
            tot=begin + dt.timedelta(days=duur),
        )
        van, tot = periode

        by_database = commitments_per_contract(van=van, tot=tot).get(toewijzing.contract_id, 0)

        assert by_database == cost(toewijzing, van=van, tot=tot)

    @settings(max_examples=25, deadline=None)
    @given(volume=st.integers(1, 100), knip=st.integers(0, 363))
    def test_two_halves_of_a_year_are_the_year_but_for_rounding(self, volume, knip):
        toewijzing = ToewijzingFactory(volume=volume)
        middle = dt.date(2026, 1, 1) + dt.timedelta(days=knip)

        first = cost(toewijzing, tot=middle)
        second = cost(toewijzing, van=middle + dt.timedelta(days=1))

        assert abs(first + second - cost(toewijzing)) <= 1
