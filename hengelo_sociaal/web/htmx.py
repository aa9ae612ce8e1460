"""htmx conventions of the house, described in the package's docstring."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

FORMULIERSLEUTEL = "formuliersleutel"


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part; a boosted link or the back button needs the whole page."""
    htmx: HtmxDetails | None = getattr(request, "htmx", None)
    if not htmx:
        return False
    return not htmx.boosted and not htmx.history_restore_request


def render_fragment_or_page(
    request: HttpRequest,
    page: str,
    fragment: str,
    context: dict[str, Any],
    *,
    status: int = 200,
    push_url: str | None = None,
) -> HttpResponse:
    """The fragment for htmx, the page that includes it for everyone else.

    A refused form (status 400 or 422) is 422 for htmx and 200 as a page, so that the
    browser keeps it in its history. `push_url` becomes the address of the fragment.
    """
    partial = wants_fragment(request)
    refused = status in {400, 422}
    code = (422 if partial else 200) if refused else status
    response = render(request, fragment if partial else page, context, status=code)
    patch_vary_headers(response, ["HX-Request"])
    if partial and push_url:
        response["HX-Push-Url"] = push_url
    return response


def redirect_anyhow(request: HttpRequest, address: str) -> HttpResponse:
    """Go to another page, from a fragment as well as from a page."""
    if wants_fragment(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponse(status=303, headers={"Location": address})


def lees_formuliersleutel(request: HttpRequest) -> uuid.UUID | None:
    """The one-time key of the form that was sent; None when it is missing or no key at all."""
    try:
        return uuid.UUID(request.POST.get(FORMULIERSLEUTEL, ""))
    except ValueError:
        return None
