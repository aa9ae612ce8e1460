"""What is known before an evaluation."""

import datetime as dt

import pytest

from plannen.models import Plan
from plannen.queries.laden import load_plan
from plannen.queries.pagina import plan_page
from plannen.queries.voorbereiding import Doelstand, prepare
from tests.factories.aanbieders import ToewijzingFactory
from tests.factories.plannen import (
    AfspraakFactory,
    DoelFactory,
    EvaluatieFactory,
    KeerFactory,
    VoortgangFactory,
)
from tests.factories.toegang import NU, VANDAAG

pytestmark = pytest.mark.django_db
MAAND = dt.timedelta(days=30)


def standing(plan: Plan) -> Doelstand:
    evaluation = EvaluatieFactory(plan=plan)
    page = plan_page(load_plan(plan.pk), op=VANDAAG)
    (found,) = prepare(page, evaluation, op=VANDAAG).doelen
    return found


def test_it_looks_back_to_the_evaluation_before(plan: Plan) -> None:
    doel = DoelFactory(plan=plan)
    person = plan.deelnames.all()[0].inwoner
    EvaluatieFactory(plan=plan, gehouden=True, gehouden_op=VANDAAG - MAAND)
    VoortgangFactory(doel=doel, stap=2, inwoner=person, op=NU - 2 * MAAND)
    VoortgangFactory(doel=doel, stap=4, inwoner=person, op=NU)
    AfspraakFactory(doel=doel, gedaan=True, gedaan_op=VANDAAG - 2 * MAAND)
    recent = AfspraakFactory(doel=doel, gedaan=True)

    found = standing(plan)

    assert found.toen is not None
    assert found.nu is not None
    assert (found.toen.stap, found.nu.stap, found.richting) == (2, 4, "verder")
    assert found.gedaan == [recent]


@pytest.mark.parametrize(("nu", "richting"), [(1, "terug"), (2, "")])
def test_back_or_the_same(plan: Plan, nu: int, richting: str) -> None:
    doel = DoelFactory(plan=plan)
    person = plan.deelnames.all()[0].inwoner
    VoortgangFactory(doel=doel, stap=2, inwoner=person, op=NU - MAAND)
    Plan.objects.filter(pk=plan.pk).update(begonnen_op=VANDAAG - MAAND)
    VoortgangFactory(doel=doel, stap=nu, inwoner=person, op=NU)

    assert standing(plan).richting == richting


def test_what_comes_back_and_what_is_granted_are_named(plan: Plan) -> None:
    doel = DoelFactory(plan=plan)
    KeerFactory(afspraak=AfspraakFactory(doel=doel, elke_dinsdag=True))
    given = ToewijzingFactory(huishouden=plan.huishouden)
    AfspraakFactory(doel=doel, maatwerk=True, toewijzing=given)

    lines = standing(plan).gebruik

    assert lines[0] == "De post openen: 1 van 5 keer gedaan"
    assert lines[1].startswith(f"Begeleiding bij de administratie: {given.omvang} toegewezen")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"van": VANDAAG - MAAND, "tot": VANDAAG}, "loopt sinds 18 oktober 2026, tot en met"),
        ({"van": VANDAAG + MAAND, "tot": VANDAAG + 2 * MAAND}, "begint op"),
        ({"van": VANDAAG - 2 * MAAND, "tot": VANDAAG - MAAND}, "liep af op"),
        (
            {
                "van": VANDAAG - 2 * MAAND,
                "status": "beeindigd",
                "beeindigd_op": VANDAAG - MAAND,
                "reden": "aanbieder-stopt",
            },
            "(de aanbieder stopt)",
        ),
        ({"status": "vervallen", "reden": "niet-gestart"}, "maar nooit begonnen"),
    ],
)
def test_granted_help_says_whether_it_runs(plan: Plan, fields: dict, told: str) -> None:
    given = ToewijzingFactory(huishouden=plan.huishouden)
    AfspraakFactory(doel=DoelFactory(plan=plan), maatwerk=True, toewijzing=given)
    for name, value in fields.items():
        setattr(given, name, value)
    page = plan_page(load_plan(plan.pk), op=VANDAAG)
    page.doelen[0].afspraken[0].afspraak.toewijzing = given

    found = prepare(page, EvaluatieFactory(plan=plan), op=VANDAAG)

    assert told in found.doelen[0].gebruik[0]
    assert found.met_toewijzing


def test_without_anything_it_begins_with_the_plan(plan: Plan) -> None:
    evaluation = EvaluatieFactory(plan=plan)

    found = prepare(plan_page(load_plan(plan.pk), op=VANDAAG), evaluation, op=VANDAAG)

    assert (found.sinds, found.doelen) == (plan.begonnen_op, [])
    assert not found.met_toewijzing
