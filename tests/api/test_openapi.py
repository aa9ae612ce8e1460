"""The API's description, and the official linter of the NL API Design Rules on it."""

import json
import subprocess

import pytest
from django.conf import settings
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS

from dashboard.enums import Dimensie
from hengelo_sociaal.api.views import description
from tests.api import linter
from tests.standaarden import standaard

METHODS = ("get", "post", "patch", "put", "delete")


@pytest.fixture
def openapi(db):
    description.cache_clear()
    yield Client().get("/api/v1/openapi.json").json()
    description.cache_clear()


@pytest.fixture
def voorbeeld_openapi(db, voorbeeld_api):
    """The description of the small API of voorbeeld.py."""
    from drf_spectacular.generators import SchemaGenerator

    return SchemaGenerator(urlconf="tests.api.voorbeeld").get_schema(public=True)


def operations(document):
    for path, methods in document["paths"].items():
        for method in METHODS:
            if method in methods:
                yield f"{method} {path}", methods[method]


def test_the_description_is_public_and_names_version_and_contact(db):
    answer = Client().get("/api/v1/openapi.json")

    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["info"]["version"] == settings.API_VERSIE == answer["API-Version"]
    assert set(answer.json()["info"]["contact"]) == {"name", "email", "url"}
    assert answer.json()["servers"] == [{"url": "/api/v1", "description": "Deze installatie"}]


def test_the_generator_has_nothing_to_complain_about(openapi):
    GENERATOR_STATS.reset()
    description.cache_clear()

    description()

    assert not GENERATOR_STATS._warn_cache
    assert not GENERATOR_STATS._error_cache


def test_every_operation_says_what_it_does_in_dutch(openapi):
    silent = [name for name, operation in operations(openapi) if not operation.get("summary")]

    assert silent == []


def test_every_shape_has_an_example(openapi):
    shapes = openapi["components"]["schemas"]

    assert [name for name, shape in shapes.items() if "example" not in shape] == []


def test_an_operation_tells_what_can_go_wrong(voorbeeld_openapi):
    teams, team = voorbeeld_openapi["paths"]["/teams"], voorbeeld_openapi["paths"]["/teams/{id}"]

    assert set(teams["get"]["responses"]) == {"200", "400", "401", "403", "429", "500", "503"}
    assert {"201", "400", "409", "415"} <= set(teams["post"]["responses"])
    assert {"200", "404", "412", "428"} <= set(team["patch"]["responses"])
    assert "401" not in voorbeeld_openapi["paths"]["/open"]["get"]["responses"]


def test_query_and_body_are_spoken_in_camel_case(voorbeeld_openapi):
    names = {p.get("name") for p in voorbeeld_openapi["paths"]["/teams"]["get"]["parameters"]}

    assert names == {"begintMet", "paginaGrootte", "cursor"}
    assert set(voorbeeld_openapi["components"]["schemas"]["TeamInvoer"]["properties"]) == {
        "code",
        "volledigeNaam",
        "begintOp",
        "leden",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("which", ["openapi", "voorbeeld_openapi"])
def test_the_official_linter_finds_nothing(which, request, spectral, tmp_path):
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(request.getfixturevalue(which)))
    ruleset = standaard(linter.RULESET)

    found = subprocess.run(
        [*spectral, "lint", "--ruleset", str(ruleset), "--format", "text", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 0, found.stdout + found.stderr
    assert "No results" in found.stdout


def test_the_figures_are_described_as_they_are_answered(openapi):
    def answer(path):
        return openapi["paths"][path]["get"]["responses"]["200"]

    for path in ("/indicatoren", "/indicatoren/{code}/metingen"):
        shape = answer(path)["content"]["application/json"]["schema"]
        assert set(shape["properties"]) == {"resultaten", "volgende", "vorige"}
    for path in ("/indicatoren", "/indicatoren/{code}/metingen", "/begroting"):
        assert "ETag" not in answer(path)["headers"]
    assert "ETag" in answer("/indicatoren/{code}")["headers"]
    figure = openapi["components"]["schemas"]["UitgesplitsteMetingUitvoer"]
    assert set(Dimensie.values) <= set(figure["properties"])
    assert not set(Dimensie.values) & set(figure["required"])
