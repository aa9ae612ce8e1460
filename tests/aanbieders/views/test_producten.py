"""Products on screen: contract managers add and change them, everybody else reads."""

import datetime as dt
import json

import pytest

from aanbieders.domain.producten import seen_of
from aanbieders.models import Product
from aanbieders.views import producten
from hengelo_sociaal.waarden.models import Taakveld
from tests.factories.aanbieders import ProductFactory, TariefFactory, ToewijzingFactory
from tests.factories.voorzieningen import VoorzieningFactory

pytestmark = pytest.mark.django_db
NIEUW = "/producten/nieuw"


@pytest.fixture(autouse=True)
def _in_2026(monkeypatch):
    monkeypatch.setattr(producten, "vandaag", lambda: dt.date(2026, 6, 1))


def filled_in(**anders) -> dict[str, object]:
    return {
        "code": "02a05",
        "naam": "Begeleiding licht",
        "wet": "wmo",
        "categorie": "02",
        "eenheden": ["04"],
        "taakveld": "6.712",
        "geldig_van": "2026-01-01",
        "geldig_tot": "",
        **anders,
    }


def address(product: Product) -> str:
    return f"/producten/{product.pk}/wijzigen"


def test_a_contract_manager_adds_a_product_from_its_provision(als):
    scootmobiel = VoorzieningFactory(naam="Scootmobiel", maatwerk=True)
    client = als("contracten")

    page = client.get(f"/voorzieningen/{scootmobiel.pk}").text
    start = client.get(f"{NIEUW}?voorziening={scootmobiel.pk}").text
    made = client.post(NIEUW, filled_in(voorziening=scootmobiel.pk), follow=True)

    product = Product.objects.get()
    assert f"{NIEUW}?voorziening={scootmobiel.pk}" in page
    assert f'value="{scootmobiel.pk}" selected' in start
    assert (product.code, product.voorziening) == ("02A05", scootmobiel)
    assert product.geldig_van == dt.date(2026, 1, 1)
    assert "Begeleiding licht is toegevoegd" in made.text
    assert "Begeleiding licht" in client.get(f"/voorzieningen/{scootmobiel.pk}").text


def test_a_catalogue_owner_sees_the_product_and_who_keeps_it(als):
    product = ProductFactory(voorziening=VoorzieningFactory(maatwerk=True))
    client = als("beleid")

    page = client.get(f"/voorzieningen/{product.voorziening_id}").text

    assert f"/producten/{product.pk}" in page
    assert "Contractbeheer voegt producten toe" in page
    assert NIEUW not in page
    assert client.get(f"/producten/{product.pk}").status_code == 200


def test_only_maatwerk_has_products(als):
    general = VoorzieningFactory()

    assert NIEUW not in als("contracten").get(f"/voorzieningen/{general.pk}").text


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"categorie": "45"}, "Deze productcategorie hoort niet bij deze wet"),
        ({"eenheden": ["82", "14"]}, "niet per"),
        ({"eenheden": []}, "Kies minstens één eenheid"),
        ({"code": "02-A"}, "Een productcode heeft vijf cijfers of hoofdletters"),
        ({"geldig_tot": "2025-12-31"}, "De laatste dag ligt voor de eerste dag"),
        ({"taakveld": ""}, "Kies"),
    ],
)
def test_what_cannot_be_right_is_said_in_a_sentence_and_nothing_is_lost(als, anders, zin):
    answer = als("contracten").post(NIEUW, filled_in(**anders))

    assert zin in answer.text
    assert "Begeleiding licht" in answer.text
    assert not Product.objects.exists()


def test_the_code_list_of_the_municipality_is_asked_when_it_is_there(als, settings, tmp_path):
    path = tmp_path / "codelijsten.json"
    lists = {"iwmo32": {"WMO020": {"codes": {"03": "x"}}}, "ijw32": {"JZ020": {"codes": {}}}}
    path.write_text(json.dumps({"lijsten": lists}))
    settings.CODELIJSTEN = str(path)

    answer = als("contracten").post(NIEUW, filled_in())

    assert "Deze categorie staat niet in de lijst van iWmo of iJw" in answer.text


def test_the_same_code_twice_under_one_law_is_refused(als):
    ProductFactory(code="02A05")

    answer = als("contracten").post(NIEUW, filled_in())

    assert "Er is al een product met deze code onder deze wet" in answer.text
    assert Product.objects.count() == 1


def test_a_change_is_kept_with_who_made_it(als):
    product = ProductFactory(naam="Begeleiding", eenheden=["04"])
    client = als("contracten")
    given = filled_in(gezien=seen_of(product), geldig_tot="2027-12-31")

    answer = client.post(address(product), given, follow=True)

    product.refresh_from_db()
    assert product.naam == "Begeleiding licht"
    assert product.geldig_tot == dt.date(2027, 12, 31)
    assert "Product gewijzigd" in answer.text
    assert "<td>31-12-2027</td>" in answer.text
    assert "van 01-01-2026 tot en met 31-12-2027" in answer.text.lower()


def test_who_was_overtaken_sees_both_values(als):
    product = ProductFactory(naam="Begeleiding", eenheden=["04"])
    given = filled_in(gezien=seen_of(product), naam="Begeleiding zwaar")
    Product.objects.update(naam="Begeleiding thuis")

    answer = als("contracten").post(address(product), given)

    assert "Begeleiding thuis" in answer.text
    assert "Begeleiding zwaar" in answer.text
    assert Product.objects.get().naam == "Begeleiding thuis"


def test_the_page_says_what_a_change_touches(als):
    product = ToewijzingFactory(product=ProductFactory(), tot=dt.date(2026, 12, 31)).product
    TariefFactory(product=product)

    page = als("contracten").get(address(product)).text

    assert "lopende toewijzing" in page
    assert "Wat is toegewezen, verandert niet" in page


def test_a_list_of_products_says_which_can_still_be_bought(als):
    ProductFactory(naam="Oud", geldig_tot=dt.date(2025, 12, 31))
    ProductFactory(naam="Later", geldig_van=dt.date(2027, 1, 1))
    ProductFactory(naam="Gewoon")

    page = als("jurist").get("/producten").text

    assert "Niet meer in te kopen" in page
    assert "Komt" in page
    assert NIEUW not in page


@pytest.mark.parametrize("tarieven", [1, 3])
def test_one_product_takes_the_same_number_of_queries(als, tarieven, django_assert_max_num_queries):
    product = ProductFactory()
    TariefFactory.create_batch(tarieven, product=product)
    client = als("contracten")
    client.get("/producten")

    with django_assert_max_num_queries(9):
        assert client.get(f"/producten/{product.pk}").status_code == 200


def test_the_taakvelden_are_those_of_this_year(als):
    Taakveld.objects.create(code="6.99", omschrijving="Van vroeger", van_jaar=2017, tot_jaar=2020)

    page = als("contracten").get(NIEUW).text

    assert "6.712" in page
    assert "Van vroeger" not in page


def test_the_list_is_in_the_order_of_law_and_category(als):
    for code, categorie in (("12A01", "12"), ("02A09", "02"), ("02A01", "02")):
        ProductFactory(code=code, categorie=categorie)

    page = als("contracten").get("/producten").text

    assert page.index("02A01") < page.index("02A09") < page.index("12A01")
