"""The table of the bench: what is within its aim, and what a larger town may cost."""

import pytest

from bench.tabel import HEAD, Rij, as_text


def row(**changed) -> Rij:
    values = {
        "naam": "contact ophalen (API)",
        "keer": 8,
        "web_ms": 1.0,
        "database_ms": 0.5,
        "vloer_ms": 1.0,
        "verhouding": 1.5,
        "doel": "<= 1.5",
        "van_1x": 1.2,
        "sql": 3,
    }
    return Rij(**(values | changed))


@pytest.mark.parametrize(("ratio", "word"), [(1.5, "yes"), (1.51, "NO")])
def test_a_ratio_is_within_its_aim_or_not(ratio, word):
    assert row(verhouding=ratio).gehaald == word


def test_without_an_aim_nothing_is_met_or_missed():
    assert row(doel="").gehaald == "-"


@pytest.mark.parametrize(("grown", "word"), [(1.2, "yes"), (1.21, "NO"), (0.9, "yes")])
def test_a_larger_town_costs_at_most_a_fifth_more(grown, word):
    assert row(van_1x=grown).groeit_niet == word
    assert as_text(row(van_1x=grown)).endswith(f"{grown:.2f}  <= 1.2  {word}")


def test_the_town_as_it_was_made_is_not_compared_with_itself():
    assert row(keer=1, van_1x=None).groeit_niet == ""


def test_the_values_stand_under_their_heads():
    line = as_text(row(sql=None))

    for head, value in (("web ms", "1.00"), ("db ms", "0.50"), ("van 1x", "1.20")):
        end = HEAD.index(head) + len(head)
        assert line[:end].endswith(value)
