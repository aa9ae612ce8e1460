"""Agreeing a price, with the history kept and never two at once."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from django.db import OperationalError, connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aanbieders.domain.tarieven import set_tarief
from aanbieders.exceptions import BuitenContract, EenheidPastNiet, TariefOverlapt
from aanbieders.models import Tarief
from hengelo_sociaal.kern.fouten import DomeinFout, GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.aanbieders import ContractFactory, ProductFactory, TariefFactory
from tests.factories.medewerkers import MedewerkerFactory

NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)


@pytest.fixture
def contractbeheer(db):
    return MedewerkerFactory(rollen=["contracten"])


def agree(tarief: Tarief, by, **anders) -> Tarief:
    velden = {"eenheid": tarief.eenheid, "bedrag_cent": 65_00, "van": dt.date(2027, 1, 1)}
    return set_tarief(
        contract=tarief.contract, product=tarief.product, by=by, at=NU, **velden | anders
    )


def history(contract) -> list[tuple[dt.date, dt.date | None, int]]:
    rows = Tarief.objects.filter(contract=contract).order_by("van")
    return list(rows.values_list("van", "tot", "bedrag_cent"))


def test_a_new_price_ends_the_running_one_the_day_before(contractbeheer):
    oud = TariefFactory()

    agree(oud, contractbeheer)

    assert history(oud.contract) == [
        (dt.date(2026, 1, 1), dt.date(2026, 12, 31), 60_00),
        (dt.date(2027, 1, 1), None, 65_00),
    ]


def test_a_price_in_between_lasts_until_the_next(contractbeheer):
    oud = TariefFactory()
    agree(oud, contractbeheer)

    agree(oud, contractbeheer, van=dt.date(2026, 7, 1), bedrag_cent=62_00)

    assert history(oud.contract) == [
        (dt.date(2026, 1, 1), dt.date(2026, 6, 30), 60_00),
        (dt.date(2026, 7, 1), dt.date(2026, 12, 31), 62_00),
        (dt.date(2027, 1, 1), None, 65_00),
    ]


def test_a_price_before_the_first_ends_the_day_before_it(contractbeheer):
    oud = TariefFactory(van=dt.date(2026, 7, 1))

    agree(oud, contractbeheer, van=dt.date(2026, 1, 1), bedrag_cent=50_00)

    assert history(oud.contract)[0] == (dt.date(2026, 1, 1), dt.date(2026, 6, 30), 50_00)


def test_the_log_keeps_both_amounts(contractbeheer):
    agree(TariefFactory(), contractbeheer)

    assert Wijzigingsregel.objects.get().wijziging["bedrag_cent"] == [60_00, 65_00]


@pytest.mark.parametrize(
    ("anders", "refusal"),
    [
        ({"van": dt.date(2026, 1, 1)}, TariefOverlapt),
        ({"van": dt.date(2025, 12, 31)}, BuitenContract),
        ({"van": dt.date(2028, 1, 1)}, BuitenContract),
        ({"eenheid": "82"}, EenheidPastNiet),
        ({"bedrag_cent": 0}, OngeldigeInvoer),
        ({"bedrag_cent": 100_000_000}, OngeldigeInvoer),
    ],
)
def test_what_cannot_be_agreed_is_refused_and_changes_nothing(contractbeheer, anders, refusal):
    oud = TariefFactory()

    with pytest.raises(refusal):
        agree(oud, contractbeheer, **anders)

    assert history(oud.contract) == [(dt.date(2026, 1, 1), None, 60_00)]


@pytest.mark.django_db
@pytest.mark.parametrize("rol", ["administratie", "financien", "beleid", "beheer"])
def test_only_contractbeheer_may_agree_a_price(rol):
    oud = TariefFactory()

    with pytest.raises(GeenRecht):
        agree(oud, MedewerkerFactory(rollen=[rol]))


def test_without_its_line_in_the_log_nothing_changes(contractbeheer, monkeypatch):
    oud = TariefFactory()

    def fail(**kwargs):
        raise OperationalError("vol")

    monkeypatch.setattr("aanbieders.domain.tarieven.log_change", fail)

    with pytest.raises(OperationalError):
        agree(oud, contractbeheer)

    assert history(oud.contract) == [(dt.date(2026, 1, 1), None, 60_00)]


@pytest.mark.django_db(transaction=True)
def test_twelve_at_once_leave_one_price_and_no_deadlock():
    oud = TariefFactory()
    by = MedewerkerFactory(rollen=["contracten"])

    def attempt(number: int) -> str:
        try:
            agree(oud, by, bedrag_cent=60_00 + number)
        except TariefOverlapt as refused:
            return refused.code
        finally:
            connection.close()
        return "gelukt"

    with ThreadPoolExecutor(12) as pool:
        outcomes = list(pool.map(attempt, range(1, 13)))

    assert sorted(outcomes) == ["gelukt"] + ["tarief-overlapt"] * 11
    assert len(history(oud.contract)) == 2


class TestHistory(TestCase):
    """Whatever is agreed in whatever order, every day has at most one price and none is lost."""

    databases = frozenset({"default", "dashboard"})

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.integers(0, 729), min_size=1, max_size=6))
    def test_days_never_have_two_prices_and_later_days_always_one(self, starts):
        contract, product = ContractFactory(), ProductFactory()
        by = MedewerkerFactory(rollen=["contracten"])

        for number, start in enumerate(starts):
            van = contract.van + dt.timedelta(days=start)
            try:
                set_tarief(
                    contract=contract,
                    product=product,
                    eenheid="04",
                    bedrag_cent=number + 1,
                    van=van,
                    by=by,
                    at=NU,
                )
            except DomeinFout:
                continue

        rows = history(contract)
        assert [row[0] for row in rows] == sorted(
            {contract.van + dt.timedelta(days=start) for start in starts}
        )
        for (_, tot, _), (van, _, _) in pairwise(rows):
            assert tot == van - dt.timedelta(days=1)
        assert rows[-1][1] is None
