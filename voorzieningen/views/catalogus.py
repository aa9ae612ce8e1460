"""Searching the catalogue and looking at one provision."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.htmx import render_fragment_or_page
from voorzieningen.domain.gezocht import note_without_hits
from voorzieningen.forms import ZoekForm
from voorzieningen.models import Voorziening
from voorzieningen.queries.bijhouden import is_partner
from voorzieningen.queries.kaart import office_of, upcoming
from voorzieningen.queries.lijst import lighter_than
from voorzieningen.queries.stand import current_state
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.zoeken import search_page
from voorzieningen.rechten import GEMIS_MELDEN, LEZEN, SCHRIJVEN, VOORSTELLEN
from voorzieningen.views.gemeen import page_number

PER_PAGINA = 20


@vereist(LEZEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """What is there, lightest first; the filters are in the address."""
    form = ZoekForm(request.GET)
    vraag = Zoekvraag(**form.vraag(), op=vandaag())
    nummer = page_number(request)
    start = (nummer - 1) * PER_PAGINA
    shown, state = ("leefgebieden",), current_state()
    found = search_page(vraag, vanaf=start, aantal=PER_PAGINA, met=shown, stand=state)
    note_without_hits(tekst=vraag.tekst, totaal=found.totaal, at=nu())
    pages = Paginator(range(found.totaal), PER_PAGINA)
    context = {
        "form": form,
        "resultaat": found,
        "pagina": pages.get_page(nummer),
        "gezocht": any(form.vraag().values()),
        **_may(request),
    }
    return render_fragment_or_page(
        request, "voorzieningen/lijst.html", "voorzieningen/_treffers.html", context
    )


@vereist(LEZEN)
def detail(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One provision; beside maatwerk stands what is lighter."""
    rows = Voorziening.objects.met_alles().select_related("eigenaar", "opgegaan_in")
    if SCHRIJVEN.van(wie(request)) is None:
        rows = rows.gepubliceerd()
    voorziening = get_object_or_404(rows, pk=id)
    context = {
        "voorziening": voorziening,
        "lichter": _lighter(voorziening),
        "activiteiten": upcoming(voorziening, op=vandaag()),
        "bezoek": office_of(voorziening),
        "is_eigen": _is_own(request, voorziening),
        **_may(request),
    }
    return render(request, "voorzieningen/detail.html", context)


def _is_own(request: HttpRequest, voorziening: Voorziening) -> bool:
    """Whether a partner keeps this entry."""
    if VOORSTELLEN.van(wie(request)) is None or voorziening.organisatie is None:
        return False
    return is_partner(wie(request), voorziening.organisatie)


def _lighter(voorziening: Voorziening) -> list[Any]:
    first = next(iter(voorziening.leefgebieden.all()), None)
    if voorziening.is_algemeen or first is None:
        return []
    vraag = Zoekvraag(leefgebied=first.pk, alleen_algemeen=True, op=vandaag())
    return lighter_than(vraag, behalve=voorziening.pk)


def _may(request: HttpRequest) -> dict[str, bool]:
    return {
        "mag_schrijven": SCHRIJVEN.van(wie(request)) is not None,
        "mag_gemis_melden": GEMIS_MELDEN.van(wie(request)) is not None,
    }
