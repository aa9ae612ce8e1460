"""Who may do what with figures and budgets (contract.md, Who may what)."""

from hengelo_sociaal.medewerkers.rechten import recht
from hengelo_sociaal.medewerkers.rollen import (
    ROLLEN,
    Beleid,
    Financien,
    VindplaatsRol,
)

LEZEN = recht(
    "dashboard.lezen",
    "Dashboard en indicatoren bekijken",
    [rol for rol in ROLLEN.values() if rol is not VindplaatsRol],
)
BEGROTING_LEZEN = recht("dashboard.begroting_lezen", "De begroting bekijken", [Beleid, Financien])
INLEZEN = recht("dashboard.inlezen", "Begroting en cijfers inlezen", [Financien])
STREEFWAARDEN = recht("dashboard.streefwaarden", "Streefwaarden bijhouden", [Beleid])
