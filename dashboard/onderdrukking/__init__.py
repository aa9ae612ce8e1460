"""Which figures are not shown, so that no group of fewer than ten people can be worked out.

Pure functions over one year of counts, without a database. `hide` decides; the reasoning
is in docs/adr (the one on suppression), and the tests attack the outcome with exact linear
algebra over everything that is published. `stale_tables` says of which tables that must be
done again after some numbers changed, and `hide_tables` does it.
"""

from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar, Telling, Waarde, is_klein
from dashboard.onderdrukking.opnieuw import stale_tables
from dashboard.onderdrukking.raster import Laag, layer_of
from dashboard.onderdrukking.vensters import JAAR_BIT
from dashboard.onderdrukking.verbergen import REGELS, Verborgen, hide, hide_tables

__all__ = [
    "JAAR_BIT",
    "REGELS",
    "TOTAAL",
    "Cel",
    "Jaar",
    "Laag",
    "Telling",
    "Verborgen",
    "Waarde",
    "hide",
    "hide_tables",
    "is_klein",
    "layer_of",
    "stale_tables",
]
