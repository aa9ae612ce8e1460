"""Letting somebody outside see goals, and ending that; colleagues who step in."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.domain import end_involvement, involve
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from plannen.domain.gemeen import lock_plan, note, require_takes_part
from plannen.enums import Inzagegrond, Partijsoort
from plannen.exceptions import KanNietMeewerken, ToestemmingNodig, WettelijkeGrondNodig
from plannen.models import Doel, Partij, Plan
from plannen.queries.toestemming import missing_consent
from plannen.rechten import PLAN_SCHRIJVEN
from toegang.models import Inwoner


@dataclass(frozen=True, kw_only=True)
class PartijGegevens:
    """Who takes part, which goals they see, on what ground and until when.

    `toestemming_van` names the residents who consent; `wettelijke_grond` the article when
    the law prescribes it; `tot` is the first day on which it is no longer allowed.
    """

    naam: str
    soort: str
    doelen: Sequence[uuid.UUID]
    grond: str
    organisatie: str = ""
    telefoon: str = ""
    toestemming_van: Sequence[uuid.UUID] = ()
    wettelijke_grond: str = ""
    tot: dt.date | None = None


def admit_partij(
    *, plan_id: uuid.UUID, gegevens: PartijGegevens, by: Medewerker, at: dt.datetime
) -> Partij:
    """Let somebody see the named goals from today.

    Refused with ToestemmingNodig when somebody whose goal it is, or a parent, did not
    consent; WettelijkeGrondNodig without an article; OngeldigeInvoer without goals.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    _require_filled(gegevens, op=op)
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        doelen = list(
            Doel.objects.filter(plan=plan, pk__in=gegevens.doelen).select_related("inwoner")
        )
        if len(doelen) != len(set(gegevens.doelen)):
            raise NietGevonden("Dit doel hoort niet bij dit plan.")
        if gegevens.grond == Inzagegrond.TOESTEMMING:
            _require_consent(plan, doelen, gegevens.toestemming_van, op=op)
        made = Partij.objects.create(
            plan=plan,
            soort=gegevens.soort,
            naam=gegevens.naam.strip(),
            organisatie=gegevens.organisatie.strip(),
            telefoon=gegevens.telefoon.strip(),
            grond=gegevens.grond,
            wettelijke_grond=gegevens.wettelijke_grond.strip(),
            van=op,
            tot=gegevens.tot,
        )
        made.doelen.set(doelen)
        made.toestemming_van.set(Inwoner.objects.filter(pk__in=gegevens.toestemming_van))
        note(
            plan,
            "inzage gegeven",
            made,
            by=by,
            at=at,
            wijziging={
                "grond": made.grond,
                "doelen": [str(doel.pk) for doel in doelen],
                "toestemming_van": [str(one) for one in gegevens.toestemming_van],
                "tot": made.tot.isoformat() if made.tot else None,
            },
        )
    return made


def withdraw_partij(
    *, partij_id: uuid.UUID, ingetrokken: bool, by: Medewerker, at: dt.datetime
) -> Partij:
    """End what somebody may see from today: the consent is withdrawn, or it is no longer needed.

    What was seen before stays in the history. A second time changes nothing.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    plan_id = Partij.objects.filter(pk=partij_id).values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise NietGevonden()
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        partij = Partij.objects.get(pk=partij_id)
        if partij.tot is not None and partij.tot <= op:
            return partij
        partij.tot, partij.ingetrokken = max(op, partij.van), ingetrokken
        partij.save(update_fields=["tot", "ingetrokken"])
        note(
            plan,
            "inzage beëindigd",
            partij,
            by=by,
            at=at,
            wijziging={"ingetrokken": ingetrokken},
        )
    return partij


def involve_colleague(
    *, plan_id: uuid.UUID, medewerker: Medewerker, by: Medewerker, at: dt.datetime
) -> Plan:
    """Let a colleague step in: from today they work in the plan too.

    Refused with KanNietMeewerken for who may not work in plans or is no longer at work.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if not medewerker.is_active or medewerker.is_systeem or not PLAN_SCHRIJVEN.van(medewerker):
        raise KanNietMeewerken(velden={"medewerker": KanNietMeewerken.melding})
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        involve(medewerker=medewerker, huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=op)
        note(
            plan,
            "collega betrokken",
            plan,
            by=by,
            at=at,
            wijziging={"medewerker": str(medewerker.pk)},
        )
    return plan


def release_colleague(
    *, plan_id: uuid.UUID, medewerker: Medewerker, by: Medewerker, at: dt.datetime
) -> Plan:
    """A colleague no longer works in the plan after today; being regisseur ends by hand-over."""
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    with operation():
        plan = lock_plan(plan_id, by=by, op=op)
        end_involvement(
            medewerker=medewerker, huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=op
        )
        note(
            plan,
            "collega niet meer betrokken",
            plan,
            by=by,
            at=at,
            wijziging={"medewerker": str(medewerker.pk)},
        )
    return plan


def _require_filled(gegevens: PartijGegevens, *, op: dt.date) -> None:
    wrong = {}
    if not gegevens.naam.strip():
        wrong["naam"] = "Vul een naam in."
    if gegevens.soort not in Partijsoort.values:
        wrong["soort"] = "Kies een waarde uit de lijst."
    if gegevens.grond not in Inzagegrond.values:
        wrong["grond"] = "Kies een waarde uit de lijst."
    if not gegevens.doelen:
        wrong["doelen"] = "Kies minstens één doel."
    if gegevens.tot is not None and gegevens.tot <= op:
        wrong["tot"] = "Kies een dag die nog komt."
    if wrong:
        raise OngeldigeInvoer(velden=wrong)
    if gegevens.grond == Inzagegrond.WET and not gegevens.wettelijke_grond.strip():
        raise WettelijkeGrondNodig(velden={"wettelijke_grond": WettelijkeGrondNodig.melding})


def _require_consent(
    plan: Plan, doelen: list[Doel], given: Sequence[uuid.UUID], *, op: dt.date
) -> None:
    for inwoner_id in given:
        require_takes_part(plan, inwoner_id, op=op)
    running = plan.deelnames.filter(tot__isnull=True).select_related("inwoner")
    missing = missing_consent(doelen, set(given), running, op=op)
    if missing:
        raise ToestemmingNodig(" ".join(missing), velden={"toestemming_van": " ".join(missing)})
