"""Dividing the work of a team: what was proposed, followed or changed by the team leader."""

import datetime as dt
import uuid
from collections.abc import Mapping

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock_all
from toegang.domain.melding import assign_melding
from toegang.exceptions import AlToegedeeld
from toegang.models import Huishouden, Melding
from toegang.rechten import TEAM_VERDELEN


def divide_work(
    *,
    by: Medewerker,
    team_id: uuid.UUID,
    keuze: Mapping[uuid.UUID, uuid.UUID],
    at: dt.datetime,
) -> int:
    """Give waiting meldingen of an own team to colleagues, all or nothing; how many.

    `keuze` says for each melding who gets it. Refused with GeenRecht (403), NietGevonden
    (404) for another team, AlToegedeeld (409) when somebody took one up meanwhile.
    """
    toets(by, TEAM_VERDELEN, minstens=Bereik.EIGEN)
    if not Team.objects.filter(pk=team_id, leden=by).exists():
        raise NietGevonden()
    with operation():
        waiting = Melding.objects.filter(pk__in=keuze, team=team_id, consulent__isnull=True)
        # Households first, and in the order of their ids: two at once never deadlock.
        lock_all(Huishouden.objects.all(), set(waiting.values_list("huishouden_id", flat=True)))
        found = lock_all(waiting, keuze).values()
        if len(found) != len(keuze):
            raise AlToegedeeld()
        for melding in found:
            assign_melding(by=by, melding_id=melding.pk, consulent_id=keuze[melding.pk], at=at)
    return len(found)
