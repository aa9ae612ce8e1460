"""The one search box. People are searched by POST, so that no name gets in an address."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import render_fragment_or_page
from toegang.domain.zoeken import search
from toegang.queries.treffers import Treffer
from toegang.queries.zoeken import MOST
from toegang.rechten import (
    CONTACT_SCHRIJVEN,
    HUISHOUDEN_SCHRIJVEN,
    PERSONEN_ZOEKEN,
)
from toegang.views.gemeen import sees_households


@dataclass(frozen=True)
class Gevonden:
    """What was typed and who was found, for what other apps find with it."""

    tekst: str
    inwoners: list[uuid.UUID]


@vereist(PERSONEN_ZOEKEN)
@require_http_methods(["GET", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """Residents, and what other apps find for the same words."""
    return render_fragment_or_page(
        request, "toegang/zoeken.html", "toegang/_zoekresultaat.html", find_people(request)
    )


@vereist(HUISHOUDEN_SCHRIJVEN)
@require_POST
def bij_contact(request: HttpRequest) -> HttpResponse:
    """The same, to choose somebody for the contact that is being typed."""
    return render(request, "toegang/_treffers.html", find_people(request, in_form=True))


def find_people(request: HttpRequest, *, in_form: bool = False) -> dict[str, Any]:
    """Who fits the words in the box, or a sentence that says what to do."""
    by = wie(request)
    typed = request.POST.get("q", "").strip()
    context: dict[str, Any] = {"gezocht": typed, "mag_contact": CONTACT_SCHRIJVEN.van(by)}
    if not typed:
        return context
    try:
        found = search(by=by, tekst=typed, at=nu())
    except DomeinFout as refusal:
        return context | {"zoekfout": refusal.melding}
    hits = [(hit, leads_to(hit, by, in_form=in_form)) for hit in found]
    return context | {
        "treffers": found,
        "regels": hits,
        "meer": len(found) >= MOST,
        "gevonden": Gevonden(typed, [hit.inwoner_id for hit in found if hit.inwoner_id]),
    }


def leads_to(hit: Treffer, by: Medewerker, *, in_form: bool) -> str:
    """Where a hit goes: into the form, to the household, to a new contact, or nowhere.

    Nobody gets a link to a page that their roles keep shut.
    """
    if in_form and hit.inwoner_id:
        return "kies"
    if hit.huishouden_id:
        return "huishouden" if sees_households(by) else ""
    return "contact" if CONTACT_SCHRIJVEN.van(by) else ""
