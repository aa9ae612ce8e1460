"""Who may do what with plans (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import Bereik, recht
from hengelo_sociaal.medewerkers.rollen import Consulent, Jurist, Loket, Teamleider, VindplaatsRol

PLAN_SAMENVATTING = recht(
    "plannen.samenvatting",
    "De samenvatting van een plan zien",
    [Loket, Consulent, Teamleider, Jurist],
)
PLAN_LEZEN = recht(
    "plannen.lezen",
    "Een plan lezen",
    {
        Consulent: Bereik.EIGEN,
        Teamleider: Bereik.EIGEN,
        Jurist: Bereik.DOEL,
        VindplaatsRol: Bereik.EIGEN,
    },
)
PLAN_CONCEPT = recht(
    "plannen.concept",
    "Een concept van een plan maken",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN, VindplaatsRol: Bereik.EIGEN},
)
PLAN_SCHRIJVEN = recht(
    "plannen.schrijven",
    "Een plan maken, vaststellen, evalueren en beëindigen",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN},
)
