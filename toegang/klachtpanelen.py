"""Complaints beside the work of who handles them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import of_me_or_whom_i_replace
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.web.panelen import Paneel, Plek, Ruimte
from toegang.queries.resterend import words_left
from toegang.queries.zicht import visible_complaints
from toegang.rechten import KLACHT_BEHANDELEN


def mijn_klachten(by: Medewerker, ruimte: Ruimte) -> Mapping[str, Any] | None:
    """Open complaints of mine and of nobody yet, what is due first on top."""
    today = vandaag()
    mine = of_me_or_whom_i_replace(by, op=today, veld="behandelaar")
    rows = visible_complaints(by).filter(mine | Q(behandelaar__isnull=True))
    waiting = rows.filter(afgehandeld_op__isnull=True).select_related("inwoner", "termijn__regel")
    found = ruimte.first(waiting.order_by("termijn__einddatum", "pk"))
    if not found.rijen:
        return None
    days = kalender()
    return {
        "rijen": [(one, words_left(one.termijn, op=today, dagen=days)) for one in found.rijen],
        "inwoners": [one.inwoner_id for one in found.rijen],
        "alles": found.alles,
        "vandaag": today,
    }


PANELEN = (
    Paneel(
        Plek.MIJN_WERK,
        "klachten",
        "Klachten",
        11,
        mijn_klachten,
        "toegang/panelen/_klachten.html",
        (KLACHT_BEHANDELEN,),
        3,
    ),
)
