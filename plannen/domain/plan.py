"""Beginning, changing and ending a plan, and who takes part."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.domain import end_involvement_of_all, involve
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.domain.gemeen import lock_plan, mark_news, note, require_unchanged, save_changed
from plannen.domain.regie import end_regie
from plannen.enums import DoelStatus, Hoedanigheid, PlanStatus, PlanUitkomst
from plannen.exceptions import DoetAlMee, PlanBestaatAl
from plannen.models import Deelname, Plan
from plannen.rechten import PLAN_SCHRIJVEN
from toegang.domain.dossier import open_dossier
from toegang.models import Huishouden, Inwoner, Lidmaatschap


@dataclass(frozen=True, kw_only=True)
class PlanGegevens:
    """What the household says about the plan as a whole."""

    wat_telt: str


def open_plan(
    *,
    huishouden_id: uuid.UUID,
    by: Medewerker,
    at: dt.datetime,
    wat_telt: str = "",
    doel: str = "",
) -> Plan:
    """Begin the one plan of a household, as a concept, with everybody who lives there.

    Whoever begins it is involved from that day, and so opens the dossier first: who is not
    involved states a purpose in `doel`, and is refused with DoelNodig (403) without one.
    Refused with PlanBestaatAl (409, the existing plan's id in `extra`) when there is an
    active plan, also when several begin at once; NietGevonden for a household that is not
    there; GeenRecht for another role. A vindplaats begins a draft instead
    (`domain.concepten.open_draft`).
    """
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    open_dossier(by=by, huishouden_id=huishouden_id, at=at, doel=doel)
    return begin_plan(huishouden_id=huishouden_id, by=by, at=at, wat_telt=wat_telt)


def begin_plan(
    *, huishouden_id: uuid.UUID, by: Medewerker, at: dt.datetime, wat_telt: str = ""
) -> Plan:
    """As `open_plan`, for an act that decided already that `by` may: taking over, parting."""
    op = dag_van(at)
    with operation():
        huishouden = _lock_household(huishouden_id, by=by)
        existing = Plan.objects.actief().filter(huishouden=huishouden).first()
        if existing is not None:
            raise PlanBestaatAl(extra={"plan": str(existing.pk), "nummer": existing.nummer})
        plan = Plan.objects.create(
            nummer=next_number("PL", op.year),
            huishouden=huishouden,
            wat_telt=wat_telt,
            begonnen_op=op,
            gemaakt_door=by,
            gewijzigd_op=at,
            gewijzigd_door=by,
        )
        _enrol_household(plan, op=op)
        involve(medewerker=by, huishouden_id=huishouden.pk, grond=Grond.PLAN, op=op)
        note(plan, "plan begonnen", plan, by=by, at=at, wijziging={"nummer": plan.nummer})
    return plan


def _lock_household(huishouden_id: uuid.UUID, *, by: Medewerker) -> Huishouden:
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    # The household owns the rule "one active plan", so everybody who begins one waits
    # here; the partial unique index is the net under it.
    huishouden = (
        Huishouden.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk=huishouden_id)
        .first()
    )
    if huishouden is None:
        raise NietGevonden("Dit huishouden is niet gevonden.")
    return huishouden


def _enrol_household(plan: Plan, *, op: dt.date) -> None:
    home = Lidmaatschap.objects.thuis().op(op).filter(huishouden_id=plan.huishouden_id)
    Deelname.objects.bulk_create(
        Deelname(plan=plan, inwoner_id=inwoner_id, hoedanigheid=Hoedanigheid.LID, van=op)
        for inwoner_id in home.order_by("van", "id").values_list("inwoner_id", flat=True)
    )


def change_plan(
    *, plan_id: uuid.UUID, gegevens: PlanGegevens, verwacht: int, by: Medewerker, at: dt.datetime
) -> Plan:
    """Write down what matters most to the household, in its own words.

    Refused with Verouderd (412) when somebody else was first.
    """
    with operation():
        plan = lock_plan(plan_id, by=by, op=dag_van(at))
        require_unchanged(plan, verwacht, gegevens)
        if plan.wat_telt != gegevens.wat_telt:
            plan.wat_telt = gegevens.wat_telt
            plan.heeft_nieuws = True
            save_changed(plan, by=by, at=at)
            note(plan, "wat telt gewijzigd", plan, by=by, at=at)
    return plan


def add_deelnemer(
    *,
    plan_id: uuid.UUID,
    inwoner_id: uuid.UUID,
    hoedanigheid: str,
    by: Medewerker,
    at: dt.datetime,
) -> Deelname:
    """Let somebody take part: a new member, or a child that also lives elsewhere.

    Refused with DoetAlMee when they do, NietGevonden when the resident is not there,
    GeenRecht for who may only draft.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if hoedanigheid not in Hoedanigheid.values:
        raise OngeldigeInvoer(velden={"hoedanigheid": "Kies een waarde uit de lijst."})
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        if not Inwoner.objects.filter(pk=inwoner_id).exists():
            raise NietGevonden("Deze inwoner is niet gevonden.")
        if plan.deelnames.filter(inwoner_id=inwoner_id, tot__isnull=True).exists():
            raise DoetAlMee()
        made = Deelname.objects.create(
            plan=plan, inwoner_id=inwoner_id, hoedanigheid=hoedanigheid, van=op
        )
        mark_news(plan)
        note(plan, "deelnemer toegevoegd", made, by=by, at=at, inwoner_id=inwoner_id)
    return made


def end_deelname(*, deelname_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Deelname:
    """Somebody takes part no longer, from today; their goals and history stay."""
    op = dag_van(at)
    plan_id = Deelname.objects.filter(pk=deelname_id).values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise NietGevonden()
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        deelname = Deelname.objects.get(pk=deelname_id)
        if deelname.tot is None:
            deelname.tot = max(op, deelname.van)
            deelname.save(update_fields=["tot"])
            mark_news(plan)
            note(plan, "deelname beëindigd", deelname, by=by, at=at, inwoner_id=deelname.inwoner_id)
    return deelname


@dataclass(frozen=True, kw_only=True)
class Doelresultaat:
    """How one goal came out: reached or stopped, in a few words."""

    status: str
    slotwoord: str = ""


def end_plan(
    *,
    plan_id: uuid.UUID,
    uitkomst: str,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
    resultaten: Mapping[uuid.UUID, Doelresultaat] | None = None,
) -> Plan:
    """End the plan with how it ended; regisseur and aanspreekpunt end with it.

    Who worked in it is involved until today; after that they state a purpose, as others do.

    `resultaten` says per goal how it came out; a running goal without one is stopped.
    Only by who may write plans, also when it is still a concept. Refused with
    OngeldigeInvoer for an unknown outcome and PlanBeeindigd when it has ended.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if uitkomst not in PlanUitkomst.values:
        raise OngeldigeInvoer(velden={"uitkomst": "Kies hoe het plan eindigt."})
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        end_regie(plan, op=op)
        end_involvement_of_all(huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=op)
        _close_goals(plan, resultaten or {}, by=by, at=at)
        plan.status = PlanStatus.BEEINDIGD
        plan.beeindigd_op, plan.uitkomst, plan.reden = op, uitkomst, reden
        plan.heeft_nieuws = False
        save_changed(plan, by=by, at=at)
        note(plan, "plan beëindigd", plan, by=by, at=at, wijziging={"uitkomst": uitkomst})
    return plan


def _close_goals(
    plan: Plan,
    results: Mapping[uuid.UUID, Doelresultaat],
    *,
    by: Medewerker,
    at: dt.datetime,
) -> None:
    """No goal of an ended plan is still running."""
    for doel in plan.doelen.filter(status=DoelStatus.LOOPT):
        found = results.get(doel.pk, Doelresultaat(status=DoelStatus.GESTOPT))
        if found.status not in {DoelStatus.BEREIKT, DoelStatus.GESTOPT}:
            raise OngeldigeInvoer(velden={"resultaten": "Kies bij elk doel bereikt of gestopt."})
        doel.status, doel.slotwoord = found.status, found.slotwoord.strip()
        save_changed(doel, by=by, at=at)
