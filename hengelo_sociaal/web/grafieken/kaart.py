"""Maps of the districts: a schematic one that always works, and the real borders when imported."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.grafieken.basis import Grafiek, Punt, Tabel
from hengelo_sociaal.web.grafieken.schaal import Schaal, plek
from hengelo_sociaal.web.opmaak import Getal

TRAPPEN = 5
EERSTE_DONKERE = 3
TEGEL, KIER = 104, 6
BREED = 480
GRADEN = 180

# Column and row of each wijk, roughly as they lie around the Binnenstad; CBS code 2024.
HENGELO: Mapping[str, tuple[int, int]] = {
    "WK016408": (1, 0),
    "WK016403": (2, 0),
    "WK016407": (0, 1),
    "WK016401": (1, 1),
    "WK016402": (2, 1),
    "WK016406": (0, 2),
    "WK016400": (1, 2),
    "WK016404": (2, 2),
    "WK016405": (1, 3),
    "WK016409": (2, 3),
}

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Gebied:
    """A district with its figure, and where it leads."""

    code: str
    punt: Punt
    adres: str = ""


@dataclass(frozen=True, kw_only=True)
class _Gebiedskaart(Grafiek):
    gebieden: Sequence[Gebied]
    gebied_naam: str = "Wijk"
    waarde_naam: str = "Aantal"

    def tabel(self) -> Tabel:
        """One row per district."""
        rows = [
            [g.punt.label, self.tekst(g.punt.waarde, onderdrukt=g.punt.onderdrukt)]
            for g in self.gebieden
        ]
        return Tabel([self.gebied_naam, self.waarde_naam], rows)

    def _shown(self) -> list[float]:
        return [float(g.punt.toonbaar) for g in self.gebieden if g.punt.toonbaar is not None]

    def _bounds(self) -> tuple[float, float]:
        shown = self._shown()
        return (min(shown), max(shown)) if shown else (0.0, 0.0)

    def trap(self, waarde: Getal) -> int:
        """The step of the colour, 0 to 4, in equal parts between lowest and highest."""
        low, high = self._bounds()
        if high == low:
            return 0
        share = (float(waarde) - low) / (high - low)
        return min(int(share * TRAPPEN), TRAPPEN - 1)

    def legenda(self) -> list[tuple[int, str]]:
        """What each step stands for."""
        low, high = self._bounds()
        if high == low:
            return [(0, self.tekst(low))]
        step = (high - low) / TRAPPEN
        if all(value.is_integer() for value in self._shown()):
            return list(_whole_steps(int(low), int(high), step))
        bounds = [opmaak.getal(low + step * i, self.decimalen) for i in range(TRAPPEN + 1)]
        return [(i, f"{bounds[i]} tot {bounds[i + 1]}") for i in range(TRAPPEN)]

    def _shared(self) -> dict[str, Any]:
        hatched = any(g.punt.onderdrukt for g in self.gebieden)
        linked = any(g.adres for g in self.gebieden)
        return {"legenda": self.legenda(), "met_arcering": hatched, "met_links": linked}

    def _drawn(self, gebied: Gebied) -> dict[str, Any]:
        shown = gebied.punt.toonbaar
        step = None if shown is None else self.trap(shown)
        return {
            "gebied": gebied,
            "trap": step,
            "donker": step is not None and step >= EERSTE_DONKERE,
            "waarde": self.tekst(gebied.punt.waarde, onderdrukt=gebied.punt.onderdrukt),
        }


@dataclass(frozen=True, kw_only=True)
class Tegelkaart(_Gebiedskaart):
    """A tile per district: every one equally large, because people count and not land."""

    sjabloon: ClassVar[str] = "web/grafieken/_tegelkaart.html"

    plaatsen: Mapping[str, tuple[int, int]] | None = None

    def context(self) -> Mapping[str, Any]:
        places = HENGELO if self.plaatsen is None else self.plaatsen
        known = [g for g in self.gebieden if g.code in places]
        columns = max((places[g.code][0] for g in known), default=0) + 1
        rows = max((places[g.code][1] for g in known), default=0) + 1
        tiles = [self._drawn(g) | self._place(*places[g.code]) for g in known]
        pitch = TEGEL + KIER
        return self._shared() | {
            "breed": columns * pitch - KIER,
            "hoog": rows * pitch - KIER,
            "tegel": TEGEL,
            "tegels": tiles,
        }

    @staticmethod
    def _place(kolom: int, rij: int) -> dict[str, int]:
        x, y = kolom * (TEGEL + KIER), rij * (TEGEL + KIER)
        middle, line = TEGEL // 2, y + TEGEL // 2
        return {"x": x, "y": y, "mx": x + middle, "naam_y": line - 8, "getal_y": line + 16}


@dataclass(frozen=True, kw_only=True)
class Choropleet(_Gebiedskaart):
    """The real borders, from a GeoJSON FeatureCollection; `sleutel` is its code property.

    Coordinates may be degrees (WGS 84) or metres (RD).
    """

    sjabloon: ClassVar[str] = "web/grafieken/_choropleet.html"

    geojson: Mapping[str, Any]
    sleutel: str = "wijkcode"

    def context(self) -> Mapping[str, Any]:
        shapes = {f["properties"][self.sleutel]: f["geometry"] for f in self.geojson["features"]}
        known = [g for g in self.gebieden if g.code in shapes]
        every = [point for g in known for ring in rings(shapes[g.code]) for point in ring]
        x, y, height = _projection(every)
        areas = [
            self._drawn(g) | {"pad": " ".join(_path(r, x, y) for r in rings(shapes[g.code]))}
            for g in known
        ]
        return self._shared() | {"breed": BREED, "hoog": plek(height), "vlakken": areas}


def _whole_steps(low: int, high: int, step: float) -> Iterator[tuple[int, str]]:
    """Which whole numbers have each colour; a step that holds none is left out."""
    firsts = [math.ceil(round(low + step * i, 6)) for i in range(TRAPPEN)]
    for i, (first, following) in enumerate(pairwise([*firsts, high + 1])):
        last = following - 1
        if first == last:
            yield i, opmaak.getal(first)
        elif first < last:
            yield i, f"{opmaak.getal(first)} t/m {opmaak.getal(last)}"


def rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    """Every ring of a Polygon or MultiPolygon; ValueError for anything else."""
    if geometry["type"] == "Polygon":
        yield from geometry["coordinates"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["coordinates"]:
            yield from polygon
    else:
        raise ValueError(f"{geometry['type']} is no area")


def _projection(points: Sequence[Sequence[float]]) -> tuple[Schaal, Schaal, float]:
    """Scales that fit all points in the width; a degree of longitude is narrower up north."""
    if not points:
        return Schaal(0, 1, 0, BREED), Schaal(0, 1, BREED, 0), float(BREED)
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    degrees = max(abs(east), abs(north)) <= GRADEN
    squeeze = math.cos(math.radians((south + north) / 2)) if degrees else 1.0
    width = (east - west) * squeeze or 1.0
    height = (north - south) / width * BREED
    return Schaal(west, east, 0, BREED), Schaal(south, north, height, 0), height


def _path(ring: Ring, x: Schaal, y: Schaal) -> str:
    places = [f"{plek(x(point[0]))} {plek(y(point[1]))}" for point in ring]
    return f"M{'L'.join(places)}Z"
