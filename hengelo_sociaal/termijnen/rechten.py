"""Who may see the rules: everybody who logs in. The law is no secret; changing it is `beheer`'s."""

from hengelo_sociaal.medewerkers.rechten import recht
from hengelo_sociaal.medewerkers.rollen import ROLLEN

TERMIJNREGELS_LEZEN = recht(
    "termijnen.regels_lezen", "Termijnregels lezen en ermee rekenen", list(ROLLEN.values())
)
