"""What the papers of 2016 to 2025 print: history, labelled as such, never a series with ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.enums import Lijst
from dashboard.models import Indicator, IngelezenMeting
from dashboard.queries.ingelezen import history
from dashboard.rechten import LEZEN
from hengelo_sociaal.medewerkers.poort import vereist


@vereist(LEZEN)
def geschiedenis(request: HttpRequest) -> HttpResponse:
    """Every list as printed: a row per indicator, a column per printed column."""
    found = list(history())
    lists = [
        (lijst.label, *_table([one for one in found if one.lijst == lijst])) for lijst in Lijst
    ]
    return render(request, "dashboard/geschiedenis.html", {"lijsten": lists})


Rij = tuple[Indicator, list[IngelezenMeting | None]]


def _table(indicatoren: list[Indicator]) -> tuple[list[str], list[Rij]]:
    columns: list[str] = []
    cells: dict[str, dict[str, IngelezenMeting]] = {}
    for one in indicatoren:
        for meting in one.metingen_ingelezen.all():
            if meting.kolom not in columns:
                columns.append(meting.kolom)
            cells.setdefault(one.code, {})[meting.kolom] = meting
    rows = [
        (one, [cells.get(one.code, {}).get(column) for column in columns]) for one in indicatoren
    ]
    return columns, rows
