"""Drafts of the counter screen: nothing is lost by a wrong click or a closed tab."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.models import Concept
from toegang.rechten import CONTACT_SCHRIJVEN

# A draft holds words about a resident who was never registered: it may not stay (AVG 5 lid 1 e).
BEWAARD = dt.timedelta(days=14)


def save_concept(
    *, by: Medewerker, scherm: str, inhoud: Mapping[str, Any], at: dt.datetime
) -> Concept:
    """Keep what somebody filled in so far; their own, one per screen, no log line."""
    toets(by, CONTACT_SCHRIJVEN, minstens=Bereik.EIGEN)
    kept, _ = Concept.objects.update_or_create(
        medewerker=by, scherm=scherm, defaults={"inhoud": dict(inhoud), "bewaard_op": at}
    )
    return kept


def find_concept(*, by: Medewerker, scherm: str) -> Concept | None:
    """What somebody kept for this screen."""
    return Concept.objects.filter(medewerker=by, scherm=scherm).first()


def drop_concept(*, by: Medewerker, scherm: str) -> None:
    """Throw the draft away, because it was registered or is not needed."""
    Concept.objects.filter(medewerker=by, scherm=scherm).delete()


def forget_old_concepts(*, at: dt.datetime) -> int:
    """Throw away drafts that nobody touched for fourteen days, and return how many."""
    gone, _ = Concept.objects.filter(bewaard_op__lt=at - BEWAARD).delete()
    return gone
