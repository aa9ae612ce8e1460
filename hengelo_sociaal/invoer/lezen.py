"""Reads a file into lines of cells: CSV, XLSX or GeoJSON."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from hengelo_sociaal.invoer.exceptions import OnleesbaarBestand
from hengelo_sociaal.invoer.kolommen import Cel

SCHEIDINGSTEKENS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "streep"}
GROOTSTE = 10 * 1024 * 1024
_MIXED = ("Ã©", "Ã«", "Ã¯", "Ã¨", "â‚¬", "â€")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What the library meets in a file that is no workbook, or a damaged one; XML that is none
# is a SyntaxError.
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Blad:
    """A table as it stands in a file: the header, then the lines with their numbers."""

    koppen: tuple[str, ...]
    regels: tuple[tuple[int, tuple[Cel, ...]], ...]


def is_geojson(naam: str) -> bool:
    """Whether the name says that this is a map."""
    return naam.lower().endswith((".geojson", ".json"))


def read_table(inhoud: bytes, naam: str) -> Blad:
    """The table in a CSV or XLSX file; refused with OnleesbaarBestand."""
    if len(inhoud) > GROOTSTE:
        raise OnleesbaarBestand("Dit bestand is groter dan 10 MB. Verdeel het in kleinere delen.")
    if inhoud.startswith(_OLD_EXCEL):
        raise OnleesbaarBestand(
            "Dit is een oud Excel-bestand (.xls), of er staat een wachtwoord op. Open het in "
            "Excel en bewaar het zonder wachtwoord als .xlsx."
        )
    if naam.lower().endswith((".xlsx", ".xlsm")) or inhoud[:4] == b"PK\x03\x04":
        return _read_workbook(inhoud)
    return _read_csv(decode(inhoud))


def decode(inhoud: bytes) -> str:
    """The text of a file in UTF-8 or Windows-1252; anything else is refused."""
    if inhoud.startswith(_UTF16) or b"\x00" in inhoud:
        raise OnleesbaarBestand(
            "Dit bestand is niet bewaard als UTF-8 of Windows-1252. "
            "Bewaar het opnieuw als CSV met UTF-8."
        )
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_windows(inhoud)


def _decode_windows(inhoud: bytes) -> str:
    try:
        text = inhoud.decode("cp1252")
    except UnicodeDecodeError as error:
        line = inhoud[: error.start].count(b"\n") + 1
        raise OnleesbaarBestand(
            f"Regel {line} heeft een teken dat geen UTF-8 en geen Windows-1252 is. "
            "Bewaar het bestand opnieuw als CSV met UTF-8."
        ) from error
    for number, line_text in enumerate(text.splitlines(), start=1):
        if any(mark in line_text for mark in _MIXED):
            raise OnleesbaarBestand(
                f"Regel {number} is in UTF-8 en een andere regel niet. "
                "Bewaar het bestand opnieuw als CSV met UTF-8."
            )
    return text


def detect_delimiter(header: str) -> str:
    """The delimiter of a header; two kinds, or none, is refused rather than guessed."""
    bare = "".join(header.split('"')[::2])
    found = [mark for mark in SCHEIDINGSTEKENS if mark in bare]
    if len(found) == 1:
        return found[0]
    if not found:
        raise OnleesbaarBestand(
            "In de eerste regel staat geen scheidingsteken. "
            "Gebruik een puntkomma tussen de kolommen."
        )
    names = " en een ".join(SCHEIDINGSTEKENS[mark] for mark in found)
    raise OnleesbaarBestand(
        f"In de eerste regel staan een {names}. Zo is niet duidelijk waar een kolom eindigt. "
        "Gebruik alleen een puntkomma."
    )


def _read_csv(text: str) -> Blad:
    if not text.strip():
        raise OnleesbaarBestand("Dit bestand is leeg.")
    delimiter = detect_delimiter(text.lstrip("\n").splitlines()[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = list(_numbered(reader))
    except csv.Error as error:
        raise OnleesbaarBestand(
            f"Regel {reader.line_num} is niet goed gevormd. "
            "Kijk of elk aanhalingsteken ook gesloten is."
        ) from error
    return _sheet(lines)


def _numbered(reader: Any) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    """Lines by the number at which they start; a cell may hold line ends."""
    start = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield start, tuple(cells)
        start = reader.line_num + 1


def _read_workbook(inhoud: bytes) -> Blad:
    try:
        book = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        with_data = [lines for sheet in book.worksheets if (lines := [*_sheet_lines(sheet)])]
        book.close()
    except _BROKEN as error:
        raise OnleesbaarBestand(
            "Dit is geen leesbaar Excel-bestand. Bewaar het opnieuw als .xlsx."
        ) from error
    if not with_data:
        raise OnleesbaarBestand("Dit Excel-bestand is leeg.")
    if len(with_data) > 1:
        raise OnleesbaarBestand(
            "Dit Excel-bestand heeft meer dan een blad met gegevens. "
            "Bewaar het blad dat u bedoelt apart."
        )
    return _sheet(with_data[0])


def _sheet_lines(sheet: Any) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if any(cell not in (None, "") for cell in cells):
            yield number, tuple(cells)


def _sheet(lines: Sequence[tuple[int, tuple[Cel, ...]]]) -> Blad:
    if not lines:
        raise OnleesbaarBestand("Dit bestand is leeg.")
    (_, header), *rest = lines
    heads = [str(cell or "").strip().lower() for cell in header]
    while heads and not heads[-1]:
        heads.pop()
    doubled = sorted({head for head in heads if heads.count(head) > 1})
    if doubled:
        raise OnleesbaarBestand(f"De kolom '{doubled[0]}' staat er twee keer in.")
    if not rest:
        raise OnleesbaarBestand("Onder de kolomkoppen staan geen regels.")
    return Blad(tuple(heads), tuple(rest))


def read_geojson(inhoud: bytes) -> list[dict[str, Any]]:
    """The features of a GeoJSON FeatureCollection."""
    try:
        data = json.loads(decode(inhoud))
        features = data["features"] if data["type"] == "FeatureCollection" else None
    except (json.JSONDecodeError, KeyError, TypeError, RecursionError) as error:
        raise OnleesbaarBestand("Dit is geen GeoJSON. Kies een bestand met een kaart.") from error
    if not isinstance(features, list) or not features:
        raise OnleesbaarBestand("In deze kaart staan geen gebieden (een FeatureCollection).")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
            raise OnleesbaarBestand(f"Gebied {number} van deze kaart is niet te lezen.")
    return features
