"""What lighter help there is beside a goal (BP 2.1: as light and as close by as possible)."""

import datetime as dt
from typing import Any

from hengelo_sociaal.kern.tijd import leeftijd_op
from plannen.models import Doel
from voorzieningen.queries.redenen import Treffer
from voorzieningen.queries.zoeken import search_voorzieningen

AANTAL = 5


def lighter_matches(doel: Doel, *, op: dt.date) -> list[Treffer]:
    """The general provisions for the leefgebied of a goal, near the household, lightest first.

    Of one person also by age. The words of the goal come first; when they find too little,
    the leefgebied alone fills the list.
    """
    # A vindplaats does not learn where the household lives, from what comes first neither.
    home = None if doel.plan.vindplaats_id else doel.plan.huishouden.buurt
    wijk = home.wijk_id if home else None
    person = doel.inwoner
    age = leeftijd_op(person.geboortedatum, op) if person and person.geboortedatum else None
    search: dict[str, Any] = {
        "leefgebied": doel.leefgebied_id,
        "wijk": wijk,
        "leeftijd": age,
        "alleen_algemeen": True,
        "op": op,
        "limiet": AANTAL,
    }
    found = search_voorzieningen(tekst=doel.omschrijving, **search)
    if len(found) < AANTAL:
        known = {hit.voorziening.pk for hit in found}
        wider = search_voorzieningen(**search)
        found += [hit for hit in wider if hit.voorziening.pk not in known]
    return found[:AANTAL]
