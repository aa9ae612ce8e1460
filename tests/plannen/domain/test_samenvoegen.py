import datetime as dt

import pytest

from hengelo_sociaal.kern.grootboek import IntussenVeranderd
from hengelo_sociaal.medewerkers.domain import is_involved
from plannen.domain.regie import appoint_regisseur
from plannen.domain.samenvoegen import ask_plan, ask_split
from plannen.enums import DoelStatus, PlanStatus, PlanUitkomst
from plannen.models import Akkoord, Doel, Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import (
    DeelnameFactory,
    DoelFactory,
    PartijFactory,
    PlanFactory,
    VaststellingFactory,
)
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from tests.toestand import toestand
from toegang.domain.gebeurtenissen import Vertrek, split_huishouden
from toegang.domain.huishouden import Adres
from toegang.domain.samenvoegen.huishoudens import merge_huishoudens
from toegang.domain.samenvoegen.inwoners import merge_inwoners
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.domain.splitsing import undo_split
from toegang.exceptions import KeuzeNodig
from toegang.models import Huishoudsplitsing

pytestmark = pytest.mark.django_db


def merge(by, blijft, vervalt, **keuzes):
    return merge_huishoudens(
        by=by,
        blijft_id=blijft.huishouden_id,
        vervalt_id=vervalt.huishouden_id,
        reden="zelfde gezin",
        at=NU,
        keuzes=keuzes,
    )


def test_with_one_plan_there_is_nothing_to_choose(consulent):
    plan, home = PlanFactory(), HuishoudenFactory()

    assert ask_plan(home.pk, plan.huishouden_id) is None
    merge_huishoudens(
        by=consulent, blijft_id=home.pk, vervalt_id=plan.huishouden_id, reden="x", at=NU
    )

    plan.refresh_from_db()
    assert plan.huishouden == home


def test_of_two_plans_somebody_chooses_which_goes_on(consulent):
    first, second = PlanFactory(), PlanFactory()

    part = ask_plan(first.huishouden_id, second.huishouden_id)

    assert {pk for pk, _ in part.keuzes[0].opties} == {str(first.pk), str(second.pk)}
    for keuzes in ({}, {"plan": str(first.pk)}, {"plan": "x", "doelen": "stoppen"}):
        with pytest.raises(KeuzeNodig):
            merge(consulent, first, second, **keuzes)
    assert Plan.objects.actief().count() == 2


@pytest.mark.parametrize("blijft_plan_van_blijft", [True, False])
def test_the_other_plan_ends_with_a_pointer(consulent, blijft_plan_van_blijft):
    here, there = PlanFactory(met_doelen=1), PlanFactory(vastgesteld=True, met_doelen=2)
    staying, ending = (here, there) if blijft_plan_van_blijft else (there, here)

    merge(consulent, here, there, plan=str(staying.pk), doelen="stoppen")

    ending.refresh_from_db()
    staying.refresh_from_db()
    assert (ending.status, ending.uitkomst) == (PlanStatus.BEEINDIGD, PlanUitkomst.SAMENGEVOEGD)
    assert (ending.verder_in, staying.huishouden_id) == (staying, here.huishouden_id)
    assert staying.is_actief
    assert set(ending.doelen.values_list("status", flat=True)) == {DoelStatus.GESTOPT}


def test_goals_go_along_with_their_afspraken_but_not_who_saw_them(consulent):
    staying, ending = PlanFactory(met_doelen=1), PlanFactory(met_doelen=2)
    goal = ending.doelen.first()
    seen = PartijFactory(plan=ending, doelen=[goal])

    merge(consulent, staying, ending, plan=str(staying.pk), doelen="overnemen")

    assert staying.doelen.count() == 3
    assert [doel.volgorde for doel in staying.doelen.order_by("volgorde")] == [1, 2, 3]
    assert goal.afspraken.count() == 2
    assert not seen.doelen.exists()
    running = staying.deelnames.filter(tot__isnull=True)
    assert running.count() == 4
    assert not ending.deelnames.filter(tot__isnull=True).exists()


def test_the_regisseur_of_the_plan_that_ends_stops(consulent):
    staying, ending = PlanFactory(), PlanFactory(betrokken=consulent)
    appoint_regisseur(plan_id=ending.pk, medewerker=consulent, by=consulent, at=NU)

    merge(consulent, staying, ending, plan=str(staying.pk), doelen="stoppen")

    assert not ending.regisseurs.filter(tot__isnull=True).exists()


@pytest.mark.parametrize(("doelen", "blijft"), [("stoppen", False), ("overnemen", True)])
def test_who_worked_in_the_plan_that_ends_goes_along_with_its_goals(consulent, doelen, blijft):
    colleague = MedewerkerFactory(consulent=True)
    staying = PlanFactory(betrokken=consulent)
    ending = PlanFactory(betrokken=colleague, met_doelen=1)
    before = toestand()

    made = merge(consulent, staying, ending, plan=str(staying.pk), doelen=doelen)

    tomorrow = VANDAAG + dt.timedelta(days=1)
    assert is_involved(colleague, staying.huishouden_id, op=tomorrow) is blijft
    assert is_involved(consulent, staying.huishouden_id, op=tomorrow)
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)
    assert toestand() == before


