"""The API's own description."""

from functools import lru_cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from hengelo_sociaal.api.basis import ApiView


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """The OpenAPI description; it changes only with the code."""
    made: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    return made


class Openapi(ApiView):
    """GET: the OpenAPI description, for everybody and from every website."""

    openbaar = {"GET"}
    schema = None

    def get(self, request: Request) -> Response:
        return Response(description(), headers={"Access-Control-Allow-Origin": "*"})
