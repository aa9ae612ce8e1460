"""The one search box. People are searched by POST, so that no name gets in an address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.web.htmx import render_fragment_or_page
from toegang.domain.zoeken import search
from toegang.queries.zoeken import MOST
from toegang.rechten import HUISHOUDEN_SCHRIJVEN, PERSONEN_ZOEKEN
from toegang.views.gemeen import who


@vereist(PERSONEN_ZOEKEN)
@require_http_methods(["GET", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """Residents, and what other apps find for the same words."""
    return render_fragment_or_page(
        request, "toegang/zoeken.html", "toegang/_treffers.html", find_people(request)
    )


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_POST
def bij_contact(request: HttpRequest) -> HttpResponse:
    """The same, to choose somebody for the contact that is being typed."""
    context = find_people(request) | {"kies_in_formulier": True}
    return render(request, "toegang/_treffers.html", context)


def find_people(request: HttpRequest) -> dict[str, Any]:
    """Who fits the words in the box, or a sentence that says what to do."""
    typed = request.POST.get("q", "").strip()
    if not typed:
        return {"gezocht": ""}
    try:
        found = search(by=who(request), tekst=typed, at=nu())
    except DomeinFout as refusal:
        return {"gezocht": typed, "zoekfout": refusal.melding}
    return {"gezocht": typed, "treffers": found, "meer": len(found) >= MOST}
