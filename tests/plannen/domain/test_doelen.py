"""Goals and progress."""

import dataclasses
import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied
from plannen.domain.doelen import DoelGegevens, add_doel, change_doel, gegevens_van
from plannen.domain.voortgang import record_progress
from plannen.enums import DoelStatus, Stap
from plannen.exceptions import HoortNietBijPlan, PlanBeeindigd, VraagVanAnderHuishouden
from plannen.models import Doel, Plan
from tests.factories.plannen import DoelFactory, PlanFactory
from tests.factories.toegang import NU, ContactFactory, HulpvraagFactory, InwonerFactory

pytestmark = pytest.mark.django_db


def gegevens(**changes: object) -> DoelGegevens:
    made = DoelGegevens(
        omschrijving="Daan slaapt beter", leefgebied=Leefgebied.objects.get(pk="opvoeden")
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def test_goals_come_in_order(plan: Plan, consulent: Medewerker) -> None:
    first = add_doel(plan_id=plan.pk, gegevens=gegevens(), by=consulent, at=NU)
    second = add_doel(plan_id=plan.pk, gegevens=gegevens(), by=consulent, at=NU)

    assert [first.volgorde, second.volgorde] == [1, 2]
    assert list(plan.doelen.all()) == [first, second]


def test_a_goal_of_one_person(plan: Plan, consulent: Medewerker) -> None:
    person = plan.deelnames.all()[0].inwoner

    doel = add_doel(plan_id=plan.pk, gegevens=gegevens(inwoner=person), by=consulent, at=NU)

    assert doel.inwoner == person
    assert Wijzigingsregel.objects.get().inwoners == [person.pk]


def test_a_goal_of_somebody_who_does_not_take_part(plan: Plan, consulent: Medewerker) -> None:
    with pytest.raises(HoortNietBijPlan):
        add_doel(plan_id=plan.pk, gegevens=gegevens(inwoner=InwonerFactory()), by=consulent, at=NU)

    assert not Doel.objects.exists()


def test_a_goal_makes_news(consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent, vastgesteld=True)

    add_doel(plan_id=plan.pk, gegevens=gegevens(), by=consulent, at=NU)

    plan.refresh_from_db()
    assert plan.heeft_nieuws


def test_change_doel_notes_old_and_new(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)
    new = dataclasses.replace(
        gegevens_van(doel), status=DoelStatus.BEREIKT, gewenst_op=dt.date(2027, 5, 1)
    )

    changed = change_doel(doel_id=doel.pk, gegevens=new, verwacht=1, by=consulent, at=NU)

    assert (changed.status, changed.wijzigingnummer) == (DoelStatus.BEREIKT, 2)
    assert Wijzigingsregel.objects.get().wijziging == {
        "plan": str(plan.pk),
        "status": ["Loopt", "Bereikt"],
        "gewenst_op": ["2027-03-01", "2027-05-01"],
    }


def test_saving_what_was_there_changes_nothing(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)

    same = change_doel(
        doel_id=doel.pk, gegevens=gegevens_van(doel), verwacht=1, by=consulent, at=NU
    )

    assert same.wijzigingnummer == 1
    assert not Wijzigingsregel.objects.exists()


def test_whoever_is_second_sees_both_values(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)
    read = gegevens_van(doel)
    mine = dataclasses.replace(read, omschrijving="De huur is betaald")
    theirs = dataclasses.replace(read, omschrijving="Geen schulden meer")
    change_doel(doel_id=doel.pk, gegevens=mine, verwacht=1, by=consulent, at=NU)

    with pytest.raises(Verouderd) as refusal:
        change_doel(doel_id=doel.pk, gegevens=theirs, verwacht=1, by=consulent, at=NU)

    assert refusal.value.extra["wijzigingnummer"] == 2
    assert refusal.value.extra["verschillen"] == [
        {
            "veld": "omschrijving",
            "naam": "doel, in eigen woorden",
            "nu": "De huur is betaald",
            "ingevuld": "Geen schulden meer",
        }
    ]


def test_a_goal_of_an_ended_plan_stays(consulent: Medewerker) -> None:
    doel = DoelFactory(plan=PlanFactory(betrokken=consulent, beeindigd=True))

    with pytest.raises(PlanBeeindigd):
        change_doel(doel_id=doel.pk, gegevens=gegevens(), verwacht=1, by=consulent, at=NU)


def test_a_goal_that_is_not_there(consulent: Medewerker) -> None:
    with pytest.raises(NietGevonden):
        change_doel(doel_id=uuid.uuid4(), gegevens=gegevens(), verwacht=1, by=consulent, at=NU)


def test_progress_by_worker_and_by_resident(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)
    person = plan.deelnames.all()[0].inwoner

    mine = record_progress(
        doel_id=doel.pk, stap=Stap.HALVERWEGE, inwoner_id=None, by=consulent, at=NU
    )
    theirs = record_progress(
        doel_id=doel.pk, stap=Stap.KLEINE_STAP, inwoner_id=person.pk, by=consulent, at=NU
    )

    assert (mine.medewerker, mine.inwoner) == (consulent, None)
    assert (theirs.medewerker, theirs.inwoner) == (None, person)


def test_progress_is_added_never_replaced(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)

    for stap in (1, 3, 2):
        record_progress(doel_id=doel.pk, stap=stap, inwoner_id=None, by=consulent, at=NU)

    assert sorted(doel.voortgang.values_list("stap", flat=True)) == [1, 2, 3]


@pytest.mark.parametrize("stap", [0, 6])
def test_progress_outside_the_five_steps(plan: Plan, consulent: Medewerker, stap: int) -> None:
    doel = DoelFactory(plan=plan)

    with pytest.raises(OngeldigeInvoer):
        record_progress(doel_id=doel.pk, stap=stap, inwoner_id=None, by=consulent, at=NU)


def test_progress_of_a_stranger(plan: Plan, consulent: Medewerker) -> None:
    doel = DoelFactory(plan=plan)

    with pytest.raises(HoortNietBijPlan):
        record_progress(
            doel_id=doel.pk, stap=1, inwoner_id=InwonerFactory().pk, by=consulent, at=NU
        )


def test_a_goal_comes_from_a_question_of_the_household(plan: Plan, consulent: Medewerker) -> None:
    own = HulpvraagFactory(contact=ContactFactory(huishouden=plan.huishouden))
    strange = HulpvraagFactory()

    doel = add_doel(plan_id=plan.pk, gegevens=gegevens(hulpvraag=own), by=consulent, at=NU)

    assert doel.hulpvraag == own
    with pytest.raises(VraagVanAnderHuishouden):
        add_doel(plan_id=plan.pk, gegevens=gegevens(hulpvraag=strange), by=consulent, at=NU)
