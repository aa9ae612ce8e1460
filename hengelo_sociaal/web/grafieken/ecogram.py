"""The people around a household as a picture: an ecogram."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from hengelo_sociaal.web.grafieken.basis import Grafiek, Tabel
from hengelo_sociaal.web.grafieken.schaal import plek

BREED, HOOG = 720, 460
HART = 78  # radius of the household in the middle
STRAAL_X, STRAAL_Y = 268, 168
TEKENS = 20
LIJNEN = {
    "sterk": "sterk contact",
    "gewoon": "gewoon contact",
    "zwak": "weinig contact",
    "gespannen": "gespannen contact",
}


@dataclass(frozen=True, kw_only=True)
class Band:
    """Somebody around the household: who, what they are to it, and how the contact is.

    `lijn` is one of `LIJNEN`; `zorgt` says what they do as mantelzorger, or nothing.
    """

    naam: str
    relatie: str
    lijn: str
    zorgt: str = ""
    voor: str = ""


@dataclass(frozen=True, kw_only=True)
class Ecogram(Grafiek):
    """A household in the middle, its people around it, the line saying how the contact is."""

    sjabloon: ClassVar[str] = "web/grafieken/_ecogram.html"

    midden: Sequence[str]
    banden: Sequence[Band]

    def tabel(self) -> Tabel:
        rows = [
            (band.naam, band.relatie, band.voor or "hele huishouden", LIJNEN[band.lijn], band.zorgt)
            for band in self.banden
        ]
        return Tabel(("Wie", "Relatie", "Voor wie", "Contact", "Mantelzorg"), rows)

    def context(self) -> Mapping[str, Any]:
        count = len(self.banden)
        used = [code for code in LIJNEN if code in {band.lijn for band in self.banden}]
        lines = list(self.midden)[:5]
        top = HOOG / 2 - (len(lines) - 1) * 9 + 4
        return {
            "breed": BREED,
            "hoog": HOOG,
            "cx": plek(BREED / 2),
            "cy": plek(HOOG / 2),
            "hart": HART,
            "midden": [(plek(top + 18 * n), _short(line)) for n, line in enumerate(lines)],
            "knopen": [self._node(band, n, count) for n, band in enumerate(self.banden)],
            "legenda": [
                (plek(16 + 168 * n), plek(60 + 168 * n), code, LIJNEN[code])
                for n, code in enumerate(used)
            ],
            "legenda_y": plek(HOOG - 14),
            "legenda_tekst_y": plek(HOOG - 10),
        }

    def _node(self, band: Band, number: int, count: int) -> dict[str, Any]:
        """One person on the ellipse, the first at the top, clockwise."""
        angle = 2 * math.pi * number / count - math.pi / 2
        x = BREED / 2 + STRAAL_X * math.cos(angle)
        y = HOOG / 2 - 14 + STRAAL_Y * math.sin(angle)
        return {
            "band": band,
            "x": plek(x),
            "y": plek(y),
            "x1": plek(BREED / 2 + HART * math.cos(angle)),
            "y1": plek(HOOG / 2 + HART * math.sin(angle)),
            "naam": _short(band.naam),
            "relatie": _short(band.relatie),
            # above the circle in the upper half, or the line would run through the name
            "naam_y": plek(y - 36 if y < HOOG / 2 - 40 else y + 30),
            "relatie_y": plek(y - 21 if y < HOOG / 2 - 40 else y + 45),
        }


def _short(text: str) -> str:
    return text if len(text) <= TEKENS else f"{text[: TEKENS - 1]}…"
