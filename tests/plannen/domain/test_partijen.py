"""Who outside may see which goals, and colleagues who step in."""

import dataclasses
import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.partijen import (
    PartijGegevens,
    admit_partij,
    involve_colleague,
    release_colleague,
    withdraw_partij,
)
from plannen.exceptions import (
    HoortNietBijPlan,
    KanNietMeewerken,
    ToestemmingNodig,
    WettelijkeGrondNodig,
)
from plannen.models import Doel, Partij, Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import DeelnameFactory, DoelFactory, PlanFactory
from tests.factories.toegang import NU, VANDAAG, InwonerFactory
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db


def years_ago(years: int) -> dt.date:
    return VANDAAG.replace(year=VANDAAG.year - years)


def gegevens(*doelen: Doel, van: list[Inwoner] | None = None, **more: object) -> PartijGegevens:
    made = PartijGegevens(
        naam="Fatma Yilmaz",
        organisatie="Wijkracht",
        soort="hulpverlener",
        doelen=[doel.pk for doel in doelen],
        grond="toestemming",
        toestemming_van=[inwoner.pk for inwoner in van or []],
    )
    return dataclasses.replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def adult(plan: Plan) -> Inwoner:
    return plan.deelnames.all()[0].inwoner


def test_an_adult_lets_somebody_see_a_shared_goal(
    plan: Plan, adult: Inwoner, consulent: Medewerker
) -> None:
    shared, other = DoelFactory(plan=plan), DoelFactory(plan=plan, volgorde=2)

    made = admit_partij(
        plan_id=plan.pk, gegevens=gegevens(shared, van=[adult]), by=consulent, at=NU
    )

    assert list(made.doelen.all()) == [shared]
    assert list(made.toestemming_van.all()) == [adult]
    assert other not in made.doelen.all()
    assert Wijzigingsregel.objects.get().wijziging["toestemming_van"] == [str(adult.pk)]


@pytest.mark.parametrize(
    ("age", "by_child", "by_parent", "enough"),
    [
        (11, False, True, True),
        (11, True, False, False),
        (12, True, False, False),
        (12, False, True, False),
        (12, True, True, True),
        (15, True, True, True),
        (16, True, False, True),
        (16, False, True, False),
        (40, True, False, True),
        (40, False, True, False),
    ],
)
def test_who_consents_follows_age(
    plan: Plan,
    adult: Inwoner,
    consulent: Medewerker,
    age: int,
    by_child: bool,
    by_parent: bool,
    enough: bool,
) -> None:
    child = InwonerFactory(geboortedatum=years_ago(age))
    DeelnameFactory(plan=plan, inwoner=child)
    doel = DoelFactory(plan=plan, inwoner=child)
    given = [child] * by_child + [adult] * by_parent
    act = lambda: admit_partij(  # noqa: E731
        plan_id=plan.pk, gegevens=gegevens(doel, van=given), by=consulent, at=NU
    )

    if enough:
        assert act().van == VANDAAG
    else:
        with pytest.raises(ToestemmingNodig):
            act()
        assert not Partij.objects.exists()


def test_a_shared_goal_without_consent(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(ToestemmingNodig, match="volwassene"):
        admit_partij(
            plan_id=plan.pk, gegevens=gegevens(DoelFactory(plan=plan)), by=consulent, at=NU
        )


def test_a_stranger_consents_to_nothing(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(HoortNietBijPlan):
        admit_partij(
            plan_id=plan.pk,
            gegevens=gegevens(DoelFactory(plan=plan), van=[InwonerFactory()]),
            by=consulent,
            at=NU,
        )


def test_without_consent_the_law_is_named(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)
    bare = gegevens(doel, grond="wet")

    with pytest.raises(WettelijkeGrondNodig):
        admit_partij(plan_id=plan.pk, gegevens=bare, by=consulent, at=NU)
    made = admit_partij(
        plan_id=plan.pk,
        gegevens=dataclasses.replace(bare, wettelijke_grond="Jeugdwet artikel 7.3.11"),
        by=consulent,
        at=NU,
    )

    assert made.wettelijke_grond == "Jeugdwet artikel 7.3.11"


@pytest.mark.parametrize(
    "wrong", [{"naam": " "}, {"soort": "x"}, {"grond": "x"}, {"doelen": []}, {"tot": VANDAAG}]
)
def test_what_is_no_partij(
    plan: Plan, adult: Inwoner, consulent: Medewerker, wrong: dict[str, object]
) -> None:
    good = gegevens(DoelFactory(plan=plan), van=[adult])

    with pytest.raises(OngeldigeInvoer) as refusal:
        admit_partij(
            plan_id=plan.pk,
            gegevens=dataclasses.replace(good, **wrong),  # type: ignore[arg-type]
            by=consulent,
            at=NU,
        )

    assert set(refusal.value.velden) == set(wrong)


def test_a_goal_of_another_plan_is_not_there(
    plan: Plan, adult: Inwoner, consulent: Medewerker
) -> None:
    with pytest.raises(NietGevonden):
        admit_partij(
            plan_id=plan.pk, gegevens=gegevens(DoelFactory(), van=[adult]), by=consulent, at=NU
        )


def test_consent_is_withdrawn(plan: Plan, adult: Inwoner, consulent: Medewerker) -> None:
    made = admit_partij(
        plan_id=plan.pk,
        gegevens=gegevens(DoelFactory(plan=plan), van=[adult]),
        by=consulent,
        at=NU,
    )
    later = NU + dt.timedelta(days=3)

    ended = withdraw_partij(partij_id=made.pk, ingetrokken=True, by=consulent, at=later)
    again = withdraw_partij(partij_id=made.pk, ingetrokken=False, by=consulent, at=later)

    assert (ended.tot, ended.ingetrokken, again.ingetrokken) == (later.date(), True, True)
    assert ended.mag_kijken_op(VANDAAG)
    assert not ended.mag_kijken_op(later.date())


def test_a_colleague_steps_in_and_out(plan: Plan, consulent: Medewerker) -> None:
    colleague = MedewerkerFactory(consulent=True)
    tomorrow = VANDAAG + dt.timedelta(days=1)

    involve_colleague(plan_id=plan.pk, medewerker=colleague, by=consulent, at=NU)
    assert is_involved(colleague, plan.huishouden_id, op=tomorrow)

    release_colleague(plan_id=plan.pk, medewerker=colleague, by=consulent, at=NU)
    assert not is_involved(colleague, plan.huishouden_id, op=tomorrow)


def test_who_cannot_step_in(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(KanNietMeewerken):
        involve_colleague(plan_id=plan.pk, medewerker=MedewerkerFactory(), by=consulent, at=NU)


def test_a_vindplaats_lets_nobody_in() -> None:
    poh = MedewerkerFactory(rollen=["vindplaats"])
    plan = PlanFactory(betrokken=poh)

    with pytest.raises(GeenRecht):
        admit_partij(plan_id=plan.pk, gegevens=gegevens(DoelFactory(plan=plan)), by=poh, at=NU)
    with pytest.raises(GeenRecht):
        involve_colleague(
            plan_id=plan.pk, medewerker=MedewerkerFactory(consulent=True), by=poh, at=NU
        )
