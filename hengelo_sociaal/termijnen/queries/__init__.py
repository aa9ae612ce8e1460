"""Reading rules and calendar, and calculating with them."""

from hengelo_sociaal.termijnen.queries.berekening import (
    bereken_opgave,
    bereken_termijn,
    regels_op,
    werkdagen_over,
)
from hengelo_sociaal.termijnen.queries.dwangsom import dwangsom_op, tarief_op
from hengelo_sociaal.termijnen.queries.regels import (
    choose_regel,
    find_regel,
    kalender,
    list_regels,
    regelrijen_op,
)

__all__ = [
    "bereken_opgave",
    "bereken_termijn",
    "choose_regel",
    "dwangsom_op",
    "find_regel",
    "kalender",
    "list_regels",
    "regelrijen_op",
    "regels_op",
    "tarief_op",
    "werkdagen_over",
]
