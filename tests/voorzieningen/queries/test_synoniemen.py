"""Synonyms of a word as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.tsquery import tsquery
from tests.factories.voorzieningen import SynoniemFactory, VoorzieningFactory
from voorzieningen.queries.synoniemen import stem
from voorzieningen.queries.woorden import terms_of
from voorzieningen.queries.zoeken import search_voorzieningen

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20)


@pytest.mark.parametrize(
    "forms",
    [
        ("blowen", "blowt", "blow"),
        ("slapen", "slaapt", "slaap"),
        ("wandelen", "wandelt"),
        ("kinderen", "kinder"),
        ("vriendjes", "vriend"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@given(LETTERS)
def test_a_stem_is_never_empty_nor_longer(word):
    assert 1 <= len(stem(word)) <= len(word)


@pytest.mark.django_db
@pytest.mark.parametrize("getypt", ["schoonmaak", "schoonmaken", "schoonmaakhulp", "schonmaak"])
def test_a_synonym_is_found_conjugated_compound_and_misspelt(getypt):
    VoorzieningFactory(naam="Huishoudelijke hulp")
    SynoniemFactory(woord="schoonmaak", betekenis="huishoudelijke hulp")

    assert "('huishoud' & 'hulp')" in tsquery(terms_of(getypt)[0])


@pytest.mark.django_db
def test_fillers_are_left_out_unless_they_are_part_of_a_synonym():
    SynoniemFactory(woord="uit elkaar", betekenis="scheiding")

    assert [term.woord for term in terms_of("wij gaan uit elkaar met een kind")] == [
        "uit elkaar",
        "kind",
    ]


@pytest.mark.django_db
def test_only_fillers_find_nothing():
    VoorzieningFactory(naam="Samen eten")

    assert search_voorzieningen(tekst="ik wil graag iets van iemand") == []


@pytest.mark.django_db
def test_a_rare_word_says_more_than_a_common_one():
    for number in range(6):
        VoorzieningFactory(naam=f"Kinderen {number}")
    VoorzieningFactory(naam="Bijdrage", omschrijving="Voor een winterjas.")

    found = search_voorzieningen(tekst="winterjas kinderen")

    assert "Bijdrage" in [hit.voorziening.naam for hit in found]
    assert found[0].voorziening.naam == "Bijdrage"


@pytest.mark.django_db
def test_of_what_fits_as_well_the_lightest_and_nearest_come_first():
    VoorzieningFactory(naam="Schulden regelen", maatwerk=True)
    VoorzieningFactory(naam="Schulden elders", wijken=["WK016402"])
    VoorzieningFactory(naam="Schulden hier", wijken=["WK016401"])

    found = search_voorzieningen(tekst="schulden", wijk="WK016401")

    assert [hit.voorziening.naam for hit in found] == [
        "Schulden hier",
        "Schulden elders",
        "Schulden regelen",
    ]
