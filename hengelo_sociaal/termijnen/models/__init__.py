"""Rules of legal terms as data, and the terms that run."""

from hengelo_sociaal.termijnen.models.dwangsom import Dwangsomtarief
from hengelo_sociaal.termijnen.models.kalender import GedektJaar, GelijkgesteldeDag
from hengelo_sociaal.termijnen.models.regel import Termijnregel
from hengelo_sociaal.termijnen.models.termijn import (
    Opschorting,
    Termijn,
    Verlenging,
)

__all__ = [
    "Dwangsomtarief",
    "GedektJaar",
    "GelijkgesteldeDag",
    "Opschorting",
    "Termijn",
    "Termijnregel",
    "Verlenging",
]
