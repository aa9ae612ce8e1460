"""Deciding again only what may be different gives exactly what deciding from nothing gives."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.onderdrukking import Jaar, hide, hide_tables, layer_of, stale_tables, verbergen
from tests.dashboard.onderdrukking.test_onderdrukking import WETTEN, count

KANALEN, WIJKEN = ["telefoon", "balie", "brief"], ["w1", "w2", "w3", "w4"]
_WHOLE_YEAR = 1 << 16


def draw(rng: random.Random, size: int) -> list[tuple[int, dict[str, str]]]:
    """Registrations of which most are of the first values."""

    def choose(values: list[str]) -> str:
        return rng.choices(values, [2.0**-n for n in range(len(values))])[0]

    return [
        (rng.randrange(12), _values(choose(list(WETTEN)), choose(WIJKEN), choose(KANALEN)))
        for _ in range(size)
    ]


def _values(soort: str, wijk: str, kanaal: str) -> dict[str, str]:
    return {"soort": soort, "wet": WETTEN[soort], "wijk": wijk, "kanaal": kanaal}


def change(rng: random.Random, records: list, times: int) -> None:
    """Some registrations more, some fewer, and some corrected."""
    for _ in range(times):
        what = rng.randrange(3)
        if what == 0 or not records:
            records += draw(rng, 1)
        elif what == 1:
            records.pop(rng.randrange(len(records)))
        else:
            place = rng.randrange(len(records))
            month, values = records[place]
            records[place] = month, values | {"kanaal": rng.choice(KANALEN)}


def only(jaar: Jaar, cells) -> Jaar:
    """A year of which nothing but these cells is known."""
    first_twelve = jaar.vorm.fields((1 << 12) - 1)
    months = {cel: jaar.bundel(cel) & first_twelve for cel in cells}
    return Jaar.of_months(months, jaar.ouders, jaar.vorm.tellingen)


def hide_again(before: Jaar, hidden: dict, after: Jaar) -> dict:
    """What is hidden after a change, with nothing but what `stale_tables` asks for."""
    every = before.bundels.keys() | after.bundels.keys()
    different = {cel for cel in every if before.bundel(cel) != after.bundel(cel)}
    read = {cel for cel in every if len(cel) < 2} | different
    tables = stale_tables(only(before, read), only(after, read))
    if tables is None or hidden.get((), 0) & _WHOLE_YEAR:
        return hide(after)
    of_tables = {cel for cel in every if layer_of(cel) in tables}
    found = hide_tables(only(after, read | of_tables), tables)
    if found is None:
        return hide(after)
    kept = {
        cel: mask for cel, mask in hidden.items() if len(cel) > 1 and layer_of(cel) not in tables
    }
    return kept | found


@settings(max_examples=80, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    size=st.sampled_from([0, 5, 60, 150, 400, 1200]),
    times=st.lists(st.integers(0, 4), min_size=1, max_size=5),
)
def test_after_any_changes_the_same_is_hidden_as_from_nothing(seed, size, times):
    rng = random.Random(seed)
    records = draw(rng, size)
    before = count(records)
    hidden = hide(before)

    for number in times:
        change(rng, records, number)
        after = count(records)
        hidden = hide_again(before, hidden, after)
        assert hidden == hide(after)
        before = after


@pytest.fixture
def decided(monkeypatch):
    """The tables that are decided."""
    tables = []

    class Noted(verbergen.Tabel):
        def __init__(self, jaar, maskers, laag, klaar, geldig):
            tables.append(laag)
            super().__init__(jaar, maskers, laag, klaar, geldig)

    monkeypatch.setattr(verbergen, "Tabel", Noted)
    return tables


def moved_to(kanaal: str, times: int) -> tuple[Jaar, Jaar]:
    """A year, and the same with some calls that came another way after all."""
    records = draw(random.Random(1), 2000)
    before = count(records)
    for place, (month, values) in enumerate(records):
        if times and values["kanaal"] == "telefoon":
            times -= 1
            records[place] = month, values | {"kanaal": kanaal}
    return before, count(records)


def test_numbers_that_stay_as_large_as_they_were_decide_nothing_again():
    plenty = {"soort": "a1", "wet": "a", "wijk": "w1", "kanaal": "balie"}
    records = [(month, plenty) for month in range(12) for _ in range(17)]

    assert stale_tables(count(records), count([*records, (3, plenty)])) == []


def test_only_tables_in_which_a_number_is_as_large_no_longer_are_decided_again(decided):
    before, after = moved_to("balie", 1)

    tables = stale_tables(before, after)

    assert tables == [("kanaal", "wijk")]
    decided.clear()
    hide_tables(after, tables)
    assert [layer for layer in decided if len(layer) > 1] == tables


def test_a_table_is_decided_again_with_those_that_it_is_part_of():
    before, after = moved_to("brief", 40)

    tables = stale_tables(before, after)

    assert tables.index(("kanaal", "wet")) < tables.index(("kanaal", "soort"))


def test_a_split_that_is_hidden_otherwise_decides_all_its_tables_again():
    records = draw(random.Random(1), 2000)
    brief = [one for one in records if one[1]["kanaal"] == "brief"]
    fewer = [one for one in records if one not in brief] + brief[:5]

    tables = stale_tables(count(records), count(fewer))

    assert {("kanaal", "soort"), ("kanaal", "wet"), ("kanaal", "wijk")} <= {*tables}


def test_a_dimension_that_nobody_has_any_more_decides_everything_again():
    records = draw(random.Random(1), 200)
    without = count([(m, {k: v for k, v in one.items() if k != "wijk"}) for m, one in records])

    assert stale_tables(count(records), without) is None
