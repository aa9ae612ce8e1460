"""Shows a refusal of the domain to the person: on a page, or in a fragment for htmx."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.web.htmx import wants_fragment


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
