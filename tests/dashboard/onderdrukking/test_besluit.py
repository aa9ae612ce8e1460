"""Taking over what was decided before gives exactly what deciding from nothing gives."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.onderdrukking import (
    Jaar,
    besluit,
    decide,
    hide,
    read_decisions,
    verbergen,
    write_decisions,
)
from tests.dashboard.onderdrukking.test_onderdrukking import WETTEN, count

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


def kept(decisions, jaar: Jaar):
    """Written down, and read back for another year of counts."""
    return read_decisions(write_decisions(decisions), jaar)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    size=st.sampled_from([0, 5, 60, 400, 1200]),
    times=st.lists(st.integers(0, 4), min_size=1, max_size=4),
)
def test_with_what_was_decided_before_the_same_is_hidden(seed, size, times):
    rng = random.Random(seed)
    records = draw(rng, size)
    _, decisions = decide(count(records), {})

    for number in times:
        change(rng, records, number)
        jaar = count(records)
        hidden, decisions = decide(jaar, kept(decisions, jaar))
        assert hidden == hide(jaar)


@pytest.fixture
def decided(monkeypatch):
    """The tables that were decided, and not taken over."""
    tables = []

    class Noted(verbergen.Tabel):
        def __init__(self, jaar, maskers, laag, klaar, geldig):
            tables.append(laag)
            super().__init__(jaar, maskers, laag, klaar, geldig)

    monkeypatch.setattr(verbergen, "Tabel", Noted)
    return tables


def test_only_tables_in_which_something_is_different_are_decided_again(decided):
    records = draw(random.Random(1), 2000)
    _, decisions = decide(count(records), {})
    place = next(n for n, (_, values) in enumerate(records) if values["kanaal"] == "telefoon")
    records[place] = records[place][0], records[place][1] | {"kanaal": "balie"}
    decided.clear()

    jaar = count(records)
    decide(jaar, kept(decisions, jaar))

    double = {layer for layer in decided if len(layer) == 2}
    assert double == {("kanaal", "wijk")}  # elsewhere every number is as large as it was


def test_under_other_rules_everything_is_decided_again(decided, monkeypatch):
    jaar = count(draw(random.Random(1), 2000))
    _, decisions = decide(jaar, {})
    first = sorted(decided)
    decided.clear()
    monkeypatch.setattr(besluit, "REGELS", besluit.REGELS + 1)

    decide(jaar, kept(decisions, jaar))

    assert sorted(decided) == first


def test_decisions_about_a_dimension_that_nobody_has_any_more_are_left_out():
    records = draw(random.Random(1), 2000)
    _, decisions = decide(count(records), {})
    without = count([(m, {k: v for k, v in one.items() if k != "wijk"}) for m, one in records])

    taken_over = kept(decisions, without)

    assert taken_over
    assert not [layer for layer in taken_over if "wijk" in layer]
    assert decide(without, taken_over)[0] == hide(without)
