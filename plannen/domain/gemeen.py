"""What every operation on a plan does: lock, check, change, note."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

from hengelo_sociaal.kern.fouten import NietGevonden, Verouderd
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.exceptions import HoortNietBijPlan, PlanBeeindigd
from plannen.models import Deelname, Plan
from plannen.models.onderdeel import Onderdeel
from plannen.queries.ritme import days_in_words
from plannen.queries.zicht import may_write

Deel = TypeVar("Deel", bound=Onderdeel)
Wijziging = dict[str, list[str]]


def lock_plan(plan_id: uuid.UUID, *, by: Medewerker, op: dt.date) -> Plan:
    """The plan, locked and open to change by `by` on `op`.

    Refused with NietGevonden (404) when it is not there or not theirs, GeenRecht (403)
    when the role may not, PlanBeeindigd (409) when the plan has ended.
    """
    # Every change of any part waits here, so that a version freezes a plan that stands
    # still and a part needs no lock of its own. KEY SHARE of new parts is not blocked.
    plan = Plan.objects.select_for_update(of=("self",), no_key=True).filter(pk=plan_id).first()
    if plan is None or not may_write(by, plan, op=op):
        raise NietGevonden()
    if not plan.is_actief:
        raise PlanBeeindigd()
    return plan


def lock_with_part(
    model: type[Deel], pk: uuid.UUID, *, plan: str, by: Medewerker, op: dt.date
) -> tuple[Plan, Deel]:
    """A part and its locked plan; `plan` is the path from the part to the plan's id.

    The part is read after the lock, so that nobody can change it any more.
    """
    plan_id = model._default_manager.filter(pk=pk).values_list(plan, flat=True).first()
    if plan_id is None:
        raise NietGevonden()
    locked = lock_plan(plan_id, by=by, op=op)
    part = model._default_manager.filter(pk=pk).first()
    if part is None:
        raise NietGevonden()
    return locked, part


def require_unchanged(part: Onderdeel, verwacht: int, gegevens: Any) -> None:
    """Refuse with Verouderd (412) when somebody changed the part since it was read.

    `extra` carries the number the part has now and, per field that differs, both values.
    """
    if part.wijzigingnummer == verwacht:
        return
    both = differences(part, values_of(gegevens))
    raise Verouderd(extra={"wijzigingnummer": part.wijzigingnummer, "verschillen": both})


def differences(part: Onderdeel, filled: Mapping[str, Any]) -> list[dict[str, str]]:
    """Per field that differs what stands and what was filled in, in words."""
    return [
        {
            "veld": name,
            "naam": str(part._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            "nu": in_words(part, name, getattr(part, name)),
            "ingevuld": in_words(part, name, value),
        }
        for name, value in filled.items()
        if getattr(part, name) != value
    ]


def require_seen(gezien: str | None, nu: str, *, naam: str, staat: str, ingevuld: str) -> None:
    """Refuse with Verouderd (412) when what somebody chose over is no longer what stands.

    `gezien` names what stood when they looked, None when they did not say; `staat` and
    `ingevuld` are both values in words.
    """
    if gezien is None or gezien == nu or staat == ingevuld:
        return
    differs = [{"veld": naam, "naam": naam, "nu": staat, "ingevuld": ingevuld}]
    raise Verouderd(extra={"gezien": nu, "verschillen": differs})


def require_takes_part(plan: Plan, inwoner_id: uuid.UUID | None, *, op: dt.date) -> None:
    """Refuse with HoortNietBijPlan somebody who does not take part in the plan on `op`."""
    if inwoner_id is None:
        return
    running = models.Q(tot__isnull=True) | models.Q(tot__gt=op)
    if not Deelname.objects.filter(running, plan=plan, inwoner_id=inwoner_id).exists():
        raise HoortNietBijPlan()


def fill(part: Onderdeel, gegevens: Any) -> Wijziging:
    """Put the values in the part; what changed, per field the old and the new in words."""
    changed: Wijziging = {}
    for name, new in values_of(gegevens).items():
        old = getattr(part, name)
        if old != new:
            changed[name] = [in_words(part, name, old), in_words(part, name, new)]
            setattr(part, name, new)
    return changed


def save_changed(part: Onderdeel, *, by: Medewerker, at: dt.datetime) -> None:
    """Save a part with the next number."""
    part.wijzigingnummer += 1
    part.gewijzigd_op = at
    part.gewijzigd_door = by
    part.save()


def mark_news(plan: Plan) -> None:
    """The plan differs from what was last agreed."""
    if not plan.heeft_nieuws:
        plan.heeft_nieuws = True
        plan.save(update_fields=["heeft_nieuws"])


def note(
    plan: Plan,
    handeling: str,
    what: models.Model,
    *,
    by: Medewerker,
    at: dt.datetime,
    wijziging: Mapping[str, Any] | None = None,
    inwoner_id: uuid.UUID | None = None,
    reden: str = "",
) -> None:
    """The audit line of one operation."""
    log_change(
        by=by,
        handeling=handeling,
        soort=str(what._meta.model_name),
        object_id=what.pk,
        at=at,
        huishouden_id=plan.huishouden_id,
        inwoners=[inwoner_id] if inwoner_id else (),
        reden=reden[:200],
        wijziging={"plan": str(plan.pk), **(wijziging or {})},
    )


def values_of(gegevens: Any) -> dict[str, Any]:
    """The fields of a dataclass by name, references as they are."""
    return {field.name: getattr(gegevens, field.name) for field in dataclasses.fields(gegevens)}


def in_words(part: models.Model, name: str, value: object) -> str:
    """A value of a field as people read it in a comparison."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return days_in_words(value)
    field = part._meta.get_field(name)
    choices = dict(getattr(field, "flatchoices", None) or ())
    if value in choices:
        return str(choices[value])
    return value.isoformat() if isinstance(value, dt.date) else str(value)
