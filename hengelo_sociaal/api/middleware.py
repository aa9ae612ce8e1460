"""What every answer below /api/ has, whoever made it."""

import json
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hengelo_sociaal.api.problemen import PROBLEM_JSON, problem

_CODES = {
    400: "ongeldig-verzoek",
    403: "geen-recht",
    404: "niet-gevonden",
    413: "te-groot",
    429: "te-veel-verzoeken",
    500: "storing",
}


# Capitals are as good (RFC 9562); the framework's addresses take small letters only.
_UUID = re.compile(r"(?<=/)[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?=/|$)")


class ApiAntwoord:
    """Puts the version on every answer of the API and turns error pages into problems.

    Error pages come from the framework itself: an unknown address, a body that is too
    large, a failing middleware. The API never answers with a page for people.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/"):
            return self.get_response(request)
        request.path_info = _UUID.sub(lambda found: found[0].lower(), request.path_info)
        response = self.get_response(request)
        if response.status_code >= 400 and "json" not in response.get("Content-Type", ""):
            response = _as_problem(request, response)
        response["API-Version"] = settings.API_VERSIE
        response.setdefault("Cache-Control", "no-store")
        return response


def _as_problem(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    status = page.status_code
    body = problem(status, code=_CODES.get(status, "fout"), instance=request.path)
    return HttpResponse(
        json.dumps(body, ensure_ascii=False), status=status, content_type=PROBLEM_JSON
    )
