"""Scales: from a value to a place on the drawing, and the round numbers beside an axis."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from hengelo_sociaal.web.opmaak import Getal

STAPPEN = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Schaal:
    """A straight line from values `van`..`tot` to places `begin`..`eind`."""

    van: float
    tot: float
    begin: float
    eind: float

    def __call__(self, waarde: Getal) -> float:
        """The place of a value; a scale without width puts everything at its beginning."""
        width = self.tot - self.van
        share = (float(waarde) - self.van) / width if width else 0.0
        return self.begin + share * (self.eind - self.begin)


def ronde_stap(breedte: float, aantal: int) -> float:
    """The smallest round step (1, 2, 2.5 or 5 times a power of ten) for at most `aantal`."""
    raw = breedte / aantal
    magnitude = 10.0 ** math.floor(math.log10(raw))
    return next(step * magnitude for step in STAPPEN if step * magnitude >= raw * (1 - 1e-9))


def asgetallen(waarden: Iterable[Getal], *, aantal: int = 5, vanaf_nul: bool = True) -> list[float]:
    """Round numbers that enclose all values, from low to high; zero is among them by default."""
    numbers = [float(waarde) for waarde in waarden] or [0.0]
    low, high = min(numbers), max(numbers)
    if vanaf_nul:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < max(abs(high), abs(low), 1.0) * 1e-9:
        high = low + max(abs(low), 1.0)
    step = ronde_stap(high - low, aantal)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]


def decimalen_van(getallen: list[float]) -> int:
    """How many decimals the numbers beside an axis need, at most two."""
    fits = (n for n in (0, 1) if all(abs(g - round(g, n)) < 1e-9 for g in getallen))
    return next(fits, 2)


def plek(getal: float) -> str:
    """A place in SVG: with a point, whatever the language of the page."""
    return f"{getal:.1f}".removesuffix(".0")
