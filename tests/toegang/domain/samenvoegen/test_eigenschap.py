"""Whatever two residents or households look like: merged and undone is as it was."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.medewerkers.models import Betrokkenheid
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, ContactFactory, HuishoudenFactory, InwonerFactory
from tests.toestand import toestand
from toegang.domain.samenvoegen.huishoudens import merge_huishoudens
from toegang.domain.samenvoegen.inwoners import merge_inwoners
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.domain.samenvoegen.verhuizen import outside
from toegang.models import Lidmaatschap

pytestmark = pytest.mark.django_db
BEGIN = dt.date(2024, 1, 1)
DAGEN = st.integers(0, 12)
PERIODE = st.tuples(DAGEN, DAGEN, st.booleans())
RIJ = st.tuples(
    st.integers(0, 2), st.integers(0, 2), st.sampled_from(["thuis", "familie"]), PERIODE
)
OFTEN = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def as_days(period):
    begin, length, open_end = period
    van = BEGIN + dt.timedelta(days=begin)
    return van, None if open_end else van + dt.timedelta(days=length)


def overlap(one, other):
    return one[0] <= (other[1] or dt.date.max) and other[0] <= (one[1] or dt.date.max)


def town(rows):
    """Three residents, three households, and the memberships that do not clash."""
    people, homes = [InwonerFactory() for _ in range(3)], [HuishoudenFactory() for _ in range(3)]
    kept = []
    for person, home, band, period in rows:
        days = as_days(period)
        clash = any(
            person == p and overlap(days, d) and (home == h or band == b == "thuis")
            for p, h, b, d in kept
        )
        if not clash:
            kept.append((person, home, band, days))
            Lidmaatschap.objects.create(
                inwoner=people[person],
                huishouden=homes[home],
                band=band,
                rol="anders",
                van=days[0],
                tot=days[1],
            )
    return people, homes


@OFTEN
@given(rows=st.lists(RIJ, max_size=9))
def test_two_residents(consulent, rows):
    people, _ = town(rows)
    ContactFactory(inwoner=people[1])
    before = toestand()

    made = merge_inwoners(
        by=consulent, blijft_id=people[0].pk, vervalt_id=people[1].pk, reden="dubbel", at=NU
    )
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)

    assert toestand() == before


@OFTEN
@given(rows=st.lists(RIJ, max_size=9), periods=st.lists(st.tuples(DAGEN, PERIODE), max_size=5))
def test_two_households(consulent, rows, periods):
    _, homes = town(rows)
    colleague = MedewerkerFactory(consulent=True)
    kept = []
    for place, period in periods:
        home, days = homes[place % 2], as_days(period)
        if not any(home == h and overlap(days, d) for h, d in kept):
            kept.append((home, days))
            Betrokkenheid.objects.create(
                medewerker=colleague,
                huishouden_id=home.pk,
                grond="melding",
                van=days[0],
                tot=days[1],
            )
    before = toestand()

    made = merge_huishoudens(
        by=consulent, blijft_id=homes[0].pk, vervalt_id=homes[1].pk, reden="dubbel", at=NU
    )
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)

    assert toestand() == before


@given(period=PERIODE, others=st.lists(PERIODE, max_size=4))
def test_what_is_left_of_a_period_is_exactly_the_days_outside(period, others):
    whole, cut = as_days(period), [as_days(one) for one in others]

    left = outside(whole, cut)

    for day in (BEGIN + dt.timedelta(days=n) for n in range(40)):
        inside = overlap((day, day), whole) and not any(overlap((day, day), c) for c in cut)
        assert sum(overlap((day, day), one) for one in left) == int(inside)
