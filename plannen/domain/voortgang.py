"""Progress: how far somebody thinks a goal is."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.gemeen import lock_with_part, note, require_takes_part
from plannen.enums import Stap
from plannen.models import Doel, Voortgang


def record_progress(
    *,
    doel_id: uuid.UUID,
    stap: int,
    inwoner_id: uuid.UUID | None,
    by: Medewerker,
    at: dt.datetime,
    toelichting: str = "",
) -> Voortgang:
    """Record a step of 1 to 5: as this resident sees it, or without one as `by` sees it.

    A new look never changes an old one. Refused with OngeldigeInvoer outside 1 to 5,
    HoortNietBijPlan for a resident who does not take part, PlanBeeindigd, NietGevonden.
    """
    if stap not in Stap.values:
        raise OngeldigeInvoer(velden={"stap": "Kies een van de vijf stappen."})
    op = dag_van(at)
    with operation():
        plan, doel = lock_with_part(Doel, doel_id, plan="plan_id", by=by, op=op)
        require_takes_part(plan, inwoner_id, op=op)
        made = Voortgang.objects.create(
            doel=doel,
            stap=stap,
            inwoner_id=inwoner_id,
            medewerker=None if inwoner_id else by,
            op=at,
            toelichting=toelichting,
        )
        note(
            plan,
            "voortgang vastgelegd",
            made,
            by=by,
            at=at,
            inwoner_id=inwoner_id or doel.inwoner_id,
            wijziging={"doel": str(doel.pk), "stap": stap},
        )
    return made
