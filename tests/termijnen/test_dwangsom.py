"""What is owed for a decision that does not come (Awb 4:17)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.termijnen.exceptions import TariefOnbekend
from hengelo_sociaal.termijnen.models import Dwangsomtarief
from hengelo_sociaal.termijnen.queries import bereken_termijn, dwangsom_op, tarief_op
from hengelo_sociaal.termijnen.rekenen.dwangsom import HOOGSTENS, Tarief, bereken_dwangsom

TARIEF = Tarief(2300, 3500, 4500)
BEGIN = dt.date(2026, 3, 2)
NA = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("dagen", "euro"),
    [(0, 0), (1, 23), (14, 322), (15, 357), (28, 812), (29, 857), (42, 1442), (43, 1442)],
)
def test_the_amounts_of_the_law(dagen: int, euro: int) -> None:
    found = bereken_dwangsom(BEGIN, BEGIN + (dagen - 1) * NA, TARIEF)

    assert found.bedrag == euro * 100
    assert found.dagen == min(dagen, HOOGSTENS)
    assert found.maximum == 144_200


def test_before_the_first_day_nothing_is_owed_and_the_first_day_is_explained() -> None:
    found = bereken_dwangsom(BEGIN, BEGIN - 30 * NA, TARIEF)

    assert (found.dagen, found.bedrag) == (0, 0)
    assert [step.datum for step in found.stappen] == [BEGIN]
    assert "4:17 lid 3" in found.stappen[0].waarom


def test_every_step_says_how_the_amount_came_about() -> None:
    found = bereken_dwangsom(BEGIN, BEGIN + 41 * NA, TARIEF)

    words = [step.waarom for step in found.stappen]
    assert len(words) == 5
    assert "14 dagen van € 23. Samen is dat € 322" in words[1]
    assert "Samen is dat € 1.442" in words[3]
    assert "niet verder" in words[4]
    assert [step.datum for step in found.stappen] == sorted(step.datum for step in found.stappen)


@given(
    dagen=st.integers(min_value=-100, max_value=400),
    bedragen=st.tuples(*[st.integers(min_value=0, max_value=100_000)] * 3),
)
def test_a_dwangsom_never_falls_and_never_passes_its_maximum(
    dagen: int, bedragen: tuple[int, int, int]
) -> None:
    tarief = Tarief(*bedragen)
    today = bereken_dwangsom(BEGIN, BEGIN + dagen * NA, tarief)
    tomorrow = bereken_dwangsom(BEGIN, BEGIN + (dagen + 1) * NA, tarief)

    assert 0 <= today.bedrag <= tomorrow.bedrag <= tarief.maximum
    assert tomorrow.bedrag - today.bedrag in {0, *bedragen}
    assert today.laatste_dag - today.eerste_dag == (HOOGSTENS - 1) * NA


@pytest.mark.django_db
def test_the_amounts_are_those_of_their_own_time() -> None:
    assert tarief_op(dt.date(2018, 12, 31)).maximum == 126_000
    assert tarief_op(dt.date(2019, 1, 1)).maximum == 144_200
    assert dwangsom_op(BEGIN, BEGIN).bedrag == 2300


@pytest.mark.django_db
def test_without_amounts_it_says_so() -> None:
    Dwangsomtarief.objects.all().delete()

    with pytest.raises(TariefOnbekend):
        tarief_op(BEGIN)


@pytest.mark.django_db
def test_the_two_weeks_after_the_letter_roll_over_a_holiday() -> None:
    found = bereken_termijn("dwangsom_wachttijd", dt.date(2026, 3, 23))

    assert found.einddatum == dt.date(2026, 4, 7)  # Easter Monday is the 6th


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("variant", "einde"), [("", dt.date(2026, 12, 29)), ("commissie", dt.date(2027, 1, 26))]
)
def test_a_complaint_takes_six_weeks_or_ten_with_a_committee(variant: str, einde: dt.date) -> None:
    assert bereken_termijn(
        "klacht_afhandelen", dt.date(2026, 11, 17), variant=variant
    ).einddatum == (einde)
