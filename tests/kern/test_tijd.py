import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.tijd import dag_van, leeftijd_op


def test_a_day_is_a_day_in_amsterdam():
    late = dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC)

    assert dag_van(late) == dt.date(2026, 7, 2)


def test_born_on_leap_day_has_birthday_on_first_of_march():
    born = dt.date(2008, 2, 29)

    assert leeftijd_op(born, dt.date(2026, 2, 28)) == 17
    assert leeftijd_op(born, dt.date(2026, 3, 1)) == 18


@given(st.dates(dt.date(1900, 1, 1), dt.date(2020, 1, 1)), st.integers(0, 40_000))
def test_age_never_goes_down(born, days):
    day = min(born + dt.timedelta(days=days), dt.date(2120, 1, 1))

    assert 0 <= leeftijd_op(born, day) <= leeftijd_op(born, day + dt.timedelta(days=1))
