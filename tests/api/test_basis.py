"""The base classes of the endpoints, over the small API of voorbeeld.py."""

import json
import uuid

import pytest
from django.test import Client
from rest_framework.exceptions import ValidationError

from hengelo_sociaal.medewerkers.models import Team
from tests.api.voorbeeld import TeamInvoer
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeld_api")]

TEAMS = "/api/v1/teams"


def post(client, body, path=TEAMS, **headers):
    return client.post(path, json.dumps(body), content_type="application/json", headers=headers)


def patch(client, team, body, **headers):
    return client.patch(
        f"{TEAMS}/{team.pk}", json.dumps(body), content_type="application/json", headers=headers
    )


def test_making_answers_201_with_its_address_and_the_body_of_get(beheer_client):
    answer = post(beheer_client, {"code": "wmo", "volledigeNaam": "Team Wmo"})

    assert answer.status_code == 201
    assert answer.json() == {
        "id": str(Team.objects.get().pk),
        "code": "wmo",
        "volledigeNaam": "Team Wmo",
    }
    assert beheer_client.get(answer["Location"]).json() == answer.json()


def test_every_answer_names_the_version_and_is_not_kept_by_others(beheer_client):
    for path in (TEAMS, f"{TEAMS}/{uuid.uuid4()}", "/api/v1/bestaat-niet"):
        answer = beheer_client.get(path)

        assert answer["API-Version"] == "1.0.0"
        assert answer["Cache-Control"] == "no-store"


def test_a_list_has_results_and_no_links_when_it_fits(beheer_client):
    TeamFactory(code="wmo", naam="Team Wmo")

    answer = beheer_client.get(TEAMS).json()

    assert [row["code"] for row in answer["resultaten"]] == ["wmo"]
    assert answer["volgende"] is None
    assert answer["vorige"] is None


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_two_queries_whatever_its_length(
    beheer_client, rows, django_assert_num_queries
):
    TeamFactory.create_batch(rows)
    beheer_client.get(TEAMS)

    with django_assert_num_queries(2):  # the token, the rows
        beheer_client.get(TEAMS)


def test_a_filter_narrows_the_list_and_stays_in_the_links(beheer_client):
    for code in ("aa", "ab", "ba"):
        TeamFactory(code=code)

    answer = beheer_client.get(TEAMS, {"begintMet": "a", "paginaGrootte": 1}).json()
    following = beheer_client.get(answer["volgende"]).json()

    assert [row["code"] for row in answer["resultaten"]] == ["aa"]
    assert [row["code"] for row in following["resultaten"]] == ["ab"]
    assert following["volgende"] is None


@pytest.mark.parametrize(
    ("query", "name", "code"),
    [
        ("paginaGrootte=0", "paginaGrootte", "te-klein"),
        ("paginaGrootte=201", "paginaGrootte", "te-groot"),
        ("paginaGrootte=veel", "paginaGrootte", "ongeldig"),
        ("pagina_grootte=10", "pagina_grootte", "onbekend"),
        ("begintMet=a&begintMet=b", "begintMet", "dubbel"),
        ("begintMet=%00", "begintMet", "ongeldig"),
    ],
)
def test_a_wrong_query_is_refused_by_name(beheer_client, query, name, code):
    answer = beheer_client.get(f"{TEAMS}?{query}")

    assert answer.status_code == 400
    [invalid] = answer.json()["invalidParams"]
    assert (invalid["name"], invalid["code"]) == (name, code)


def test_a_page_of_200_is_allowed(beheer_client):
    assert beheer_client.get(TEAMS, {"paginaGrootte": 200}).status_code == 200


def test_a_changing_request_takes_no_query(beheer_client):
    answer = post(beheer_client, {"code": "wmo", "volledigeNaam": "Wmo"}, f"{TEAMS}?x=1")

    assert answer.status_code == 400
    assert not Team.objects.exists()


def test_a_thing_that_is_not_there_is_404(beheer_client):
    assert beheer_client.get(f"{TEAMS}/{uuid.uuid4()}").status_code == 404


def test_an_identifier_may_be_written_in_capitals(beheer_client):
    team = TeamFactory()

    answer = beheer_client.get(f"{TEAMS}/{str(team.pk).upper()}")

    assert (answer.status_code, answer.json()["id"]) == (200, str(team.pk))


