"""A kind that was counted under two laws gives no small group away, and hides no year."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.onderdrukking import hide, verbergen
from dashboard.queries.delen import part
from tests.dashboard.onderdrukking.gedeeld import Aanval, Registratie, draw, year_of
from tests.dashboard.onderdrukking.test_opnieuw import hide_again


def asked(kind: str, law: str, wijk: str = "w1", town: str = "x", channel: str = "tel") -> dict:
    return {
        "soort": part(kind, law),
        "wet": law,
        "wijk": part(wijk, town),
        "gemeente": town,
        "kanaal": channel,
    }


def usual(times: int) -> list[Registratie]:
    """So many questions a month of each kind in each wijk, each of the usual law."""
    return [
        (month, asked(kind, law, wijk, town, channel))
        for month in range(12)
        for kind, law in [("a1", "a"), ("a2", "a"), ("b1", "b"), ("c1", "c"), ("c2", "c")]
        for wijk, town in [("w1", "x"), ("w2", "x"), ("w3", "y"), ("onbekend", "onbekend")]
        for channel in ("tel", "balie")
        for _ in range(times)
    ]


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    size=st.sampled_from([30, 60, 100, 200]),
    months=st.sampled_from([1, 2, 4]),
    odd=st.sampled_from([0.01, 0.03, 0.1, 0.3]),
    skew=st.sampled_from([1.0, 1.5, 3.0]),
)
def test_no_small_group_or_part_of_one_follows_from_what_is_shown(seed, size, months, odd, skew):
    records = draw(random.Random(seed), size, months=months, odd=odd, skew=skew)

    attack(records)


def attack(records: list[Registratie]) -> Aanval:
    found = Aanval(year_of(records))
    assert not found.openly_small
    given_away = found.small & found.worked_out()
    assert not given_away, sorted(given_away, key=repr)[:3]
    return found


ODD = {
    "one question under another law": [(3, asked("a1", "c"))],
    "the only kind of a law under another": [(3, asked("b1", "a"))],
    "a kind of a law of which nobody asked anything else": [(3, asked("b1", "e"))],
    "a home without a buurt": [(5, asked("a1", "a", "onbekend", "x"))] * 3,
    "a wijk that was in another gemeente": [(7, asked("c2", "c", "w2", "y"))],
    "two kinds under each other's law": [(1, asked("a1", "b")), (1, asked("b1", "a"))],
    "eight of twenty": [
        *((month % 12, asked("v", "b")) for month in range(12)),
        *((month, asked("v", "a")) for month in range(8)),
    ],
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_record_hides_no_year_and_is_not_given_away(odd):
    found = attack(usual(2) + ODD[odd])

    assert found.shows_a_year()
    assert found.kept_in_sight() > 0.7


def test_a_small_kind_does_not_follow_from_its_laws_together():
    # Of laws e and f nobody asked anything else: they are hidden for the one under e, and the
    # three of kind v in wijk w3 are all there is of both there.
    found = attack(
        [one for one in usual(2) if one[1]["wet"] != "b"]
        + [(month % 12, asked("v", "f")) for month in range(20)]
        + [(month, asked("v", "f", "w3", "y")) for month in (1, 4, 9)]
        + [(3, asked("v", "e"))]
    )

    assert found.shows_a_year()
    assert found.kept_in_sight() > 0.6


def test_most_of_a_large_year_stays_in_sight_beside_an_odd_record():
    found = Aanval(year_of(usual(12) + ODD["one question under another law"]))

    assert found.kept_in_sight() > 0.75


def test_where_parts_cannot_be_protected_their_laws_are_not_told_apart(monkeypatch):
    records = usual(2) + ODD["eight of twenty"]
    jaar = year_of(records)
    decide = verbergen._hidden
    monkeypatch.setattr(
        verbergen, "_hidden", lambda one: None if one.gehelen else decide(one), raising=True
    )

    found = attack(records)

    hidden = hide(jaar)
    assert found.shows_a_year()
    assert all(hidden[(("wet", law),)] >> 16 & 1 for law in "ab")
    assert (("wet", "c"),) not in hidden
    assert not found.verborgen.get((("soort", "a1"),), 0) >> 16 & 1


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.sampled_from([60, 200, 600]))
def test_step_by_step_the_same_is_hidden_as_from_nothing(seed, size):
    rng = random.Random(seed)
    records = draw(rng, size, months=12, odd=0.05, skew=1.5)
    before = year_of(records)
    hidden = hide(before)

    for _ in range(3):
        records.pop(rng.randrange(len(records)))
        records += draw(rng, rng.choice([0, 1, 2]), months=12, odd=0.2, skew=1.5)
        after = year_of(records)
        hidden = hide_again(before, hidden, after)
        assert hidden == hide(after)
        before = after
