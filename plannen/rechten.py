"""Who may do what with plans (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import Bereik, recht
from hengelo_sociaal.medewerkers.rollen import (
    Administratie,
    Consulent,
    Jurist,
    Loket,
    Teamleider,
    VindplaatsRol,
)

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
PLAN_PAPIER = recht(
    "plannen.papier",
    "De versies en het papier van een plan zien",
    {Consulent: Bereik.EIGEN, Teamleider: Bereik.EIGEN, Jurist: Bereik.DOEL},
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
BESLUIT_LEZEN = recht(
    "plannen.besluit_lezen",
    "Besluiten en bezwaren lezen",
    {
        Consulent: Bereik.EIGEN,
        Teamleider: Bereik.EIGEN,
        Jurist: Bereik.ALLES,
        Administratie: Bereik.ALLES,
    },
)
BESLUIT_OPSTELLEN = recht(
    "plannen.besluit_opstellen",
    "Een besluit opstellen",
    {Consulent: Bereik.EIGEN, Jurist: Bereik.ALLES},
)
BESLUIT_NEMEN = recht(
    "plannen.besluit_nemen",
    "Een besluit beoordelen en nemen",
    {Teamleider: Bereik.EIGEN, Jurist: Bereik.ALLES},
)
BEZWAAR_BEHANDELEN = recht("plannen.bezwaar_behandelen", "Bezwaren behandelen", [Jurist])
