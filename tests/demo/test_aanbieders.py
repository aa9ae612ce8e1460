"""Providers, contracts and what is granted in the demo town."""

import datetime as dt
from itertools import pairwise

import pytest
from django.db.models import Count, F, Q

from aanbieders.enums import Grondslag, Uitvoeringsvariant
from aanbieders.models import Aanbieder, Contract, Product, Tarief, Toewijzing
from aanbieders.queries.kosten import commitments
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.waarden.models import Taakveld
from tests.demo.conftest import TOT

pytestmark = pytest.mark.django_db


def test_about_fifty_providers_have_about_sixty_contracts(stad: Stad) -> None:
    assert 45 <= Aanbieder.objects.count() <= 55
    assert 55 <= Contract.objects.count() <= 70
    assert not Aanbieder.objects.filter(contracten__isnull=True).exists()


def test_everybody_passes_the_checks_of_the_forms(stad: Stad) -> None:
    for one in [*Aanbieder.objects.all(), *Contract.objects.all(), *Product.objects.all()]:
        one.full_clean()


def test_some_contracts_end_within_half_a_year_and_one_is_paid_wrongly(stad: Stad) -> None:
    soon = Contract.objects.filter(tot__lt=TOT + dt.timedelta(days=183))

    assert 3 <= soon.count() <= 20
    assert sum(not one.bekostiging_past for one in Contract.objects.all()) == 1


def test_products_carry_the_category_and_a_taakveld_of_now(stad: Stad) -> None:
    known = set(Taakveld.objects.filter(van_jaar=2025).values_list("code", flat=True))

    for product in Product.objects.all():
        assert product.code.startswith(product.categorie)
        assert product.taakveld in known
        assert product.voorziening.soort == "maatwerk"


def test_prices_follow_on_each_other_without_a_gap(stad: Stad) -> None:
    rows = Tarief.objects.order_by("contract", "product", "eenheid", "van")

    for before, after in pairwise(rows):
        if (before.contract_id, before.product_id) == (after.contract_id, after.product_id):
            assert before.tot == after.van - dt.timedelta(days=1)
            assert before.bedrag_cent < after.bedrag_cent
        else:
            assert before.tot is None


def test_what_is_granted_lies_within_its_contract_and_has_a_price(stad: Stad) -> None:
    rows = Toewijzing.objects.select_related("contract")
    priced = Q(
        contract__tarieven__product=F("product"),
        contract__tarieven__eenheid=F("eenheid"),
        contract__tarieven__van__lte=F("van"),
    )

    assert rows.exists()
    assert not rows.filter(Q(van__lt=F("contract__van")) | Q(van__gt=F("contract__tot"))).exists()
    assert not rows.filter(tot__gt=F("contract__tot")).exists()
    assert rows.filter(priced).distinct().count() == rows.count()
    for one in rows:
        assert one.eenheid in Uitvoeringsvariant(one.contract.uitvoeringsvariant).eenheden


def test_between_two_and_three_of_five_households_have_more_than_one_provision(stad: Stad) -> None:
    households = (
        Toewijzing.objects.geldig().values("huishouden").annotate(n=Count("product", distinct=True))
    )
    more = sum(row["n"] > 1 for row in households)

    assert 0.25 < more / len(households) < 0.6


def test_most_youth_help_comes_without_a_besluit_of_ours(stad: Stad) -> None:
    youth = Toewijzing.objects.filter(product__wet="jeugdwet")
    others = Toewijzing.objects.exclude(product__wet="jeugdwet")

    assert 0.5 < youth.filter(grondslag=Grondslag.MEDISCH).count() / youth.count() < 0.8
    assert set(others.values_list("grondslag", flat=True)) == {Grondslag.BESLUIT}


def test_the_commitments_of_a_year_can_be_counted(stad: Stad) -> None:
    rows = commitments(van=dt.date(2026, 1, 1), tot=dt.date(2026, 12, 31))

    assert {row.taakveld for row in rows} >= {"6.711", "6.712", "6.752"}
    assert all(row.cent > 0 for row in rows)
