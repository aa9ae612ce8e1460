"""The OpenAPI description, from the code (NL API Design Rules, standaarden/adr).

What the framework's generator leaves out and the rules ask for is added here: the version
header, the problems an operation can answer, examples, and names that never collide.
"""

import re
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from drf_spectacular.openapi import AutoSchema

from hengelo_sociaal.api.voorbeelden import KORT, with_example

if TYPE_CHECKING:  # the framework loads this module while it loads its views
    from hengelo_sociaal.api.basis import ApiView

_PROBLEM = "#/components/responses/Probleem{}"
_VERSION = {"API-Version": {"$ref": "#/components/headers/ApiVersion"}}
_SUCCESS = {200: "Gelukt.", 201: "Gemaakt.", 204: "Gelukt; er is niets te tonen."}


class Schema(AutoSchema):
    """Describes an endpoint made of the base classes in `basis.py`."""

    view: "ApiView"  # type: ignore[override]

    def get_operation_id(self) -> str:
        """`getContactenId`, from the path, so that no two are alike."""
        words = re.findall(r"[A-Za-z0-9]+", self._own_path())
        return self.method.lower() + "".join(word[:1].upper() + word[1:] for word in words)

    def get_tags(self) -> list[str]:
        """The first part of the path: `contacten`."""
        return [self._own_path().lstrip("/").partition("/")[0]]

    def get_summary(self) -> str | None:
        """What the operation does, in the language of the people who use it."""
        return str(self.view.uitleg.get(self.method, "")) or None

    def get_description(self) -> str:  # type: ignore[override]
        """Docstrings are for programmers; what a user must know is in `uitleg`."""
        return ""

    def get_auth(self) -> list[dict[str, Any]]:
        named: list[dict[str, Any]] = [{"token": []}, {"sessie": []}]
        return [*named, {}] if self._is_open() else named

    def get_override_parameters(self) -> list[Any]:
        wanted = self.view.query_class
        return [wanted] if self.method == "GET" and wanted().fields else []

    def _get_parameters(self) -> list[Any]:
        parameters = super()._get_parameters()
        if self.method == "POST" and hasattr(self.view, "create"):
            parameters.append({"$ref": "#/components/parameters/IdempotencyKey"})
        if self.method == "PATCH":
            parameters.append({"$ref": "#/components/parameters/IfMatch"})
        return parameters

    def get_request_serializer(self) -> Any:
        return self.view.input_class

    def get_response_serializers(self) -> Any:
        return self.view.output_for(self.method)

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        status = self.view.success_status if self.method == "POST" else 200
        return {str(status): self._success(status)} | {
            str(problem): {"$ref": _PROBLEM.format(problem)} for problem in self._problems()
        }

    def _success(self, status: int) -> dict[str, Any]:
        described: dict[str, Any] = {
            "description": _SUCCESS[status],
            "headers": _VERSION | self._extra_headers(status),
        }
        serializer = self.view.output_for(self.method)
        if serializer().fields:
            one = self.resolve_serializer(serializer, "response").ref
            if self.view.lesser_class is not None:
                lesser = self.resolve_serializer(self.view.lesser_class, "response").ref
                one = {"anyOf": [one, lesser]}
            described["content"] = {"application/json": {"schema": self._in_its_list(one)}}
        return described

    def _extra_headers(self, status: int) -> dict[str, Any]:
        if status == 201:
            return {"Location": {"$ref": "#/components/headers/Location"}}
        if self.method == "PATCH" or (self.method == "GET" and self.view.has_etag):
            return {"ETag": {"$ref": "#/components/headers/ETag"}}
        return {}

    def _in_its_list(self, one: dict[str, Any]) -> dict[str, Any]:
        if self.method != "GET" or self.view.shape == "een":
            return one
        properties: dict[str, Any] = {"resultaten": {"type": "array", "items": one}}
        if self.view.shape == "pagina":
            link = {"type": "string", "format": "uri", "nullable": True, "example": None}
            properties |= {"volgende": dict(link), "vorige": dict(link)}
        return {"type": "object", "required": list(properties), "properties": properties}

    def _problems(self) -> list[int]:
        """The statuses of what can go wrong here."""
        found = {400, 500, 503} | self.view.problemen
        if not self._is_open():
            found |= {401, 403, 429}
        if "{" in self.path:
            found.add(404)
        if self.method in ("POST", "PATCH"):
            found |= {404, 409, 415}  # 404 also for what a body points at
        if self.method == "PATCH":
            found |= {412, 428}
        return sorted(found)

    def _is_open(self) -> bool:
        return self.method in self.view.openbaar

    def _own_path(self) -> str:
        return re.sub(self.path_prefix, "", self.path)

    def _map_basic_serializer(self, serializer: Any, direction: Any) -> dict[str, Any]:
        schema: dict[str, Any] = super()._map_basic_serializer(serializer, direction)  # type: ignore[no-untyped-call]
        for part in schema.get("properties", {}).values():
            if part.get("nullable") and "allOf" in part:
                part.setdefault("type", "object")  # OpenAPI 3.0: nullable goes with a type
        given = getattr(serializer, "voorbeeld", {})
        if direction == "request":  # what is sent as it stands must be taken
            chosen = [*given, *schema.get("required", ())]
            schema[KORT] = chosen or list(schema.get("properties", ()))
        for name, value in given.items():
            schema["properties"][name] = _beside(schema["properties"][name], value)
        return schema


def _beside(schema: dict[str, Any], example: Any) -> dict[str, Any]:
    """A property with its example; a bare reference takes nothing beside it."""
    if "$ref" in schema:
        return {"allOf": [schema], "example": example}
    return schema | {"example": example}


def finish(
    result: dict[str, Any], generator: Any, request: HttpRequest | None, public: bool
) -> Any:
    """Give every shape an example and list the tags."""
    components = result["components"]["schemas"]
    for name in components:
        components[name] = with_example(components[name], components)
    for shape in components.values():
        shape.pop(KORT, None)
    tags = {tag for path in result["paths"].values() for op in path.values() for tag in op["tags"]}
    result["tags"] = [{"name": tag} for tag in sorted(tags)]
    return result
