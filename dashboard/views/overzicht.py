"""The dashboard itself: tiles, trend, places, wijken and budget; kept until a figure changes."""

import datetime as dt
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from dashboard.enums import Dimensie
from dashboard.models import Cijferversie, Indicator
from dashboard.queries.begroting import Onderdeel, budget_years, read_budget
from dashboard.queries.cijfers import indicators, read_version
from dashboard.queries.namen import ALIAS, names_of
from dashboard.rechten import BEGROTING_LEZEN, LEZEN
from dashboard.views import beeld
from dashboard.views.keuze import FilterForm, Keuze, names_print, read_choice
from dashboard.views.tabel import as_file
from hengelo_sociaal.gebieden.models import Wijkgrens
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import vereist, wie
from hengelo_sociaal.web.bewaarde_schil import render_in_shell

_BEWAAR_SECONDEN = 3600


@vereist(LEZEN)
def overzicht(request: HttpRequest) -> HttpResponse:
    """The page; figures come from what was kept, as long as none changed."""
    content = _content(request, read_choice(request.GET, vandaag()))
    return render_in_shell(request, "dashboard/overzicht.html", content)


@vereist(LEZEN)
def verversen(request: HttpRequest) -> HttpResponse:
    """The figures again when one changed since `versie`, else 204 and nothing moves."""
    version = read_version()
    if version is not None and request.GET.get("versie") == _mark(version.versie, vandaag()):
        return HttpResponse(status=204)
    context = _figures(request, read_choice(request.GET, vandaag()), version)
    return render(request, "dashboard/_overzicht.html", context)


@vereist(LEZEN)
def bestand(request: HttpRequest, vorm: str) -> HttpResponse:
    """The months of all tiles as a file, with the choice of the page."""
    keuze = read_choice(request.GET, vandaag())
    stands = beeld.standings(keuze, _chosen())
    return as_file(
        beeld.months_table(stands), vorm, titel="Dashboard", naam=keuze.bestandsnaam("dashboard")
    )


def _mark(versie: int, dag: dt.date) -> str:
    return f"{versie}-{dag:%Y%m%d}"


def _content(request: HttpRequest, keuze: Keuze) -> SafeString:
    """All of the page inside the shell.

    Nothing in it is about who looks, but for the budget, which needs a right. The key holds all
    that it is drawn from: figures, day, choice, that right, and the names in the filters.
    """
    version = read_version()
    checked = version.bijgewerkt_op if version else None
    moment = checked.isoformat() if checked else ""
    mark, with_budget = _standing(request, keuze, version)
    chosen = f"{keuze.adres()}:{keuze.te_veel}:{names_print()}"
    key = f"dashboard-pagina:{mark}:{moment}:{chosen}:{with_budget}"
    html = cache.get(key)
    if html is None:
        context = {"form": FilterForm(keuze), **_figures(request, keuze, version)}
        html = str(render_to_string("dashboard/_inhoud.html", context))
        cache.set(key, html, _BEWAAR_SECONDEN)
    return mark_safe(html)  # noqa: S308 - drawn by our own templates just before


def _standing(request: HttpRequest, keuze: Keuze, version: Cijferversie | None) -> tuple[str, bool]:
    """The version and day of the figures, and whether this person sees the budget."""
    mark = _mark(version.versie if version else 0, keuze.vandaag)
    return mark, BEGROTING_LEZEN.van(wie(request)) is not None


def _figures(request: HttpRequest, keuze: Keuze, version: Cijferversie | None) -> dict[str, Any]:
    mark, with_budget = _standing(request, keuze, version)
    # With its moment: after a backup is put back the same number comes again for other figures.
    moment = version.gewijzigd_op.isoformat() if version and version.gewijzigd_op else ""
    key = f"dashboard:{mark}:{moment}:{keuze.adres()}:{names_print()}:{with_budget}"
    html = cache.get(key)
    if html is None:
        html = _draw(keuze, with_budget)
        cache.set(key, str(html), _BEWAAR_SECONDEN)
    return {
        "keuze": keuze,
        "versie": mark,
        "bijgewerkt_op": version.bijgewerkt_op if version else None,
        "cijfers": mark_safe(html),  # noqa: S308 - drawn by our own templates just before
    }


def _draw(keuze: Keuze, with_budget: bool) -> SafeString:
    """Everything that only changes when a figure does."""
    chosen = _chosen()
    stands = beeld.standings(keuze, chosen)
    shown = {stand.indicator.code for stand in stands}
    names = names_of(Dimensie.WIJK)
    per_wijk = beeld.wijken(keuze)
    borders = dict(Wijkgrens.objects.using(ALIAS).values_list("wijk_id", "geometrie"))
    context = {
        "keuze": keuze,
        "tegels": [beeld.tile(stand, keuze) for stand in stands],
        "ontbreekt": [one.naam for one in chosen if one.code not in shown],
        "trend": beeld.trend(stands[0], keuze) if stands else None,
        "vindplaatsen": None
        if _is_filtered(keuze, Dimensie.VINDPLAATS)
        else beeld.per_place(keuze),
        "wijken": beeld.minis(keuze, per_wijk, names),
        "kaart": beeld.tile_map(keuze, per_wijk, names, borders),
        "begroting": _budget(keuze) if with_budget else None,
    }
    return render_to_string("dashboard/_cijfers.html", context)


def _chosen() -> list[Indicator]:
    """The indicators of the tiles, in their order."""
    order = {code: place for place, code in enumerate(beeld.TEGELS)}
    return sorted(indicators().filter(code__in=beeld.TEGELS), key=lambda one: order[one.code])


def _is_filtered(keuze: Keuze, dimensie: Dimensie) -> bool:
    return keuze.filter is not None and keuze.filter[0] == dimensie


def _budget(keuze: Keuze) -> dict[str, Any]:
    """Budget and commitments of one year, the one that was chosen or that of the period.

    Where nobody chose and that year has no budget yet, the last one stands beside it, with
    its own year.
    """
    years = budget_years()
    chosen = keuze.begrotingsjaar if keuze.begrotingsjaar in years else None
    year = chosen or keuze.begin.year
    lines = read_budget(jaar=year).regels
    budgeted = [line for line in lines if line.begroot["saldo"] is not None]
    last: list[Onderdeel] = []
    if not budgeted and chosen is None:
        earlier = [one for one in years if one < year]
        for jaar in earlier:
            last = [
                line for line in read_budget(jaar=jaar).regels if line.begroot["saldo"] is not None
            ]
            if last:
                break
    return {
        "jaar": year,
        "jaren": [(one, keuze.adres(begrotingsjaar=str(one))) for one in years],
        "regels": budgeted,
        "verplicht": [
            line for line in lines if line.verplicht is not None or line.verplicht_onderdrukt
        ],
        "laatste": last,
        "laatste_jaar": last[0].jaar if last else None,
    }
