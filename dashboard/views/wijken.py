"""The wijken beside each other and one wijk in depth: questions, supply, and what is missing.

Policy never reaches a person here: questions are published figures (small groups hidden),
the rest counts provisions and signals. A count of signals under ten is told in words.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from dashboard.enums import Dimensie
from dashboard.queries.cijfers import Cijfer, Vraag, read_figures
from dashboard.queries.namen import names_of
from dashboard.rechten import LEZEN
from dashboard.views.keuze import Keuze, period_options, read_choice
from hengelo_sociaal.gebieden.models import Inwonertal, Wijk
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.poort import vereist
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web import grafieken as g
from voorzieningen.enums import Preventieniveau
from voorzieningen.queries.witte_vlekken import (
    Voorraad,
    gaps_per_leefgebied,
    gaps_per_wijk,
    matrix,
    reaching,
    supply_per_wijk,
)

GRENS = 10
_MEESTE_SOORTEN = 10
_MEESTE_VOORZIENINGEN = 60


@dataclass(frozen=True)
class Rij:
    """A wijk in the table."""

    wijk: Wijk
    inwoners: int | None
    vragen: Cijfer | None
    voorraad: Voorraad
    gemis: str

    @property
    def per_duizend(self) -> float | None:
        """Questions per thousand inhabitants, where both are known."""
        if not self.inwoners or self.vragen is None or self.vragen.waarde is None:
            return None
        return 1000 * self.vragen.waarde / self.inwoners


@vereist(LEZEN)
@require_GET
def wijken(request: HttpRequest) -> HttpResponse:
    """All wijken beside each other, on a map and in a table."""
    keuze = read_choice(request.GET, vandaag())
    rows = _rows(keuze)
    context = {
        "keuze": keuze,
        "perioden": period_options(keuze.vandaag),
        "rijen": rows,
        "kaart": _map(rows, keuze),
    }
    return render(request, "dashboard/wijken.html", context)


def _rows(keuze: Keuze) -> list[Rij]:
    people = _people()
    asked = _asked(keuze)
    supply = supply_per_wijk(keuze.vandaag)
    gaps = gaps_per_wijk(keuze.begin, keuze.einde)
    return [
        Rij(
            wijk,
            people.get(wijk.pk),
            asked.get(wijk.pk),
            supply.get(wijk.pk, Voorraad(0, 0)),
            in_words(gaps[wijk.pk]),
        )
        for wijk in Wijk.objects.filter(gemeente=settings.GEMEENTECODE)
    ]


def _people() -> dict[str, int]:
    """The newest number of inhabitants of each wijk: the total, or all age groups together."""
    rows = Inwonertal.objects.filter(wijk__isnull=False, buurt=None)
    ages = rows.exclude(leeftijdsgroep="").values_list("wijk", "jaar")
    found = {(wijk, year): n for wijk, year, n in ages.annotate(som=Sum("aantal"))}
    totals = rows.filter(leeftijdsgroep="").values_list("wijk", "jaar", "aantal")
    found |= {(wijk, year): n for wijk, year, n in totals}
    return {wijk: found[wijk, year] for wijk, year in sorted(found)}


def _asked(keuze: Keuze) -> dict[str, Cijfer]:
    figures = read_figures(_question(keuze, Dimensie.WIJK))
    return {figure.categorie: figure for figure in figures}


def _question(keuze: Keuze, split: Dimensie, wijk: str = "") -> Vraag:
    return Vraag(
        indicator="hulpvragen",
        van=keuze.begin,
        tot=keuze.begin,
        per=keuze.per,
        uitgesplitst=split,
        filter=(Dimensie.WIJK, wijk) if wijk else None,
    )


def in_words(number: int) -> str:
    """A count of signals: under ten it says no more than that there are some."""
    if number == 0:
        return "geen"
    return f"minder dan {GRENS}" if number < GRENS else str(number)


def _map(rows: list[Rij], keuze: Keuze) -> g.Tegelkaart:
    fewest = min(rows, key=lambda row: row.voorraad.aantal, default=None)
    finding = (
        f"{fewest.wijk.naam} heeft de minste algemene voorzieningen in de eigen wijk."
        if fewest
        else ""
    )
    return g.Tegelkaart(
        titel="Algemene voorzieningen per wijk",
        bevinding=finding,
        waarde_naam="Voorzieningen in de wijk",
        gebieden=[
            g.Gebied(
                row.wijk.pk,
                g.Punt(row.wijk.naam, row.voorraad.aantal),
                reverse("wijk", args=[row.wijk.pk]) + keuze.adres(),
            )
            for row in rows
        ],
    )


@vereist(LEZEN)
@require_GET
def wijk(request: HttpRequest, code: str) -> HttpResponse:
    """The DNA of one wijk, beside another when asked; down to provisions, never to persons."""
    keuze = read_choice(request.GET, vandaag())
    every = {each.pk: each for each in Wijk.objects.filter(gemeente=settings.GEMEENTECODE)}
    if code not in every:
        raise Http404
    other = every.get(request.GET.get("naast", ""))
    chosen = [every[code]] + ([other] if other and other.pk != code else [])
    rows = {row.wijk.pk: row for row in _rows(keuze)}
    context = {
        "keuze": keuze,
        "perioden": period_options(keuze.vandaag),
        "wijk": every[code],
        "naast": other,
        "wijken": list(every.values()),
        "beelden": [_portrait(rows[each.pk], keuze) for each in chosen],
        "buurten": _buurten(code),
        "voorzieningen": _provisions(code, keuze.vandaag),
    }
    return render(request, "dashboard/wijk.html", context)


def _portrait(row: Rij, keuze: Keuze) -> Mapping[str, Any]:
    code = row.wijk.pk
    leefgebieden = list(Leefgebied.objects.all())
    found = matrix(code, keuze.vandaag)
    missed = gaps_per_leefgebied(code, keuze.begin, keuze.einde)
    return {
        "rij": row,
        "soorten": _kinds(code, keuze),
        "niveaus": [level.label.partition(":")[0] for level in Preventieniveau],
        "matrix": [_matrix_row(each, found, missed) for each in leefgebieden],
        "gaten": _holes(leefgebieden, found),
    }


def _matrix_row(
    leefgebied: Leefgebied, found: Counter[tuple[str, str]], missed: Counter[str]
) -> Mapping[str, Any]:
    return {
        "label": leefgebied.label,
        "cellen": [found[level, leefgebied.pk] for level in Preventieniveau],
        "gemis": in_words(missed[leefgebied.pk]),
    }


def _holes(leefgebieden: list[Leefgebied], found: Counter[tuple[str, str]]) -> int:
    return sum(not found[level, each.pk] for each in leefgebieden for level in Preventieniveau)


def _kinds(code: str, keuze: Keuze) -> list[tuple[str, Cijfer]]:
    """The kinds of question that are asked most; what is hidden is not in the list."""
    names = names_of(Dimensie.SOORT)
    figures = read_figures(_question(keuze, Dimensie.SOORT, code))
    shown = [figure for figure in figures if figure.waarde]
    shown.sort(key=lambda figure: -(figure.waarde or 0))
    return [(names.get(each.categorie, each.categorie), each) for each in shown[:_MEESTE_SOORTEN]]


def _buurten(code: str) -> list[tuple[str, int]]:
    """How many people live in each buurt of the wijk, where that was imported."""
    rows = Inwonertal.objects.filter(buurt__wijk=code, leeftijdsgroep="").order_by("jaar")
    newest = {row["buurt__naam"]: row["aantal"] for row in rows.values("buurt__naam", "aantal")}
    return sorted(newest.items())


def _provisions(code: str, op: dt.date) -> list[Any]:
    rows = reaching(code, op).select_related("organisatie").order_by("naam").distinct()
    return list(rows[:_MEESTE_VOORZIENINGEN])
