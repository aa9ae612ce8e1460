"""Who may do what with the catalogue (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import recht
from hengelo_sociaal.medewerkers.rollen import ROLLEN, Beleid, Consulent

LEZEN = recht("voorzieningen.lezen", "Voorzieningen zoeken en bekijken", ROLLEN.values())
SCHRIJVEN = recht("voorzieningen.schrijven", "Voorzieningen bijhouden", [Beleid])
GEMIS_MELDEN = recht("voorzieningen.gemis", "Melden dat iets ontbreekt", [Consulent])
