"""Small multiples: the same small line for every district, on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.grafieken.basis import Grafiek, Punt, Tabel
from hengelo_sociaal.web.grafieken.schaal import Schaal, asgetallen, plek
from hengelo_sociaal.web.opmaak import Getal

BREED, HOOG, RAND = 200, 66, 4


@dataclass(frozen=True)
class Mini:
    """One small line; `oordeel` says in words how it stands to its target, `toon` colours that."""

    naam: str
    punten: Sequence[Punt]
    doel: Getal | None = None
    adres: str = ""
    oordeel: str = ""
    toon: str = ""


@dataclass(frozen=True, kw_only=True)
class Minis(Grafiek):
    """All small lines, on equal scales so that they may be compared."""

    sjabloon: ClassVar[str] = "web/grafieken/_minis.html"

    reeksen: Sequence[Mini]
    doel_naam: str = "streefwaarde"

    @property
    def uitleg(self) -> str:
        """What stands beside the heading: the common scale and the dashed line."""
        scale = f"gelijke schaal ({opmaak.passend(0)}–{opmaak.passend(self._top())})"
        has_goal = any(mini.doel is not None for mini in self.reeksen)
        return f"{scale} · stippellijn = {self.doel_naam}" if has_goal else scale

    def tabel(self) -> Tabel:
        """One row per line."""
        labels = [punt.label for punt in self.reeksen[0].punten] if self.reeksen else []
        rows = [
            [m.naam, *(self.tekst(p.waarde, onderdrukt=p.onderdrukt) for p in m.punten)]
            for m in self.reeksen
        ]
        return Tabel(["", *labels], rows)

    def context(self) -> Mapping[str, Any]:
        y = Schaal(0, self._top(), HOOG - RAND, RAND)
        return {
            "breed": BREED,
            "hoog": HOOG,
            "grond": HOOG - RAND,
            "reeksen": [self._one(mini, y) for mini in self.reeksen],
        }

    def _top(self) -> float:
        drawn = [p.toonbaar for m in self.reeksen for p in m.punten]
        goals = [m.doel for m in self.reeksen]
        return asgetallen([v for v in (*drawn, *goals) if v is not None], aantal=6)[-1]

    def _one(self, mini: Mini, y: Schaal) -> Mapping[str, Any]:
        x = Schaal(0, max(len(mini.punten) - 1, 1), 2, BREED - 6)
        places = [
            None if p.toonbaar is None else (plek(x(i)), plek(y(p.toonbaar)))
            for i, p in enumerate(mini.punten)
        ]
        runs = [list(run) for known, run in groupby(places, key=bool) if known]
        last = mini.punten[-1] if mini.punten else Punt("")
        return {
            "mini": mini,
            "nu": self.tekst(last.waarde, onderdrukt=last.onderdrukt),
            "van": mini.punten[0].label if mini.punten else "",
            "tot": last.label,
            "doel_y": None if mini.doel is None else plek(y(mini.doel)),
            "lijnen": [" ".join(f"{a},{b}" for a, b in run if a) for run in runs],  # type: ignore[misc]
            "vlakken": [
                f"{run[0][0]},{HOOG - RAND} "  # type: ignore[index]
                + " ".join(f"{a},{b}" for a, b in run)  # type: ignore[misc]
                + f" {run[-1][0]},{HOOG - RAND}"  # type: ignore[index]
                for run in runs
            ],
            "punt": places[-1] if places else None,
        }
