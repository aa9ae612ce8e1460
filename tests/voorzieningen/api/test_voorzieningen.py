"""The catalogue for other systems."""

import datetime as dt
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory

pytestmark = pytest.mark.django_db
LIJST = "/api/v1/voorzieningen"


@pytest.fixture
def loket():
    return Client(headers=bearer(MedewerkerFactory()))


def names(answer) -> list[str]:
    return [each["naam"] for each in answer.json()["resultaten"]]


def test_without_a_token_only_general_provisions(client, loket):
    VoorzieningFactory(naam="Inloop")
    VoorzieningFactory(naam="Rolstoel", maatwerk=True)

    assert names(client.get(LIJST)) == ["Inloop"]
    assert names(client.get(LIJST, {"soort": "maatwerk"})) == []
    assert names(loket.get(LIJST)) == ["Inloop", "Rolstoel"]


def test_one_that_is_not_general_or_over_is_not_there_without_a_token(client, loket):
    maatwerk = VoorzieningFactory(maatwerk=True)
    voorbij = VoorzieningFactory(geldig_tot=dt.date(2020, 12, 31))

    for each in (maatwerk, voorbij):
        assert client.get(f"{LIJST}/{each.pk}").status_code == 404
        assert loket.get(f"{LIJST}/{each.pk}").status_code == 200


def test_a_hit_says_what_it_is_and_why_it_fits(client):
    VoorzieningFactory(naam="Samen eten", wijken=["WK016401"])

    (found,) = client.get(
        LIJST, {"zoek": "eten", "leefgebied": "netwerk", "wijk": "WK016401"}
    ).json()["resultaten"]

    assert found["leefgebieden"] == ["netwerk"]
    assert found["wijken"] == ["WK016401"]
    assert found["redenen"][:3] == [
        "gevonden op: eten",
        "past bij Sociaal netwerk",
        "dichtbij: in uw wijk",
    ]


def test_an_answer_can_be_kept_and_asked_after(client, loket):
    found = VoorzieningFactory()
    address = f"{LIJST}/{found.pk}"

    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=300"
    assert (again.status_code, again.content) == (304, b"")
    assert loket.get(address)["Cache-Control"] == "private, no-cache"


def test_an_answer_that_somebody_has_is_not_sent_again_however_that_is_said(client):
    address = f"{LIJST}/{VoorzieningFactory().pk}"
    etag = client.get(address)["ETag"]

    for said in (f"W/{etag}", "*", f'"ouder", W/{etag}'):
        assert client.get(address, headers={"If-None-Match": said}).status_code == 304
    assert client.get(address, headers={"If-None-Match": '"ouder"'}).status_code == 200


def test_pages_follow_each_other_and_lead_back(client):
    for n in range(5):
        VoorzieningFactory(naam=f"Voorziening {n}")

    first = client.get(LIJST, {"paginaGrootte": 2})
    second = client.get(_path(first.json()["volgende"]))
    third = client.get(_path(second.json()["volgende"]))

    assert names(first) + names(second) + names(third) == [f"Voorziening {n}" for n in range(5)]
    assert third.json()["volgende"] is None
    assert names(client.get(_path(second.json()["vorige"]))) == names(first)
    assert first.json()["vorige"] is None


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


@pytest.mark.parametrize(
    "vraag",
    [
        {"leefgebied": "maan"},
        {"leeftijd": "-1"},
        {"onbekend": "1"},
        {"cursor": "zomaar"},
        {"paginaGrootte": "201"},
    ],
)
def test_a_question_that_cannot_be_is_refused(client, vraag):
    assert client.get(LIJST, vraag).status_code == 400


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(client, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        VoorzieningFactory(naam="Samen eten")

    with django_assert_max_num_queries(14):
        client.get(LIJST, {"zoek": "eten"})
