"""A line over time, with the target and last year, and labels at the end of the lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.grafieken.basis import Grafiek, Punt, Tabel
from hengelo_sociaal.web.grafieken.schaal import Schaal, asgetallen, decimalen_van, plek
from hengelo_sociaal.web.opmaak import Getal

BREED, HOOG = 720, 250
LINKS, RECHTS, BOVEN, ONDER = 48, 104, 12, 26
REGELHOOGTE = 15
MEESTE_LABELS = 12


@dataclass(frozen=True, kw_only=True)
class Lijn(Grafiek):
    """Values over time; `vorig` is the same period a year before, `doel` the streefwaarde."""

    sjabloon: ClassVar[str] = "web/grafieken/_lijn.html"

    punten: Sequence[Punt]
    naam: str = "dit jaar"
    vorig: Sequence[Punt] = ()
    vorig_naam: str = "vorig jaar"
    doel: Getal | None = None
    doel_naam: str = "streefwaarde"

    def tabel(self) -> Tabel:
        """One row per period."""
        heads = ["Periode", self.naam] + ([self.vorig_naam] if self.vorig else [])
        before = [self.tekst(p.waarde, onderdrukt=p.onderdrukt) for p in self.vorig]
        rows = []
        for index, punt in enumerate(self.punten):
            row = [punt.label, self.tekst(punt.waarde, onderdrukt=punt.onderdrukt)]
            if self.vorig:
                row.append(before[index] if index < len(before) else "")
            rows.append(row)
        return Tabel(heads, rows)

    def context(self) -> Mapping[str, Any]:
        axis = asgetallen(self._drawn_values())
        y = Schaal(axis[0], axis[-1], HOOG - ONDER, BOVEN)
        x = Schaal(0, max(len(self.punten) - 1, 1), LINKS, BREED - RECHTS)
        decimals = decimalen_van(axis)
        return {
            "breed": BREED,
            "hoog": HOOG,
            "links": LINKS,
            "rechts": BREED - RECHTS,
            "as": [(plek(y(g)), plek(y(g) + 4), opmaak.getal(g, decimals)) for g in axis],
            "as_tekst": LINKS - 8,
            "nul": plek(y(0) if axis[0] <= 0 else y(axis[0])),
            "labels": self._labels(x),
            "label_y": HOOG - 6,
            "vlakken": [self._area(run, plek(y(max(axis[0], 0)))) for run in _runs(self, x, y)],
            "lijnen": [_points(run) for run in _runs(self, x, y)],
            "vorige": [_points(run) for run in _runs(self, x, y, self.vorig)],
            "doel_y": None if self.doel is None else plek(y(self.doel)),
            "punten": self._dots(x, y),
            "onderdrukt": [plek(x(i) - 6) for i, p in enumerate(self.punten) if p.onderdrukt],
            "onderdrukt_y": plek(y(max(axis[0], 0)) - 12),
            "eindes": self._endings(y),
            "einde_x": BREED - RECHTS + 10,
        }

    def _drawn_values(self) -> list[Getal]:
        values = [p.toonbaar for p in (*self.punten, *self.vorig)]
        return [v for v in (*values, self.doel) if v is not None]

    def _labels(self, x: Schaal) -> list[tuple[str, str]]:
        every = -(-len(self.punten) // MEESTE_LABELS) or 1
        return [(plek(x(i)), p.label) for i, p in enumerate(self.punten) if i % every == 0]

    def _dots(self, x: Schaal, y: Schaal) -> list[tuple[str, str, str]]:
        return [
            (plek(x(i)), plek(y(p.toonbaar)), f"{p.label}: {self.tekst(p.waarde)}")
            for i, p in enumerate(self.punten)
            if p.toonbaar is not None
        ]

    def _area(self, run: Sequence[tuple[str, str]], base: str) -> str:
        return f"{run[0][0]},{base} {_points(run)} {run[-1][0]},{base}"

    def _endings(self, y: Schaal) -> list[tuple[str, str, str]]:
        """The labels at the end, moved apart where they would cover each other."""
        found: list[tuple[float, str, str]] = []
        for naam, punten, klasse in (
            (self.naam, self.punten, "t-lijn"),
            (self.vorig_naam, self.vorig[: len(self.punten)], "t-vorig"),
        ):
            last = next((p.toonbaar for p in reversed(punten) if p.toonbaar is not None), None)
            if last is not None:
                found.append((y(last), klasse, f"{naam}: {self.tekst(last)}"))
        if self.doel is not None:
            found.append((y(self.doel), "t-doel", f"{self.doel_naam}: {self.tekst(self.doel)}"))
        return [(plek(place + 4), klasse, words) for place, klasse, words in spread(found)]


def spread(labels: list[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Move labels down just enough that none covers another, then up to stay on the drawing."""
    ordered = sorted(labels)
    places: list[float] = []
    for place, _, _ in ordered:
        places.append(max(place, places[-1] + REGELHOOGTE) if places else place)
    limit = float(HOOG - ONDER)
    for index in reversed(range(len(places))):
        places[index] = min(places[index], limit)
        limit = places[index] - REGELHOOGTE
    return [(place, *rest) for place, (_, *rest) in zip(places, ordered, strict=True)]  # type: ignore[misc]


def _runs(
    lijn: Lijn, x: Schaal, y: Schaal, punten: Sequence[Punt] | None = None
) -> Iterator[list[tuple[str, str]]]:
    """The stretches without a gap: what is unknown or suppressed is not drawn over."""
    chosen = list(lijn.punten if punten is None else punten[: len(lijn.punten)])
    numbered = enumerate(punt.toonbaar for punt in chosen)
    for known, run in groupby(numbered, key=lambda pair: pair[1] is not None):
        if known:
            yield [(plek(x(i)), plek(y(value))) for i, value in run if value is not None]


def _points(run: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{x},{y}" for x, y in run)
