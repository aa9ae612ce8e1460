"""What the migrations make of involvement that older versions left open."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps

from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.gronden import without_reason
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import VANDAAG, HuisbezoekFactory, MeldingFactory

pytestmark = pytest.mark.django_db


def test_only_involvement_without_running_work_ends() -> None:
    one, other = MedewerkerFactory.create_batch(2, consulent=True)
    MeldingFactory(van_consulent=one), PlanFactory(betrokken=one)
    done = MeldingFactory(van_consulent=one, afgerond=True)
    ended = PlanFactory(betrokken=one, beeindigd=True)
    involve(medewerker=other, huishouden_id=done.huishouden_id, grond=Grond.SIGNAAL, op=VANDAAG)
    involve(medewerker=one, huishouden_id=ended.huishouden_id, grond=Grond.REGISSEUR, op=VANDAAG)
    visit = HuisbezoekFactory(medewerker=one)
    for who in (one, other):
        here = visit.huishouden_id
        involve(medewerker=who, huishouden_id=here, grond=Grond.HUISBEZOEK, op=VANDAAG)
    tomorrow = VANDAAG + dt.timedelta(days=5_000)
    involve(medewerker=other, huishouden_id=done.huishouden_id, grond=Grond.MELDING, op=tomorrow)

    assert without_reason().count() == 6
    import_module("toegang.migrations.0028_betrokken_zonder_werk").end_without_work(apps, None)
    import_module("plannen.migrations.0020_betrokken_zonder_plan").end_without_plan(apps, None)

    assert not without_reason().exists()
    assert Betrokkenheid.objects.filter(tot__isnull=True).count() == 3
