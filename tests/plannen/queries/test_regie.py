"""Where a regisseur is needed."""

import pytest

from plannen.models import Plan
from plannen.queries.laden import load_plan
from plannen.queries.regie import current_aanspreekpunt, current_regisseur, needs_regisseur
from tests.factories.plannen import (
    AanspreekpuntFactory,
    AfspraakFactory,
    DoelFactory,
    PlanFactory,
    RegisseurperiodeFactory,
)

pytestmark = pytest.mark.django_db


def with_help_on(*areas: str, **afspraak: object) -> Plan:
    plan = PlanFactory()
    for place, area in enumerate(areas, start=1):
        doel = DoelFactory(plan=plan, leefgebied_id=area, volgorde=place)
        AfspraakFactory(doel=doel, **{"algemeen": True, **afspraak})
    return plan


def test_help_on_two_leefgebieden_needs_a_regisseur() -> None:
    advice = needs_regisseur(load_plan(with_help_on("geld", "wonen").pk))

    assert advice.nodig
    assert advice.uitleg == (
        "Er is hulp op 2 leefgebieden: Geld en administratie en Wonen. "
        "Daarom is een regisseur nodig."
    )


def test_help_on_one_leefgebied_does_not() -> None:
    advice = needs_regisseur(load_plan(with_help_on("geld", "geld").pk))

    assert not advice.nodig


def test_what_the_household_does_itself_is_no_help() -> None:
    plan = PlanFactory()
    for area in ("geld", "wonen"):
        AfspraakFactory(doel=DoelFactory(plan=plan, leefgebied_id=area))

    assert not needs_regisseur(load_plan(plan.pk)).nodig


def test_help_that_is_done_counts_no_more() -> None:
    plan = with_help_on("geld", "wonen", gedaan=True)

    assert not needs_regisseur(load_plan(plan.pk)).nodig


def test_goals_that_stopped_count_no_more() -> None:
    plan = with_help_on("geld", "wonen", "gezondheid")
    plan.doelen.update(status="gestopt")

    assert not needs_regisseur(load_plan(plan.pk)).nodig


def test_safety_at_home_always_needs_a_regisseur() -> None:
    doel = DoelFactory(leefgebied_id="veiligheid")

    advice = needs_regisseur(load_plan(doel.plan_id))

    assert advice.nodig
    assert "veiligheid" in advice.uitleg


def test_a_worker_may_deviate() -> None:
    plan = with_help_on("geld", "wonen")
    plan.regisseur_nodig, plan.regisseur_reden = False, "De dochter regelt alles"
    plan.save()

    advice = needs_regisseur(load_plan(plan.pk))

    assert (advice.volgens_regel, advice.afgeweken, advice.nodig) == (True, True, False)


def test_who_is_regisseur_now() -> None:
    plan = PlanFactory()
    RegisseurperiodeFactory(plan=plan, tot=plan.begonnen_op)
    now = RegisseurperiodeFactory(plan=plan)
    call = AanspreekpuntFactory(plan=plan)

    loaded = load_plan(plan.pk)

    assert (current_regisseur(loaded), current_aanspreekpunt(loaded)) == (now, call)


def test_nobody_is() -> None:
    loaded = load_plan(PlanFactory().pk)

    assert (current_regisseur(loaded), current_aanspreekpunt(loaded)) == (None, None)
