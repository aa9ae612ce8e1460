"""An involvement stays open as long as the work it rests on runs, and no longer."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.gronden import without_reason
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker
from plannen.domain.regie import appoint_regisseur
from plannen.enums import PlanStatus
from plannen.models import Plan, Regisseurperiode
from tests.factories.plannen import PlanFactory
from tests.factories.signalen import made_zaak
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    HuishoudenFactory,
    MeldingFactory,
)
from toegang.domain.betrokkenheid import end_without_reason
from toegang.domain.signalen import assign_zaak, link_resident
from toegang.enums import HuisbezoekStatus, MeldingStatus, SignaalzaakStatus
from toegang.models import Huisbezoek, Huishouden, Melding, Signaalzaak

pytestmark = pytest.mark.django_db


def melding(consulent):
    made = MeldingFactory(van_consulent=consulent)
    return made.huishouden, Melding, {"status": MeldingStatus.AFGEROND, "afgerond_op": VANDAAG}


def huisbezoek(consulent):
    visit = HuisbezoekFactory(medewerker=consulent)
    return visit.huishouden, Huisbezoek, {"status": HuisbezoekStatus.VERVALLEN}


def signaal(consulent):
    zaak, home = made_zaak(), HuishoudenFactory(met_leden=1)
    assign_zaak(by=consulent, zaak_id=zaak.pk, consulent_id=consulent.pk, at=NU)
    link_resident(by=consulent, zaak_id=zaak.pk, inwoner_id=home.leden.get().pk, at=NU)
    closed = {"status": SignaalzaakStatus.AFGESLOTEN, "uitkomst": "opgelost"}
    return home, Signaalzaak, closed | {"afgesloten_op": VANDAAG}


def plan(consulent):
    ended = {"status": PlanStatus.BEEINDIGD, "uitkomst": "gestopt", "beeindigd_op": VANDAAG}
    return PlanFactory().huishouden, Plan, ended


def regisseur(consulent):
    made = PlanFactory(betrokken=consulent)
    appoint_regisseur(plan_id=made.pk, medewerker=consulent, by=consulent, at=NU)
    return made.huishouden, Regisseurperiode, {"tot": VANDAAG}


@pytest.mark.parametrize(
    ("grond", "werk"),
    [
        (Grond.MELDING, melding),
        (Grond.HUISBEZOEK, huisbezoek),
        (Grond.SIGNAAL, signaal),
        (Grond.PLAN, plan),
        (Grond.REGISSEUR, regisseur),
    ],
)
def test_what_ended_is_no_reason(consulent, grond, werk):
    home, model, ended = werk(consulent)
    Betrokkenheid.objects.all().delete()
    involve(medewerker=consulent, huishouden_id=home.pk, grond=grond, op=VANDAAG)

    before = list(without_reason())
    model.objects.update(**ended)

    assert before == []
    assert without_reason().get().grond == grond


def test_at_night_what_was_left_open_is_ended_with_a_line_in_the_log(consulent):
    visit, later = HuisbezoekFactory(medewerker=consulent), VANDAAG + dt.timedelta(days=3)
    kept, gone = MeldingFactory(van_consulent=consulent).huishouden_id, visit.huishouden_id
    for day, grond in ((VANDAAG - dt.timedelta(days=9), Grond.HUISBEZOEK), (later, Grond.MELDING)):
        involve(medewerker=consulent, huishouden_id=gone, grond=grond, op=day)
    Huisbezoek.objects.update(status=HuisbezoekStatus.VERVALLEN)

    systeem = Medewerker.objects.systeem()
    ended = [end_without_reason(by=systeem, at=NU) for _ in range(2)]

    assert ended == [2, 0]
    assert consulent.betrokkenheden.get(tot__isnull=True).huishouden_id == kept
    assert set(consulent.betrokkenheden.filter(huishouden_id=gone).values_list("grond", "tot")) == {
        ("huisbezoek", VANDAAG),
        ("melding", later),
    }
    lines = Wijzigingsregel.objects.filter(huishouden_id=gone, medewerker_id=systeem.pk)
    assert {line.wijziging["grond"] for line in lines} == {"huisbezoek", "melding"}


def test_at_night_the_household_is_locked_before_it_is_looked_at_again(consulent):
    home = HuishoudenFactory()
    involve(medewerker=consulent, huishouden_id=home.pk, grond=Grond.MELDING, op=VANDAAG)

    with CaptureQueriesContext(connection) as asked:
        end_without_reason(by=Medewerker.objects.systeem(), at=NU)

    sent = [one["sql"] for one in asked.captured_queries if home.pk.hex in one["sql"]]
    assert "FOR NO KEY UPDATE" in sent[0]
    assert f'FROM "{Huishouden._meta.db_table}"' in sent[0]
    assert f'FROM "{Betrokkenheid._meta.db_table}"' in sent[1]


def test_advice_and_joining_in_end_on_a_day_that_is_known(consulent):
    home = MeldingFactory(van_consulent=consulent).huishouden
    involve(medewerker=consulent, huishouden_id=home.pk, grond=Grond.CONSULT, op=VANDAAG)

    assert without_reason().get().grond == Grond.CONSULT
