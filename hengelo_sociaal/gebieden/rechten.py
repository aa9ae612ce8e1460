"""Who may bring in areas and inhabitants (contract.md, Who may what: reference data, figures)."""

from hengelo_sociaal.medewerkers.rechten import recht
from hengelo_sociaal.medewerkers.rollen import Beheer, Financien

GEBIEDEN_INLEZEN = recht(
    "gebieden.inlezen", "Wijken, buurten en inwonertallen inlezen", [Beheer, Financien]
)
