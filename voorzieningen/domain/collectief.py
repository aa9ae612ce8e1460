"""From signals to something for everybody: taking a bundle up, and ending it."""

import datetime as dt
from dataclasses import dataclass, fields

from hengelo_sociaal.gebieden.models import Wijk
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from voorzieningen.domain.activiteiten import require_keeper
from voorzieningen.domain.controle import check
from voorzieningen.exceptions import CollectiefGestopt, GeenSignaal, TeLangGestopt
from voorzieningen.models import Activiteit, Businesscase, Collectief
from voorzieningen.queries.bundels import bundles, stopped


@dataclass(frozen=True, kw_only=True)
class Verwachting:
    """What is expected of something that is taken up, per year; amounts in euro cents."""

    bereik: int
    vermeden: int
    kosten: int
    kosten_maatwerk: int
    onderbouwing: str


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


def resume_collective(*, collectief: Collectief, by: Medewerker, at: dt.datetime) -> Collectief:
    """Go on with what was stopped by mistake, as if it never stopped; twice changes nothing.

    Refused with TeLangGestopt for what is no longer among `stopped`, and with GeenSignaal when
    the same was taken up anew since.
    """
    require_keeper(by, collectief.activiteit.voorziening)
    with operation():
        collectief = _locked(collectief)
        if collectief.beeindigd_op is not None:
            if not stopped(dag_van(at)).filter(pk=collectief.pk).exists():
                raise TeLangGestopt()
            collectief.beeindigd_op = None
            collectief.save(update_fields=["beeindigd_op"])
            _log("collectief hervat", collectief, by, at)
    return collectief


def expect(
    *, collectief: Collectief, verwachting: Verwachting, by: Medewerker, at: dt.datetime
) -> Businesscase:
    """Write down what is expected, to hold what is measured against; again replaces it.

    By who keeps the catalogue or a partner of the organisation. Refused with GeenRecht,
    NietUwOrganisatie, OngeldigeInvoer, and with CollectiefGestopt once it has stopped: an
    expectation is not written afterwards.
    """
    require_keeper(by, collectief.activiteit.voorziening)
    with operation():
        if _locked(collectief).beeindigd_op is not None:
            raise CollectiefGestopt()
        case = Businesscase.objects.filter(collectief=collectief).first() or Businesscase(
            collectief=collectief
        )
        for each in fields(verwachting):
            setattr(case, each.name, getattr(verwachting, each.name))
        case.opgesteld_door, case.opgesteld_op = by, at
        check(case)
        case.save()
        log_change(
            by=by,
            handeling="businesscase bewaard",
            soort="collectief",
            object_id=collectief.pk,
            at=at,
            wijziging={each.name: getattr(verwachting, each.name) for each in fields(verwachting)},
        )
    return case


def _locked(collectief: Collectief) -> Collectief:
    """As it is now; of two people the second waits for the first."""
    return Collectief.objects.select_for_update(of=("self",), no_key=True).get(pk=collectief.pk)


def _log(handeling: str, collectief: Collectief, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="collectief",
        object_id=collectief.pk,
        at=at,
        wijziging={"soort": collectief.soort, "wijk": collectief.wijk_id},
    )
