"""The examples of what is sent in: taken as they stand by the shape that they explain."""

import uuid
from typing import Any

import pytest
from rest_framework.exceptions import ValidationError

from hengelo_sociaal.api.fouten import invalid_params
from hengelo_sociaal.api.views import description
from hengelo_sociaal.api.vragen import Vragen
from tests.api.invoer import input_shapes
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory

SHAPES = description()["components"]["schemas"]
BODIES = [shape for shape in input_shapes() if not issubclass(shape, Vragen)]


def example_of(shape: type) -> Any:
    """The documented example; of a change the shape is called otherwise."""
    if not shape().fields:
        return {}
    found = SHAPES.get(shape.__name__) or SHAPES[f"Patched{shape.__name__}"]
    return found["example"]


def with_postcode(example: Any) -> Any:
    """The official linter takes the name for a method of HTTP, so it is told in words."""
    if isinstance(example, list):
        return [with_postcode(one) for one in example]
    if not isinstance(example, dict):
        return example
    more = {"postcode": "7551 AB"} if "huisnummer" in example else {}
    return {name: with_postcode(value) for name, value in example.items()} | more


def value_at(body: Any, path: str) -> Any:
    for part in path.split("."):
        body = body[int(part)] if isinstance(body, list) else body[part]
    return body


def _is_uuid(value: Any) -> bool:
    try:
        uuid.UUID(value)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def wrong_in(shape: type, body: Any, *, partial: bool) -> list[dict[str, str]]:
    """What is refused, but for records that only exist in an example."""
    try:
        shape.read_body(body, partial=partial)
    except ValidationError as error:
        return [
            one
            for one in invalid_params(error.detail)
            if not (one["code"] == "onbekende-waarde" and _is_uuid(value_at(body, one["name"])))
        ]
    return []


@pytest.mark.django_db
@pytest.mark.parametrize("shape", BODIES)
def test_an_example_of_what_is_sent_is_taken_as_it_stands(shape):
    body = with_postcode(example_of(shape))

    assert wrong_in(shape, body, partial=shape.__name__ not in SHAPES) == []


def test_nothing_of_the_way_examples_are_made_is_left_in_the_description():
    assert [
        name for name, shape in SHAPES.items() if any(k.startswith("x-kort") for k in shape)
    ] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "shape", "status"),
    [
        ("contacten", "ContactInvoer", 201),
        ("inwoners", "InwonerInvoer", 201),
        ("inwoners/zoeken", "ZoekInvoer", 200),
        ("huishoudens", "HuishoudenInvoer", 201),
        ("signalen", "SignalenInvoer", 200),
    ],
)
def test_an_example_that_names_no_record_can_be_sent(client, path, shape, status):
    body = with_postcode(SHAPES[shape]["example"])
    headers = bearer(MedewerkerFactory(rollen=["loket"]))

    answer = client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

    assert answer.status_code == status, answer.content
