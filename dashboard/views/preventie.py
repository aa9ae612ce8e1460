"""Prevention for policy: interventions, how full places are, and what was taken up; no persons."""

import datetime as dt
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from dashboard.queries.effecten import DEFINITIE, VERSIE
from dashboard.rechten import LEZEN
from dashboard.views.effecten import comparisons
from dashboard.views.tabel import Cel, Tabel, as_file
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.grafieken.basis import ONDERDRUKT
from voorzieningen.queries.bezetting import accommodations
from voorzieningen.queries.interventies import GRENS, Stand, running_in, stands, years_known
from voorzieningen.rechten import SCHRIJVEN

_MEESTE_PLEKKEN = 20


@vereist(LEZEN)
@require_GET
def preventie(request: HttpRequest) -> HttpResponse:
    """Interventions of a year against their targets, and what else prevents."""
    today, year = vandaag(), _year(request)
    found = stands(running_in(year), year)
    context = {
        "jaar": year,
        "loopt": year >= today.year,
        "jaren": sorted({*years_known(), today.year}, reverse=True),
        "standen": found,
        "bevinding": finding(found),
        "plekken": accommodations(dt.date(year, 1, 1), min(dt.date(year, 12, 31), today))[
            :_MEESTE_PLEKKEN
        ],
        "vergelijkingen": comparisons(today),
        "definitie": DEFINITIE,
        "versie": VERSIE,
        "houdt_bij": SCHRIJVEN.van(wie(request)) is not None,
    }
    return render(request, "dashboard/preventie.html", context)


@vereist(LEZEN)
@require_GET
def bestand(request: HttpRequest, vorm: str) -> HttpResponse:
    """The interventions of a year as a file, `csv` or `xlsx`."""
    year = _year(request)
    table = make_table(stands(running_in(year), year))
    return as_file(table, vorm, titel=f"Interventies {year}", naam=f"interventies-{year}")


def _year(request: HttpRequest) -> int:
    """The year of the address; what is none falls back to this year."""
    text = request.GET.get("jaar", "")
    known = text.isascii() and text.isdigit() and 1990 <= int(text[:4]) <= 2100 and len(text) == 4
    return int(text) if known else vandaag().year


def finding(standen: Sequence[Stand]) -> str:
    """How many reach what was meant, of those of which it can be said."""
    judged = [stand.haalt_bereik for stand in standen if stand.haalt_bereik is not None]
    if not judged:
        return "Van geen enkele interventie is te zeggen of zij genoeg mensen bereikt."
    return (
        f"{sum(judged)} van de {len(judged)} interventies met een streefwaarde en cijfers "
        "bereiken zoveel mensen als bedoeld."
    )


def make_table(standen: Sequence[Stand]) -> Tabel:
    """A row per intervention, amounts in whole euros."""
    heads = [
        "Interventie",
        "Soort",
        "Organisatie",
        "Leefgebied",
        "Status",
        "Bereik",
        "Streefwaarde bereik",
        "Gelukt (%)",
        "Streefwaarde gelukt (%)",
        "Kosten (euro)",
        "Kosten per deelnemer (euro)",
        "Hoe zeker het werkt",
        "Bezoeken aan activiteiten",
    ]
    return Tabel(heads, [_row(stand) for stand in standen])


def _row(stand: Stand) -> list[Cel]:
    each = stand.interventie
    return [
        each.naam,
        each.get_soort_display(),
        each.organisatie.naam,
        each.leefgebied.label,
        each.get_status_display(),
        ONDERDRUKT if stand.klein else stand.bereik,
        each.streefbereik,
        ONDERDRUKT if stand.resultaat_klein else stand.resultaat,
        each.streefresultaat,
        _euros(stand.kosten),
        _euros(stand.kosten_per_mens),
        each.get_bewijskracht_display(),
        ONDERDRUKT if 0 < stand.bezoeken < GRENS else stand.bezoeken or None,
    ]


def _euros(cents: int | None) -> int | None:
    return None if cents is None else round(cents / 100)
