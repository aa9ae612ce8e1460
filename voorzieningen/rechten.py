"""Who may do what with the catalogue (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import Bereik, recht
from hengelo_sociaal.medewerkers.rollen import ROLLEN, Beleid, Consulent, VindplaatsRol

LEZEN = recht("voorzieningen.lezen", "Voorzieningen zoeken en bekijken", ROLLEN.values())
SCHRIJVEN = recht("voorzieningen.schrijven", "Voorzieningen bijhouden", [Beleid])
GEMIS_MELDEN = recht("voorzieningen.gemis", "Melden dat iets ontbreekt", [Consulent])
# A proposal changes nothing by itself: `beleid` decides. Only for the own organisation (Partner).
VOORSTELLEN = recht(
    "voorzieningen.voorstellen",
    "Wijzigingen van de eigen organisatie voorstellen",
    {VindplaatsRol: Bereik.EIGEN},
)
