"""Goals: a wanted result, in the words of the resident."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Max

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from plannen.domain.gemeen import (
    fill,
    lock_plan,
    lock_with_part,
    mark_news,
    note,
    require_takes_part,
    require_unchanged,
    save_changed,
    values_of,
)
from plannen.enums import DoelStatus, Prioriteit
from plannen.exceptions import VraagVanAnderHuishouden
from plannen.models import Doel, Plan
from toegang.models import Hulpvraag, Inwoner


@dataclass(frozen=True, kw_only=True)
class DoelGegevens:
    """What a goal is; without `inwoner` it is of the whole household.

    `hulpvraag` is the question it comes from, so that nobody tells it twice; `slotwoord`
    says how a goal that was reached or stopped came out.
    """

    omschrijving: str
    leefgebied: Leefgebied
    inwoner: Inwoner | None = None
    prioriteit: int = Prioriteit.DAARNA
    gewenst_op: dt.date | None = None
    status: str = DoelStatus.LOOPT
    hulpvraag: Hulpvraag | None = None
    slotwoord: str = ""


def add_doel(
    *, plan_id: uuid.UUID, gegevens: DoelGegevens, by: Medewerker, at: dt.datetime
) -> Doel:
    """Add a goal to the plan, as the last one.

    Refused with HoortNietBijPlan for somebody who does not take part, PlanBeeindigd, and
    NietGevonden or GeenRecht for who may not.
    """
    op = dag_van(at)
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        require_takes_part(plan, _person(gegevens), op=op)
        _require_own_question(plan, gegevens)
        last = plan.doelen.aggregate(last=Max("volgorde"))["last"] or 0
        doel = Doel.objects.create(
            plan=plan,
            volgorde=last + 1,
            gewijzigd_op=at,
            gewijzigd_door=by,
            **values_of(gegevens),
        )
        mark_news(plan)
        note(plan, "doel toegevoegd", doel, by=by, at=at, inwoner_id=doel.inwoner_id)
    return doel


def change_doel(
    *,
    doel_id: uuid.UUID,
    gegevens: DoelGegevens,
    verwacht: int,
    by: Medewerker,
    at: dt.datetime,
) -> Doel:
    """Change a goal that was read as number `verwacht`.

    Refused with Verouderd (412) when somebody else was first: both values are in `extra`.
    """
    op = dag_van(at)
    with operation():
        plan, doel = lock_with_part(Doel, doel_id, plan="plan_id", by=by, op=op)
        require_unchanged(doel, verwacht, gegevens)
        if _person(gegevens) != doel.inwoner_id:
            require_takes_part(plan, _person(gegevens), op=op)
        _require_own_question(plan, gegevens)
        changed = fill(doel, gegevens)
        if changed:
            save_changed(doel, by=by, at=at)
            mark_news(plan)
            note(
                plan,
                "doel gewijzigd",
                doel,
                by=by,
                at=at,
                inwoner_id=doel.inwoner_id,
                wijziging=changed,
            )
    return doel


def gegevens_van(doel: Doel) -> DoelGegevens:
    """The goal as it is, to change one thing of it."""
    return DoelGegevens(
        omschrijving=doel.omschrijving,
        leefgebied=doel.leefgebied,
        inwoner=doel.inwoner,
        prioriteit=doel.prioriteit,
        gewenst_op=doel.gewenst_op,
        status=doel.status,
        hulpvraag=doel.hulpvraag,
        slotwoord=doel.slotwoord,
    )


def _require_own_question(plan: Plan, gegevens: DoelGegevens) -> None:
    asked = gegevens.hulpvraag
    if asked is not None and asked.contact.huishouden_id != plan.huishouden_id:
        raise VraagVanAnderHuishouden(velden={"hulpvraag": VraagVanAnderHuishouden.melding})


def _person(gegevens: DoelGegevens) -> uuid.UUID | None:
    return gegevens.inwoner.pk if gegevens.inwoner else None
