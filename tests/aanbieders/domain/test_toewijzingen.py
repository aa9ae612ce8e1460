"""Granting help, stretching it and ending it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection

from aanbieders.domain.toewijzingen import (
    Omvang,
    Verwijzing,
    change_toewijzing,
    create_toewijzing,
    end_toewijzing,
)
from aanbieders.enums import ToewijzingStatus
from aanbieders.exceptions import (
    BuitenContract,
    BuitenProduct,
    EenheidPastNiet,
    GeenTarief,
    GeenToewijzingBijTaak,
    NietActief,
    NietInHuishouden,
    NietTeVerlengen,
    Stapeling,
)
from aanbieders.models import Contract, Toewijzing
from hengelo_sociaal.kern.fouten import DomeinFout, GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.aanbieders import ContractFactory, TariefFactory, ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HuishoudenFactory, InwonerFactory

NU = dt.datetime(2026, 3, 2, 9, tzinfo=AMSTERDAM)
OMVANG = {"volume": 4, "eenheid": "04", "frequentie": "2"}
OMVANG |= {"van": dt.date(2026, 3, 1), "tot": dt.date(2026, 12, 31)}


@pytest.fixture
def administratie(db):
    return MedewerkerFactory(rollen=["administratie"])


def grant(by, *, inwoner=None, tarief=None, huishouden=None, contract=None, **omvang) -> Toewijzing:
    tarief = tarief or TariefFactory()
    return create_toewijzing(
        inwoner=inwoner or HuishoudenFactory(met_leden=1).leden.get(),
        huishouden=huishouden,
        contract=contract or tarief.contract,
        product=tarief.product,
        grondslag="medische-verwijzing",
        verwijzing=Verwijzing("Huisarts De Vries", dt.date(2026, 2, 20)),
        omvang=Omvang(**OMVANG | omvang),
        by=by,
        at=NU,
    )


def test_a_grant_finds_the_household_and_is_logged_under_it(administratie):
    huishouden = HuishoudenFactory(met_leden=1)

    toewijzing = grant(administratie, inwoner=huishouden.leden.get())

    assert toewijzing.nummer.startswith("T-2026-")
    assert toewijzing.huishouden == huishouden
    line = Wijzigingsregel.objects.get()
    assert (line.huishouden_id, line.inwoners) == (huishouden.pk, [toewijzing.inwoner_id])


def test_somebody_without_a_household_can_be_granted_help(administratie):
    assert grant(administratie, inwoner=InwonerFactory()).huishouden is None


def test_another_household_is_refused(administratie):
    with pytest.raises(NietInHuishouden):
        grant(administratie, huishouden=HuishoudenFactory())


@pytest.mark.parametrize(
    ("omvang", "refusal"),
    [
        ({"van": dt.date(2025, 12, 31)}, BuitenContract),
        ({"tot": dt.date(2028, 1, 1)}, BuitenContract),
        ({"eenheid": "82"}, EenheidPastNiet),
        ({"eenheid": "01"}, GeenTarief),
        ({"tot": None}, OngeldigeInvoer),
        ({"volume": 0}, OngeldigeInvoer),
        ({"tot": dt.date(2026, 2, 1)}, OngeldigeInvoer),
    ],
)
def test_what_the_contract_does_not_hold_is_refused(administratie, omvang, refusal):
    with pytest.raises(refusal):
        grant(administratie, **omvang)

    assert not Toewijzing.objects.exists()


def test_a_product_that_can_no_longer_be_bought_is_not_granted(administratie):
    tarief = TariefFactory(product__geldig_tot=dt.date(2026, 1, 31))

    with pytest.raises(BuitenProduct) as refused:
        grant(administratie, tarief=tarief)

    assert "tot en met 31-01-2026" in refused.value.velden["van"]
    assert not Toewijzing.objects.exists()


def test_a_contract_that_was_shortened_meanwhile_is_looked_at_again(administratie):
    tarief = TariefFactory(contract__van=dt.date(2025, 1, 1))
    Contract.objects.filter(pk=tarief.contract_id).update(tot=OMVANG["van"] - dt.timedelta(days=1))

    with pytest.raises(BuitenContract):
        grant(administratie, tarief=tarief)


def test_a_task_for_a_whole_group_needs_no_grant(administratie):
    with pytest.raises(GeenToewijzingBijTaak):
        grant(administratie, contract=ContractFactory(taakgericht=True))


def test_the_same_product_twice_in_one_period_is_refused(administratie, monkeypatch):
    eerste = grant(administratie)
    monkeypatch.setattr("aanbieders.domain.toewijzingen.check", lambda record: None)
    tarief = eerste.contract.tarieven.get()

    with pytest.raises(Stapeling):
        grant(administratie, inwoner=eerste.inwoner, tarief=tarief, van=dt.date(2026, 12, 31))


def test_the_sentence_about_stacking_says_what_to_do(administratie):
    eerste = grant(administratie)

    with pytest.raises(DomeinFout, match="OP259"):
        grant(administratie, inwoner=eerste.inwoner, tarief=eerste.contract.tarieven.get())


@pytest.mark.django_db
@pytest.mark.parametrize("rol", ["loket", "consulent", "contracten", "financien", "jurist"])
def test_only_administratie_may_grant_and_end(rol):
    by = MedewerkerFactory(rollen=[rol])

    with pytest.raises(GeenRecht):
        grant(by)
    with pytest.raises(GeenRecht):
        end_toewijzing(toewijzing=ToewijzingFactory(), reden="overleden", by=by, at=NU)


def test_an_early_end_keeps_day_and_reason(administratie):
    toewijzing = end_toewijzing(
        toewijzing=ToewijzingFactory(),
        laatste_dag=dt.date(2026, 6, 30),
        reden="lichtere-hulp",
        by=administratie,
        at=NU,
    )

    assert toewijzing.status == ToewijzingStatus.BEEINDIGD
    assert toewijzing.laatste_dag == dt.date(2026, 6, 30)


def test_what_never_started_lapses_and_makes_room(administratie):
    fout = end_toewijzing(
        toewijzing=ToewijzingFactory(), reden="niet-gestart", by=administratie, at=NU
    )

    opnieuw = grant(administratie, inwoner=fout.inwoner, tarief=fout.contract.tarieven.get())

    assert fout.status == ToewijzingStatus.VERVALLEN
    assert opnieuw.status == ToewijzingStatus.ACTIEF


@pytest.mark.parametrize("dag", [None, dt.date(2025, 12, 31), dt.date(2027, 1, 1)])
def test_the_last_day_lies_within_the_period(administratie, dag):
    toewijzing = ToewijzingFactory()

    with pytest.raises(OngeldigeInvoer):
        end_toewijzing(
            toewijzing=toewijzing, laatste_dag=dag, reden="overleden", by=administratie, at=NU
        )

    toewijzing.refresh_from_db()
    assert toewijzing.status == ToewijzingStatus.ACTIEF


def test_what_has_ended_does_not_end_again(administratie):
    with pytest.raises(NietActief):
        end_toewijzing(
            toewijzing=ToewijzingFactory(beeindigd=True),
            laatste_dag=dt.date(2026, 5, 1),
            reden="overleden",
            by=administratie,
            at=NU,
        )


def test_stretching_moves_the_end(administratie):
    toewijzing = change_toewijzing(
        toewijzing=ToewijzingFactory(),
        tot=dt.date(2027, 6, 30),
        herziening_op=dt.date(2027, 5, 1),
        by=administratie,
        at=NU,
    )

    assert toewijzing.tot == dt.date(2027, 6, 30)


@pytest.mark.parametrize(
    "velden", [{"frequentie": "6"}, {"tot": dt.date(2026, 3, 1), "herziening_op": None}]
)
def test_a_total_or_what_is_over_is_not_stretched(administratie, velden):
    with pytest.raises(NietTeVerlengen):
        change_toewijzing(
            toewijzing=ToewijzingFactory(**velden),
            tot=dt.date(2027, 6, 30),
            herziening_op=None,
            by=administratie,
            at=NU,
        )


def test_without_its_line_in_the_log_there_is_no_grant(administratie, monkeypatch):
    def fail(**kwargs):
        raise OperationalError("vol")

    monkeypatch.setattr("aanbieders.domain.toewijzingen.log_change", fail)

    with pytest.raises(OperationalError):
        grant(administratie)

    assert not Toewijzing.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_one_gets_in():
    by = MedewerkerFactory(rollen=["administratie"])
    tarief, inwoner = TariefFactory(), InwonerFactory()

    def attempt(number: int) -> str:
        try:
            grant(by, tarief=tarief, inwoner=inwoner)
        except DomeinFout as refused:
            return type(refused).__name__
        finally:
            connection.close()
        return "gelukt"

    with ThreadPoolExecutor(8) as pool:
        outcomes = sorted(pool.map(attempt, range(8)))

    assert outcomes.count("gelukt") == 1
    assert set(outcomes) <= {"gelukt", "OngeldigeInvoer", "Stapeling"}
    assert Toewijzing.objects.count() == 1
