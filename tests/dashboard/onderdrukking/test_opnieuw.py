"""Deciding again only what may be different gives exactly what deciding from nothing gives."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.getoond import is_hidden_otherwise
from dashboard.domain.kubus import Stand
from dashboard.onderdrukking import Jaar, hide, hide_tables, layer_of, stale_tables, verbergen
from dashboard.onderdrukking.bundel import vorm
from tests.dashboard.onderdrukking.test_onderdrukking import OUDERS, WETTEN, count

KANALEN, WIJKEN = ["telefoon", "balie", "brief"], ["w1", "w2", "w3", "w4"]


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
    return Jaar.of_months(months, jaar.ouders, jaar.vorm.tellingen, jaar.gehelen)


def hide_again(before: Jaar, hidden: dict, after: Jaar) -> dict:
    """What is hidden after a change, with nothing but what `stale_tables` asks for."""
    every = before.bundels.keys() | after.bundels.keys()
    different = {cel for cel in every if before.bundel(cel) != after.bundel(cel)}
    read = {cel for cel in every if len(cel) < 2} | different
    tables = stale_tables(only(before, read), only(after, read))
    kept_before = {cel: Stand(0, mask) for cel, mask in hidden.items()}
    kept_before |= {cel: Stand(before.maanden[cel], hidden.get(cel, 0)) for cel in before.maanden}
    if tables is None or is_hidden_otherwise(kept_before):
        return hide(after)
    of_tables = {cel for cel in every if layer_of(cel) in tables}
    found = hide_tables(only(after, read | of_tables), tables)
    if found is None:
        return hide(after)
    kept = {
        cel: mask for cel, mask in hidden.items() if len(cel) > 1 and layer_of(cel) not in tables
    }
    return kept | found


GEMEENTEN = {("wijk", wijk): ("gemeente", wijk[0]) for wijk in ["x1", "x2", "y1", "y2", "z1"]}


def count_wide(records: list[tuple[int, dict[str, str], bool]], *, shares: bool) -> Jaar:
    """A year in which wijken are part of gemeenten, and each count may have parts."""
    months: list[dict] = [{} for _ in range(12)]
    for month, values, yes in records:
        one = (1, int(yes), int(not yes)) if shares else (1,)
        named = sorted((values | {"gemeente": values["wijk"][0]}).items())
        for number in range(3):
            for cel in combinations(named, number):
                known = months[month].get(cel, (0,) * len(one))
                months[month][cel] = tuple(map(sum, zip(known, one, strict=True)))
    cells: dict = {}
    for month, found in enumerate(months):
        vorm(3 if shares else 1).put(cells, month, found)
    return Jaar.of_months(cells, OUDERS | GEMEENTEN, 3 if shares else 1)


def draw_wide(rng: random.Random) -> tuple[int, dict[str, str], bool]:
    """A registration in one of a few wijken, of which some are rare."""
    month, values = draw(rng, 1)[0]
    wijk = rng.choices([wijk for _, wijk in GEMEENTEN], [40, 20, 10, 4, 1])[0]
    return month, values | {"wijk": wijk}, rng.random() < 0.3


def change_wide(rng: random.Random, records: list) -> None:
    """Some more and some fewer, and now and then nobody is left of a value."""
    for _ in range(rng.choice([1, 1, 4, 30])):
        if rng.random() < 0.5 or not records:
            records.append(draw_wide(rng))
        else:
            records.pop(rng.randrange(len(records)))
    if records and rng.random() < 0.3:
        dimension = rng.choice(["wijk", "soort", "kanaal"])
        value = rng.choice(records)[1][dimension]
        records[:] = [one for one in records if one[1][dimension] != value]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    size=st.sampled_from([5, 100, 400, 1500]),
    shares=st.booleans(),
)
def test_with_two_families_shares_and_values_that_vanish_too(seed, size, shares):
    rng = random.Random(seed)
    records = [draw_wide(rng) for _ in range(size)]
    before = count_wide(records, shares=shares)
    hidden = hide(before)

    for _ in range(4):
        change_wide(rng, records)
        after = count_wide(records, shares=shares)
        hidden = hide_again(before, hidden, after)
        assert hidden == hide(after)
        before = after


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
