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
from toegang.rechten import HUISHOUDEN_SCHRIJVEN, PERSONEN_ZOEKEN
from toegang.views.gemeen import who


@vereist(PERSONEN_ZOEKEN)
@require_http_methods(["GET", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """Residents, and what other apps find for the same words."""
    return render_fragment_or_page(
        request, "toegang/zoeken.html", "toegang/_treffers.html", _search(request)
    )


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_POST
def bij_contact(request: HttpRequest) -> HttpResponse:
    """The same, to choose somebody for the contact that is being typed."""
    context = {"kies_in_formulier": True, **_search(request)}
    if getattr(request, "htmx", False):
        return render(request, "toegang/_treffers.html", context)
    return render(request, "toegang/zoeken.html", context)


def _search(request: HttpRequest) -> dict[str, Any]:
    typed = request.POST.get("q", "").strip()
    if not typed:
        return {"gezocht": ""}
    try:
        found = search(by=who(request), tekst=typed, at=nu())
    except DomeinFout as refusal:
        return {"gezocht": typed, "zoekfout": refusal.melding}
    return {"gezocht": typed, "treffers": found}
