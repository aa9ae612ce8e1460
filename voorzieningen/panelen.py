"""What the catalogue asks of people in "my work"."""

from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.panelen import Paneel, Plek, registreer
from voorzieningen.queries.bijhouden import open_mistakes, stale_of, waiting_proposals
from voorzieningen.rechten import SCHRIJVEN, VOORSTELLEN

ROWS = 8


def na_te_kijken(by: Medewerker, onderwerp: object) -> Mapping[str, Any] | None:
    """Entries that I keep and did not check for long."""
    rows = list(stale_of(by, vandaag())[:ROWS])
    return {"voorzieningen": rows, "inwoners": ()} if rows else None


def wacht_op_oordeel(by: Medewerker, onderwerp: object) -> Mapping[str, Any] | None:
    """What partners proposed and readers reported."""
    proposals, mistakes = list(waiting_proposals()[:ROWS]), list(open_mistakes()[:ROWS])
    if not proposals and not mistakes:
        return None
    return {"voorstellen": proposals, "fouten": mistakes, "inwoners": ()}


registreer(
    Paneel(
        Plek.MIJN_WERK,
        "voorstellen",
        "Voorstellen en foutmeldingen",
        60,
        wacht_op_oordeel,
        "voorzieningen/bijhouden/_paneel_voorstellen.html",
        (SCHRIJVEN,),
        2,
    ),
    Paneel(
        Plek.MIJN_WERK,
        "na-te-kijken",
        "Na te kijken voorzieningen",
        61,
        na_te_kijken,
        "voorzieningen/bijhouden/_paneel_nakijken.html",
        (SCHRIJVEN, VOORSTELLEN),
        1,
    ),
)
