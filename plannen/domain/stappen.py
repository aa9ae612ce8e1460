"""Taking a drafted step of an event into the plan (`hengelo_sociaal.web.gevolgen`)."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from hengelo_sociaal.web.gevolgen import Gebeuren, Stap, consequences
from plannen.domain.afspraken import AfspraakGegevens, add_afspraak
from plannen.domain.doelen import DoelGegevens, add_doel
from plannen.domain.gemeen import lock_plan
from plannen.enums import AfspraakStatus, DoelStatus, Trede
from plannen.exceptions import StapStaatErAl
from plannen.models import Afspraak, Deelname, Doel, Plan
from toegang.models import Inwoner


def take_step(*, gebeuren: Gebeuren, stap: str, by: Medewerker, at: dt.datetime) -> Afspraak:
    """Put one drafted step in the active plan, as an afspraak with its day.

    It stands under the goal that the step names; that goal is made when it is not there
    yet. A day that has passed becomes today. Refused with NietGevonden when there is no
    plan or no such step, StapStaatErAl when it is in the plan already, and as in
    `add_afspraak`.
    """
    op = dag_van(at)
    step = _step(gebeuren, stap)
    with operation():
        plan = Plan.objects.actief().filter(huishouden=gebeuren.huishouden_id).first()
        if plan is None:
            raise NietGevonden("Er is nog geen plan. Begin eerst een plan.")
        lock_plan(plan.pk, by=by, op=op)
        if step.omschrijving in steps_in_plan(plan):
            raise StapStaatErAl()
        person = _person(plan, gebeuren, op=op)
        goal = _goal(plan, step, person, by=by, at=at)
        return add_afspraak(
            doel_id=goal.pk,
            gegevens=AfspraakGegevens(
                trede=Trede.EIGEN_KRACHT if step.door_inwoner else Trede.ALGEMEEN,
                omschrijving=step.omschrijving,
                inwoner=person if step.door_inwoner else None,
                medewerker=None if step.door_inwoner and person else by,
                uiterlijk=max(step.uiterlijk, op),
            ),
            by=by,
            at=at,
        )


def steps_in_plan(plan: Plan) -> set[str]:
    """What the afspraken of a plan say that were not dropped; one query."""
    rows = Afspraak.objects.filter(doel__plan=plan).exclude(status=AfspraakStatus.VERVALLEN)
    return set(rows.values_list("omschrijving", flat=True))


def _step(gebeuren: Gebeuren, code: str) -> Stap:
    for gevolg in consequences(gebeuren):
        if gevolg.stap is not None and gevolg.stap.code == code:
            return gevolg.stap
    raise NietGevonden("Deze stap is er niet meer. Bekijk de pagina opnieuw.")


def _person(plan: Plan, gebeuren: Gebeuren, *, op: dt.date) -> Inwoner | None:
    """Whom it is about, when they take part in the plan."""
    return _participant(plan, gebeuren.inwoner_id, op) if gebeuren.inwoner_id else None


def _participant(plan: Plan, inwoner_id: uuid.UUID, op: dt.date) -> Inwoner | None:
    rows = Deelname.objects.filter(plan=plan, inwoner_id=inwoner_id).select_related("inwoner")
    return next((one.inwoner for one in rows if one.loopt_op(op)), None)


def _goal(
    plan: Plan, step: Stap, person: Inwoner | None, *, by: Medewerker, at: dt.datetime
) -> Doel:
    running = Doel.objects.filter(plan=plan, status=DoelStatus.LOOPT, omschrijving=step.doel)
    known = running.filter(inwoner=person).first()
    if known is not None:
        return known
    area = Leefgebied.objects.get(code=step.leefgebied)
    return add_doel(
        plan_id=plan.pk,
        gegevens=DoelGegevens(omschrijving=step.doel, leefgebied=area, inwoner=person),
        by=by,
        at=at,
    )
