"""The DNA of one wijk or buurt; down to provisions and never to persons."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from dashboard.enums import Gebiedsmaat
from dashboard.queries.gebiedscijfers import read_areas
from dashboard.queries.gebiedsmaten import DEFINITIES
from dashboard.rechten import LEZEN
from dashboard.views.gebiedsbeeld import (
    KOPPEN,
    LEEFTIJDEN,
    Beeld,
    Bevolking,
    file_rows,
    population,
    portrait_of,
    portrait_of_buurt,
)
from dashboard.views.keuze import period_options
from dashboard.views.tabel import Tabel, as_file
from dashboard.views.wijkkeuze import Wijkkeuze, own_wijken, read_wijkkeuze
from dashboard.views.wijkrijen import rows_of
from hengelo_sociaal.gebieden.models import Buurt, Inwonertal, Wijk
from hengelo_sociaal.medewerkers.poort import vereist
from voorzieningen.models import Voorziening
from voorzieningen.queries.bezetting import accommodations
from voorzieningen.queries.witte_vlekken import Voorraad, reaching, supply_per_buurt

_MEESTE_VOORZIENINGEN = 60


@dataclass(frozen=True)
class _Wijk:
    """What a page about a wijk starts from."""

    wijk: Wijk
    wijken: list[Wijk]
    keuze: Wijkkeuze

    @property
    def naast(self) -> Wijk | None:
        """The wijk beside it, when that is another."""
        return self.keuze.naast if self.keuze.naast != self.wijk else None

    @property
    def gekozen(self) -> list[Wijk]:
        """The wijk, and the one beside it."""
        return [self.wijk, *([self.naast] if self.naast else [])]

    def beelden(self) -> list[Beeld]:
        """A column for every wijk in every period."""
        return [
            portrait_of(rij, keuze)
            for keuze in self.keuze.perioden
            for rij in rows_of(keuze, self.gekozen)
        ]

    def bevolking(self) -> list[Bevolking]:
        """Who lives in every chosen wijk."""
        return [population(each.naam, wijk=each, buurt=None) for each in self.gekozen]


@vereist(LEZEN)
@require_GET
def wijk(request: HttpRequest, code: str) -> HttpResponse:
    """One wijk, beside another or in two periods when asked."""
    found = _find(request, code)
    keuze = found.keuze.keuze
    context = {
        "keuze": found.keuze,
        "perioden": period_options(keuze.vandaag),
        "wijk": found.wijk,
        "naast": found.naast,
        "wijken": found.wijken,
        "beelden": found.beelden(),
        "bevolking": found.bevolking(),
        "leeftijden": LEEFTIJDEN,
        "buurten": _buurten(found.wijk, found.keuze),
        "accommodaties": accommodations(keuze.begin, keuze.einde, wijk=code),
        "voorzieningen": _provisions(code, keuze.vandaag),
        "definitie": DEFINITIES[Gebiedsmaat.GEBRUIK],
    }
    return render(request, "dashboard/wijk.html", context)


@vereist(LEZEN)
@require_GET
def bestand(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """Everything of a wijk as a file, `csv` or `xlsx`."""
    found = _find(request, code)
    table = Tabel(KOPPEN, file_rows(found.beelden(), found.bevolking()))
    return as_file(table, vorm, titel=found.wijk.naam, naam=f"wijk-{code}")


@vereist(LEZEN)
@require_GET
def buurt(request: HttpRequest, code: str) -> HttpResponse:
    """One buurt beside its wijk, over a year."""
    rows = Buurt.objects.filter(wijk__gemeente=settings.GEMEENTECODE).select_related("wijk")
    found = get_object_or_404(rows, pk=code)
    choice = read_wijkkeuze(request)
    keuze = choice.keuze
    context = {
        "keuze": choice,
        "perioden": period_options(keuze.vandaag),
        "buurt": found,
        "beelden": [
            portrait_of_buurt(found.pk, found.naam, found.wijk_id, each) for each in choice.perioden
        ],
        "bevolking": [
            population(f"Buurt {found.naam}", buurt=found),
            population(f"Wijk {found.wijk.naam}", wijk=found.wijk, buurt=None),
        ],
        "leeftijden": LEEFTIJDEN,
        "voorraad": supply_per_buurt(found.wijk_id, keuze.vandaag).get(found.pk, Voorraad()),
        "voorzieningen": _in_buurt(code, keuze.vandaag),
        "definities": [DEFINITIES[maat] for maat in Gebiedsmaat],
    }
    return render(request, "dashboard/buurt.html", context)


@vereist(LEZEN)
@require_GET
def buurtbestand(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """Everything of a buurt as a file, `csv` or `xlsx`."""
    rows = Buurt.objects.filter(wijk__gemeente=settings.GEMEENTECODE)
    found = get_object_or_404(rows, pk=code)
    portraits = [
        portrait_of_buurt(found.pk, found.naam, found.wijk_id, each)
        for each in read_wijkkeuze(request).perioden
    ]
    table = Tabel(KOPPEN, file_rows(portraits, [population(found.naam, buurt=found)]))
    return as_file(table, vorm, titel=found.naam, naam=f"buurt-{code}")


def _find(request: HttpRequest, code: str) -> _Wijk:
    every = own_wijken()
    found = next((each for each in every if each.pk == code), None)
    if found is None:
        raise Http404
    return _Wijk(found, every, read_wijkkeuze(request, every))


def _buurten(wijk: Wijk, choice: Wijkkeuze) -> list[dict[str, Any]]:
    """The buurten of a wijk: who lives there, asks, uses and misses, and what is there."""
    rows, year = list(wijk.buurten.all()), choice.keuze.begin.year
    codes = [each.pk for each in rows]
    asked = read_areas(Gebiedsmaat.VRAGEN, year, codes)
    used = read_areas(Gebiedsmaat.GEBRUIK, year, codes)
    missed = read_areas(Gebiedsmaat.GEMIST, year, codes)
    supply, people = supply_per_buurt(wijk.pk, choice.keuze.vandaag), _people(wijk)
    return [
        {
            "buurt": each,
            "inwoners": people.get(each.pk),
            "vragen": asked.van(each.pk),
            "gebruik": used.van(each.pk),
            "gemist": missed.van(each.pk),
            "voorraad": supply.get(each.pk, Voorraad()),
        }
        for each in rows
    ]


def _people(wijk: Wijk) -> dict[str, int]:
    """The newest number of inhabitants of every buurt: the total, or all ages together."""
    rows = Inwonertal.objects.filter(buurt__wijk=wijk).order_by("jaar")
    found: dict[str, dict[int, dict[str, int]]] = {}
    for buurt, year, group, number in rows.values_list("buurt", "jaar", "leeftijdsgroep", "aantal"):
        found.setdefault(buurt, {}).setdefault(year, {})[group] = number
    newest = {buurt: years[max(years)] for buurt, years in found.items()}
    return {buurt: groups.get("") or sum(groups.values()) for buurt, groups in newest.items()}


def _provisions(code: str, op: dt.date) -> list[Voorziening]:
    rows = reaching(code, op).select_related("organisatie").order_by("naam").distinct()
    return list(rows[:_MEESTE_VOORZIENINGEN])


def _in_buurt(code: str, op: dt.date) -> QuerySet[Voorziening]:
    """What has a place in the buurt itself."""
    rows = Voorziening.objects.geldig(op).filter(locaties__buurt=code)
    return rows.select_related("organisatie").order_by("naam").distinct()[:_MEESTE_VOORZIENINGEN]
