"""The API's own description."""

from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from hengelo_sociaal.api.basis import ApiView
from hengelo_sociaal.api.leesbaar import read_fields, read_operations
from hengelo_sociaal.medewerkers.poort import openbaar


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """The OpenAPI description; it changes only with the code."""
    made: dict[str, Any] = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    return made


@lru_cache(maxsize=1)
def readable() -> dict[str, Any]:
    """The same description for people, read once."""
    document = description()
    named = document["components"]["schemas"]
    return {
        "info": document["info"],
        "onderwerpen": read_operations(document),
        "vormen": [(name, read_fields(document, name)) for name in sorted(named)],
    }


@openbaar
@require_GET
def uitleg(request: HttpRequest) -> HttpResponse:
    """The description of the API as a page, made from what machines read."""
    return render(request, "api/uitleg.html", readable())


class Openapi(ApiView):
    """GET: the OpenAPI description, for everybody and from every website."""

    openbaar = {"GET"}
    schema = None

    def get(self, request: Request) -> Response:
        return Response(description(), headers={"Access-Control-Allow-Origin": "*"})
