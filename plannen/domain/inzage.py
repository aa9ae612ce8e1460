"""Looking into a plan: who may, with what purpose, and the line that says so."""

import datetime as dt
import uuid
from typing import TypeVar

from hengelo_sociaal.kern.fouten import DoelNodig, NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.models import Plan, Vaststelling
from plannen.models.onderdeel import Onderdeel
from plannen.queries.concepten import is_own_draft, only_drafts
from plannen.queries.laden import load_plan
from plannen.rechten import PLAN_LEZEN, PLAN_PAPIER, PLAN_SAMENVATTING, PLAN_SCHRIJVEN

Deel = TypeVar("Deel", bound=Onderdeel)
BETROKKEN = "betrokken bij het plan"
SAMENVATTING = "samenvatting voor de balie"
EIGEN_CONCEPT = "eigen concept"
OPPAKKEN = "concept van een vindplaats oppakken"


def look_at_plan(*, plan_id: uuid.UUID, by: Medewerker, at: dt.datetime, doel: str = "") -> Plan:
    """A plan with everything in it, and a line in the log about it.

    Freely for who is involved; for who may read others' plans with a purpose (DoelNodig,
    403, without one); NietGevonden (404) for a plan of somebody else's; GeenRecht (403).
    A vindplaats opens only its own drafts, and who takes them up those that wait.
    """
    toets(by, PLAN_LEZEN, minstens=Bereik.EIGEN)
    plan = _load(plan_id)
    purpose = _purpose_of_draft(plan, by=by, op=dag_van(at)) or require_purpose(
        plan.huishouden_id, by=by, op=dag_van(at), doel=doel
    )
    _note(plan, by=by, at=at, doel=purpose)
    return plan


def look_at_part(
    model: type[Deel], pk: uuid.UUID, *, plan: str, by: Medewerker, at: dt.datetime
) -> Deel:
    """One part of a plan; `plan` is the path from the part to the plan's id."""
    plan_id = model._default_manager.filter(pk=pk).values_list(plan, flat=True).first()
    toets(by, PLAN_LEZEN, minstens=Bereik.EIGEN)
    if plan_id is None:
        raise NietGevonden()
    look_at_plan(plan_id=plan_id, by=by, at=at)
    return model._default_manager.get(pk=pk)


def look_at_version(pk: uuid.UUID, *, by: Medewerker, at: dt.datetime) -> Vaststelling:
    """An agreed version with who agreed how; refused as `look_at_plan`."""
    toets(by, PLAN_PAPIER, minstens=Bereik.EIGEN)
    found = Vaststelling.objects.prefetch_related("akkoorden").filter(pk=pk).first()
    if found is None:
        raise NietGevonden()
    look_at_plan(plan_id=found.plan_id, by=by, at=at)
    return found


def answer_with_plan(*, plan_id: uuid.UUID, by: Medewerker, at: dt.datetime, doel: str) -> Plan:
    """The plan as it is after an act on it, and a line in the log: an answer is a look too.

    Whether `by` may see it, the act decided.
    """
    plan = _load(plan_id)
    _note(plan, by=by, at=at, doel=doel)
    return plan


def require_purpose(
    huishouden_id: uuid.UUID, *, by: Medewerker, op: dt.date, doel: str = ""
) -> str:
    """Why `by` may look at plans of this household: involvement, or the purpose they state."""
    reach = toets(by, PLAN_LEZEN, minstens=Bereik.EIGEN)
    if only_drafts(by) and reach < Bereik.DOEL:
        raise NietGevonden()
    if reach == Bereik.ALLES or is_involved(by, huishouden_id, op=op):
        return BETROKKEN
    if reach < Bereik.DOEL:
        raise NietGevonden()
    if not doel.strip():
        raise DoelNodig()
    return doel.strip()


def look_at_summary(*, plan_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Plan:
    """The same plan for a summary: number, status, regisseur, aanspreekpunt, never a goal."""
    toets(by, PLAN_SAMENVATTING)
    plan = _load(plan_id)
    if plan.vindplaats_id is not None:
        raise NietGevonden()
    _note(plan, by=by, at=at, doel=SAMENVATTING)
    return plan


def may_open(by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> bool:
    """Whether the page of this household's plan opens: its summary, with a purpose, or as involved.

    No link is drawn to a plan that would be refused.
    """
    if sees_only_summary(by) or (PLAN_LEZEN.van(by) or 0) >= Bereik.DOEL:
        return True
    return PLAN_LEZEN.van(by) is not None and is_involved(by, huishouden_id, op=op)


def sees_only_summary(by: Medewerker) -> bool:
    """Whether the roles of this person show no more than the summary of a plan."""
    return PLAN_LEZEN.van(by) is None and PLAN_SAMENVATTING.van(by) is not None


def _purpose_of_draft(plan: Plan, *, by: Medewerker, op: dt.date) -> str:
    """Why `by` may look at the draft of a vindplaats; empty for who needs another reason."""
    if plan.vindplaats_id is None:
        return ""
    if is_own_draft(by, plan, op=op):
        return EIGEN_CONCEPT
    if plan.aangeboden_op is None:
        raise NietGevonden()
    waits = plan.is_actief and PLAN_SCHRIJVEN.van(by) is not None
    return OPPAKKEN if waits else ""


def _load(plan_id: uuid.UUID) -> Plan:
    try:
        return load_plan(plan_id)
    except Plan.DoesNotExist as missing:
        raise NietGevonden() from missing


def _note(plan: Plan, *, by: Medewerker, at: dt.datetime, doel: str) -> None:
    log_access(
        by=by,
        handeling=Handeling.INGEZIEN,
        soort="plan",
        object_id=plan.pk,
        inwoners=[one.inwoner_id for one in plan.deelnames.all() if one.tot is None],
        doel=doel[:200],
        at=at,
    )
