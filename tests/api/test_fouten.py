"""Everything that goes wrong below /api/ is a problem, and never says more than it should."""

import json

import pytest
from django.db import OperationalError
from django.test import Client

from hengelo_sociaal.api.fouten import invalid_params
from hengelo_sociaal.kern.fouten import Conflict
from hengelo_sociaal.medewerkers.models import Team
from tests.factories.medewerkers import TeamFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeld_api")]
TEAMS = "/api/v1/teams"
MEMBERS = {"type", "title", "status", "detail", "instance", "code"}


def post(client, raw, content_type="application/json"):
    return client.post(TEAMS, raw, content_type=content_type)


def assert_problem(answer, status, code):
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert set(body) >= MEMBERS
    assert (body["status"], body["code"]) == (status, code)
    assert body["detail"]
    return body


def test_a_refusal_of_the_domain_keeps_its_code_and_sentence(beheer_client):
    body = assert_problem(
        post(beheer_client, json.dumps({"code": "weiger", "volledigeNaam": "x"})), 409, "conflict"
    )

    assert body["detail"] == "Dit team kan niet."
    assert body["instance"] == TEAMS


def test_what_nobody_foresaw_is_logged_and_tells_nothing(beheer_client, caplog):
    answer = post(beheer_client, json.dumps({"code": "stuk", "volledigeNaam": "x"}))

    assert_problem(answer, 500, "storing")
    assert "geheim" not in answer.text
    assert "RuntimeError: geheim" in caplog.text


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"\xff\xfe",
        b'{"code": NaN}',
        b'{"code": "\\ud800"}',
        b"[" * 100_000,
        b'{"code": "\xe9"}',
    ],
)
def test_what_is_no_json_is_400(beheer_client, raw):
    assert_problem(post(beheer_client, raw), 400, "geen-json")


@pytest.mark.parametrize("raw", [b"", b"[]", b'"tekst"', b"3", b"null"])
def test_json_that_is_no_object_is_400(beheer_client, raw):
    assert_problem(post(beheer_client, raw), 400, "ongeldige-invoer")


def test_a_nul_in_a_text_is_400(beheer_client):
    body = assert_problem(
        post(beheer_client, json.dumps({"code": "wmo", "volledigeNaam": "a\0b"})),
        400,
        "ongeldige-invoer",
    )

    assert body["invalidParams"][0]["name"] == "volledigeNaam"


def test_another_format_than_json_is_415(beheer_client):
    assert_problem(
        post(beheer_client, b"code=wmo", "application/x-www-form-urlencoded"),
        415,
        "formaat-niet-ondersteund",
    )


def test_what_the_client_would_rather_have_does_not_matter(beheer_client):
    assert beheer_client.get(TEAMS, headers={"Accept": "text/html"}).status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/bestaat-niet", "/api/v1/teams/", "/api/v2", "/api/x"])
def test_an_unknown_address_is_a_problem_for_everybody(beheer_client, path):
    assert_problem(beheer_client.get(path), 404, "niet-gevonden")
    assert_problem(Client().get(path), 404, "niet-gevonden")


def test_an_identifier_that_is_none_is_404(beheer_client):
    assert_problem(beheer_client.get(f"{TEAMS}/geen-uuid"), 404, "niet-gevonden")


def test_a_body_that_is_too_large_is_refused(beheer_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    body = {"code": "wmo", "volledigeNaam": "Team Wmo " + 100 * "x"}
    answer = post(beheer_client, json.dumps(body).encode())

    assert_problem(answer, 413, "te-groot")
    assert answer["API-Version"] == "1.0.0"
    assert not Team.objects.exists()


def test_a_host_that_is_not_ours_is_a_problem(beheer_client, settings):
    settings.ALLOWED_HOSTS = ["sociaal.hengelo.example"]

    assert_problem(beheer_client.get(TEAMS), 400, "ongeldig-verzoek")


def test_a_refusal_by_the_database_is_told_as_its_refusal(beheer_client, monkeypatch):
    TeamFactory(code="wmo")
    known = {"medewerkers_team_code_key": Conflict}
    monkeypatch.setattr("hengelo_sociaal.kern.beperkingen._REGISTERED", known)

    answer = post(beheer_client, json.dumps({"code": "wmo", "volledigeNaam": "x"}))

    assert_problem(answer, 409, "conflict")


def test_a_database_that_does_not_answer_is_503(beheer_client, monkeypatch):
    def fail(self):
        raise OperationalError("connection refused")

    monkeypatch.setattr("tests.api.voorbeeld.Teams.rows", fail)

    answer = beheer_client.get(TEAMS)

    assert_problem(answer, 503, "tijdelijk-niet-beschikbaar")
    assert answer["Retry-After"] == "60"


def test_a_page_outside_the_api_stays_a_page(client):
    answer = client.get("/bestaat-niet")

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")
    assert "API-Version" not in answer


def test_fields_are_named_by_their_path():
    from rest_framework.exceptions import ErrorDetail

    detail = {
        "naam": [ErrorDetail("leeg", "blank")],
        "leden": [{}, {"soort": [ErrorDetail("fout", "invalid_choice")]}],
        "non_field_errors": [ErrorDetail("samen niet", "invalid")],
    }

    assert [(param["name"], param["code"]) for param in invalid_params(detail)] == [
        ("naam", "verplicht"),
        ("leden.1.soort", "onbekende-waarde"),
        ("", "ongeldig"),
    ]
