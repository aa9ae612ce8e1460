"""What aanbieders brings to the dossier and to my work."""

import datetime as dt

import pytest

from aanbieders import panelen
from aanbieders.panelen import (
    contracten_die_aflopen,
    toewijzingen_te_herzien,
    toewijzingen_van_huishouden,
)
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.web.panelen import HELEMAAL
from tests.factories.aanbieders import ContractFactory, ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
OP = dt.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _op(monkeypatch):
    monkeypatch.setattr(panelen, "vandaag", lambda: OP)


def test_the_dossier_shows_what_was_granted_to_who_is_involved():
    toewijzing = ToewijzingFactory()
    consulent = MedewerkerFactory(consulent=True)

    before = toewijzingen_van_huishouden(consulent, toewijzing.huishouden)
    involve(medewerker=consulent, huishouden_id=toewijzing.huishouden_id, grond=Grond.PLAN, op=OP)
    after = toewijzingen_van_huishouden(consulent, toewijzing.huishouden)

    assert before is None
    assert after["toewijzingen"] == [toewijzing]


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_dossier_takes_one_query_whatever_was_granted(aantal, django_assert_num_queries):
    huishouden = ToewijzingFactory().huishouden
    for _ in range(aantal - 1):
        ToewijzingFactory(huishouden=huishouden)
    jurist = MedewerkerFactory(jurist=True)

    with django_assert_num_queries(1):
        found = toewijzingen_van_huishouden(jurist, huishouden)

    assert len(found["toewijzingen"]) == aantal


def test_contractbeheer_sees_what_ends_soon():
    soon = ContractFactory(tot=dt.date(2026, 9, 1))
    ContractFactory()

    found = contracten_die_aflopen(MedewerkerFactory(rollen=["contracten"]), HELEMAAL)

    assert found["contracten"] == [soon]


def test_administratie_sees_what_must_be_looked_at_again():
    due = ToewijzingFactory(herziening_op=dt.date(2026, 5, 1))
    ToewijzingFactory()

    found = toewijzingen_te_herzien(MedewerkerFactory(rollen=["administratie"]), HELEMAAL)

    assert (found["toewijzingen"], found["alles"]) == ([due], 0)


def test_what_is_over_is_not_to_be_looked_at_again():
    over = {"herziening_op": dt.date(2025, 12, 1), "van": dt.date(2025, 1, 1)}
    ToewijzingFactory(tot=dt.date(2026, 1, 31), **over)

    assert toewijzingen_te_herzien(MedewerkerFactory(rollen=["administratie"]), HELEMAAL) is None


def test_an_empty_panel_is_not_shown():
    by = MedewerkerFactory(rollen=["administratie"])

    assert toewijzingen_te_herzien(by, HELEMAAL) is None
    assert contracten_die_aflopen(by, HELEMAAL) is None
