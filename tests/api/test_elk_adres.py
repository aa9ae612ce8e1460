"""Every operation of the API, given what nobody should send: refused as a problem, never a 5xx.

The operations and their fields come from the API's own description, so a new endpoint is in
here by itself. It is asked as everybody at once, because rights are walked elsewhere.
"""

import json
import re
import uuid

import pytest
from django.db import transaction
from django.test import Client

from hengelo_sociaal.api.views import description
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
ODD = [
    None, "", "x" * 5000, "a\0b", True, 2**70, [], {"a": 1}, ["x"], "2026-02-30", "0001-01-01",
    "9999-12-31", str(uuid.uuid4()),
]  # fmt: skip
ODD_QUERY = [
    "", "%00", "x" * 3000, "-1", "9" * 40, "0001-01-01", "9999-12-31", "2026-02-30", "%27%3B--",
]  # fmt: skip


OPERATIONS = [
    pytest.param(path, method, operation, id=f"{method} {path}")
    for path, methods in description()["paths"].items()
    for method, operation in methods.items()
]


@pytest.fixture
def client():
    """Somebody with every role, so that the gate lets everything through."""
    everything = MedewerkerFactory(rollen=list(ROLLEN))
    return Client(headers=bearer(everything), raise_request_exception=False)


def ask(client, method, path, body=None):
    """One request of which nothing is kept."""
    path = "/api/v1" + re.sub(r"\{(\w+)\}", lambda m: _value(m[1]), path)
    with transaction.atomic():
        answer = client.generic(
            method.upper(),
            path,
            b"" if body is None else json.dumps(body).encode(),
            content_type="application/json",
            headers={"If-Match": "*"} if method == "patch" else {},
        )
        transaction.set_rollback(True)
    return answer


def _value(name: str) -> str:
    return "bestaat-niet" if name == "code" else str(uuid.uuid4())


def complaint(answer, what):
    """What is wrong with an answer, or nothing."""
    if answer.status_code >= 500:
        return f"{what}: {answer.status_code}"
    if answer.status_code >= 400 and answer["Content-Type"] != "application/problem+json":
        return f"{what}: {answer.status_code} is no problem+json"
    return None


def fields_of(operation):
    """The fields of a body, with an example of the whole."""
    shapes = description()["components"]["schemas"]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    shape = shapes.get(name, {})
    return list(shape.get("properties", {})), shape.get("example", {})


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_a_body_that_makes_no_sense_is_refused_as_a_problem(path, method, operation, client):
    if method == "get":
        bodies = []
    else:
        fields, example = fields_of(operation)
        bodies = [*ODD, {}, example, {"bestaatNiet": 1}]
        bodies += [example | {field: value} for field in fields for value in ODD]
        bodies += [{k: v for k, v in example.items() if k != field} for field in fields]

    found = [complaint(ask(client, method, path, body), body) for body in bodies]

    assert [one for one in found if one] == []


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_a_query_that_makes_no_sense_is_refused_as_a_problem(path, method, operation, client):
    names = [p["name"] for p in operation.get("parameters", []) if p.get("in") == "query"]
    required = "&".join(
        f"{p['name']}=2026-11-02" for p in operation.get("parameters", []) if p.get("required")
        and p.get("in") == "query"
    )  # fmt: skip
    queries = [f"{required}&{name}={value}" for name in names for value in ODD_QUERY]

    unknown = ask(client, method, f"{path}?bestaatNiet=1")
    found = [complaint(ask(client, method, f"{path}?{query}"), query) for query in queries]

    assert unknown.status_code in (400, 404)
    assert [one for one in found if one] == []


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_an_answer_is_one_that_the_description_names(path, method, operation, client):
    bodies = [None] if method == "get" else [{}, fields_of(operation)[1], []]

    statuses = {ask(client, method, path, body).status_code for body in bodies}

    assert {str(status) for status in statuses} <= set(operation["responses"])
