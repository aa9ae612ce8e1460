"""From words to what the database looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.voorzieningen import SynoniemFactory
from voorzieningen.queries.woorden import MAX_TERMS, Term, search_words, terms_of


def test_words_lose_capitals_accents_and_signs():
    assert search_words("Cliënt-ondersteuning, café!") == ["client", "ondersteuning", "cafe"]


@given(st.text(max_size=80))
def test_whatever_is_typed_becomes_a_query_without_operators(text: str):
    for word in search_words(text):
        assert word.isascii()
        assert word.isalnum()


def test_a_long_word_is_also_read_as_two():
    query = Term("huishoudhulp").as_tsquery()

    assert "(huishoud:* & hulp:*)" in query


def test_weights_limit_every_part():
    assert Term("hulp").as_tsquery("AB") == "(hulp:*AB)"
    assert Term("wmo").as_tsquery("AB") == "(wmo:AB)"


@pytest.mark.django_db
def test_a_synonym_of_two_words_is_one_term():
    SynoniemFactory(woord="rood staan", betekenis="geldzorgen")

    terms = terms_of("Ik wil niet rood staan")

    assert Term("rood staan", ("geldzorgen",)) in terms


@pytest.mark.django_db
def test_a_long_story_is_cut_off():
    assert len(terms_of(" ".join(f"woord{n}" for n in range(100)))) == MAX_TERMS


@pytest.mark.django_db
def test_an_empty_question_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert terms_of(" ?! ") == []
