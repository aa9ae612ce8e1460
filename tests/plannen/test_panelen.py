"""The panels in the dossier and in my work."""

import datetime as dt
from typing import Any

import pytest

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.panelen import HELEMAAL, Plek, panelen_van, render_paneel
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import (
    AanspreekpuntFactory,
    AfspraakFactory,
    DeelnameFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    RegisseurperiodeFactory,
)
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from tests.panelen import assert_vraagbudget

pytestmark = pytest.mark.django_db


def panel(plek: Plek, code: str) -> Any:
    return next(one for one in panelen_van(plek) if one.code == code)


def drawn(rf: Any, by: Medewerker, plek: Plek, code: str, onderwerp: Any = None) -> str:
    request = rf.get("/")
    request.user = by
    return str(render_paneel(panel(plek, code), request, onderwerp))


def test_the_dossier_shows_the_plan_and_who_leads_it(rf: Any, consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent)
    RegisseurperiodeFactory(plan=plan, medewerker=consulent)
    AanspreekpuntFactory(plan=plan)
    EvaluatieFactory(plan=plan, gepland_op=vandaag() - dt.timedelta(days=1))

    html = drawn(rf, consulent, Plek.DOSSIER_ZIJDE, "plan", plan.huishouden)

    for words in (plan.nummer, consulent.naam, "Fatma Yilmaz, Wijkracht", "te laat"):
        assert words in html


def test_without_a_plan_one_can_begin(rf: Any, consulent: Medewerker) -> None:
    ended = PlanFactory(beeindigd=True)

    html = drawn(rf, consulent, Plek.DOSSIER_ZIJDE, "plan", ended.huishouden)

    assert f"/plannen/nieuw?huishouden={ended.huishouden_id}" in html
    assert ended.nummer in html


@pytest.mark.parametrize("homes", [1, 3])
def test_the_dossier_of_one_home_tells_of_the_plan_of_the_other(
    rf: Any, consulent: Medewerker, homes: int
) -> None:
    kind = InwonerFactory(kind=True)
    here = HuishoudenFactory(leden=[kind])
    others = [PlanFactory() for _ in range(homes)]
    for plan in others:
        DeelnameFactory(plan=plan, inwoner=kind)
    allowed = PlanFactory(betrokken=consulent)
    DeelnameFactory(plan=allowed, inwoner=kind)

    html = assert_vraagbudget("dossier-zijde", "plan", consulent, here)
    desk = drawn(rf, MedewerkerFactory(), Plek.DOSSIER_ZIJDE, "plan", here)

    assert html.count(f"{kind} doet ook mee in") == homes + 1
    assert f"/plannen/{allowed.pk}" in html
    assert not any(plan.nummer in html for plan in others)
    assert "ook mee in" not in desk


def test_who_may_not_begin_sees_no_button(rf: Any) -> None:
    html = drawn(rf, MedewerkerFactory(), Plek.DOSSIER_ZIJDE, "plan", HuishoudenFactory())

    assert "Plan beginnen" not in html


@pytest.mark.parametrize("number", [1, 3])
def test_the_dossier_panel_keeps_its_budget(
    rf: Any, consulent: Medewerker, number: int, django_assert_max_num_queries: Any
) -> None:
    huishouden = HuishoudenFactory()
    PlanFactory.create_batch(number - 1, huishouden=huishouden, beeindigd=True)
    plan: Plan = PlanFactory(huishouden=huishouden)
    RegisseurperiodeFactory(plan=plan)
    found = panel(Plek.DOSSIER_ZIJDE, "plan")

    with django_assert_max_num_queries(found.vraagbudget):
        found.laad(consulent, huishouden)


def test_my_work_shows_evaluations_that_come(rf: Any, consulent: Medewerker) -> None:
    mine = PlanFactory(betrokken=consulent)
    EvaluatieFactory(plan=mine, gepland_op=vandaag() - dt.timedelta(days=2))
    later = PlanFactory(betrokken=consulent)
    EvaluatieFactory(plan=later, gepland_op=vandaag() + dt.timedelta(days=90))
    theirs = EvaluatieFactory(gepland_op=vandaag()).plan

    html = drawn(rf, consulent, Plek.MIJN_WERK, "evaluaties", HELEMAAL)

    assert mine.nummer in html
    assert "te laat" in html
    assert later.nummer not in html
    assert theirs.nummer not in html


def test_without_evaluations_the_panel_stays_away(rf: Any, consulent: Medewerker) -> None:
    assert drawn(rf, consulent, Plek.MIJN_WERK, "evaluaties", HELEMAAL) == ""


@pytest.mark.parametrize("number", [1, 3])
def test_my_work_keeps_its_budget(
    consulent: Medewerker, number: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(number):
        EvaluatieFactory(plan=PlanFactory(betrokken=consulent), gepland_op=vandaag())
    found = panel(Plek.MIJN_WERK, "evaluaties")

    with django_assert_max_num_queries(found.vraagbudget):
        found.laad(consulent, HELEMAAL)


def test_my_work_shows_afspraken_that_ask_for_attention(rf: Any, consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent)
    RegisseurperiodeFactory(plan=plan, medewerker=consulent)
    soon, passed, later = (vandaag() + dt.timedelta(days=n) for n in (5, -5, 60))
    goal = DoelFactory(plan=plan)
    AfspraakFactory(doel=goal, medewerker=consulent, uiterlijk=soon, omschrijving="Mijn taak")
    AfspraakFactory(doel=goal, uiterlijk=passed, omschrijving="Te laat van een ander")
    AfspraakFactory(doel=goal, uiterlijk=soon, omschrijving="Straks van een ander")
    AfspraakFactory(doel=goal, medewerker=consulent, uiterlijk=later, omschrijving="Ooit")
    AfspraakFactory(
        doel=goal, medewerker=consulent, uiterlijk=soon, gedaan=True, omschrijving="Klaar"
    )

    html = drawn(rf, consulent, Plek.MIJN_WERK, "afspraken", HELEMAAL)

    names = ("Mijn taak", "Te laat van een ander", "Straks van een ander", "Ooit", "Klaar")
    assert [name for name in names if name in html] == ["Mijn taak", "Te laat van een ander"]


@pytest.mark.parametrize("number", [1, 3])
def test_afspraken_of_my_work_keep_their_budget(
    consulent: Medewerker, number: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(number):
        goal = DoelFactory(plan=PlanFactory(betrokken=consulent))
        AfspraakFactory(doel=goal, medewerker=consulent, uiterlijk=vandaag())
    found = panel(Plek.MIJN_WERK, "afspraken")

    with django_assert_max_num_queries(found.vraagbudget):
        found.laad(consulent, HELEMAAL)


@pytest.mark.parametrize(("days_ago", "shown"), [(100, True), (400, False)])
def test_a_household_that_came_back_within_a_year(
    rf: Any, consulent: Medewerker, days_ago: int, shown: bool
) -> None:
    plan = PlanFactory(betrokken=consulent)
    ended = plan.begonnen_op - dt.timedelta(days=days_ago)
    PlanFactory(beeindigd=True, huishouden=plan.huishouden, begonnen_op=ended, beeindigd_op=ended)

    html = drawn(rf, consulent, Plek.DOSSIER_ZIJDE, "plan", plan.huishouden)

    assert ("Binnen een jaar terug" in html) is shown
