"""The OpenAPI description as people read it: per subject, per operation, per field."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

SOORTEN = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "ja of nee",
    "object": "object",
    "array": "lijst",
}
VORMEN = {"uuid": "UUID", "date": "datum", "date-time": "moment", "email": "e-mailadres"}
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Veld:
    """A parameter or a field: its name, what goes in it, whether it must, and why it is there."""

    naam: str
    soort: str
    verplicht: bool
    uitleg: str = ""


@dataclass(frozen=True)
class Operatie:
    """One method on one path."""

    methode: str
    pad: str
    titel: str
    openbaar: bool
    parameters: list[Veld]
    invoer: list[Veld]
    voorbeeld: str
    uitvoer: list[Veld]
    antwoorden: list[tuple[str, str]]

    @property
    def anker(self) -> str:
        """Where it stands on the page."""
        return f"{self.methode}{self.pad}".replace("/", "-").replace("{", "").replace("}", "")


def read_operations(document: Document) -> dict[str, list[Operatie]]:
    """The operations by subject, both in the order of the description."""
    found: dict[str, list[Operatie]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            made = _operation(document, path, method, operation)
            found.setdefault(operation["tags"][0], []).append(made)
    return found


def read_fields(document: Document, name: str) -> list[Veld]:
    """The fields of a shape that operations refer to by its name."""
    return list(_fields(document, document["components"]["schemas"][name]))


def _operation(document: Document, path: str, method: str, operation: Document) -> Operatie:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    sent = _resolve(document, body.get("schema", {}))
    answers = [(code, _resolve(document, one)) for code, one in operation["responses"].items()]
    good = next((one for code, one in answers if code.startswith("2")), {})
    shape = good.get("content", {}).get("application/json", {}).get("schema", {})
    example = sent.get("example")
    return Operatie(
        methode=method.upper(),
        pad=path,
        titel=operation.get("summary", ""),
        openbaar={} in operation.get("security", []),
        parameters=[_parameter(document, one) for one in operation.get("parameters", [])],
        invoer=list(_fields(document, sent)),
        voorbeeld=json.dumps(example, ensure_ascii=False, indent=2) if example else "",
        uitvoer=list(_fields(document, _resolve(document, shape))),
        antwoorden=[(code, one.get("description", "")) for code, one in answers],
    )


def _parameter(document: Document, given: Document) -> Veld:
    found = _resolve(document, given)
    words = _kind(document, found.get("schema", {}))
    return Veld(found["name"], words, found.get("required", False), found.get("description", ""))


def _fields(document: Document, shape: Document) -> Iterator[Veld]:
    required = shape.get("required", [])
    for name, given in shape.get("properties", {}).items():
        yield Veld(name, _kind(document, given), name in required, given.get("description", ""))


def _kind(document: Document, given: Document) -> str:
    """What goes in a field, in Dutch: `lijst van VraagInvoer`, `een van: aan, uit`."""
    if "$ref" in given:
        return str(given["$ref"]).rpartition("/")[2]
    if given.get("allOf"):
        return _kind(document, given["allOf"][0])
    if given.get("enum"):
        return "een van: " + ", ".join(str(one) for one in given["enum"] if one is not None)
    if given.get("type") == "array":
        return f"lijst van {_kind(document, given.get('items', {}))}"
    return VORMEN.get(given.get("format", ""), SOORTEN.get(given.get("type", ""), "waarde"))


def _resolve(document: Document, given: Document) -> Document:
    """What a `$ref` points at."""
    if "$ref" not in given:
        return given
    found: Any = document
    for part in str(given["$ref"]).lstrip("#/").split("/"):
        found = found[part]
    return _resolve(document, found)
