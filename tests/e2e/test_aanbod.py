"""The catalogue, contracts and toewijzingen in a browser."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from aanbieders.models import Tarief, Toewijzing
from tests.factories.aanbieders import ContractFactory, TariefFactory, ToewijzingFactory
from tests.factories.toegang import HuishoudenFactory
from tests.factories.voorzieningen import VoorzieningFactory
from voorzieningen.models import Gemis, Voorziening

LOOPT = {"van": dt.date(2026, 1, 1), "tot": dt.date(2099, 12, 31)}


@pytest.fixture
def catalogus():
    VoorzieningFactory(naam="BudgetAlert", zoekwoorden="schulden", leefgebieden=["geld"])
    VoorzieningFactory(naam="Schuldhulpverlening", maatwerk=True, leefgebieden=["geld"])
    VoorzieningFactory(naam="Samen eten")


def test_the_list_follows_what_is_typed_and_the_address_too(pagina, axe, schermafdruk, catalogus):
    page = pagina("loket", "/voorzieningen")
    axe(page)
    schermafdruk(page, "voorzieningen")

    page.get_by_label("Waar zoekt u hulp bij?").press_sequentially("schuld")

    expect(page.get_by_role("heading", name="2 voorzieningen gevonden")).to_be_visible()
    expect(page.locator("h3").first).to_have_text("BudgetAlert")
    expect(page).to_have_url(re.compile("tekst=schuld"))
    page.get_by_role("link", name="Schuldhulpverlening").click()
    expect(page.get_by_role("heading", name="Dit is lichter")).to_be_visible()
    axe(page)
    schermafdruk(page, "voorziening")
    page.go_back()
    expect(page.get_by_label("Waar zoekt u hulp bij?")).to_have_value("schuld")


def test_beleid_adds_a_provision_and_a_consulent_tells_what_is_missing(pagina, axe, schermafdruk):
    page = pagina("beleid", "/voorzieningen/nieuw")
    axe(page)
    page.get_by_label("Naam", exact=True).fill("Taalcafé")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("link", name="Code")).to_be_visible()
    schermafdruk(page, "voorziening-fout")
    page.get_by_label("Code", exact=True).fill("taalcafe")
    page.get_by_label("Soort", exact=True).select_option("algemeen")
    page.get_by_label("Vorm", exact=True).select_option("collectief")
    page.get_by_label("Omschrijving", exact=True).fill("U oefent Nederlands.")
    page.get_by_label("Onderwijs en leren").check()
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Taalcafé staat nu in de catalogus.")).to_be_visible()
    assert Voorziening.objects.get().naam == "Taalcafé"

    page = pagina("consulent", "/voorzieningen/gemis")
    axe(page)
    page.get_by_label("Leefgebied").select_option("netwerk")
    page.get_by_label("Wat ontbreekt er").fill("Geen inloop in de avond.")
    page.get_by_role("button", name="Gemis melden").click()
    expect(page.get_by_text("Beleid ziet uw melding")).to_be_visible()
    assert Gemis.objects.count() == 1


def test_contractbeheer_sees_what_a_price_affects_before_agreeing_it(pagina, axe, schermafdruk):
    tarief = TariefFactory(contract=ContractFactory(**LOOPT))
    ToewijzingFactory(tarief=tarief, tot=dt.date(2099, 12, 31), herziening_op=None)
    page = pagina("contracten", "/contracten")
    axe(page)
    schermafdruk(page, "contracten")
    page.get_by_role("link", name=tarief.contract.nummer).first.click()

    page.get_by_label("Product").select_option(str(tarief.product_id))
    page.get_by_label("Tarief per eenheid").fill("66,00")
    page.get_by_label("Gaat in op").fill("2098-01-01")
    page.get_by_role("button", name="Bekijk het gevolg").click()

    expect(page.get_by_text("Het raakt 1 toewijzing.")).to_be_visible()
    assert Tarief.objects.count() == 1
    axe(page)
    schermafdruk(page, "contract")
    page.get_by_role("button", name="Tarief vaststellen").click()
    expect(page.get_by_text("Het tarief is vastgesteld.")).to_be_visible()
    expect(page.get_by_role("cell", name="€ 66,00")).to_be_visible()


def test_administratie_grants_and_contractbeheer_sees_no_name(pagina, axe, schermafdruk):
    inwoner = HuishoudenFactory(met_leden=1).leden.get()
    tarief = TariefFactory(contract=ContractFactory(**LOOPT))
    page = pagina("administratie", "/toewijzingen/nieuw")
    axe(page)
    page.get_by_label("Zoek op BSN").fill(inwoner.geslachtsnaam)
    page.get_by_role("main").get_by_role("button", name="Zoeken").click()
    page.get_by_role("link", name=inwoner.geslachtsnaam).click()
    page.get_by_label("Contract").select_option(str(tarief.contract_id))
    page.get_by_role("button", name="Verder").click()
    axe(page)

    page.get_by_label("Product").select_option(str(tarief.pk))
    page.get_by_label("Wie verwees of bepaalde dit?").fill("Huisarts De Wit")
    page.get_by_label("Op welke dag?").fill("2026-11-20")
    page.get_by_label("Hoeveel").fill("4")
    page.get_by_label("Van", exact=True).fill("2026-12-01")
    page.get_by_label("Tot en met").fill("2027-11-30")
    page.get_by_role("button", name="Toewijzen").click()

    expect(page.get_by_text("4 uur per week")).to_be_visible()
    axe(page)
    schermafdruk(page, "toewijzing")
    made = Toewijzing.objects.get()
    page = pagina("contracten", "/toewijzingen")
    axe(page)
    schermafdruk(page, "toewijzingen-pseudoniem")
    expect(page.get_by_role("link", name=made.nummer)).to_be_visible()
    expect(page.get_by_text(inwoner.geslachtsnaam)).to_have_count(0)
