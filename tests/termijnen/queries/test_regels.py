"""When rules are remembered and when they are read again."""

import datetime as dt
import itertools
from collections.abc import Callable

import pytest
from django.db import connection

from hengelo_sociaal.termijnen.models import GedektJaar, Termijnregel
from hengelo_sociaal.termijnen.queries import (
    bereken_termijn,
    find_regel,
    kalender,
    regels_op,
    werkdagen_over,
)
from hengelo_sociaal.termijnen.queries.regels import Geheugen


def counting() -> Callable[[], int]:
    """Something to read that says how often it was read."""
    keer = itertools.count(1)
    return lambda: next(keer)


def test_outside_a_transaction_a_rule_is_remembered_until_it_is_forgotten() -> None:
    geheugen = Geheugen(counting())

    assert not connection.in_atomic_block
    assert [geheugen.get(), geheugen.get()] == [1, 1]
    geheugen.forget()
    assert geheugen.get() == 2


def test_what_is_remembered_grows_old() -> None:
    geheugen = Geheugen(counting(), seconden=-1)

    assert [geheugen.get(), geheugen.get()] == [1, 2]


@pytest.mark.django_db
def test_inside_a_transaction_everything_is_read_afresh() -> None:
    geheugen = Geheugen(counting())

    assert connection.in_atomic_block
    assert [geheugen.get(), geheugen.get()] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_a_change_by_beheer_counts_at_once() -> None:
    eerst = bereken_termijn("jeugd_besluit", dt.date(2026, 6, 1)).einddatum

    regel = Termijnregel.objects.get(code="jeugd_besluit")
    regel.aantal = 6
    regel.save()
    GedektJaar.objects.filter(jaar=2027).get().delete()

    assert eerst == dt.date(2026, 7, 27)
    assert bereken_termijn("jeugd_besluit", dt.date(2026, 6, 1)).einddatum == dt.date(2026, 7, 13)
    assert 2027 not in kalender().gedekte_jaren


@pytest.mark.django_db
def test_a_rule_is_found_by_the_day_on_which_it_applied() -> None:
    oud = Termijnregel.objects.get(code="jeugd_besluit")
    oud.geldig_tot = dt.date(2026, 12, 31)
    oud.save()
    nieuw = Termijnregel.objects.get(pk=oud.pk)
    nieuw.pk, nieuw.aantal = None, 6
    nieuw.geldig_van, nieuw.geldig_tot = dt.date(2027, 1, 1), None
    nieuw._state.adding = True
    nieuw.save()

    assert find_regel("jeugd_besluit", dt.date(2026, 12, 31)).aantal == 8
    assert find_regel("jeugd_besluit", dt.date(2027, 1, 1)).aantal == 6


@pytest.mark.django_db
def test_the_rules_of_a_day_are_those_that_applied() -> None:
    codes = {regel.code for regel in regels_op(dt.date(2025, 6, 1))}

    assert "wmo_onderzoek" in codes
    assert "pw_terugwerkend" not in codes


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("vandaag", "over"), [("2026-04-02", 3), ("2026-04-09", 0), ("2026-04-10", -1)]
)
def test_the_working_days_that_are_left(vandaag, over) -> None:
    assert werkdagen_over(dt.date(2026, 4, 9), dt.date.fromisoformat(vandaag)) == over
