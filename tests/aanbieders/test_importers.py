"""Providers and contracts from a file."""

import datetime as dt

import pytest

from aanbieders.models import Aanbieder, Contract, Product
from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.aanbieders import AanbiederFactory
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
AANBIEDERS = (
    "naam;kvk;agb;plaats\nZorg aan Huis;12345678;;Hengelo\nDe Linde;87654321;12312312;Borne"
)
KOP = (
    "nummer;kvk;omschrijving;schaal;van;tot;uitvoeringsvariant;bekostiging;"
    "verlengopties;verlenging_maanden;plafond;opzegdatum"
)
CONTRACT = (
    "TW-1;12345678;Begeleiding;regionaal;2026-01-01;2027-12-31;inspanningsgericht;product;"
    "2;12;1.500.000,00;2027-06-30"
)


def bring_in(soort: str, text: str, rol: str = "contracten", **kwargs):
    by = MedewerkerFactory(rollen=[rol])
    return import_file(
        soort=soort, inhoud=text.encode(), naam=f"{soort}.csv", by=by, at=NU, **kwargs
    )


def test_providers_go_in_and_a_second_time_nothing_changes():
    first = bring_in("aanbieders", AANBIEDERS)
    lines = Wijzigingsregel.objects.count()
    second = bring_in("aanbieders", AANBIEDERS)

    assert (first.telling.nieuw, second.telling.verandert) == (2, False)
    assert Wijzigingsregel.objects.count() == lines


def test_a_changed_name_is_changed_and_logged():
    bring_in("aanbieders", AANBIEDERS)

    verslag = bring_in("aanbieders", AANBIEDERS.replace("De Linde", "De Beuk"))

    assert verslag.telling.gewijzigd == 1
    assert Aanbieder.objects.filter(naam="De Beuk").exists()


def test_a_number_that_cannot_be_is_told_by_its_line_and_nothing_is_kept():
    with pytest.raises(InvoerGeweigerd) as refused:
        bring_in("aanbieders", AANBIEDERS.replace("87654321", "8765432"))

    assert [(each.regel, each.reden) for each in refused.value.fouten] == [
        (3, "Een KvK-nummer heeft acht cijfers.")
    ]
    assert not Aanbieder.objects.exists()


def test_contracts_go_in_with_money_in_cents_and_a_second_time_nothing_changes():
    AanbiederFactory(kvk="12345678")

    first = bring_in("contracten", f"{KOP}\n{CONTRACT}")
    second = bring_in("contracten", f"{KOP}\n{CONTRACT}")

    contract = Contract.objects.get()
    assert (contract.plafond_cent, contract.verlengopties) == (1_500_000_00, 2)
    assert (first.telling.nieuw, second.telling.verandert) == (1, False)


def test_a_contract_of_a_provider_we_do_not_know_is_refused():
    with pytest.raises(InvoerGeweigerd, match="niet goed") as refused:
        bring_in("contracten", f"{KOP}\n{CONTRACT}")

    assert "kennen we niet" in refused.value.fouten[0].reden


def test_an_end_before_the_start_is_refused_by_the_domain():
    AanbiederFactory(kvk="12345678")

    with pytest.raises(InvoerGeweigerd) as refused:
        bring_in("contracten", f"{KOP}\n{CONTRACT.replace('2027-12-31', '2025-12-31')}")

    assert refused.value.fouten[0].regel == 2
    assert not Contract.objects.exists()


def test_only_contractbeheer_may_bring_contracts_in():
    with pytest.raises(GeenRecht):
        bring_in("aanbieders", AANBIEDERS, rol="financien")


PRODUCTEN = (
    "wet;code;naam;categorie;eenheden;taakveld;voorziening\n"
    "wmo;02A03;Begeleiding;02;minuut|uur;6.712;\njeugdwet;45A48;Gezin;45;01;6.752;"
)


def test_products_go_in_and_a_second_time_nothing_changes():
    first, second = bring_in("producten", PRODUCTEN), bring_in("producten", PRODUCTEN)

    assert (first.telling.nieuw, second.telling.verandert) == (2, False)
    assert Product.objects.get(code="02A03").eenheden == ["01", "04"]


def test_a_trial_keeps_no_product():
    bring_in("producten", PRODUCTEN, proef=True)

    assert not Product.objects.exists()


@pytest.mark.parametrize(
    ("was", "wordt", "reden"),
    [
        ("minuut|uur", "week", "kolom 'eenheden': 'week' is geen eenheid."),
        ("minuut|uur", "etmaal", "Begeleiding wordt geteld per"),
        ("wmo;", "maan;", "wet 'maan' kennen we niet"),
    ],
)
def test_a_product_that_cannot_be_is_told_by_its_line(was, wordt, reden):
    with pytest.raises(InvoerGeweigerd) as refused:
        bring_in("producten", PRODUCTEN.replace(was, wordt))

    assert refused.value.fouten[0].regel == 2
    assert refused.value.fouten[0].reden.startswith(reden)
    assert not Product.objects.exists()
