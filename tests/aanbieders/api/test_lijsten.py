"""Providers, contracts and toewijzingen for other systems."""

import datetime as dt

import pytest
from django.test import Client

from aanbieders.queries.zicht import pseudonym
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.aanbieders import ContractFactory, TariefFactory, ToewijzingFactory
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
BASIS = "/api/v1"


def api(rol: str) -> Client:
    return Client(headers=bearer(MedewerkerFactory(rollen=[rol])))


def rows(answer) -> list[dict]:
    assert answer.status_code == 200
    return answer.json()["resultaten"]


def test_names_only_for_who_may_know_no_more():
    ContractFactory(aanbieder__naam="Zorg")

    (seen,) = rows(api("loket").get(f"{BASIS}/aanbieders"))

    assert seen["naam"] == "Zorg"
    assert (seen["kvk"], seen["lopendeContracten"], seen["clienten"]) == (None, None, None)


def test_contractbeheer_sees_clients_suppressed(monkeypatch):
    monkeypatch.setattr("aanbieders.api.lijsten.vandaag", lambda: dt.date(2026, 6, 1))
    ToewijzingFactory()

    (seen,) = rows(api("contracten").get(f"{BASIS}/aanbieders"))

    assert seen["lopendeContracten"] == 1
    assert seen["clienten"] == {"waarde": None, "onderdrukt": True}


def test_a_contract_has_its_prices_in_cents():
    tarief = TariefFactory()

    (seen,) = rows(api("financien").get(f"{BASIS}/contracten"))

    assert seen["nummer"] == tarief.contract.nummer
    assert seen["bekostigingPast"] is True
    assert seen["tarieven"][0]["bedrag"] == 60_00
    assert seen["tarieven"][0]["product"]["wet"] == "wmo"


def test_contracts_are_narrowed():
    eerste, _tweede = ContractFactory(), ContractFactory(resultaat=True, bekostiging="product")
    client = api("beleid")

    mine = rows(client.get(f"{BASIS}/contracten", {"aanbieder": str(eerste.aanbieder_id)}))
    mismatched = rows(client.get(f"{BASIS}/contracten", {"stand": "past-niet"}))

    assert [each["nummer"] for each in mine] == [eerste.nummer]
    assert [each["bekostigingPast"] for each in mismatched] == [False]


@pytest.mark.parametrize("rol", ["contracten", "toezicht"])
def test_toewijzingen_go_out_under_a_pseudonym(rol):
    toewijzing = ToewijzingFactory()

    answer = api(rol).get(f"{BASIS}/toewijzingen")

    (seen,) = rows(answer)
    assert seen["pseudoniem"] == pseudonym(toewijzing.inwoner_id)
    assert (seen["inwoner"], seen["huishouden"]) == (None, None)
    assert str(toewijzing.inwoner_id) not in answer.content.decode()


def test_administratie_gets_the_resident_and_is_logged():
    toewijzing = ToewijzingFactory()

    (seen,) = rows(api("administratie").get(f"{BASIS}/toewijzingen"))

    assert seen["inwoner"] == str(toewijzing.inwoner_id)
    assert seen["pseudoniem"] is None
    assert Toegangsregel.objects.get().inwoners == [toewijzing.inwoner_id]


def test_a_consulent_gets_only_what_they_are_involved_with():
    ToewijzingFactory()

    assert rows(api("consulent").get(f"{BASIS}/toewijzingen")) == []


@pytest.mark.parametrize("rol", ["financien", "beleid", "loket"])
def test_figures_are_no_ground_to_see_persons(rol):
    assert api(rol).get(f"{BASIS}/toewijzingen").status_code == 403


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("pad", "queries"), [("contracten", 3), ("toewijzingen", 3)])
def test_the_number_of_queries_does_not_grow(pad, queries, aantal, django_assert_num_queries):
    for _ in range(aantal):
        ToewijzingFactory()
    client = api("administratie")
    client.get(f"{BASIS}/{pad}")

    with django_assert_num_queries(queries):
        client.get(f"{BASIS}/{pad}")
