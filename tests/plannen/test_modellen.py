"""What the database itself refuses."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from plannen.enums import PlanStatus
from plannen.models import Plan, Vaststelling, Voortgang
from tests.factories.plannen import (
    AfspraakFactory,
    AkkoordFactory,
    DeelnameFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    RegisseurperiodeFactory,
    VaststellingFactory,
    VoortgangFactory,
)
from tests.factories.toegang import VANDAAG, HuishoudenFactory, InwonerFactory

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


def test_a_household_has_one_active_plan() -> None:
    plan = PlanFactory()

    with pytest.raises(IntegrityError, match="plan_een_actief_per_huishouden"):
        PlanFactory(huishouden=plan.huishouden)


def test_a_household_may_have_many_ended_plans_beside_one_active() -> None:
    huishouden = HuishoudenFactory()

    PlanFactory(huishouden=huishouden, beeindigd=True)
    PlanFactory(huishouden=huishouden, beeindigd=True)
    active = PlanFactory(huishouden=huishouden, vastgesteld=True)

    assert list(Plan.objects.actief().van(huishouden.pk)) == [active]


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("plan_einde_volledig", {"status": PlanStatus.BEEINDIGD}),
        ("plan_einde_volledig", {"uitkomst": "gestopt"}),
        ("plan_periode", {"beeindigd": True, "beeindigd_op": VANDAAG - DAG}),
        ("plan_regisseur_afwijking_met_reden", {"regisseur_nodig": False}),
    ],
)
def test_a_plan_that_cannot_be(constraint: str, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        PlanFactory(**values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("afspraak_maatwerk_met_reden", {"maatwerk": True, "reden_niet_lichter": None}),
        ("afspraak_door_iemand", {"naam": ""}),
        ("afspraak_gedaan_met_datum", {"gedaan": True, "gedaan_op": None}),
        ("afspraak_gedaan_met_datum", {"gedaan_op": VANDAAG}),
        ("afspraak_omschrijving", {"omschrijving": ""}),
    ],
)
def test_an_afspraak_that_cannot_be(constraint: str, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        AfspraakFactory(**values)


@pytest.mark.parametrize("stap", [0, 6])
def test_progress_has_five_steps(stap: int) -> None:
    with pytest.raises(IntegrityError, match="voortgang_stap"):
        VoortgangFactory(stap=stap)


def test_progress_is_seen_by_one() -> None:
    doel = DoelFactory()

    with pytest.raises(IntegrityError, match="voortgang_door_een"):
        Voortgang.objects.create(
            doel=doel,
            stap=1,
            inwoner=InwonerFactory(),
            medewerker=doel.gewijzigd_door,
            op=doel.gewijzigd_op,
        )


def test_regisseurs_do_not_overlap() -> None:
    plan = PlanFactory()
    RegisseurperiodeFactory(plan=plan)

    with pytest.raises(IntegrityError, match="regisseur_een_tegelijk"):
        RegisseurperiodeFactory(plan=plan, van=VANDAAG + DAG)


def test_a_regisseur_hands_over_on_the_same_day() -> None:
    plan = PlanFactory()
    RegisseurperiodeFactory(plan=plan, tot=VANDAAG)

    second = RegisseurperiodeFactory(plan=plan, van=VANDAAG)

    assert plan.regisseurs.get(tot__isnull=True) == second


def test_somebody_takes_part_once_at_a_time() -> None:
    first = DeelnameFactory()

    with pytest.raises(IntegrityError, match="deelname_een_keer"):
        DeelnameFactory(plan=first.plan, inwoner=first.inwoner)


def test_a_refusal_keeps_its_reason() -> None:
    with pytest.raises(IntegrityError, match="akkoord_weigering_met_reden"):
        AkkoordFactory(wijze="geweigerd")


def test_a_held_evaluation_has_an_outcome() -> None:
    with pytest.raises(IntegrityError, match="evaluatie_gehouden_volledig"):
        EvaluatieFactory(gehouden=True, uitkomst=None)


def test_what_was_agreed_never_changes() -> None:
    made = VaststellingFactory()

    with pytest.raises(DatabaseError, match="blijft zoals het was"), transaction.atomic():
        Vaststelling.objects.update(inhoud={"anders": True})

    made.refresh_from_db()
    assert made.inhoud == {}


def test_how_far_somebody_thought_it_was_never_changes() -> None:
    VoortgangFactory()

    with pytest.raises(DatabaseError, match="blijft zoals het was"), transaction.atomic():
        Voortgang.objects.update(stap=5)

    assert Voortgang.objects.get().stap == 2
