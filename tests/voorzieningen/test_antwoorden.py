"""What is remembered of public answers, and when not."""

import datetime as dt

import pytest

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.antwoorden import Antwoorden
from voorzieningen.queries.stand import Stand

DAG = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
NU, LATER = Stand(1, 1, DAG), Stand(2, 2, DAG)


def test_an_answer_holds_as_long_as_the_catalogue_is_the_same():
    answers: Antwoorden[str] = Antwoorden()
    assert answers.find("eten", NU) is None
    answers.keep("eten", NU, "soep")

    assert answers.find("eten", NU) == "soep"
    assert answers.find("eten", LATER) is None
    assert answers.find("eten", NU) is None


def test_the_oldest_goes_when_it_is_full():
    answers: Antwoorden[int] = Antwoorden(meeste=2)
    answers.find("", NU)
    for number in range(3):
        answers.keep(number, NU, number)

    assert [answers.find(number, NU) for number in range(3)] == [None, 1, 2]


@pytest.mark.django_db
@pytest.mark.parametrize("adres", ["/sociale-kaart?tekst=eten", "/api/v1/voorzieningen?zoek=eten"])
def test_the_second_reader_costs_one_query_and_sees_a_change_at_once(
    client, adres, django_assert_num_queries
):
    VoorzieningFactory(naam="Samen eten")
    first = client.get(adres)

    with django_assert_num_queries(1):
        assert client.get(adres).content == first.content
    VoorzieningFactory(naam="Eten aan huis")

    assert "Eten aan huis" in client.get(adres).text


@pytest.mark.django_db
def test_who_logged_in_never_gets_the_public_answer(client):
    VoorzieningFactory(naam="Eten op maat", maatwerk=True)
    VoorzieningFactory(naam="Samen eten")
    public = client.get("/api/v1/voorzieningen?zoek=eten").text
    client.force_login(
        MedewerkerFactory(rollen=["loket"]), backend="django.contrib.auth.backends.ModelBackend"
    )

    assert "Eten op maat" not in public
    assert "Eten op maat" in client.get("/api/v1/voorzieningen?zoek=eten").text
