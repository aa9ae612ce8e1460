"""What is refused is told in our own Dutch sentences, in every shape that can be sent in."""

import re
import uuid

import pytest
from rest_framework.exceptions import ValidationError

from hengelo_sociaal.api.fouten import invalid_params
from hengelo_sociaal.api.vragen import Vragen
from tests.api.invoer import fields_within, input_shapes
from tests.inloggen import client_of

ODD = [
    None, "", "x" * 5000, "a\0b", True, 2**70, -1, 1.5, [], [3], {"a": 1}, ["x"], "2026-02-30",
    "0001-01-01", "20260105", str(uuid.uuid4()),
]  # fmt: skip
THEIRS = re.compile(
    r"\b(valid|must|this|field|expected|ensure|items|dictionary|pk|string|datatype|not|"
    r"waarde moet|karakters|elementen|ongeldige? (data|pk|keuze))\b",
    re.IGNORECASE,
)


INPUT = input_shapes()


def _words_of_the_framework(kind):
    for one in kind.__mro__:
        if one.__module__.startswith("rest_framework"):
            yield from map(str, vars(one).get("default_error_messages", {}).values())


@pytest.mark.parametrize("shape", INPUT)
def test_no_field_speaks_in_the_words_of_the_framework(shape):
    theirs = [
        f"{field.field_name}: {code}"
        for field in fields_within(shape())
        for code, words in field.error_messages.items()
        if str(words) in _words_of_the_framework(type(field))
    ]

    assert theirs == []


@pytest.mark.django_db
@pytest.mark.parametrize("shape", [one for one in INPUT if not issubclass(one, Vragen)])
def test_what_makes_no_sense_is_told_in_dutch(shape):
    names = list(shape().fields)
    bodies = [*ODD, *({name: value} for name in names for value in ODD)]

    reasons = {reason for body in bodies for reason in _refused(shape, body)}

    assert [reason for reason in reasons if THEIRS.search(reason) or "%(" in reason] == []


def _refused(shape, body):
    try:
        shape.read_body(body)
    except ValidationError as error:
        return [param["reason"] for param in invalid_params(error.detail)]
    return []


def test_a_choice_names_what_can_be_chosen():
    (shape,) = [one for one in INPUT if one.__name__ == "VerlengingInvoer"]

    refused = _refused(shape, {"aantal": 1, "eenheid": "eeuwen", "kennisgevingOp": "2026-01-05"})

    assert refused == ["Deze waarde kan hier niet. Kies uit: dagen, weken, maanden, jaren."]


@pytest.mark.django_db
def test_a_session_without_its_proof_is_told_what_to_send():
    client = client_of("loket")
    client.handler.enforce_csrf_checks = True

    refused = client.post("/api/v1/contacten", {}, content_type="application/json")

    assert (refused.status_code, refused.json()["code"]) == (403, "csrf-ontbreekt")
    assert "X-CSRFToken" in refused.json()["detail"]
