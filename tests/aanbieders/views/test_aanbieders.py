"""Providers and contracts on screen."""

import csv
import datetime as dt
import io

import pytest
from django.urls import reverse

from aanbieders.models import Aanbieder, Contract, Tarief
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from tests.factories.aanbieders import (
    AanbiederFactory,
    ContractFactory,
    ProductFactory,
    TariefFactory,
    ToewijzingFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_2026(monkeypatch):
    """These contracts run in 2026 and 2027, whatever the day on which the tests run."""
    for module in ("aanbieders", "contracten"):
        monkeypatch.setattr(f"aanbieders.views.{module}.vandaag", lambda: dt.date(2026, 6, 1))


def text(answer) -> str:
    return answer.content.decode()


def test_the_counter_sees_names_and_nothing_of_contracts(als):
    contract = ContractFactory(aanbieder__naam="Zorg aan Huis", aanbieder__kvk="87654321")

    client = als("loket")
    page, one = client.get("/aanbieders"), client.get(f"/aanbieders/{contract.aanbieder_id}")

    assert "Zorg aan Huis" in text(page)
    assert "87654321" not in text(page) + text(one)
    assert contract.nummer not in text(one)


def test_contractbeheer_sees_contracts_and_suppressed_clients(als):
    toewijzing = ToewijzingFactory()
    contract = toewijzing.contract

    client = als("contracten")
    page, one = client.get("/aanbieders"), client.get(f"/aanbieders/{contract.aanbieder_id}")

    assert "minder dan 10" in text(page)
    assert contract.nummer in text(one)
    assert toewijzing.product.naam in text(one)
    assert toewijzing.inwoner.geslachtsnaam not in text(page) + text(one)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_of_providers_takes_the_same_number_of_queries(
    als, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        ContractFactory()
    client = als("contracten")
    client.get("/aanbieders")

    with django_assert_num_queries(6):
        client.get("/aanbieders")


def test_a_provider_is_registered(als):
    answer = als("contracten").post("/aanbieders/nieuw", {"naam": "Nieuw", "kvk": "12345678"})

    assert answer["Location"] == reverse("aanbieder", args=[Aanbieder.objects.get().pk])


def test_a_wrong_number_is_told_beside_the_field(als):
    page = als("contracten").post("/aanbieders/nieuw", {"naam": "Nieuw", "kvk": "12"})

    assert "Een KvK-nummer heeft acht cijfers." in text(page)
    assert not Aanbieder.objects.exists()


CONTRACT = {
    "omschrijving": "Begeleiding",
    "schaal": "lokaal",
    "van": "1-1-2026",
    "tot": "31-12-2027",
    "uitvoeringsvariant": "outputgericht",
    "bekostiging": "product",
    "verlengopties": "2",
    "verlenging_maanden": "12",
    "plafond_cent": "100.000,00",
}


def test_a_contract_is_made_and_its_mismatch_flagged(als):
    client = als("contracten")

    answer = client.post("/contracten/nieuw", CONTRACT | {"aanbieder": AanbiederFactory().pk})

    contract = Contract.objects.get()
    assert contract.plafond_cent == 100_000_00
    assert "past niet bij de uitvoeringsvariant" in text(client.get(answer["Location"]))


def test_a_contract_is_changed_and_keeps_its_number(als):
    contract = ContractFactory()

    als("contracten").post(f"/contracten/{contract.pk}/wijzigen", CONTRACT)

    contract.refresh_from_db()
    assert (contract.nummer[:2], contract.verlengopties) == ("C-", 2)


def test_an_end_before_the_start_is_refused_with_what_was_typed(als):
    contract = ContractFactory()

    page = als("contracten").post(
        f"/contracten/{contract.pk}/wijzigen", CONTRACT | {"tot": "31-12-2025"}
    )

    assert "De einddatum ligt voor de begindatum." in text(page)
    assert "100.000,00" in text(page)


def test_contracts_sort_and_filter_by_the_address(als):
    ContractFactory(nummer="C-1", tot=dt.date(2026, 8, 1), aanbieder__naam="Zz")
    ContractFactory(nummer="C-2", aanbieder__naam="Aa")
    ContractFactory(nummer="C-3", afgelopen=True)
    client = als("financien")

    by_provider = text(client.get("/contracten", {"sorteer": "aanbieder", "stand": "lopend"}))
    ending = text(client.get("/contracten", {"stand": "eindigt"}))

    assert by_provider.index("C-2") < by_provider.index("C-1")
    assert "C-3" not in by_provider
    assert ("C-1" in ending, "C-2" in ending) == (True, False)


def test_what_asks_attention_first_stands_on_top(als):
    ContractFactory(nummer="C-1", opzegdatum=dt.date(2026, 7, 1))

    page = text(als("contracten").get("/contracten"))

    assert "Dit vraagt het eerst aandacht" in page
    assert "opzeggen uiterlijk" in page


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_of_contracts_takes_the_same_number_of_queries(
    als, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        TariefFactory()
    client = als("contracten")
    client.get("/contracten")

    with django_assert_num_queries(6):
        client.get("/contracten")


def test_the_export_follows_the_filter_is_harmless_and_logged(als):
    ContractFactory(nummer="C-1", omschrijving="=2+2")
    ContractFactory(nummer="C-2", afgelopen=True)

    answer = als("beleid").get("/contracten.csv", {"stand": "lopend"})

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [(row["nummer"], row["omschrijving"]) for row in rows] == [("C-1", "'=2+2")]
    line = Toegangsregel.objects.get()
    assert line.handeling == Handeling.UITGEVOERD
    assert line.bijzonderheden == {"filter": {"stand": "lopend"}, "aantal": 1}


def test_a_price_is_shown_with_what_it_affects_before_it_is_agreed(als):
    toewijzing = ToewijzingFactory()
    contract = toewijzing.contract
    tarief = {"product": toewijzing.product_id, "eenheid": "04", "bedrag_cent": "66,00"}
    tarief["van"] = "1-7-2026"
    client = als("contracten")

    first = client.post(f"/contracten/{contract.pk}/tarief", tarief)
    assert Tarief.objects.count() == 1
    client.post(f"/contracten/{contract.pk}/tarief", tarief | {"vaststellen": "1"})

    assert "Het raakt 1 toewijzing" in text(first)
    assert "+10,0%" in text(first)
    assert Tarief.objects.filter(tot=dt.date(2026, 6, 30)).exists()
    assert Tarief.objects.get(tot=None).bedrag_cent == 66_00


def test_a_refused_price_comes_back_in_the_fragment(als):
    contract = ContractFactory()
    tarief = {"product": ProductFactory().pk, "eenheid": "04", "bedrag_cent": "66,00"}
    tarief |= {"van": "1-7-2029", "vaststellen": "1"}

    answer = als("contracten").post(
        f"/contracten/{contract.pk}/tarief", tarief, headers={"HX-Request": "true"}
    )

    assert answer.status_code == 422
    assert "<html" not in text(answer)
    assert "Kies een dag van 01-01-2026" in text(answer)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"van": "1-1-2026"}, "Er is voor dit product al een tarief dat op deze dag begint."),
        ({"van": "1-7-2029"}, "Kies een dag van 01-01-2026"),
        ({"eenheid": "01"}, "wordt geteld per uur. Kies een andere eenheid."),
    ],
)
def test_what_can_never_be_agreed_is_not_offered_to_be_agreed(als, anders, zin):
    oud = TariefFactory(product__eenheden=["04"])
    asked = {"product": oud.product_id, "eenheid": "04", "bedrag_cent": "66,00", "van": "1-7-2026"}

    page = text(als("contracten").post(f"/contracten/{oud.contract_id}/tarief", asked | anders))

    assert zin in page
    assert "Stelt u het vast?" not in page
    assert "Tarief vaststellen" not in page


def test_a_new_price_is_counted_as_the_last_one(als):
    per_minute = TariefFactory(eenheid="01")
    client = als("contracten")

    assert '<option value="01" selected>' in text(
        client.get(f"/contracten/{per_minute.contract_id}")
    )
    assert '<option value="04" selected>' in text(client.get(f"/contracten/{ContractFactory().pk}"))


def test_who_may_only_read_gets_no_form(als):
    contract = ContractFactory()

    page = text(als("toezicht").get(f"/contracten/{contract.pk}"))

    assert "Nieuw tarief" not in page
    assert "/wijzigen" not in page
