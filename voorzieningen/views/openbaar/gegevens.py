"""The sociale kaart for machines: open data, and the map of the site for search engines."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import openbaar
from hengelo_sociaal.web.rekenblad import harmless
from voorzieningen.api.vormen import VoorzieningUitvoer
from voorzieningen.models import Voorziening
from voorzieningen.queries.kaart import last_change, public_provisions
from voorzieningen.views.openbaar.gemeen import kept, page

KOLOMMEN = (
    "code",
    "naam",
    "omschrijving",
    "organisatie",
    "telefoon",
    "website",
    "aanmelden",
    "kosten",
    "wanneer",
    "leefgebieden",
    "doelgroepen",
    "leeftijd_van",
    "leeftijd_tot",
    "wijken",
    "locaties",
    "gecontroleerd_op",
)


@openbaar
@require_safe
def open_csv(request: HttpRequest) -> HttpResponse:
    """All general provisions as CSV: UTF-8, a semicolon between, a `|` in lists."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(KOLOMMEN)
    writer.writerows(_row(each) for each in _all())
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="sociale-kaart.csv"'
    return kept(request, response, last_change())


@openbaar
@require_safe
def open_json(request: HttpRequest) -> HttpResponse:
    """All general provisions as JSON, in the shape of the API."""
    rows = [VoorzieningUitvoer.represent(_without_reasons(each)) for each in _all()]
    text = json.dumps({"voorzieningen": rows}, ensure_ascii=False, default=str)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    return kept(request, response, last_change())


@openbaar
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, for search engines (sitemaps.org)."""
    rows = public_provisions(vandaag()).order_by("code").values_list("code", "gewijzigd_op")
    pages = [
        (request.build_absolute_uri(reverse("sociale-kaart-voorziening", args=[code])), changed)
        for code, changed in rows
    ]
    start = request.build_absolute_uri(reverse("sociale-kaart"))
    context = {"start": start, "bladzijden": pages}
    response = page(request, "voorzieningen/openbaar/sitemap.xml", context)
    response["Content-Type"] = "application/xml; charset=utf-8"
    return kept(request, response, last_change())


@openbaar
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: the sociale kaart, and nothing behind the log-in."""
    lines = [
        "User-agent: *",
        "Allow: /sociale-kaart",
        "Disallow: /",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _all() -> Iterator[Voorziening]:
    return public_provisions(vandaag()).met_alles().order_by("code").iterator(chunk_size=500)


def _without_reasons(voorziening: Voorziening) -> Voorziening:
    voorziening.redenen = []  # type: ignore[attr-defined]
    return voorziening


def _row(v: Voorziening) -> list[Any]:
    return [harmless(value) for value in _values(v)]


def _values(v: Voorziening) -> Iterator[Any]:
    yield from (v.code, v.naam, v.omschrijving)
    org = v.organisatie
    yield from (org.naam, org.telefoon, org.website) if org else ("", "", "")
    yield from (v.aanmelden, v.kosten, v.wanneer)
    yield "|".join(each.pk for each in v.leefgebieden.all())
    yield "|".join(each.pk for each in v.doelgroepen.all())
    yield from (v.leeftijd_van, v.leeftijd_tot)
    yield "|".join(each.pk for each in v.wijken.all())
    yield "|".join(each.naam for each in v.locaties.all())
    yield v.gecontroleerd_op
