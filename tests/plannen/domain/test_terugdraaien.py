"""Every operation and its line in the log happen together, or neither does."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from plannen import models
from plannen.domain.afspraken import (
    AfspraakGegevens,
    add_afspraak,
    change_afspraak,
    tick_afspraak,
)
from plannen.domain.doelen import DoelGegevens, add_doel, change_doel
from plannen.domain.evaluaties import (
    EvaluatieGegevens,
    change_evaluatie,
    hold_evaluatie,
    plan_evaluatie,
)
from plannen.domain.partijen import (
    PartijGegevens,
    admit_partij,
    involve_colleague,
    release_colleague,
    withdraw_partij,
)
from plannen.domain.plan import (
    PlanGegevens,
    add_deelnemer,
    change_plan,
    end_deelname,
    end_plan,
    open_plan,
)
from plannen.domain.regie import appoint_aanspreekpunt, appoint_regisseur, decide_regisseur
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.domain.voortgang import record_progress
from plannen.domain.wetswisseling import switch_law
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, EvaluatieFactory, PartijFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory

pytestmark = pytest.mark.django_db
STRAKS = VANDAAG + dt.timedelta(days=30)


@pytest.fixture
def log_that_refuses() -> None:
    """The database takes no more lines in the log."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE logboek_wijzigingsregel ADD CONSTRAINT vol CHECK (false) NOT VALID"
        )


def doel() -> DoelGegevens:
    return DoelGegevens(omschrijving="Rust", leefgebied=Leefgebied.objects.get(pk="geld"))


def afspraak() -> AfspraakGegevens:
    return AfspraakGegevens(trede="netwerk", omschrijving="Koken", naam="Buurvrouw")


OPERATIONS: dict[str, Callable[[Plan, Any, Any, dict[str, Any]], object]] = {
    "open_plan": lambda p, a, e, by: open_plan(
        huishouden_id=HuishoudenFactory().pk, doel="klacht", **by
    ),
    "change_plan": lambda p, a, e, by: change_plan(
        plan_id=p.pk, gegevens=PlanGegevens(wat_telt="x"), verwacht=1, **by
    ),
    "end_plan": lambda p, a, e, by: end_plan(plan_id=p.pk, uitkomst="gestopt", **by),
    "add_deelnemer": lambda p, a, e, by: add_deelnemer(
        plan_id=p.pk, inwoner_id=InwonerFactory().pk, hoedanigheid="ander", **by
    ),
    "end_deelname": lambda p, a, e, by: end_deelname(deelname_id=p.deelnames.all()[0].pk, **by),
    "add_doel": lambda p, a, e, by: add_doel(plan_id=p.pk, gegevens=doel(), **by),
    "change_doel": lambda p, a, e, by: change_doel(
        doel_id=a.doel_id, gegevens=doel(), verwacht=1, **by
    ),
    "record_progress": lambda p, a, e, by: record_progress(
        doel_id=a.doel_id, stap=2, inwoner_id=None, **by
    ),
    "add_afspraak": lambda p, a, e, by: add_afspraak(doel_id=a.doel_id, gegevens=afspraak(), **by),
    "change_afspraak": lambda p, a, e, by: change_afspraak(
        afspraak_id=a.pk, gegevens=afspraak(), verwacht=1, **by
    ),
    "tick_afspraak": lambda p, a, e, by: tick_afspraak(afspraak_id=a.pk, status="gedaan", **by),
    "switch_law": lambda p, a, e, by: switch_law(
        afspraak_id=a.pk, naar=Wet.objects.get(pk="wmo"), per=VANDAAG, **by
    ),
    "appoint_regisseur": lambda p, a, e, by: appoint_regisseur(
        plan_id=p.pk, medewerker=by["by"], **by
    ),
    "decide_regisseur": lambda p, a, e, by: decide_regisseur(
        plan_id=p.pk, nodig=True, reden="Druk", **by
    ),
    "appoint_aanspreekpunt": lambda p, a, e, by: appoint_aanspreekpunt(
        plan_id=p.pk, naam="Fatma", **by
    ),
    "admit_partij": lambda p, a, e, by: admit_partij(
        plan_id=p.pk,
        gegevens=PartijGegevens(
            naam="Fatma",
            soort="netwerk",
            doelen=[a.doel_id],
            grond="toestemming",
            toestemming_van=[p.deelnames.all()[0].inwoner_id],
        ),
        **by,
    ),
    "withdraw_partij": lambda p, a, e, by: withdraw_partij(
        partij_id=p.partijen.get().pk, ingetrokken=True, **by
    ),
    "involve_colleague": lambda p, a, e, by: involve_colleague(
        plan_id=p.pk, medewerker=MedewerkerFactory(consulent=True), **by
    ),
    "release_colleague": lambda p, a, e, by: release_colleague(
        plan_id=p.pk, medewerker=by["by"], **by
    ),
    "adopt_plan": lambda p, a, e, by: adopt_plan(
        plan_id=p.pk,
        akkoorden=[Instemming(inwoner_id=p.deelnames.all()[0].inwoner_id, wijze="mondeling")],
        **by,
    ),
    "plan_evaluatie": lambda p, a, e, by: plan_evaluatie(plan_id=p.pk, gepland_op=STRAKS, **by),
    "change_evaluatie": lambda p, a, e, by: change_evaluatie(
        evaluatie_id=e.pk, gegevens=EvaluatieGegevens(gepland_op=STRAKS), verwacht=1, **by
    ),
    "hold_evaluatie": lambda p, a, e, by: hold_evaluatie(
        evaluatie_id=e.pk, uitkomst="doorgaan", verslag="", volgende_op=STRAKS, **by
    ),
}


def everything() -> dict[str, list[tuple[Any, ...]]]:
    tables = [getattr(models, name) for name in models.__all__ if not name.endswith("QuerySet")]
    return {
        model.__name__: list(model.objects.order_by("pk").values_list())
        for model in [*tables, Betrokkenheid]
    }


@pytest.mark.parametrize("name", OPERATIONS)
def test_without_a_line_nothing_happens(
    name: str, plan: Plan, consulent: Medewerker, log_that_refuses: None
) -> None:
    afspraak = AfspraakFactory(doel__plan=plan)
    evaluatie = EvaluatieFactory(plan=plan)
    PartijFactory(plan=plan)
    before = everything()

    with pytest.raises(Exception, match="vol"):
        OPERATIONS[name](plan, afspraak, evaluatie, {"by": consulent, "at": NU})

    assert everything() == before


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_writes_a_line(name: str, plan: Plan, consulent: Medewerker) -> None:
    from hengelo_sociaal.logboek.models import Wijzigingsregel

    afspraak = AfspraakFactory(doel__plan=plan)
    evaluatie = EvaluatieFactory(plan=plan)
    PartijFactory(plan=plan)

    OPERATIONS[name](plan, afspraak, evaluatie, {"by": consulent, "at": NU})

    lines = list(Wijzigingsregel.objects.all())
    assert {(line.medewerker_id, line.op) for line in lines} == {(consulent.pk, NU)}
