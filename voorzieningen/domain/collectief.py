"""From signals to something for everybody: taking a bundle up, and ending it."""

import datetime as dt

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.domain.activiteiten import require_keeper
from voorzieningen.exceptions import GeenSignaal
from voorzieningen.models import Activiteit, Collectief
from voorzieningen.queries.bundels import bundles


def take_up(
    *,
    soort: str,
    leefgebied: Leefgebied,
    wijk: Wijk | None,
    activiteit: Activiteit,
    by: Medewerker,
    at: dt.datetime,
) -> Collectief:
    """Take a bundle of signals up with an activity; workers of who waits see it in their work.

    Refused with GeenRecht, NietUwOrganisatie for another organisation's activity, and
    GeenSignaal when nobody misses this any more or somebody else was first.
    """
    require_keeper(by, activiteit.voorziening)
    with operation():
        waiting = {(each.soort, each.leefgebied, each.wijk): each for each in bundles(dag_van(at))}
        bundel = waiting.get((soort, leefgebied, wijk))
        if bundel is None:
            raise GeenSignaal()
        made = Collectief.objects.create(
            soort=soort,
            leefgebied=leefgebied,
            wijk=wijk,
            activiteit=activiteit,
            signalen=bundel.aantal,
            opgepakt_door=by,
            opgepakt_op=at,
        )
        _log("signaal opgepakt", made, by, at)
    return made


def end_collective(*, collectief: Collectief, by: Medewerker, at: dt.datetime) -> Collectief:
    """Stop it; what is missed since may be bundled again. A second time changes nothing."""
    require_keeper(by, collectief.activiteit.voorziening)
    with operation():
        running = Collectief.objects.filter(pk=collectief.pk, beeindigd_op=None)
        if running.update(beeindigd_op=at):
            _log("collectief beëindigd", collectief, by, at)
        collectief.refresh_from_db()
    return collectief


def _log(handeling: str, collectief: Collectief, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="collectief",
        object_id=collectief.pk,
        at=at,
        wijziging={"soort": collectief.soort, "wijk": collectief.wijk_id},
    )
