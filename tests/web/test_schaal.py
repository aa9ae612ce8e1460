from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.web.grafieken.lijn import HOOG, ONDER, REGELHOOGTE, spread
from hengelo_sociaal.web.grafieken.schaal import Schaal, asgetallen, decimalen_van, plek

WAARDEN = st.lists(
    st.floats(min_value=-1e9, max_value=1e9, allow_subnormal=False).map(lambda x: round(x, 4)),
    max_size=40,
)


@given(WAARDEN)
def test_the_axis_encloses_every_value_with_few_equal_steps(waarden):
    axis = asgetallen(waarden)

    slack = (axis[-1] - axis[0]) * 1e-6
    assert 2 <= len(axis) <= 8
    assert axis[0] - slack <= min(waarden, default=0)
    assert axis[-1] + slack >= max(waarden, default=0)
    steps = [b - a for a, b in pairwise(axis)]
    assert all(abs(step - steps[0]) <= steps[0] * 1e-6 for step in steps)


@given(WAARDEN)
def test_zero_is_on_the_axis(waarden):
    axis = asgetallen(waarden)

    assert axis[0] <= 0 <= axis[-1]


@given(WAARDEN)
def test_every_value_has_its_place_on_the_drawing(waarden):
    axis = asgetallen(waarden)
    scale = Schaal(axis[0], axis[-1], 224, 12)

    assert all(11.9 <= scale(waarde) <= 224.1 for waarde in waarden)


def test_a_scale_without_width_puts_everything_at_its_beginning():
    assert Schaal(3, 3, 10, 90)(3) == 10


def test_round_numbers_as_people_expect_them():
    assert asgetallen([412, 468]) == [0, 100, 200, 300, 400, 500]
    assert asgetallen([]) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert asgetallen([7.2, 7.6], vanaf_nul=False, aantal=4) == pytest.approx(
        [7.2, 7.3, 7.4, 7.5, 7.6]
    )


def test_numbers_beside_an_axis_get_the_decimals_they_need():
    assert decimalen_van([0, 100]) == 0
    assert decimalen_van([0, 2.5]) == 1
    assert decimalen_van([0, 0.25]) == 2


def test_a_place_is_written_with_a_point():
    assert plek(12.34) == "12.3"
    assert plek(12.0) == "12"


@given(st.lists(st.floats(min_value=0, max_value=HOOG - ONDER), min_size=1, max_size=3))
def test_labels_never_cover_each_other_and_stay_on_the_drawing(plekken):
    moved = [label[0] for label in spread([(place, "", "") for place in plekken])]

    assert all(b - a >= REGELHOOGTE - 1e-6 for a, b in pairwise(moved))
    assert max(moved) <= HOOG - ONDER
