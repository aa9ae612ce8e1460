"""A draft of a plan that a vindplaats makes, and what the municipality does with it (BP 5.1).

A worker at a vindplaats writes down, with a resident whom they registered, what that
resident wants to reach. They learn nothing about the household: not whether it has a plan,
who else lives there, or who works with it. A consulent takes the draft over, into the one
plan of the household, or says why not.
"""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.nummers import next_number
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.werk.domain.berichten import notify
from hengelo_sociaal.werk.enums import Berichtsoort
from plannen.domain.gemeen import mark_news, note, save_changed
from plannen.domain.plan import begin_plan
from plannen.enums import Hoedanigheid, PlanStatus, PlanUitkomst
from plannen.exceptions import (
    ConceptAfgehandeld,
    ConceptBestaatAl,
    ConceptLeeg,
    InwonerAkkoordNodig,
)
from plannen.models import Afspraak, Deelname, Doel, Plan
from plannen.queries.concepten import own_contacts, own_drafts, own_residents
from plannen.rechten import PLAN_CONCEPT, PLAN_SCHRIJVEN
from toegang.domain.gemeen import lock
from toegang.domain.melding import lock_household_of
from toegang.enums import LOPEND
from toegang.models import Contact, Huishouden, Melding

NIET_OVERGENOMEN = {"afspraak": {"id", "doel", "toewijzing", "gemaakt_op"}, "doel": {"id", "plan"}}
NIET_VAN_DEEL = {"gewijzigd_op", "gewijzigd_door", "wijzigingnummer", "volgorde"}


def open_draft(
    *,
    by: Medewerker,
    at: dt.datetime,
    contact_id: uuid.UUID | None = None,
    huishouden_id: uuid.UUID | None = None,
    wat_telt: str = "",
) -> Plan:
    """Begin a draft for the resident of an own contact, or for an own household.

    Only the residents whom `by` registered take part; whether the household has a plan is
    not told. Refused with NietGevonden (404) for a contact or household that is not theirs
    or is anonymous, ConceptBestaatAl (409) when they have an open one, GeenRecht (403).
    """
    toets(by, PLAN_CONCEPT, minstens=Bereik.EIGEN)
    op = dag_van(at)
    with operation():
        contact = _own_contact(by, contact_id, huishouden_id, op=op)
        # Two clicks of one worker come one after the other here.
        huishouden = (
            lock_household_of(contact, op=op)
            if huishouden_id is None
            else lock(Huishouden.objects.all(), huishouden_id)
        )
        _refuse_second(by, huishouden, op=op)
        plan = Plan.objects.create(
            nummer=next_number("PL", op.year),
            huishouden=huishouden,
            vindplaats=contact.vindplaats,
            wat_telt=wat_telt,
            begonnen_op=op,
            gemaakt_door=by,
            gewijzigd_op=at,
            gewijzigd_door=by,
        )
        people = (
            own_residents(by, huishouden.pk, op=op) if contact_id is None else [contact.inwoner]
        )
        Deelname.objects.bulk_create(
            Deelname(plan=plan, inwoner=one, hoedanigheid=Hoedanigheid.LID, van=op)
            for one in people
        )
        note(plan, "concept begonnen", plan, by=by, at=at, wijziging={"nummer": plan.nummer})
    return plan


def offer_draft(
    *, plan_id: uuid.UUID, inwoner_akkoord: bool, by: Medewerker, at: dt.datetime
) -> Plan:
    """Offer an own draft to the municipality; from then on it stays as it is.

    Refused with InwonerAkkoordNodig when the resident did not agree, ConceptLeeg without a
    goal, ConceptAfgehandeld (409) when it was offered, NietGevonden (404) for another's.
    """
    op = dag_van(at)
    with operation():
        plan = _lock_own(by, plan_id, op=op)
        if plan.aangeboden_op is not None:
            raise ConceptAfgehandeld()
        if not inwoner_akkoord:
            raise InwonerAkkoordNodig(velden={"inwoner_akkoord": InwonerAkkoordNodig.melding})
        if not plan.doelen.exists():
            raise ConceptLeeg()
        plan.aangeboden_op = op
        save_changed(plan, by=by, at=at)
        note(plan, "concept aangeboden", plan, by=by, at=at, wijziging={"inwoner_akkoord": True})
        _tell_consulenten(plan, by=by, at=at)
    return plan


