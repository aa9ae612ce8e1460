"""The whole catalogue as a file, in the columns in which a file is taken in again."""

import io
from collections.abc import Iterator

import xlsxwriter
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from hengelo_sociaal.medewerkers.poort import vereist
from voorzieningen.domain.gegevens import plain
from voorzieningen.domain.inlezen import VERPLICHT, place_in_file
from voorzieningen.importers import OPTIONEEL
from voorzieningen.models import Voorziening
from voorzieningen.rechten import SCHRIJVEN

KOLOMMEN = (*VERPLICHT, *OPTIONEEL)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LISTS = ("leefgebieden", "wetten", "doelgroepen", "wijken")


@vereist(SCHRIJVEN)
@require_GET
def huidig(request: HttpRequest) -> HttpResponse:
    """What is kept now, to change in a spreadsheet and take in again; without doubles."""
    out = io.BytesIO()
    # A text that begins with = stays a text, and dates are written as texts too.
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet("Voorzieningen")
    sheet.write_row(0, 0, KOLOMMEN, book.add_format({"bold": True}))
    rows = Voorziening.objects.filter(opgegaan_in=None).met_alles()
    rows = rows.prefetch_related("locaties__organisatie").order_by("code")
    rows = rows.annotate(versie=Coalesce(Max("versies__nummer"), 1))
    for number, each in enumerate(rows, start=1):
        sheet.write_row(number, 0, list(_cells(each)))
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, 1, 30)
    book.close()
    headers = {"Content-Disposition": 'attachment; filename="voorzieningen.xlsx"'}
    return HttpResponse(out.getvalue(), content_type=_XLSX, headers=headers)


def _cells(voorziening: Voorziening) -> Iterator[str]:
    for name in KOLOMMEN:
        yield _cell(voorziening, name)


def _cell(voorziening: Voorziening, name: str) -> str:
    """One cell as a person would type it."""
    if name in _LISTS:
        return "|".join(sorted(each.pk for each in getattr(voorziening, name).all()))
    if name == "locaties":
        places = voorziening.locaties.all()
        return "|".join(place_in_file(each, voorziening.organisatie) for each in places)
    if name == "leveringsvormen":
        return "|".join(voorziening.leveringsvormen)
    if name == "organisatie":
        return voorziening.organisatie.code if voorziening.organisatie else ""
    if name == "gefinancierd":
        return "ja" if voorziening.gefinancierd else "nee"
    value = plain(getattr(voorziening, name))
    return "" if value is None else str(value)
