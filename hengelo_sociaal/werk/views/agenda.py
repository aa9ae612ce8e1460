"""The calendar feed behind its secret address, for the calendar on somebody's own device."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.views.decorators.http import require_GET

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import openbaar
from hengelo_sociaal.werk.domain.agenda import read_feed


@openbaar
@require_GET
def feed(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The calendar; a secret that does not exist says nothing more than that."""
    try:
        text = read_feed(secret=sleutel, at=nu())
    except NietGevonden:
        return HttpResponseNotFound("Deze agenda is er niet.", content_type="text/plain")
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"},
    )
