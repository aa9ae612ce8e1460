"""Horizontal bars with a mark, and the bullet of one figure against its target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.template import loader
from django.utils.html import html_safe

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.grafieken.basis import Grafiek, Punt
from hengelo_sociaal.web.grafieken.schaal import Schaal, plek
from hengelo_sociaal.web.opmaak import Getal

BREED, HOOG = 300, 16
MERK = 3


@html_safe
@dataclass(frozen=True)
class Bullet:
    """One value against its target mark, on a scale from 0 to `maximum`.

    `toon` (goed, let, fout) repeats in colour what stands beside it in words.
    """

    waarde: Getal | None
    doel: Getal | None
    maximum: Getal
    toon: str = ""
    onderdrukt: bool = False

    def __str__(self) -> str:
        x = Schaal(0, float(self.maximum) or 1.0, 0, BREED)
        value = 0 if self.waarde is None or self.onderdrukt else self.waarde
        context = {
            "breed": BREED,
            "hoog": HOOG,
            "lang": plek(_inside(x(value))),
            "merk": None if self.doel is None else plek(_inside(x(self.doel)) - MERK / 2),
            "toon": self.toon,
            "onderdrukt": self.onderdrukt,
        }
        return loader.render_to_string("web/grafieken/_balk.html", context)


def _inside(place: float) -> float:
    return min(max(place, 0.0), float(BREED))


@dataclass(frozen=True)
class Balk:
    """One row: its value, what it is compared with, and where its name leads."""

    punt: Punt
    vorig: Getal | None = None
    adres: str = ""
    toon: str = ""

    @property
    def verandering(self) -> str:
        """The change in per cents; nothing without something to compare with."""
        now = self.punt.toonbaar
        if now is None or not self.vorig:
            return ""
        return f"{opmaak.verschil((float(now) - float(self.vorig)) / float(self.vorig) * 100)}%"


@dataclass(frozen=True, kw_only=True)
class Balken(Grafiek):
    """Rows of bars in a table, all on one scale; `merk_naam` says what the mark is."""

    sjabloon: ClassVar[str] = "web/grafieken/_balken.html"

    balken: Sequence[Balk]
    rij_naam: str
    waarde_naam: str = "Aantal"
    merk_naam: str = ""

    def tabel(self) -> None:
        """It is a table already."""

    def context(self) -> Mapping[str, Any]:
        found = [v for b in self.balken for v in (b.punt.toonbaar, b.vorig) if v is not None]
        maximum = max(found, default=1) or 1
        rows = [
            {
                "balk": balk,
                "svg": Bullet(
                    balk.punt.waarde, balk.vorig, maximum, balk.toon, balk.punt.onderdrukt
                ),
                "waarde": self.tekst(balk.punt.waarde, onderdrukt=balk.punt.onderdrukt),
            }
            for balk in self.balken
        ]
        return {"rijen": rows, "met_verschil": any(b.vorig for b in self.balken)}
