"""Keeping providers, contracts and products."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import OperationalError

from aanbieders.domain.aanbieders import register_aanbieder
from aanbieders.domain.contracten import (
    ContractGegevens,
    change_contract,
    make_contract,
)
from aanbieders.exceptions import (
    AanbiederBestaatAl,
    BuitenContract,
    ContractnummerBestaatAl,
)
from aanbieders.models import Aanbieder, Contract
from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.aanbieders import (
    AanbiederFactory,
    ContractFactory,
    TariefFactory,
    ToewijzingFactory,
)
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
GEGEVENS = ContractGegevens(
    omschrijving="Begeleiding Wmo",
    schaal="lokaal",
    van=dt.date(2026, 1, 1),
    tot=dt.date(2027, 12, 31),
    uitvoeringsvariant="inspanningsgericht",
    bekostiging="product",
)


@pytest.fixture
def contractbeheer():
    return MedewerkerFactory(rollen=["contracten"])


def test_a_provider_is_registered_with_its_line_in_the_log(contractbeheer):
    aanbieder = register_aanbieder(naam="Zorg", kvk="12345678", by=contractbeheer, at=NU)

    assert Wijzigingsregel.objects.get().object_id == aanbieder.pk


@pytest.mark.parametrize(("kvk", "agb"), [("1234567", ""), ("12345678", "x")])
def test_a_number_that_cannot_be_right_is_refused(contractbeheer, kvk, agb):
    with pytest.raises(OngeldigeInvoer) as refused:
        register_aanbieder(naam="Zorg", kvk=kvk, agb=agb, by=contractbeheer, at=NU)

    assert set(refused.value.velden) == {"agb" if agb else "kvk"}
    assert not Aanbieder.objects.exists()


def test_a_kvk_number_is_taken_once(contractbeheer):
    AanbiederFactory(kvk="12345678")

    with pytest.raises(OngeldigeInvoer, match=r".*"):
        register_aanbieder(naam="Zorg", kvk="12345678", by=contractbeheer, at=NU)


def test_the_constraint_is_the_net_under_a_race(contractbeheer, monkeypatch):
    AanbiederFactory(kvk="12345678")
    monkeypatch.setattr("aanbieders.domain.aanbieders.check", lambda record: None)

    with pytest.raises(AanbiederBestaatAl):
        register_aanbieder(naam="Zorg", kvk="12345678", by=contractbeheer, at=NU)


def test_a_contract_gets_the_next_number(contractbeheer):
    contract = make_contract(
        aanbieder=AanbiederFactory(), gegevens=GEGEVENS, by=contractbeheer, at=NU
    )

    assert contract.nummer.startswith("C-2026-")
    assert contract.bekostiging_past


def test_a_number_of_its_own_is_kept_and_used_once(contractbeheer, monkeypatch):
    ContractFactory(nummer="TW-17")
    monkeypatch.setattr("aanbieders.domain.contracten.check", lambda record: None)

    with pytest.raises(ContractnummerBestaatAl):
        make_contract(
            aanbieder=AanbiederFactory(),
            gegevens=GEGEVENS,
            nummer="TW-17",
            by=contractbeheer,
            at=NU,
        )


def test_a_mismatch_in_paying_is_kept_and_flagged(contractbeheer):
    contract = make_contract(
        aanbieder=AanbiederFactory(),
        gegevens=replace(GEGEVENS, uitvoeringsvariant="outputgericht"),
        by=contractbeheer,
        at=NU,
    )

    assert not contract.bekostiging_past


def test_an_extension_is_logged_with_what_it_was(contractbeheer):
    contract = ContractFactory()

    change_contract(
        contract=contract,
        gegevens=replace(GEGEVENS, tot=dt.date(2028, 12, 31)),
        by=contractbeheer,
        at=NU,
    )

    contract.refresh_from_db()
    assert contract.tot == dt.date(2028, 12, 31)
    assert Wijzigingsregel.objects.get().wijziging == {"tot": ["2027-12-31", "2028-12-31"]}


def test_nothing_changed_writes_nothing(contractbeheer):
    change_contract(contract=ContractFactory(), gegevens=GEGEVENS, by=contractbeheer, at=NU)

    assert not Wijzigingsregel.objects.exists()


def refused_period(contract, by, **change):
    """What the fields say of a period that is not agreed."""
    with pytest.raises(BuitenContract) as refused:
        change_contract(contract=contract, gegevens=replace(GEGEVENS, **change), by=by, at=NU)
    return refused.value.velden


def test_a_contract_is_not_made_shorter_than_its_toewijzingen(contractbeheer):
    contract = ToewijzingFactory().contract

    said = refused_period(contract, contractbeheer, tot=dt.date(2026, 12, 30))

    assert said == {
        "tot": "Er lopen toewijzingen door na deze dag, de laatste tot en met 31-12-2026. Kies "
        "die dag of een latere, of beëindig deze toewijzingen eerst."
    }


def test_what_was_ended_already_cannot_be_ended_sooner(contractbeheer):
    contract = ToewijzingFactory(beeindigd=True).contract

    said = refused_period(contract, contractbeheer, tot=dt.date(2026, 6, 29))

    assert said == {
        "tot": "Er is een toewijzing die op 30-06-2026 is beëindigd. Kies die dag of een latere."
    }


@pytest.mark.parametrize("made", [ToewijzingFactory, TariefFactory])
def test_a_contract_does_not_begin_after_what_began(contractbeheer, made):
    began = made()
    day = began.van + dt.timedelta(days=1)

    said = refused_period(began.contract, contractbeheer, van=day)

    assert said == {
        "van": "Er is een tarief of toewijzing vanaf 01-01-2026. Kies die dag of een eerdere."
    }


def test_a_contract_does_not_end_before_a_price_that_was_agreed(contractbeheer):
    contract = TariefFactory(van=dt.date(2027, 6, 1), contract__van=GEGEVENS.van).contract

    said = refused_period(contract, contractbeheer, tot=dt.date(2027, 5, 31))

    assert said == {"tot": "Er is een tarief vanaf 01-06-2027. Kies die dag of een latere."}


def test_both_days_can_be_wrong(contractbeheer):
    contract = ToewijzingFactory().contract
    day = GEGEVENS.van + dt.timedelta(days=1)

    assert set(refused_period(contract, contractbeheer, van=day, tot=day)) == {"van", "tot"}


@pytest.mark.parametrize("rol", ["beleid", "financien", "administratie", "beheer", "consulent"])
def test_only_contractbeheer_may_write(rol):
    by = MedewerkerFactory(rollen=[rol])

    with pytest.raises(GeenRecht):
        register_aanbieder(naam="Zorg", kvk="12345678", by=by, at=NU)
    with pytest.raises(GeenRecht):
        make_contract(aanbieder=AanbiederFactory(), gegevens=GEGEVENS, by=by, at=NU)

    assert not Contract.objects.exists()


def test_without_its_line_in_the_log_there_is_no_contract(contractbeheer, monkeypatch):
    def fail(**kwargs):
        raise OperationalError("vol")

    monkeypatch.setattr("aanbieders.domain.contracten.log_change", fail)

    with pytest.raises(OperationalError):
        make_contract(aanbieder=AanbiederFactory(), gegevens=GEGEVENS, by=contractbeheer, at=NU)

    assert not Contract.objects.exists()
