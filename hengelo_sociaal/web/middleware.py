"""What every answer gets: the policy of what a page may load, and refusals in words."""

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER
from csp.utils import build_policy
from django.contrib.messages.middleware import MessageMiddleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.web.htmx import wants_fragment


class InhoudsbeleidMiddleware:
    """The Content-Security-Policy on every answer; one for the whole house, so written once.

    There are no exceptions and no nonces (ADR 20), and building it anew for every answer
    was a twentieth of a request.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.beleid = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response[HEADER] = self.beleid
        return response


class LeesbaarAdresMiddleware:
    """Refuses an address with a character that no text of ours can hold (U+0000), with 400.

    PostgreSQL keeps no such text, so that looking for it would be a failure instead of an answer.
    Of what is asked behind the address every page reads what it can.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            raise BadRequest("In dit adres staat een teken dat nergens voor staat.")
        return self.get_response(request)


class AlleenVersturenMiddleware:
    """Gives who opens an address that only takes what is sent a page in words, with 405.

    That happens to who reloads a form that was refused, or comes back to it by its address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or request.method != "GET":
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page


class BerichtenMiddleware(MessageMiddleware):
    """Messages are for people: the API neither reads nor leaves any."""

    def __call__(self, request: HttpRequest) -> Any:
        if request.path_info.startswith("/api/"):
            return self.get_response(request)
        return super().__call__(request)


class DomeinFoutMiddleware:
    """Turns a DomeinFout that a view let through into an answer with words and its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomeinFout):
            return None
        if wants_fragment(request):
            return _fragment(request, error)
        return render(request, "web/fout.html", {"fout": error}, status=error.status)


def _fragment(request: HttpRequest, error: DomeinFout) -> HttpResponse:
    """Into the message area above the page, whatever the request was aimed at."""
    response = render(request, "web/_fout.html", {"fout": error}, status=422)
    response["HX-Retarget"] = "#berichten"
    response["HX-Reswap"] = "innerHTML show:#berichten:top"
    return response
