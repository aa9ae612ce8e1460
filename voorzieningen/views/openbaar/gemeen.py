"""Answers that are the same for everybody, so that a browser or a cache may keep them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from django.utils.http import http_date

from hengelo_sociaal.web.context import Schil

MAX_AGE = 300


def page(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page without anything of who asks: no cookie, no key of a form."""
    found = {"schil": Schil(request), "request": request, **context}
    return HttpResponse(loader.render_to_string(template, found))


def kept(request: HttpRequest, response: HttpResponse, changed: dt.datetime | None) -> HttpResponse:
    """The answer with its ETag and moment of change, or 304 when the asker has it already."""
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    set_response_etag(response)
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    # Only the ETag decides: the day and the words asked for change a page as well.
    return get_conditional_response(request, etag=response["ETag"], response=response)  # type: ignore[return-value]
