"""Regisseur and aanspreekpunt."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Grond, Medewerker
from plannen.domain.regie import appoint_aanspreekpunt, appoint_regisseur, decide_regisseur
from plannen.exceptions import KanGeenRegisseurZijn
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import NU, VANDAAG

pytestmark = pytest.mark.django_db
LATER = NU + dt.timedelta(days=10)


def test_a_regisseur_is_involved(plan: Plan, consulent: Medewerker) -> None:
    colleague = MedewerkerFactory(consulent=True)

    made = appoint_regisseur(plan_id=plan.pk, medewerker=colleague, by=consulent, at=NU)

    assert (made.medewerker, made.van, made.tot) == (colleague, VANDAAG, None)
    assert is_involved(colleague, plan.huishouden_id, op=VANDAAG)


def test_a_regisseur_hands_over(plan: Plan, consulent: Medewerker) -> None:
    first, second = MedewerkerFactory.create_batch(2, consulent=True)
    appoint_regisseur(plan_id=plan.pk, medewerker=first, by=consulent, at=NU)

    appoint_regisseur(
        plan_id=plan.pk, medewerker=second, by=consulent, at=LATER, reden="Andere baan"
    )

    periods = list(plan.regisseurs.order_by("van"))
    assert [(p.medewerker, p.van, p.tot) for p in periods] == [
        (first, VANDAAG, LATER.date()),
        (second, LATER.date(), None),
    ]
    assert first.betrokkenheden.get(grond=Grond.REGISSEUR).tot == LATER.date()


def test_handing_over_on_the_first_day(plan: Plan, consulent: Medewerker) -> None:
    first, second = MedewerkerFactory.create_batch(2, consulent=True)

    for colleague in (first, second, first):
        appoint_regisseur(plan_id=plan.pk, medewerker=colleague, by=consulent, at=NU)

    assert plan.regisseurs.get(tot__isnull=True).medewerker == first


def test_appointing_who_already_is_changes_nothing(plan: Plan, consulent: Medewerker) -> None:
    one = appoint_regisseur(plan_id=plan.pk, medewerker=consulent, by=consulent, at=NU)

    same = appoint_regisseur(plan_id=plan.pk, medewerker=consulent, by=consulent, at=LATER)

    assert same == one


@pytest.mark.parametrize(
    "wrong", [{"rollen": ["loket"]}, {"rollen": ["consulent"], "is_active": False}]
)
def test_who_cannot_be_regisseur(
    plan: Plan, consulent: Medewerker, wrong: dict[str, object]
) -> None:
    with pytest.raises(KanGeenRegisseurZijn):
        appoint_regisseur(
            plan_id=plan.pk, medewerker=MedewerkerFactory(**wrong), by=consulent, at=NU
        )


def test_deviating_from_the_rule_has_a_reason(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(OngeldigeInvoer):
        decide_regisseur(plan_id=plan.pk, nodig=True, reden=" ", by=consulent, at=NU)

    deviated = decide_regisseur(
        plan_id=plan.pk, nodig=True, reden="Veel instanties", by=consulent, at=NU
    )
    assert (deviated.regisseur_nodig, deviated.regisseur_reden) == (True, "Veel instanties")

    followed = decide_regisseur(plan_id=plan.pk, nodig=None, reden="", by=consulent, at=NU)
    assert (followed.regisseur_nodig, followed.regisseur_reden) == (None, "")


def test_one_aanspreekpunt_at_a_time(plan: Plan, consulent: Medewerker) -> None:
    appoint_aanspreekpunt(plan_id=plan.pk, medewerker=consulent, by=consulent, at=NU)

    appoint_aanspreekpunt(
        plan_id=plan.pk, naam="Fatma Yilmaz", organisatie="Wijkracht", by=consulent, at=NU
    )

    assert str(plan.aanspreekpunten.get(tot__isnull=True)) == "Fatma Yilmaz"


def test_an_aanspreekpunt_is_somebody(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(OngeldigeInvoer):
        appoint_aanspreekpunt(plan_id=plan.pk, by=consulent, at=NU)


def test_a_vindplaats_appoints_nobody() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    plan = PlanFactory(betrokken=poh)

    with pytest.raises(GeenRecht):
        appoint_regisseur(
            plan_id=plan.pk, medewerker=MedewerkerFactory(consulent=True), by=poh, at=NU
        )
    with pytest.raises(GeenRecht):
        decide_regisseur(plan_id=plan.pk, nodig=True, reden="x", by=poh, at=NU)
