"""Rounded figures of small areas, attacked by trying every town that would publish the same."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.onderdrukking.afgerond import Lijn, bounds_of, publish, rounded

WIJK = ("wijk", "")


def buurten(*aantallen: int) -> tuple[dict[tuple[str, str], int], list[Lijn]]:
    """A wijk with so many in its buurten, of which the total is published too."""
    parts = {(f"b{place}", ""): number for place, number in enumerate(aantallen)}
    return {**parts, WIJK: sum(aantallen)}, [Lijn(list(parts), geheel=WIJK)]


@pytest.mark.parametrize(("aantal", "getoond"), [(10, 10), (14, 10), (15, 20), (94, 90), (96, 100)])
def test_a_number_is_shown_to_the_nearest_ten(aantal, getoond):
    assert rounded(aantal) == getoond


def test_what_is_under_ten_is_left_out():
    shown = publish(*buurten(40, 31, 9, 3))

    assert shown == {("b0", ""): 40, ("b1", ""): 30, WIJK: 80}


def test_a_small_number_between_large_ones_hides_another():
    telling, lines = buurten(44, 44, 9)

    shown = publish(telling, lines)

    assert ("b2", "") not in shown
    assert len(shown) == 2
    # Without that, the rounded total would have told that it is 7, 8 or 9.
    everything = {key for key in telling if key != ("b2", "")}
    assert bounds_of(telling, everything, lines)["b2", ""] == (7, 9)


def test_an_exact_total_does_not_give_a_small_number_away():
    parts = {("b0", "taal"): 35, ("b1", "taal"): 2}

    shown = publish(parts, [Lijn(list(parts), hoogstens=37)])

    assert shown == {}


def test_a_line_without_small_numbers_is_shown_whole():
    assert len(publish(*buurten(20, 31, 12))) == 4


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=3))
def test_whoever_tries_every_town_learns_nothing_of_a_small_number(aantallen):
    telling, lines = buurten(*aantallen)
    shown = publish(telling, lines)
    same = [
        town
        for town in product(range(36), repeat=len(aantallen))
        if _looks_the_same(town, shown, len(aantallen))
    ]

    for place, number in enumerate(aantallen):
        if number < 10:
            assert {town[place] for town in same} >= set(range(10))


def _looks_the_same(town, shown, wide) -> bool:
    """Whether so many in the buurten would give these same published numbers."""
    cells = {(f"b{place}", ""): town[place] for place in range(wide)} | {WIJK: sum(town)}
    return all(
        cells[key] >= 10 and rounded(cells[key]) == shown[key] for key in cells if key in shown
    ) and (WIJK in shown or sum(town) < 10)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=2, max_size=4))
def test_in_a_table_both_ways_no_small_number_is_narrowed(rows):
    telling = {
        (f"b{r}", f"s{c}"): number for r, row in enumerate(rows) for c, number in enumerate(row)
    }
    lines = []
    for r, row in enumerate(rows):
        telling[f"b{r}", ""] = sum(row)
        lines.append(Lijn([(f"b{r}", f"s{c}") for c in range(3)], geheel=(f"b{r}", "")))
    for c in range(3):
        column = [(f"b{r}", f"s{c}") for r in range(len(rows))]
        if (whole := sum(telling[key] for key in column)) >= 10:  # else it is hidden itself
            lines.append(Lijn(column, hoogstens=whole))

    shown = publish(telling, lines)

    bounds = bounds_of(telling, set(shown), lines)
    beside_shown = {
        key for line in lines for key in line.delen if any(one in shown for one in line.delen)
    }
    for key in beside_shown:
        low, high = bounds[key]
        assert low <= telling[key] <= high
        assert telling[key] >= 10 or (low, high) == (0, 9)


def test_a_rare_kind_hides_nothing_of_the_others():
    telling = {
        ("b0", "taal"): 20, ("b0", "zeldzaam"): 2, ("b0", ""): 22,
        ("b1", "taal"): 31, ("b1", "zeldzaam"): 1, ("b1", ""): 32,
    }  # fmt: skip
    lines = [
        Lijn([("b0", "taal"), ("b1", "taal")], hoogstens=51),
        *(Lijn([(b, "taal"), (b, "zeldzaam")], geheel=(b, "")) for b in ("b0", "b1")),
    ]

    shown = publish(telling, lines)

    assert {key for key in telling if key[1] != "zeldzaam"} == set(shown)
