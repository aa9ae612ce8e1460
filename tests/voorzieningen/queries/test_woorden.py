"""From words to what the database looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.tsquery import tsquery
from tests.factories.voorzieningen import SynoniemFactory, VoorzieningFactory
from voorzieningen.queries.woorden import MAX_TERMS, Term, search_words, terms_of


def test_words_lose_capitals_accents_and_signs():
    assert search_words("Cliënt-ondersteuning, café!") == ["client", "ondersteuning", "cafe"]


@given(st.text(max_size=80))
def test_whatever_is_typed_becomes_a_query_without_operators(text: str):
    for word in search_words(text):
        assert word.isascii()
        assert word.isalnum()


def query_of(text: str) -> str:
    return tsquery(terms_of(text)[0])


def test_a_long_word_is_also_read_as_two():
    readings = [each.woorden for each in Term("huishoudhulp").readings()]

    assert ("huishoud", "hulp") in readings


@pytest.mark.django_db
def test_only_what_the_catalogue_has_is_looked_for():
    VoorzieningFactory(naam="Huishoudelijke hulp")

    assert query_of("huishoudhulp") == "('huishoud':* & 'hulp':*)"


@pytest.mark.django_db
def test_of_a_short_word_only_the_word_itself_is_looked_for():
    VoorzieningFactory(naam="Hulp van de wmo")

    assert [tsquery(term) for term in terms_of("hulp wmo")] == ["('hulp':*)", "('wmo')"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mars", ""),  # its stem begins Moroccan as well
        ("buren", "('buren':*)"),
    ],
)
def test_a_short_stem_is_no_beginning_but_the_word_as_typed_is(typed, found):
    VoorzieningFactory(naam="Marokkaanse ouderen")
    VoorzieningFactory(naam="Burenruzie")

    assert query_of(typed) == found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("huisharts", "huisart"),  # a typing error
        ("dyslexietest", "dyslexie"),  # the part that is known
        ("pianostemmer", ""),  # nothing like it
        ("garage", ""),  # as near to "graag" as can be, and another word
    ],
)
def test_an_unknown_word_is_what_was_probably_meant(typed, found):
    VoorzieningFactory(naam="Huisarts")
    VoorzieningFactory(naam="Onderzoek naar dyslexie", omschrijving="Wij helpen u graag.")

    assert query_of(typed) == (f"('{found}')" if found else "")


@pytest.mark.django_db
def test_a_word_that_is_known_is_never_taken_for_another():
    VoorzieningFactory(naam="Rolstoel")
    VoorzieningFactory(naam="Rolstoer")

    assert query_of("rolstoer") == "('rolstoer':*)"


@pytest.mark.django_db
def test_a_synonym_of_two_words_is_one_term():
    VoorzieningFactory(naam="Geldzorgen")
    SynoniemFactory(woord="rood staan", betekenis="geldzorgen")

    assert {term.woord: tsquery(term) for term in terms_of("Ik wil niet rood staan")} == {
        "rood staan": "('geldzorg')"
    }


@pytest.mark.django_db
def test_a_compound_means_what_its_first_or_last_part_means():
    VoorzieningFactory(naam="Geldzorgen")
    SynoniemFactory(woord="rekening", betekenis="geldzorgen")

    assert query_of("gasrekening") == query_of("rekeningkosten") == "('geldzorg')"


@pytest.mark.django_db
def test_a_change_of_the_catalogue_is_seen_at_once():
    VoorzieningFactory(naam="Schaakclub")
    assert query_of("biljart") == ""

    VoorzieningFactory(naam="Biljart")
    assert "'biljart':*" in query_of("biljart")

    SynoniemFactory(woord="keu", betekenis="biljart")
    assert query_of("keu") == "('biljart')"


@pytest.mark.django_db
def test_a_long_story_is_cut_off():
    assert len(terms_of(" ".join(f"woord{n}" for n in range(100)))) == MAX_TERMS


@pytest.mark.django_db
def test_an_empty_question_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert terms_of(" ?! ") == []
