"""Shows a refusal of the domain to the person, on a page or in a fragment."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hengelo_sociaal.kern.fouten import DomeinFout


class DomeinFoutMiddleware:
    """Turns a DomeinFout that a view let through into a page with its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomeinFout):
            return None
        return render(request, "web/fout.html", {"fout": error}, status=error.status)
