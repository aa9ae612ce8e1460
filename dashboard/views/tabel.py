"""Figures as rows, for the screen and for a file alike."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from django.http import HttpResponse

from dashboard.exceptions import OnmogelijkeVraag
from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.rekenblad import harmless

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BLADNAAM = 31
Cel = str | int | float | None


@dataclass(frozen=True)
class Tabel:
    """Heads and rows; a cell without a number is None."""

    koppen: list[str]
    rijen: list[list[Cel]]

    @property
    def teksten(self) -> list[list[str]]:
        """The rows as people read them: 1.234,5."""
        decimals = [_decimals(column) for column in zip(*self.rijen, strict=True)]
        return [
            [_text(cell, number) for cell, number in zip(row, decimals, strict=True)]
            for row in self.rijen
        ]


def _decimals(column: Sequence[Cel]) -> int:
    """As many as the most exact number of the column has, so that they line up; at most two."""
    numbers = (opmaak.passend(cell) for cell in column if not isinstance(cell, str | None))
    return max((len(text.partition(",")[2]) for text in numbers), default=0)


def _text(cell: Cel, decimals: int) -> str:
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else opmaak.getal(cell, decimals)


def as_file(table: Tabel, vorm: str, *, titel: str, naam: str) -> HttpResponse:
    """The table as `csv` or `xlsx`; anything else is refused."""
    if vorm == "csv":
        return as_csv(table, f"{naam}.csv")
    if vorm == "xlsx":
        return as_xlsx(table, titel, f"{naam}.xlsx")
    raise OnmogelijkeVraag("Kies csv of xlsx.")


def as_csv(table: Tabel, naam: str) -> HttpResponse:
    """`;` between columns and a comma in numbers, as Dutch Excel reads it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.koppen)
    for row in table.rijen:
        writer.writerow([_dutch(cell) for cell in row])
    return _download(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", naam)


def _dutch(cell: Cel) -> str:
    if cell is None:
        return ""
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(harmless(cell))


def as_xlsx(table: Tabel, titel: str, naam: str) -> HttpResponse:
    """A sheet with the same rows."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(titel[:_BLADNAAM].translate({ord(c): " " for c in "[]:*?/\\"}))
    sheet.write_row(0, 0, table.koppen, book.add_format({"bold": True}))
    for number, row in enumerate(table.rijen, start=1):
        sheet.write_row(number, 0, row)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 20)
    book.close()
    return _download(out.getvalue(), _XLSX, naam)


def _download(content: bytes, kind: str, naam: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