def test_undone_both_plans_run_as_before(consulent):
    staying, ending = PlanFactory(met_doelen=1), PlanFactory(met_doelen=2, betrokken=consulent)
    appoint_regisseur(plan_id=ending.pk, medewerker=consulent, by=consulent, at=NU)
    PartijFactory(plan=ending, doelen=[ending.doelen.first()])
    before = toestand()

    made = merge(consulent, staying, ending, plan=str(staying.pk), doelen="overnemen")
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)

    assert toestand() == before
    assert Doel.objects.filter(plan=ending).count() == 2


def test_one_person_takes_part_once(consulent):
    plan = PlanFactory()
    stays, goes = plan.deelnames.first().inwoner, InwonerFactory()
    DeelnameFactory(plan=plan, inwoner=goes)
    before = toestand()

    made = merge_inwoners(
        by=consulent, blijft_id=stays.pk, vervalt_id=goes.pk, reden="dubbel", at=NU
    )
    assert plan.deelnames.filter(inwoner=stays).count() == 1
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)

    assert toestand() == before


def test_what_both_registrations_agreed_to_stays(consulent):
    plan = PlanFactory()
    stays, goes = plan.deelnames.first().inwoner, InwonerFactory()
    version = VaststellingFactory(plan=plan)
    for person, wijze in ((stays, "handtekening"), (goes, "mondeling")):
        Akkoord.objects.create(vaststelling=version, inwoner=person, wijze=wijze)
    before = toestand()

    made = merge_inwoners(
        by=consulent, blijft_id=stays.pk, vervalt_id=goes.pk, reden="dubbel", at=NU
    )

    agreed = version.akkoorden.order_by("dubbel").values_list("inwoner", "wijze", "dubbel")
    assert list(agreed) == [(stays.pk, "handtekening", False), (stays.pk, "mondeling", True)]
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=NU)
    assert toestand() == before


def leave(by, plan, inwoner, **more):
    lid = plan.huishouden.lidmaatschappen.get(inwoner=inwoner)
    vertrek = Vertrek(leden=[lid.pk], op=VANDAAG, adres=Adres(straat="Weg"), **more)
    return split_huishouden(by=by, huishouden_id=plan.huishouden_id, vertrek=vertrek, at=NU)


def test_who_leaves_goes_on_in_the_plan_from_elsewhere(consulent):
    plan = PlanFactory(vastgesteld=True, betrokken=consulent)
    leaver = plan.deelnames.first().inwoner

    leave(consulent, plan, leaver, keuzes={"plan": "blijft"})

    running = plan.deelnames.get(inwoner=leaver, tot__isnull=True)
    assert running.hoedanigheid == "ander"
    plan.refresh_from_db()
    assert plan.heeft_nieuws


def test_who_leaves_begins_a_plan_with_the_goals_that_are_theirs(consulent):
    plan = PlanFactory(met_doelen=1, betrokken=consulent)
    leaver = plan.deelnames.first().inwoner
    own = DoelFactory(plan=plan, inwoner=leaver, met_afspraken=1)

    made = leave(consulent, plan, leaver, keuzes={"plan": "mee"})

    new = Plan.objects.actief().get(huishouden=made)
    own.refresh_from_db()
    assert own.plan == new
    assert own.afspraken.count() == 1
    assert plan.doelen.count() == 1
    assert not plan.deelnames.filter(inwoner=leaver, tot__isnull=True).exists()
    assert new.deelnames.get().inwoner == leaver


def test_the_counter_is_not_asked_about_the_plan(consulent):
    plan = PlanFactory()
    loket = MedewerkerFactory(rollen=["loket"])

    assert ask_split(loket, plan.huishouden_id) is None
    assert ask_split(consulent, HuishoudenFactory().pk) is None
    assert ask_split(consulent, plan.huishouden_id).keuzes[0].code == "plan"
    leave(loket, plan, plan.deelnames.first().inwoner)
    assert plan.deelnames.filter(tot__isnull=True).count() == 2


@pytest.mark.parametrize("keuze", ["blijft", "mee"])
def test_undoing_a_splitting_makes_the_plan_one_again(consulent, keuze):
    plan = PlanFactory(met_doelen=1, betrokken=consulent)
    leaver = plan.deelnames.first().inwoner
    own = DoelFactory(plan=plan, inwoner=leaver, met_afspraken=1)
    shared = PartijFactory(plan=plan)
    shared.doelen.add(own)
    before = toestand()
    leave(consulent, plan, leaver, keuzes={"plan": keuze})

    undo(consulent)

    after = toestand()
    assert {label for label in before if before[label] != after[label]} <= GEWIJZIGD
    assert plan.doelen.count() == 2
    assert list(shared.doelen.all()) == [own]


def test_a_plan_that_went_on_keeps_a_household_apart(consulent):
    plan = PlanFactory(betrokken=consulent)
    leaver = plan.deelnames.first().inwoner
    made = leave(consulent, plan, leaver, keuzes={"plan": "mee"})
    DoelFactory(plan=Plan.objects.actief().get(huishouden=made))

    with pytest.raises(IntussenVeranderd):
        undo(consulent)

    assert Doel.objects.filter(plan__huishouden=made).exists()


GEWIJZIGD = {"plannen.plan", "plannen.doel"}  # they say when they changed


def undo(by):
    made = Huishoudsplitsing.objects.get()
    return undo_split(by=by, splitsing_id=made.pk, reden="vergissing", at=NU)
