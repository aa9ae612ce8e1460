"""Which figures are not shown, so that no group of fewer than ten people can be worked out.

Pure functions over one year of counts, without a database. `hide` decides; the reasoning
is in docs/adr (the one on suppression), and the tests attack the outcome with exact linear
algebra over everything that is published.
"""

from dashboard.onderdrukking.jaar import Cel, Jaar, Telling, is_klein
from dashboard.onderdrukking.verbergen import hide

# Raise this when a year of counts may be hidden differently: then every year is published anew.
REGELS = 1

__all__ = ["REGELS", "Cel", "Jaar", "Telling", "hide", "is_klein"]
