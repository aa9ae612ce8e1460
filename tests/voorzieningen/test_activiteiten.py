"""When an activity happens."""

import datetime as dt

import pytest
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.voorzieningen import ActiviteitFactory
from voorzieningen.enums import Herhaling

DINSDAG = dt.date(2026, 1, 6)
DAGEN = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2028, 12, 31))


def built(**velden):
    return ActiviteitFactory.build(voorziening=None, **velden)


@given(eerste=DAGEN, vanaf=DAGEN, weken=st.sampled_from(Herhaling.values))
def test_every_day_is_on_its_weekday_a_whole_number_of_times_later(eerste, vanaf, weken):
    activiteit = built(eerste_keer=eerste, herhaling=weken)

    days = list(activiteit.dagen(vanaf=vanaf, tot=vanaf + dt.timedelta(days=100)))

    assert all(vanaf <= day <= vanaf + dt.timedelta(days=100) and day >= eerste for day in days)
    assert all((day - eerste).days % (7 * (activiteit.weken or 1)) == 0 for day in days)
    assert days == sorted(set(days))


@given(eerste=DAGEN, op=DAGEN)
def test_the_next_time_of_what_repeats_is_within_its_period(eerste, op):
    found = built(eerste_keer=eerste, herhaling=Herhaling.VIERWEKELIJKS).volgende(op)

    assert found is not None
    assert max(op, eerste) <= found < max(op, eerste) + dt.timedelta(weeks=4)


def test_what_has_ended_has_no_next_time():
    activiteit = built(eerste_keer=DINSDAG, tot_en_met=DINSDAG + dt.timedelta(days=8))

    assert activiteit.volgende(DINSDAG) == DINSDAG
    assert activiteit.volgende(DINSDAG + dt.timedelta(days=1)) == dt.date(2026, 1, 13)
    assert activiteit.volgende(DINSDAG + dt.timedelta(days=8)) is None


def test_what_happens_once_happens_once():
    activiteit = built(eerste_keer=DINSDAG, herhaling=Herhaling.EENMALIG)

    assert list(activiteit.dagen(vanaf=DINSDAG, tot=dt.date(2030, 1, 1))) == [DINSDAG]
    assert activiteit.volgende(dt.date(2026, 1, 7)) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "velden",
    [
        {"eindigt": dt.time(9)},
        {"tot_en_met": dt.date(2026, 1, 5)},
        {"herhaling": "soms"},
        {"naam": ""},
    ],
)
def test_what_cannot_be_is_refused_by_the_database(velden):
    with pytest.raises(IntegrityError):
        ActiviteitFactory(**velden)
