"""Products: in which category, counted in what, and what is refused."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from aanbieders.domain.producten import (
    ProductGegevens,
    change_product,
    gegevens_of,
    register_product,
)
from aanbieders.domain.tarieven import set_tarief
from aanbieders.exceptions import BuitenProduct, EenheidNietBijProduct, ProductBestaatAl
from aanbieders.models import Product, Productcategorie, Tarief
from aanbieders.queries.producten import history_of
from hengelo_sociaal.kern.fouten import GeenRecht, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.waarden.models import Wet
from tests.factories.aanbieders import ContractFactory, ProductFactory, TariefFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from tests.inloggen import logged_in
from tests.standaarden import CODELIJSTEN, standaard

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)


@pytest.fixture
def contractbeheer():
    return MedewerkerFactory(rollen=["contracten"])


@pytest.fixture
def begeleiding():
    return ProductGegevens(
        naam="Begeleiding",
        categorie="02",
        wet=Wet.objects.get(pk="wmo"),
        taakveld="6.712",
        eenheden=["01", "04"],
    )


def refused_fields(gegevens, by) -> set[str]:
    with pytest.raises(OngeldigeInvoer) as refused:
        register_product(code="02A03", gegevens=gegevens, by=by, at=NU)
    assert not Product.objects.exists()
    return set(refused.value.velden)


def test_a_product_says_in_what_it_is_counted(contractbeheer, begeleiding):
    made = register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)

    assert made.eenheden_in_woorden == "minuut of uur"


def test_a_unit_that_the_category_does_not_know_is_refused_in_words(contractbeheer, begeleiding):
    with pytest.raises(OngeldigeInvoer) as refused:
        register_product(
            code="02A03",
            gegevens=replace(begeleiding, eenheden=["04", "14"]),
            by=contractbeheer,
            at=NU,
        )

    assert refused.value.velden["eenheden"] == (
        "Begeleiding wordt geteld per minuut, uur, dagdeel, resultaat of euro, niet per etmaal."
    )


def test_what_cannot_be_right_is_refused_by_its_field(contractbeheer, begeleiding):
    jeugd = Wet.objects.get(pk="jeugdwet")

    assert refused_fields(replace(begeleiding, eenheden=[]), contractbeheer) == {"eenheden"}
    assert refused_fields(replace(begeleiding, wet=jeugd), contractbeheer) == {"categorie"}
    assert refused_fields(replace(begeleiding, categorie="99"), contractbeheer) == {"categorie"}
    assert refused_fields(replace(begeleiding, taakveld="9.99"), contractbeheer) == {"taakveld"}


def test_a_product_code_is_taken_once_per_law(contractbeheer, begeleiding, monkeypatch):
    monkeypatch.setattr("aanbieders.domain.producten.check", lambda record: None)
    register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)

    with pytest.raises(ProductBestaatAl):
        register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)


@pytest.mark.parametrize("rol", ["beleid", "financien", "administratie", "beheer"])
def test_only_contractbeheer_writes(rol, begeleiding):
    by = MedewerkerFactory(rollen=[rol])

    with pytest.raises(GeenRecht):
        register_product(code="02A03", gegevens=begeleiding, by=by, at=NU)


def test_a_tariff_in_another_unit_is_refused_in_words(contractbeheer):
    contract, product = ContractFactory(), ProductFactory(naam="Begeleiding", eenheden=["01", "04"])
    price = {"contract": contract, "product": product, "bedrag_cent": 60_00, "van": contract.van}

    with pytest.raises(EenheidNietBijProduct) as refused:
        set_tarief(**price, eenheid="16", by=contractbeheer, at=NU)

    assert refused.value.melding == (
        "Begeleiding wordt geteld per minuut of uur. Kies een andere eenheid."
    )
    assert not Tarief.objects.exists()
    assert set_tarief(**price, eenheid="04", by=contractbeheer, at=NU).eenheid == "04"


def test_a_unit_that_has_a_tariff_stays(contractbeheer, begeleiding):
    product = register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)
    TariefFactory(product=product, eenheid="04")

    with pytest.raises(EenheidNietBijProduct):
        change_product(
            product=product,
            gegevens=replace(begeleiding, eenheden=["01"]),
            by=contractbeheer,
            at=NU,
        )


def test_changing_nothing_writes_nothing(contractbeheer, begeleiding):
    product = register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)
    lines = Wijzigingsregel.objects.count()

    change_product(product=product, gegevens=begeleiding, by=contractbeheer, at=NU)
    assert Wijzigingsregel.objects.count() == lines
    change_product(
        product=product, gegevens=replace(begeleiding, naam="Anders"), by=contractbeheer, at=NU
    )
    assert Wijzigingsregel.objects.count() == lines + 1


def test_the_administration_refuses_the_same():
    product = ProductFactory.build(eenheden=["14"])

    with pytest.raises(ValidationError, match="niet per etmaal"):
        product.clean()


def test_our_categories_are_on_the_national_lists():
    lists = json.loads(standaard(CODELIJSTEN).read_text(encoding="utf-8"))["lijsten"]
    categories = {
        "wmo": set(lists["iwmo-3.2"]["WMO020"]["codes"]),
        "jeugdwet": set(lists["ijw-3.2"]["JZ020"]["codes"]),
    }
    units = set(lists["iwmo-3.2"]["WJ756"]["codes"])

    for one in Productcategorie.objects.all():
        assert one.code in categories[one.wet_id]
        assert set(one.eenheden) <= units


def test_the_screens_show_the_units(als):
    voorziening = VoorzieningFactory(naam="Begeleiding", maatwerk=True)
    ProductFactory(naam="Begeleiding licht", eenheden=["04"], voorziening=voorziening)

    assert "Begeleiding licht" in als("contracten").get("/producten").text
    page = als("consulent").get(f"/voorzieningen/{voorziening.pk}").text
    assert "per uur" in page
    assert als("consulent").get("/producten").status_code == 403


@pytest.mark.parametrize("aantal", [1, 4])
def test_the_list_takes_the_same_number_of_queries(als, aantal, django_assert_max_num_queries):
    ProductFactory.create_batch(aantal)
    browser = als("contracten")

    with django_assert_max_num_queries(8):
        browser.get("/producten")


@pytest.mark.parametrize("dag", [dt.date(2026, 1, 31), dt.date(2026, 7, 1)])
def test_a_price_begins_only_while_the_product_can_be_bought(contractbeheer, dag):
    product = ProductFactory(geldig_van=dt.date(2026, 2, 1), geldig_tot=dt.date(2026, 6, 30))
    price = {"contract": ContractFactory(), "product": product, "eenheid": "04"}

    with pytest.raises(BuitenProduct) as refused:
        set_tarief(**price, bedrag_cent=6000, van=dag, by=contractbeheer, at=NU)

    assert "van 01-02-2026 tot en met 30-06-2026" in refused.value.velden["van"]
    for ok in (dt.date(2026, 2, 1), dt.date(2026, 6, 30)):
        set_tarief(**price, bedrag_cent=6000, van=ok, by=contractbeheer, at=NU)


@pytest.mark.parametrize(
    ("period", "field"),
    [
        ({"geldig_tot": dt.date(2026, 2, 28)}, "geldig_tot"),
        ({"geldig_van": dt.date(2027, 1, 1)}, "geldig_van"),
    ],
)
def test_a_product_is_not_closed_on_a_price_that_is_still_to_begin(contractbeheer, period, field):
    product = TariefFactory(van=dt.date(2026, 3, 1), product__eenheden=["04"]).product
    now = gegevens_of(product)

    with pytest.raises(BuitenProduct) as refused:
        change_product(product=product, gegevens=replace(now, **period), by=contractbeheer, at=NU)

    assert list(refused.value.velden) == [field]
    product.refresh_from_db()
    assert product.geldig_tot is None


def test_the_history_is_in_words(contractbeheer, begeleiding):
    made = register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)
    later = replace(begeleiding, eenheden=["04"], geldig_tot=dt.date(2026, 12, 31))
    change_product(product=made, gegevens=later, by=contractbeheer, at=NU)

    newest, first = history_of(made)

    assert newest.wie == contractbeheer.naam
    assert ("te tellen in", "minuut of uur", "uur") in newest.verschillen
    assert ("in te kopen tot en met", "", "31-12-2026") in newest.verschillen
    assert ("productcode", "", "02A03") in first.verschillen


def test_the_history_also_tells_what_beheer_changed(contractbeheer, begeleiding):
    made = register_product(code="02A03", gegevens=begeleiding, by=contractbeheer, at=NU)
    beheer = MedewerkerFactory(naam="Bea Beheer", rollen=["beheer"])
    client = logged_in(beheer)
    form = client.get(f"/beheer/aanbieders/product/{made.pk}/change/").context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    given = {name: value for name, value in values.items() if value not in (None, "")}

    answer = client.post(
        f"/beheer/aanbieders/product/{made.pk}/change/", given | {"naam": "Begeleiding anders"}
    )

    assert answer.status_code == 302
    newest = history_of(made)[0]
    assert newest.wie == "Bea Beheer"
    assert [after for _, _, after in newest.verschillen] == ["Begeleiding anders"]
