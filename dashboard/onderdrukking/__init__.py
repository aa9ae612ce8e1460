"""Which figures are not shown, so that no group of fewer than ten people can be worked out.

Pure functions over one year of counts, without a database. `hide` decides; the reasoning
is in docs/adr (the one on suppression), and the tests attack the outcome with exact linear
algebra over everything that is published. `decide` does the same, but takes over what was
decided before of tables in which nothing is different.
"""

from dashboard.onderdrukking.besluit import REGELS, read_decisions, write_decisions
from dashboard.onderdrukking.jaar import Cel, Jaar, Telling, is_klein
from dashboard.onderdrukking.verbergen import decide, hide

__all__ = [
    "REGELS",
    "Cel",
    "Jaar",
    "Telling",
    "decide",
    "hide",
    "is_klein",
    "read_decisions",
    "write_decisions",
]
