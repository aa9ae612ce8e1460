"""The wijken beside each other on a map and in a table: questions, use, supply, what is missing.

Policy never reaches a person here: questions and use are published figures (small groups
hidden), the rest counts provisions and signals. A count of signals under ten is not shown.
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from dashboard.enums import Gebiedsmaat
from dashboard.queries.gebiedsmaten import DEFINITIES
from dashboard.rechten import LEZEN
from dashboard.views.keuze import period_options
from dashboard.views.tabel import Tabel, as_file
from dashboard.views.wijkkeuze import Wijkkeuze, own_wijken, read_wijkkeuze
from dashboard.views.wijkmaten import MATEN, draw_map, outstanding
from dashboard.views.wijkrijen import Rij, rows_of
from hengelo_sociaal.medewerkers.poort import vereist

Kolommen = Sequence[Sequence[Rij]]


@vereist(LEZEN)
@require_GET
def wijken(request: HttpRequest) -> HttpResponse:
    """All wijken beside each other, in one period or two."""
    choice = read_wijkkeuze(request)
    found = _rows(choice)
    rows = found[0]
    links = {rij.wijk.pk: reverse("wijk", args=[rij.wijk.pk]) + choice.adres() for rij in rows}
    table = make_table(choice, found)
    context = {
        "keuze": choice,
        "perioden": period_options(choice.keuze.vandaag),
        "maten": MATEN.values(),
        "kaart": draw_map(choice.maat, rows, links),
        "bevindingen": [
            (maat, sentence, choice.adres(maat=maat.code))
            for maat in MATEN.values()
            if (sentence := outstanding(maat, rows))
        ],
        "koppen": table.koppen,
        "rijen": [
            (rij, links[rij.wijk.pk], cells[1:])
            for rij, cells in zip(rows, table.teksten, strict=True)
        ],
        "definitie": DEFINITIES[Gebiedsmaat.GEBRUIK],
    }
    return render(request, "dashboard/wijken.html", context)


@vereist(LEZEN)
@require_GET
def bestand(request: HttpRequest, vorm: str) -> HttpResponse:
    """The same table as a file, `csv` or `xlsx`."""
    choice = read_wijkkeuze(request)
    table = make_table(choice, _rows(choice))
    return as_file(table, vorm, titel="Wijken", naam=f"wijken-{choice.keuze.code}")


def _rows(choice: Wijkkeuze) -> list[list[Rij]]:
    """The rows of every chosen period, in the same order."""
    found = own_wijken()
    return [rows_of(keuze, found) for keuze in choice.perioden]


def make_table(choice: Wijkkeuze, periods: Kolommen) -> Tabel:
    """A row per wijk and a column per measure; of what has a period, one for every period."""
    columns = [
        (maat, keuze, rows)
        for maat in MATEN.values()
        for keuze, rows in zip(choice.perioden, periods, strict=True)
        if maat.per_periode or keuze is choice.keuze
    ]
    heads = [
        f"{maat.kolom} {keuze.code}" if choice.met and maat.per_periode else maat.kolom
        for maat, keuze, _ in columns
    ]
    return Tabel(
        ["Wijk", *heads],
        [
            [rij.wijk.naam, *(maat.lees(rows[place]).cel for maat, _, rows in columns)]
            for place, rij in enumerate(periods[0])
        ],
    )
