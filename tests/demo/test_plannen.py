"""The plans of the demo town."""

import pytest
from django.db.models import Count, F, Q

from hengelo_sociaal.demo.stad import Stad
from plannen.enums import PlanStatus, Trede
from plannen.models import Afspraak, Evaluatie, Plan, Voortgang
from tests.demo.conftest import TOT
from toegang.models import Inwoner, Lidmaatschap

pytestmark = pytest.mark.django_db


def test_there_are_plans_in_every_stage_and_one_for_each_household(stad: Stad) -> None:
    active = Plan.objects.actief().values("huishouden").annotate(n=Count("pk"))

    assert set(Plan.objects.values_list("status", flat=True)) >= {
        PlanStatus.CONCEPT,
        PlanStatus.VASTGESTELD,
    }
    assert not active.filter(n__gt=1).exists()
    assert not Plan.objects.filter(doelen__isnull=True).exists()


def test_agreed_plans_have_a_version_and_concepts_have_none(stad: Stad) -> None:
    agreed = Plan.objects.filter(status=PlanStatus.VASTGESTELD)
    concept = Plan.objects.filter(status=PlanStatus.CONCEPT)

    assert not agreed.filter(vaststellingen__isnull=True).exists()
    assert not concept.filter(vaststellingen__isnull=False).exists()


def test_maatwerk_has_a_reason_and_a_law_and_some_rests_on_what_was_granted(stad: Stad) -> None:
    maatwerk = Afspraak.objects.filter(trede=Trede.MAATWERK)

    assert maatwerk.exists()
    assert not maatwerk.filter(Q(reden_niet_lichter__isnull=True) | Q(wet__isnull=True)).exists()
    assert maatwerk.filter(toewijzing__isnull=False).exists()
    assert (
        not Afspraak.objects.exclude(trede=Trede.MAATWERK).filter(toewijzing__isnull=False).exists()
    )


def test_an_afspraak_rests_on_help_of_who_takes_part_and_on_its_law(stad: Stad) -> None:
    resting = Afspraak.objects.filter(toewijzing__isnull=False)

    assert not resting.exclude(toewijzing__product__wet=F("wet")).exists()
    elsewhere = resting.exclude(toewijzing__huishouden=F("doel__plan__huishouden"))
    for afspraak in elsewhere.select_related("doel__plan", "toewijzing"):
        assert afspraak.doel.plan.deelnames.filter(inwoner=afspraak.toewijzing.inwoner_id).exists()


def test_nothing_in_a_plan_was_done_after_the_last_day(stad: Stad) -> None:
    assert not Plan.objects.filter(Q(begonnen_op__gte=TOT) | Q(beeindigd_op__gte=TOT)).exists()
    assert not Afspraak.objects.filter(gedaan_op__gte=TOT).exists()
    assert not Evaluatie.objects.filter(gehouden_op__gte=TOT).exists()
    assert not Voortgang.objects.filter(op__date__gte=TOT).exists()


def test_goals_about_children_belong_to_households_with_children(stad: Stad) -> None:
    homes = Lidmaatschap.objects.filter(rol="kind").values("huishouden")
    about_children = Plan.objects.filter(doelen__leefgebied="opvoeden")

    assert about_children.exists()
    assert not about_children.exclude(huishouden__in=homes).exists()


def test_no_bsn_can_be_read(stad: Stad) -> None:
    known = Inwoner.objects.filter(bsn_zoek__isnull=False)

    assert known.exists()
    for one in known[:20]:
        number = (one.bsn or "").encode()
        assert len(number) == 9
        assert number not in bytes(one.bsn_versleuteld)
        assert number not in bytes(one.bsn_zoek)
