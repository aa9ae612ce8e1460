"""What is part of what is what was counted together, whatever the lists say by now."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.ouders import family_tables, parents_in
from dashboard.onderdrukking import Jaar, hide
from dashboard.queries.bronnen import BRONNEN
from tests.dashboard.onderdrukking.aanvaller import worked_out
from tests.dashboard.onderdrukking.test_onderdrukking import (
    OUDERS,
    count,
    draw_year,
    small_hidden,
)

BRON = BRONNEN["hulpvragen"]


def test_kinds_go_with_laws_and_wijken_with_gemeenten_where_both_are_counted():
    assert family_tables(BRON) == [("soort", "wet"), ("gemeente", "wijk")]
    assert family_tables(BRONNEN["contacten"]) == [("gemeente", "wijk")]
    assert family_tables(BRONNEN["waarderingen"]) == []


def test_a_value_is_part_of_what_it_was_counted_with():
    jaar = draw_year(seed=1, size=300, months=12, kinds=6, places=4, skew=1.5)

    assert parents_in(BRON, jaar.maanden) == OUDERS


def test_of_two_laws_in_one_year_it_is_the_one_with_most_questions():
    values = {"soort": "a1", "wijk": "w1", "kanaal": "balie"}
    records = [(month, values | {"wet": "a" if month < 8 else "b"}) for month in range(12)]

    assert parents_in(BRON, count(records).maanden) == {("soort", "a1"): ("wet", "a")}


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    size=st.integers(30, 400),
    months=st.integers(1, 12),
    skew=st.sampled_from([1.0, 1.5, 3.0]),
    kind=st.sampled_from([*OUDERS]),
    law=st.sampled_from("abc"),
)
def test_a_kind_that_moved_to_another_law_since_gives_no_small_group_away(
    seed, size, months, skew, kind, law
):
    counted = draw_year(seed, size, months, kinds=6, places=3, skew=skew)
    as_listed = Jaar.of_months(counted.maanden, OUDERS | {kind: ("wet", law)}, 1)

    as_counted = Jaar.of_months(as_listed.maanden, parents_in(BRON, as_listed.maanden), 1)

    assert not small_hidden(counted) & worked_out(counted, hide(as_counted))
