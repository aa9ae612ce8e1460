"""Addresses that people and machines get wrong."""

import pytest

from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/dashboard/indicatoren/%00",
        "/dashboard/buurten/%00",
    ],
)
def test_a_character_that_stands_for_nothing_is_refused_in_words(client, address):
    client.force_login(MedewerkerFactory(beleid=True))

    answer = client.get(address)

    assert answer.status_code == 400
    assert "text/html" in answer["Content-Type"]


@pytest.mark.parametrize("address", ["/aanbieders?zoek=%00", "/sociale-kaart?zoek=a%00b"])
def test_a_search_for_it_finds_nothing_and_breaks_nothing(client, address):
    client.force_login(MedewerkerFactory(beleid=True))

    assert client.get(address).status_code == 200


def test_the_api_refuses_it_as_a_problem(client):
    headers = bearer(MedewerkerFactory(beleid=True))

    answer = client.get("/api/v1/indicatoren/%00/metingen", headers=headers)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_the_administration_is_found_without_its_slash(client):
    client.force_login(MedewerkerFactory(rollen=["beheer"]))

    assert client.get("/beheer").url == "/beheer/"
