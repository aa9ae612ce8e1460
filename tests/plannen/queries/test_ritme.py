"""The days on which an afspraak comes back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plannen.enums import Herhaling
from plannen.models import Afspraak
from plannen.queries.ritme import (
    days_in_words,
    how_often,
    next_time,
    occurrences,
    occurs_on,
)

DINSDAG = dt.date(2026, 11, 17)
WEKEN = st.sampled_from([Herhaling.WEKELIJKS, Herhaling.TWEEWEKELIJKS])
DAGEN = st.lists(st.integers(1, 7), min_size=1, unique=True)
EERSTE = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


def coming_back(**values: object) -> Afspraak:
    given_values = {"herhaling": Herhaling.WEKELIJKS, "weekdagen": [2], "eerste_keer": DINSDAG}
    return Afspraak(**(given_values | values))


def days(afspraak: Afspraak, weken: int) -> list[str]:
    found = occurrences(afspraak, DINSDAG, DINSDAG + dt.timedelta(weeks=weken))
    return [f"{day:%d-%m}" for day in found]


@pytest.mark.parametrize(
    ("values", "weken", "verwacht"),
    [
        ({}, 2, ["17-11", "24-11", "01-12"]),
        ({"weekdagen": [1, 4]}, 1, ["19-11", "23-11"]),
        ({"herhaling": Herhaling.TWEEWEKELIJKS}, 4, ["17-11", "01-12", "15-12"]),
        ({"laatste_keer": dt.date(2026, 11, 24)}, 4, ["17-11", "24-11"]),
        (
            {"herhaling": Herhaling.MAANDELIJKS, "weekdagen": [], "maanddag": 1},
            7,
            ["01-12", "01-01"],
        ),
        (
            {"herhaling": Herhaling.MAANDELIJKS, "weekdagen": [], "maanddag": 31},
            15,
            ["30-11", "31-12", "31-01", "28-02"],
        ),
        ({"herhaling": Herhaling.DAGELIJKS, "weekdagen": []}, 0, ["17-11"]),
        ({"eerste_keer": None, "weekdagen": []}, 4, []),
    ],
)
def test_which_days(values: dict[str, object], weken: int, verwacht: list[str]) -> None:
    assert days(coming_back(**values), weken) == verwacht


def test_every_other_week_counts_whole_weeks_and_not_days() -> None:
    friday_first = coming_back(
        herhaling=Herhaling.TWEEWEKELIJKS, weekdagen=[1, 5], eerste_keer=dt.date(2026, 11, 20)
    )

    assert days(friday_first, 4) == ["20-11", "30-11", "04-12", "14-12"]


@given(herhaling=WEKEN, weekdagen=DAGEN, eerste=EERSTE, later=st.integers(0, 1000))
def test_a_week_has_its_own_days_and_none_before_the_first(
    herhaling: Herhaling, weekdagen: list[int], eerste: dt.date, later: int
) -> None:
    afspraak = coming_back(herhaling=herhaling, weekdagen=weekdagen, eerste_keer=eerste)
    day = eerste + dt.timedelta(days=later)
    window = 14 if herhaling == Herhaling.TWEEWEKELIJKS else 7

    found = list(
        occurrences(afspraak, day + dt.timedelta(days=14), day + dt.timedelta(days=13 + window))
    )

    assert sorted(one.isoweekday() for one in found) == sorted(weekdagen)
    assert not any(occurs_on(afspraak, eerste - dt.timedelta(days=n)) for n in range(1, 15))


@given(maanddag=st.sampled_from([*range(1, 29), 31]), eerste=EERSTE)
def test_every_month_has_one(maanddag: int, eerste: dt.date) -> None:
    afspraak = coming_back(
        herhaling=Herhaling.MAANDELIJKS, weekdagen=[], maanddag=maanddag, eerste_keer=eerste
    )

    january = dt.date(eerste.year + 1, 1, 1)
    found = list(occurrences(afspraak, january, january.replace(month=12, day=31)))

    assert [day.month for day in found] == list(range(1, 13))


@given(herhaling=WEKEN, weekdagen=DAGEN, eerste=EERSTE, na=EERSTE)
def test_the_next_time_is_the_first_after(
    herhaling: Herhaling, weekdagen: list[int], eerste: dt.date, na: dt.date
) -> None:
    afspraak = coming_back(herhaling=herhaling, weekdagen=weekdagen, eerste_keer=eerste)

    found = next_time(afspraak, na)

    assert found is not None
    assert found > na
    assert occurs_on(afspraak, found)
    assert list(occurrences(afspraak, na + dt.timedelta(days=1), found)) == [found]


def test_after_the_last_time_there_is_none() -> None:
    ended = coming_back(laatste_keer=dt.date(2026, 11, 24))

    assert next_time(ended, dt.date(2026, 11, 24)) is None


@pytest.mark.parametrize(
    ("values", "verwacht"),
    [
        ({"weekdagen": [2, 4]}, "Elke week op dinsdag en donderdag, vanaf 17 november 2026"),
        (
            {"herhaling": Herhaling.TWEEWEKELIJKS, "laatste_keer": dt.date(2027, 3, 1)},
            "Om de week op dinsdag, van 17 november 2026 tot en met 1 maart 2027",
        ),
        (
            {"herhaling": Herhaling.MAANDELIJKS, "weekdagen": [], "maanddag": 5},
            "Elke maand op de 5e, vanaf 17 november 2026",
        ),
        (
            {"herhaling": Herhaling.MAANDELIJKS, "weekdagen": [], "maanddag": 31},
            "Elke maand op de laatste dag, vanaf 17 november 2026",
        ),
        ({"eerste_keer": None, "weekdagen": []}, "Elke week"),
    ],
)
def test_how_often_in_words(values: dict[str, object], verwacht: str) -> None:
    assert how_often(coming_back(**values)) == verwacht


def test_days_in_words() -> None:
    assert days_in_words([]) == ""
    assert days_in_words([5, 1, 3]) == "maandag, woensdag en vrijdag"
