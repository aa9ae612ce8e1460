"""The pages of the sociale kaart: searching, one provision, and its calendar."""

import json
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from hengelo_sociaal.kern.gemeente import gemeentenaam
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.poort import openbaar
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.grafieken import Gebied, Punt, Tegelkaart
from hengelo_sociaal.web.htmx import wants_fragment
from hengelo_sociaal.web.navigatie import vraagdeur
from voorzieningen.antwoorden import Antwoorden
from voorzieningen.domain.gezocht import note_without_hits
from voorzieningen.models import Locatie, Voorziening
from voorzieningen.queries.agenda import as_calendar
from voorzieningen.queries.gemeentelijk import from_the_municipality
from voorzieningen.queries.kaart import office_of, per_wijk, public_provisions, upcoming
from voorzieningen.queries.schema import as_json_ld
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woordenschat import vocabulary
from voorzieningen.queries.zoeken import Zoekresultaat, search_page
from voorzieningen.views.openbaar.bewaard import Adres, Gevraagd, around, cards, hits
from voorzieningen.views.openbaar.gemeen import kept, page

PER_PAGINA = 20
OP_PAPIER = 500
_PAGINAS: Antwoorden[bytes] = Antwoorden()
_JSON_IN_HTML = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@openbaar
@require_safe
def kaart(request: HttpRequest) -> HttpResponse:
    """What there is; search and filters are in the address, a map leads to each wijk.

    What somebody else asked for today is not looked up again while the catalogue is the same.
    """
    state = current_state()
    adres = Adres.read(request)
    asked = (request.get_host(), adres, wants_fragment(request), vandaag())
    content = _PAGINAS.find(asked, state)
    if content is None:
        made, found = _search(request, adres, state)
        content = made.encode()
        if found and not adres.op_papier:  # all on one page is large, and few ask for it
            _PAGINAS.keep(asked, state, content)
    response = HttpResponse(content)
    response["Vary"] = "HX-Request"
    return kept(request, response, state.gewijzigd_op)


def _search(request: HttpRequest, adres: Adres, stand: Stand) -> tuple[str, int]:
    """The page of hits, and how many hits there are in all."""
    asked = Gevraagd.read(adres, vocabulary(stand).grondslag)
    vraag = Zoekvraag(**asked.vraag, alleen_algemeen=True, op=vandaag())
    found, shown_page = _page_of_hits(vraag, adres, stand)
    note_without_hits(tekst=vraag.tekst, totaal=found.totaal, at=nu())
    shown = SafeString()
    if asked.alles and adres.bladzijde == 1:
        shown = _ways_in()
    municipal = _from_the_municipality(vraag, stand) if shown_page.number == 1 else SafeString()
    if found.treffers:
        shown += municipal + hits(request, asked, cards(found.treffers), shown_page)
    else:
        context = {"gekozen": asked.in_woorden(vraag.tekst)}
        shown += render_to_string("voorzieningen/openbaar/_kaart_leeg.html", context) + municipal
    made = shown if wants_fragment(request) else around(request, asked, shown)
    return made, found.totaal


def _page_of_hits(vraag: Zoekvraag, adres: Adres, stand: Stand) -> tuple[Zoekresultaat, Page[int]]:
    """The hits of a page and which page that is: past the last one it is the last one."""
    size = OP_PAPIER if adres.op_papier else PER_PAGINA
    number = adres.bladzijde
    found = search_page(vraag, vanaf=(number - 1) * size, aantal=size, met=(), stand=stand)
    shown = Paginator(range(found.totaal), size).get_page(number)
    if found.totaal and shown.number < number:
        first = (shown.number - 1) * size
        found = search_page(vraag, vanaf=first, aantal=size, met=(), stand=stand)
    return found, shown


def _ways_in() -> SafeString:
    """Where to begin: the leefgebieden, and the wijken with what is in them."""
    context = {"tegels": _map(), "leefgebieden": Leefgebied.objects.bruikbaar()}
    return render_to_string("voorzieningen/openbaar/_kaart_begin.html", context)


def _from_the_municipality(vraag: Zoekvraag, stand: Stand) -> SafeString:
    """What the municipality itself may help with, where nothing to walk in to fits well.

    Only the names are shown: whether it fits is looked at together, after a melding or a
    request, so the way to it is a question and no address.
    """
    found = from_the_municipality(vraag, stand)
    if not found:
        return SafeString()
    context = {"gemeentelijk": found, "vraagdeur": vraagdeur()}
    return render_to_string("voorzieningen/openbaar/_kaart_gemeente.html", context)


def _map() -> Tegelkaart:
    counts = per_wijk(vandaag())
    address = reverse("sociale-kaart")
    return Tegelkaart(
        titel="Wat er in uw wijk is",
        bevinding="U ziet dan eerst wat dichtbij is. Het getal is wat er in de wijk zelf is.",
        waarde_naam="Voorzieningen in de wijk",
        gebieden=[
            Gebied(wijk.pk, Punt(wijk.naam, count), f"{address}?wijk={wijk.pk}")
            for wijk, count in counts
        ],
    )


@openbaar
@require_safe
def voorziening(request: HttpRequest, code: str) -> HttpResponse:
    """One provision: what it is, how to get in, when and where; to share, keep and print."""
    found = _find(code)
    activities = upcoming(found, op=vandaag())
    office = office_of(found)
    address = request.build_absolute_uri(request.path)
    context = {
        "voorziening": found,
        "activiteiten": activities,
        "adres": address,
        "bezoek": office,
        "json_ld": _for_html(_json_ld(found, activities, address, office)),
    }
    response = page(request, "voorzieningen/openbaar/voorziening.html", context)
    return kept(request, response, found.gewijzigd_op)


@openbaar
@require_safe
def json_ld(request: HttpRequest, code: str) -> HttpResponse:
    """The provision in the words of schema.org, apart from its page."""
    found = _find(code)
    address = request.build_absolute_uri(reverse("sociale-kaart-voorziening", args=[code]))
    text = _json_ld(found, upcoming(found, op=vandaag()), address, office_of(found))
    response = HttpResponse(text, content_type="application/ld+json; charset=utf-8")
    return kept(request, response, found.gewijzigd_op)


@openbaar
@require_safe
def agenda(request: HttpRequest, code: str) -> HttpResponse:
    """The activities of a provision for somebody's own calendar."""
    found = _find(code)
    text = as_calendar(
        upcoming(found, op=vandaag()),
        adres=request.build_absolute_uri(reverse("sociale-kaart-voorziening", args=[code])),
        stempel=found.gewijzigd_op,
    )
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.code}.ics"'
    return kept(request, response, found.gewijzigd_op)


def _find(code: str) -> Voorziening:
    return get_object_or_404(public_provisions(vandaag()).met_alles(), code=code)


def _json_ld(
    found: Voorziening, activities: list[Any], address: str, office: Locatie | None
) -> str:
    body = as_json_ld(found, activities, adres=address, gemeente=gemeentenaam(), bezoek=office)
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _for_html(text: str) -> SafeString:
    """Inside a data block nothing may end the block: the signs of HTML are written as codes."""
    return mark_safe(text.translate(_JSON_IN_HTML))  # noqa: S308  no sign of HTML is left