def withdraw_draft(*, plan_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Plan:
    """Take an own draft back, also after offering it, as long as nobody took it over."""
    with operation():
        plan = _lock_own(by, plan_id, op=dag_van(at))
        _end(plan, PlanUitkomst.GESTOPT, by=by, at=at)
        note(plan, "concept ingetrokken", plan, by=by, at=at)
    return plan


def take_over_draft(*, plan_id: uuid.UUID, by: Medewerker, at: dt.datetime) -> Plan:
    """Copy an offered draft into the plan of the household, which begins when there is none.

    Returns that plan. Whoever takes over is involved from that day; the draft itself stays
    as it was made. Refused with NietGevonden (404), ConceptAfgehandeld (409) when a colleague
    was first, GeenRecht (403).
    """
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        # The household before the draft, as everywhere; the plan it may have comes last.
        household = Plan.objects.van_vindplaats().filter(pk=plan_id).values("huishouden")
        Huishouden.objects.select_for_update(of=("self",), no_key=True).filter(
            pk__in=household
        ).first()
        draft = _lock_offered(plan_id)
        plan = _plan_of_household(draft, by=by, at=at)
        _copy(draft, plan, by=by, at=at)
        draft.verder_in = plan
        _end(draft, PlanUitkomst.SAMENGEVOEGD, by=by, at=at)
        words = {"concept": str(draft.pk), "vindplaats": draft.vindplaats_id}
        note(plan, "concept van vindplaats overgenomen", plan, by=by, at=at, wijziging=words)
        _tell_maker(draft, "is overgenomen", by=by, at=at)
    return plan


def decline_draft(*, plan_id: uuid.UUID, reden: str, by: Medewerker, at: dt.datetime) -> Plan:
    """Do not take an offered draft over, with a reason that the vindplaats reads.

    Refused with OngeldigeInvoer without a reason, and as `take_over_draft` refuses.
    """
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if not reden.strip():
        raise OngeldigeInvoer(velden={"reden": "Schrijf op waarom; de vindplaats leest dit."})
    with operation():
        draft = _lock_offered(plan_id)
        draft.reden = reden.strip()
        _end(draft, PlanUitkomst.ANDERS, by=by, at=at)
        note(draft, "concept niet overgenomen", draft, by=by, at=at, reden=draft.reden)
        _tell_maker(draft, "is niet overgenomen", by=by, at=at)
    return draft


def _own_contact(
    by: Medewerker,
    contact_id: uuid.UUID | None,
    huishouden_id: uuid.UUID | None,
    *,
    op: dt.date,
) -> Contact:
    """The own contact that the draft rests on; of a household the latest one."""
    mine = own_contacts(by, op=op).select_related("inwoner", "vindplaats")
    if huishouden_id is not None:
        mine = mine.filter(inwoner__in=own_residents(by, huishouden_id, op=op))
    else:
        mine = mine.filter(pk__in=[contact_id])
    found = mine.order_by("-plaatsgevonden_op").first()
    if found is None:
        raise NietGevonden("Dit is geen registratie van u, of zij is anoniem.")
    return found


def _refuse_second(by: Medewerker, huishouden: Huishouden, *, op: dt.date) -> None:
    open_ones = own_drafts(by, op=op).filter(huishouden=huishouden)
    found = open_ones.exclude(status=PlanStatus.BEEINDIGD).first()
    if found is not None:
        raise ConceptBestaatAl(extra={"plan": str(found.pk), "nummer": found.nummer})


def _lock_own(by: Medewerker, plan_id: uuid.UUID, *, op: dt.date) -> Plan:
    toets(by, PLAN_CONCEPT, minstens=Bereik.EIGEN)
    plan = _lock(plan_id)
    if plan is None or not own_drafts(by, op=op).filter(pk=plan.pk).exists():
        raise NietGevonden()
    if not plan.is_actief:
        raise ConceptAfgehandeld()
    return plan


def _lock_offered(plan_id: uuid.UUID) -> Plan:
    plan = _lock(plan_id)
    if plan is None or plan.aangeboden_op is None:
        raise NietGevonden()
    if not plan.is_actief:
        raise ConceptAfgehandeld("Dit concept is al afgehandeld. Vernieuw de pagina.")
    return plan


def _lock(plan_id: uuid.UUID) -> Plan | None:
    drafts = Plan.objects.van_vindplaats().select_for_update(of=("self",), no_key=True)
    return drafts.filter(pk=plan_id).first()


def _plan_of_household(draft: Plan, *, by: Medewerker, at: dt.datetime) -> Plan:
    """The plan that goes on, locked; a new one when there is none."""
    active = Plan.objects.actief().filter(huishouden=draft.huishouden_id)
    plan = active.select_for_update(of=("self",), no_key=True).first()
    if plan is None:
        return begin_plan(huishouden_id=draft.huishouden_id, by=by, at=at, wat_telt=draft.wat_telt)
    involve(medewerker=by, huishouden_id=draft.huishouden_id, grond=Grond.PLAN, op=dag_van(at))
    if not plan.wat_telt:
        plan.wat_telt = draft.wat_telt
        save_changed(plan, by=by, at=at)
    return plan


def _copy(draft: Plan, plan: Plan, *, by: Medewerker, at: dt.datetime) -> None:
    known = set(plan.deelnames.filter(tot__isnull=True).values_list("inwoner_id", flat=True))
    Deelname.objects.bulk_create(
        Deelname(
            plan=plan, inwoner_id=one.inwoner_id, hoedanigheid=Hoedanigheid.LID, van=dag_van(at)
        )
        for one in draft.deelnames.filter(tot__isnull=True)
        if one.inwoner_id not in known
    )
    last = max((doel.volgorde for doel in plan.doelen.all()), default=0)
    for place, doel in enumerate(draft.doelen.order_by("volgorde", "id"), start=last + 1):
        made = Doel.objects.create(
            **_values(doel), plan=plan, volgorde=place, gewijzigd_op=at, gewijzigd_door=by
        )
        for afspraak in doel.afspraken.order_by("gemaakt_op", "id"):
            Afspraak.objects.create(
                **_values(afspraak), doel=made, gemaakt_op=at, gewijzigd_op=at, gewijzigd_door=by
            )
    mark_news(plan)


def _values(part: Doel | Afspraak) -> dict[str, object]:
    """What a part says, without its place, its history and a toewijzing."""
    left = NIET_VAN_DEEL | NIET_OVERGENOMEN[str(part._meta.model_name)]
    fields = (field for field in part._meta.concrete_fields if field.name not in left)
    return {field.attname: getattr(part, field.attname) for field in fields}


def _end(plan: Plan, uitkomst: PlanUitkomst, *, by: Medewerker, at: dt.datetime) -> None:
    plan.status, plan.uitkomst = PlanStatus.BEEINDIGD, uitkomst
    plan.beeindigd_op, plan.heeft_nieuws = dag_van(at), False
    save_changed(plan, by=by, at=at)


def _tell_consulenten(plan: Plan, *, by: Medewerker, at: dt.datetime) -> None:
    running = Melding.objects.filter(
        huishouden=plan.huishouden_id, status__in=LOPEND, consulent__isnull=False
    )
    for consulent in {melding.consulent for melding in running.select_related("consulent")}:
        notify(
            voor=consulent,
            by=by,
            soort=Berichtsoort.UITNODIGING,
            titel=f"Een vindplaats biedt een concept aan: {plan.nummer}",
            adres=plan.get_absolute_url(),
            at=at,
        )


def _tell_maker(plan: Plan, what: str, *, by: Medewerker, at: dt.datetime) -> None:
    notify(
        voor=plan.gemaakt_door,
        by=by,
        soort=Berichtsoort.ANTWOORD,
        titel=f"Uw concept {plan.nummer} {what}",
        adres=plan.get_absolute_url(),
        at=at,
    )
