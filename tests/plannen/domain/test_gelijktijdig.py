"""Several colleagues at once, in real threads on a real database."""

import dataclasses
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from hengelo_sociaal.kern.fouten import DomeinFout, Verouderd
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from plannen.domain.doelen import DoelGegevens, add_doel, change_doel, gegevens_van
from plannen.domain.keren import record_time
from plannen.domain.plan import open_plan
from plannen.domain.regie import appoint_regisseur
from plannen.domain.vaststelling import Instemming, adopt_plan
from plannen.domain.wetswisseling import switch_law
from plannen.exceptions import NietsOmVastTeStellen, PlanBestaatAl, ZelfdeWet
from plannen.models import Doel, Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, PlanFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory

pytestmark = pytest.mark.django_db(transaction=True)


def race(number: int, act: Callable[[int], Any]) -> list[Any]:
    """What `number` threads that start together return, or the refusal they get."""
    start, results = threading.Barrier(number), [None] * number

    def run(place: int) -> None:
        start.wait()
        try:
            results[place] = act(place)
        except DomeinFout as refusal:
            results[place] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_of_twelve_who_begin_a_plan_one_wins() -> None:
    huishouden = HuishoudenFactory(met_leden=2)
    people = MedewerkerFactory.create_batch(12, consulent=True)

    results = race(
        12,
        lambda i: open_plan(
            huishouden_id=huishouden.pk, by=people[i], at=NU, doel="vraag van de inwoner"
        ),
    )

    (plan,) = Plan.objects.all()
    refusals = [one for one in results if isinstance(one, PlanBestaatAl)]
    assert len(refusals) == 11
    assert {one.extra["plan"] for one in refusals} == {str(plan.pk)}
    assert plan.deelnames.count() == 2


def test_of_two_who_change_a_goal_one_wins_and_nothing_is_lost() -> None:
    consulent = MedewerkerFactory(consulent=True)
    doel = DoelFactory(plan=PlanFactory(betrokken=consulent))
    read = gegevens_van(doel)

    def change(place: int) -> Doel:
        mine = dataclasses.replace(read, omschrijving=f"Versie {place}")
        return change_doel(doel_id=doel.pk, gegevens=mine, verwacht=1, by=consulent, at=NU)

    results = race(2, change)

    (won,) = [one for one in results if isinstance(one, Doel)]
    (lost,) = [one for one in results if isinstance(one, Verouderd)]
    doel.refresh_from_db()
    assert doel.omschrijving == won.omschrijving
    assert lost.extra["verschillen"][0]["nu"] == won.omschrijving


def test_goals_added_together_all_stay_in_their_own_place() -> None:
    consulent = MedewerkerFactory(consulent=True)
    plan = PlanFactory(betrokken=consulent)
    area = Leefgebied.objects.get(pk="geld")

    race(
        6,
        lambda i: add_doel(
            plan_id=plan.pk,
            gegevens=DoelGegevens(omschrijving=f"Doel {i}", leefgebied=area),
            by=consulent,
            at=NU,
        ),
    )

    assert sorted(plan.doelen.values_list("volgorde", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_of_two_who_agree_a_version_one_wins() -> None:
    consulent = MedewerkerFactory(consulent=True)
    plan = PlanFactory(betrokken=consulent, met_doelen=1)
    answer = [Instemming(inwoner_id=plan.deelnames.all()[0].inwoner_id, wijze="mondeling")]

    results = race(2, lambda i: adopt_plan(plan_id=plan.pk, akkoorden=answer, by=consulent, at=NU))

    assert plan.vaststellingen.count() == 1
    assert sum(isinstance(one, NietsOmVastTeStellen) for one in results) == 1


def test_regisseurs_appointed_together_follow_each_other() -> None:
    people = MedewerkerFactory.create_batch(4, consulent=True)
    plan = PlanFactory(betrokken=people[0])

    race(
        4,
        lambda i: appoint_regisseur(plan_id=plan.pk, medewerker=people[i], by=people[0], at=NU),
    )

    assert plan.regisseurs.filter(tot__isnull=True).count() == 1
    assert plan.regisseurs.count() == 4


def test_of_six_who_tick_the_same_time_there_is_one_tick() -> None:
    people = MedewerkerFactory.create_batch(6, consulent=True)
    post = AfspraakFactory(elke_dinsdag=True)
    for one in people:
        involve(
            medewerker=one,
            huishouden_id=post.doel.plan.huishouden_id,
            grond=Grond.PLAN,
            op=VANDAAG,
        )

    results = race(
        6,
        lambda i: record_time(
            afspraak_id=post.pk, dag=VANDAAG, uitkomst="gedaan", by=people[i], at=NU
        ),
    )

    assert {one.pk for one in results} == {post.keren.get().pk}


def test_of_two_who_move_an_afspraak_to_another_law_one_wins() -> None:
    first, second = MedewerkerFactory.create_batch(2, consulent=True)
    plan = PlanFactory(betrokken=first)
    involve(medewerker=second, huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=VANDAAG)
    afspraak = AfspraakFactory(doel__plan=plan, maatwerk=True, wet_id="jeugdwet")

    results = race(
        2,
        lambda i: switch_law(
            afspraak_id=afspraak.pk,
            naar=Wet.objects.get(pk="wmo"),
            per=VANDAAG,
            by=(first, second)[i],
            at=NU,
        ),
    )

    assert sum(isinstance(one, ZelfdeWet) for one in results) == 1
    assert afspraak.wetswisselingen.count() == 1
