"""Answers: flat and nested, two people at once, and what changed in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from tests.factories.toegang import InwonerFactory
from toegang.models.uitvraag import BREED
from toegang.queries.antwoorden import (
    changes,
    dictionary,
    findings,
    flatten,
    join,
    lines_of_leefgebieden,
    nest,
    read_nested,
)
from toegang.queries.vragenlijst import in_force

WORDS = st.text(min_size=1, max_size=20).filter(str.strip)
PATHS = st.sampled_from(
    [
        "vragen.gewone-week",
        "vragen.belangrijk",
        "leefgebieden.wonen.huishouden.score",
        "leefgebieden.wonen.huishouden.woorden",
        "leefgebieden.geld.0190aaaa-0000-7000-8000-000000000001.woorden",
    ]
)
FLAT = st.dictionaries(PATHS, WORDS)


@given(FLAT)
def test_flat_and_nested_are_the_same_answers(flat):
    assert flatten(nest(flat)) == flat


@given(FLAT, FLAT, FLAT)
def test_of_two_people_nobody_loses_what_only_they_wrote(basis, nu, gestuurd):
    together = join(basis=basis, nu=nu, gestuurd=gestuurd)

    for path, sent in gestuurd.items():
        before, stored = basis.get(path, ""), nu.get(path, "")
        if sent == before:
            assert together.antwoorden.get(path, "") == stored
        elif stored == before:
            assert together.antwoorden[path] == sent
        else:
            assert together.antwoorden.get(path, "") == stored
            assert (path in together.botst) == (sent != stored)
    assert {p: v for p, v in nu.items() if p not in gestuurd}.items() <= together.antwoorden.items()


@given(FLAT, FLAT)
def test_one_person_alone_never_clashes(basis, gestuurd):
    assert join(basis=basis, nu=basis, gestuurd=gestuurd).botst == ()


@pytest.fixture
def versie(db):
    return in_force(BREED)


def test_null_takes_an_answer_away(versie):
    given = {
        "vragen": {"belangrijk": None},
        "leefgebieden": {"wonen": {"huishouden": {"score": None, "woorden": "Trap"}}},
    }

    assert read_nested(given, versie.schema) == {
        "vragen.belangrijk": "",
        "leefgebieden.wonen.huishouden.score": "",
        "leefgebieden.wonen.huishouden.woorden": "Trap",
    }


@pytest.mark.parametrize(
    "given",
    [
        {"vragen": "x"},
        {"vragen": None},
        {"leefgebieden": {"wonen": []}},
        {"leefgebieden": {"wonen": {"huishouden": None}}},
        {"vragen": {"veilig": "x"}},
    ],
)
def test_what_another_system_sends_is_checked_first(versie, given):
    with pytest.raises(OngeldigeInvoer):
        read_nested(given, versie.schema)


def test_what_changed_is_told_per_leefgebied_in_words(versie):
    kind = InwonerFactory(voornamen="Daan", geslachtsnaam="Jansen")
    before = nest(
        {
            "leefgebieden.geld.huishouden.score": "hulp",
            "leefgebieden.wonen.huishouden.score": "goed",
            f"leefgebieden.wonen.{kind.pk}.woorden": "Slaapt slecht",
        }
    )
    after = nest(
        {
            "leefgebieden.geld.huishouden.score": "aandacht",
            "leefgebieden.wonen.huishouden.score": "aandacht",
        }
    )

    found = changes(before, after, dictionary(versie.inhoud, before, after))

    assert [(one.over, one.wie, one.was, one.is_nu, one.richting) for one in found] == [
        ("Wonen", "", "Gaat goed", "Aandacht", "minder goed"),
        ("Wonen", "Daan Jansen", "Slaapt slecht", "", ""),
        ("Geld en administratie", "", "Hulp nodig", "Aandacht", "beter"),
    ]


def test_what_asks_for_attention_stands_on_lines_of_its_own(versie):
    given = nest(
        {
            "leefgebieden.geld.huishouden.score": "hulp",
            "leefgebieden.geld.huishouden.woorden": "De huur loopt achter.",
            "leefgebieden.wonen.huishouden.score": "aandacht",
        }
    )

    first, *_ = findings(versie.inhoud, given, dictionary(versie.inhoud, given))

    assert [words for _, words in first.antwoorden] == [
        "Wonen: aandacht\nGeld en administratie: hulp nodig. De huur loopt achter."
    ]


def test_lines_stand_in_the_fixed_order_with_the_household_first(versie):
    kind = InwonerFactory(voornamen="Daan", geslachtsnaam="Jansen")
    given = nest(
        {
            "leefgebieden.geld.huishouden.score": "hulp",
            f"leefgebieden.wonen.{kind.pk}.score": "goed",
            "leefgebieden.wonen.huishouden.score": "aandacht",
        }
    )

    found = lines_of_leefgebieden(given, dictionary(versie.inhoud, given))

    assert [(one.over, one.wie, one.toon) for one in found] == [
        ("Wonen", "", "let"),
        ("Wonen", "Daan Jansen", "goed"),
        ("Geld en administratie", "", "fout"),
    ]


def test_what_was_found_stands_per_point_of_the_law(versie):
    given = nest(
        {
            "vragen.mantelzorg-redt": "aandacht",
            "vragen.netwerk": "De buurvrouw.",
            "leefgebieden.wonen.huishouden.score": "goed",
            "leefgebieden.geld.huishouden.score": "hulp",
        }
    )

    found = {one.punt: one for one in findings(versie.inhoud, given, dictionary(versie.inhoud))}

    assert list(found) == list("abcdefg")
    assert found["a"].antwoorden == (("Hoe gaat het?", "Geld en administratie: hulp nodig"),)
    assert [words for _, words in found["c"].antwoorden] == ["De buurvrouw."]
    assert [words for _, words in found["d"].antwoorden] == ["Is zwaar"]
    assert found["g"].antwoorden == ()
