"""Columns of a file: what stands in them, and why a cell is refused."""

import datetime as dt
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Cel = str | int | float | bool | dt.datetime | dt.date | None

# What every column of ours can hold.
GROOTSTE = 2_000_000_000
_DECIMALEN = Decimal("0.001")
_WHOLE = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+(?:[.,]\d+)?")
_DUTCH = re.compile(r"-?\d{1,3}(?:\.\d{3})+,\d+")
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")


class CelFout(ValueError):
    """A cell that cannot be what its column says; the text is for the person."""


def tekst(cel: Cel) -> str:
    """Text as it stands, without blanks around it; of a day in a workbook the day."""
    if isinstance(cel, dt.datetime) and cel.time() == dt.time.min:
        return cel.date().isoformat()
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return "" if cel is None else str(cel).strip()


def geheel(cel: Cel) -> int:
    """A whole number, without points or commas."""
    text = tekst(cel)
    if _AMBIGUOUS.fullmatch(text):
        raise CelFout(f"'{text}' is niet duidelijk. Schrijf duizendtallen zonder punt of komma")
    if not _WHOLE.fullmatch(text):
        raise CelFout(f"'{text}' is geen heel getal")
    return int(_of_a_size(Decimal(text), text))


def getal(cel: Cel) -> Decimal:
    """A number with at most one decimal comma or point, and three figures behind it.

    Of a workbook, which reckons with more, what it shows to three figures.
    """
    text = tekst(cel)
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        return round(_of_a_size(Decimal(repr(cel)), text), 3).normalize()
    if _DUTCH.fullmatch(text):
        return _precise(Decimal(text.replace(".", "").replace(",", ".")), text)
    if _AMBIGUOUS.fullmatch(text):
        raise CelFout(f"'{text}' is niet duidelijk. Schrijf duizendtallen zonder punt of komma")
    if not _DECIMAL.fullmatch(text):
        raise CelFout(f"'{text}' is geen getal")
    return _precise(Decimal(text.replace(",", ".")), text)


def _precise(number: Decimal, text: str) -> Decimal:
    if _of_a_size(number, text) != number.quantize(_DECIMALEN):
        raise CelFout(f"'{text}' heeft meer dan drie cijfers achter de komma")
    return number


def _of_a_size(number: Decimal, text: str) -> Decimal:
    if not abs(number) <= GROOTSTE:
        raise CelFout(f"'{text[:20]}' is te groot: hooguit twee miljard")
    return number


def jaar(cel: Cel) -> int:
    """A year between 1990 and 2100."""
    number = geheel(cel)
    if not 1990 <= number <= 2100:
        raise CelFout(f"'{number}' is geen jaar van 1990 tot en met 2100")
    return number


def datum(cel: Cel) -> dt.date:
    """A day, as 2026-11-17 or 17-11-2026."""
    if isinstance(cel, dt.datetime):
        return cel.date()
    if isinstance(cel, dt.date):
        return cel
    text = tekst(cel)
    for shape in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return dt.datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise CelFout(f"'{text}' is geen datum zoals 2026-11-17 of 17-11-2026")


def een_van(waarden: Collection[str]) -> Callable[[Cel], str]:
    """One of these words."""

    def read(cel: Cel) -> str:
        text = tekst(cel)
        if text not in waarden:
            raise CelFout(f"'{text}' kennen we niet. Kies uit: {', '.join(waarden)}")
        return text

    return read


@dataclass(frozen=True)
class Kolom:
    """A column: its head, how a cell is read, and whether it may be empty."""

    naam: str
    lees: Callable[[Cel], Any] = tekst
    verplicht: bool = True
    ook: tuple[str, ...] = ()
    max_lengte: int | None = None

    def read(self, cel: Cel) -> Any:
        """The value of a cell; an empty one is None, or "" for text."""
        text = tekst(cel)
        if not text:
            if self.verplicht:
                raise CelFout(f"kolom '{self.naam}' is leeg")
            return "" if self.lees is tekst else None
        if self.max_lengte and len(text) > self.max_lengte:
            raise CelFout(f"kolom '{self.naam}' is langer dan {self.max_lengte} tekens")
        try:
            return self.lees(cel)
        except CelFout as fault:
            raise CelFout(f"kolom '{self.naam}': {fault}") from fault
