"""Reading rules and calendar, and calculating with them."""

from hengelo_sociaal.termijnen.queries.berekening import (
    bereken_termijn,
    regels_op,
    werkdagen_over,
)
from hengelo_sociaal.termijnen.queries.regels import find_regel, kalender, regels

__all__ = [
    "bereken_termijn",
    "find_regel",
    "kalender",
    "regels",
    "regels_op",
    "werkdagen_over",
]