def test_reading_gives_an_etag_and_changing_needs_it(beheer_client):
    team = TeamFactory(naam="Oud")
    etag = beheer_client.get(f"{TEAMS}/{team.pk}")["ETag"]

    without = patch(beheer_client, team, {"volledigeNaam": "Nieuw"})
    fitting = patch(beheer_client, team, {"volledigeNaam": "Nieuw"}, if_match=etag)
    stale = patch(beheer_client, team, {"volledigeNaam": "Nog nieuwer"}, if_match=etag)

    assert (without.status_code, fitting.status_code, stale.status_code) == (428, 200, 412)
    assert fitting["ETag"] == beheer_client.get(f"{TEAMS}/{team.pk}")["ETag"]
    assert stale.json()["huidig"]["volledigeNaam"] == "Nieuw"
    assert stale.json()["aangeboden"] == {"volledigeNaam": "Nog nieuwer"}
    team.refresh_from_db()
    assert team.naam == "Nieuw"


def test_a_missing_and_an_unknown_field_are_refused_by_path(beheer_client):
    answer = post(
        beheer_client, {"code": "wmo", "volledige_naam": "x", "leden": [{"soortLid": "los"}]}
    )

    assert answer.status_code == 400
    assert {param["name"]: param["code"] for param in answer.json()["invalidParams"]} == {
        "volledige_naam": "onbekend"
    }
    answer = post(beheer_client, {"code": "wmo", "leden": [{"soortLid": "vast"}, {"soortLid": 3}]})
    assert {param["name"]: param["code"] for param in answer.json()["invalidParams"]} == {
        "volledigeNaam": "verplicht",
        "leden.1.soortLid": "onbekende-waarde",
    }


@pytest.mark.parametrize(
    ("rollen", "status"),
    [(["beheer"], 201), (["teamleider"], 403), (["teamleider", "beheer"], 201), ([], 403)],
)
def test_a_method_opens_for_whoever_has_its_right(client_van, rollen, status):
    client = client_van(MedewerkerFactory(rollen=rollen))

    answer = post(client, {"code": "wmo", "volledigeNaam": "Wmo"})

    assert answer.status_code == status
    assert Team.objects.count() == (status == 201)


def test_a_method_that_states_no_right_opens_for_nobody(beheer_client):
    team = TeamFactory()

    assert post(beheer_client, {}, f"{TEAMS}/{team.pk}/sluiting").status_code == 403
    assert beheer_client.put("/api/v1/open").status_code == 403


def test_a_public_method_opens_without_token_and_its_neighbour_does_not():
    assert Client().get("/api/v1/open").status_code == 404
    assert Client().post("/api/v1/open").status_code == 401


def test_a_method_that_does_not_exist_is_405(beheer_client):
    answer = beheer_client.delete(TEAMS)

    assert answer.status_code == 405
    assert answer.json()["code"] == "methode-niet-toegestaan"
    assert "POST" in answer["Allow"]


def test_options_is_not_promised_where_it_is_not_answered(beheer_client):
    answer = beheer_client.options(TEAMS)

    assert answer.status_code == 405
    assert set(answer["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_a_wrong_cursor_is_400(beheer_client):
    answer = beheer_client.get("/api/v1/teams", {"cursor": "onzin"})

    assert answer.status_code == 400
    assert answer.json()["code"] == "ongeldige-cursor"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"code": "a\0", "volledigeNaam": "x"}, "code"),
        ({"code": "a", "volledigeNaam": "x", "begintOp": "0001-01-01"}, ""),
        ({"code": "a", "volledigeNaam": "x", "begintOp": "2201-01-01T00:00:00Z"}, "begintOp"),
    ],
)
def test_what_no_record_can_keep_is_refused(beheer_client, body, name):
    answer = post(beheer_client, body)

    assert answer.status_code == 400
    assert answer.json()["invalidParams"][0]["name"] == name


def test_a_form_remembers_nothing_of_the_body_before():
    """One form per class reads every body."""
    members = [{"soortLid": "vast"}, {"soortLid": "tijdelijk"}]
    first = TeamInvoer.read_body({"code": "een", "volledigeNaam": "Een", "leden": members})
    second = TeamInvoer.read_body({"code": "twee", "volledigeNaam": "Twee"})

    assert [member["soort_lid"] for member in first.pop("leden")] == ["vast", "tijdelijk"]
    assert first == {"code": "een", "naam": "Een"}
    assert second == {"code": "twee", "naam": "Twee"}
    with pytest.raises(ValidationError) as refused:
        TeamInvoer.read_body({"code": "drie"})
    assert set(refused.value.detail) == {"volledigeNaam"}


def test_what_is_left_out_is_only_missed_where_everything_is_asked():
    assert TeamInvoer.read_body({"code": "een"}, partial=True) == {"code": "een"}
    with pytest.raises(ValidationError):
        TeamInvoer.read_body({"code": "een"})


def test_no_body_at_all_is_refused(beheer_client):
    answer = beheer_client.post(TEAMS, "null", content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["invalidParams"][0]["code"] == "verplicht"
