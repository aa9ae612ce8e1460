"""Leave: who is away, and who does the work meanwhile."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain.schrijven import log_change
from hengelo_sociaal.medewerkers.exceptions import GeenVervanger
from hengelo_sociaal.medewerkers.models import Medewerker, Team, Verlof
from hengelo_sociaal.medewerkers.rechten import TEAM_BEHEREN, Bereik

LANGST = dt.timedelta(days=400)


def arrange_leave(
    *,
    by: Medewerker,
    medewerker_id: uuid.UUID,
    vervanger_id: uuid.UUID,
    van: dt.date,
    tot: dt.date,
    at: dt.datetime,
) -> Verlof:
    """Note somebody's leave and who stands in; both days included.

    People arrange their own, a team leader that of the team. Refused with GeenRecht (403),
    OngeldigeInvoer for days that have passed, GeenVervanger for a colleague with other
    roles or who is away too, VerlofOverlapt (409).
    """
    absent = _colleague(medewerker_id, veld="medewerker_id")
    _require_may_arrange(by, absent)
    if tot < van or tot < dag_van(at) or tot - van > LANGST:
        raise OngeldigeInvoer(velden={"tot": "Kies een laatste dag na de eerste, vanaf vandaag."})
    with operation():
        # Two arrangements for one person come one after the other.
        Medewerker.objects.select_for_update(no_key=True).get(pk=absent.pk)
        substitute = _substitute(absent, vervanger_id, van=van, tot=tot)
        made = Verlof.objects.create(medewerker=absent, vervanger=substitute, van=van, tot=tot)
        _log(made, "verlof vastgelegd", by=by, at=at)
    return made


def end_leave(*, by: Medewerker, verlof_id: uuid.UUID, at: dt.datetime) -> None:
    """Somebody is back earlier, or leave that is still to come does not go on.

    Leave that has begun ends the day before. Refused with NietGevonden (404) or GeenRecht.
    """
    with operation():
        found = Verlof.objects.select_for_update(of=("self",), no_key=True).filter(pk=verlof_id)
        leave = found.select_related("medewerker").first()
        if leave is None:
            raise NietGevonden()
        _require_may_arrange(by, leave.medewerker)
        yesterday = dag_van(at) - dt.timedelta(days=1)
        _log(leave, "verlof beëindigd", by=by, at=at)
        if leave.van > yesterday:
            leave.delete()
        elif leave.tot > yesterday:
            leave.tot = yesterday
            leave.save(update_fields=["tot"])


def _require_may_arrange(by: Medewerker, absent: Medewerker) -> None:
    """Everybody for themselves, a team leader for the team, `beheer` for all."""
    if by.pk == absent.pk:
        return
    reach = TEAM_BEHEREN.van(by) or 0
    same_team = Team.objects.filter(leden=by).filter(leden=absent).exists()
    if reach < Bereik.EIGEN or (reach < Bereik.ALLES and not same_team):
        raise GeenRecht("U kunt alleen verlof regelen voor uzelf en voor uw team.")


def _substitute(
    absent: Medewerker, vervanger_id: uuid.UUID, *, van: dt.date, tot: dt.date
) -> Medewerker:
    found = _colleague(vervanger_id, veld="vervanger_id")
    if found.pk == absent.pk:
        raise GeenVervanger(velden={"vervanger_id": "Kies een collega."})
    if not set(absent.rollen) & set(found.rollen):
        raise GeenVervanger(velden={"vervanger_id": "Deze collega doet ander werk."})
    if found.verloven.filter(van__lte=tot, tot__gte=van).exists():
        raise GeenVervanger(velden={"vervanger_id": "Deze collega is dan zelf weg."})
    return found


def _colleague(pk: uuid.UUID, *, veld: str) -> Medewerker:
    found = Medewerker.objects.filter(pk=pk, is_active=True).first()
    if found is None:
        raise OngeldigeInvoer(velden={veld: "Kies een collega uit de lijst."})
    return found


def _log(leave: Verlof, handeling: str, *, by: Medewerker, at: dt.datetime) -> None:
    log_change(
        by=by,
        handeling=handeling,
        soort="verlof",
        object_id=leave.pk,
        at=at,
        wijziging={
            "medewerker": leave.medewerker_id,
            "vervanger": leave.vervanger_id,
            "van": leave.van,
            "tot": leave.tot,
        },
    )
