"""Working in a plan in a real browser, at a desk and on a tablet."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from hengelo_sociaal.kern.tijd import vandaag
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import (
    AanspreekpuntFactory,
    AfspraakFactory,
    DoelFactory,
    EvaluatieFactory,
    PlanFactory,
    RegisseurperiodeFactory,
    VoortgangFactory,
)
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from tests.factories.voorzieningen import VoorzieningFactory


@pytest.fixture
def consulent():
    return MedewerkerFactory(
        gebruikersnaam="consulent", naam="A. Nijhuis", consulent=True, telefoon="074 245 00 00"
    )


@pytest.fixture
def plan(consulent) -> Plan:
    """A household of a mother and a son, with two goals on the way."""
    mother = InwonerFactory(voornamen="Marieke", tussenvoegsel="", geslachtsnaam="Jansen-de Boer")
    son = InwonerFactory(
        voornamen="Daan", geslachtsnaam="Jansen", geboortedatum=dt.date(vandaag().year - 9, 5, 1)
    )
    huishouden = HuishoudenFactory(leden=[mother, son], straat="Deldenerstraat", huisnummer=118)
    made = PlanFactory(
        huishouden=huishouden,
        betrokken=consulent,
        begonnen_op=vandaag() - dt.timedelta(days=60),
        wat_telt="Dat er weer rust is in huis, en dat Daan met plezier naar school gaat.",
    )
    money = DoelFactory(
        plan=made, omschrijving="De huur en vaste lasten zijn weer op tijd betaald", prioriteit=1
    )
    VoorzieningFactory(
        naam="Inloophuis geldzaken",
        omschrijving="U krijgt hulp bij uw post, rekeningen en formulieren.",
        leefgebieden=["geld"],
    )
    VoorzieningFactory(naam="Budgetmaatje", leefgebieden=["geld"])
    AfspraakFactory(
        doel=money,
        omschrijving="Betalingsregeling met Welbions afspreken",
        naam="",
        medewerker=consulent,
        gedaan=True,
    )
    AfspraakFactory(doel=money, algemeen=True, herhaling="wekelijks", uiterlijk=None)
    AfspraakFactory(
        doel=money,
        trede="netwerk",
        omschrijving="Zus Karin helpt met de aanvraag bijzondere bijstand",
        naam="Zus Karin",
        uiterlijk=vandaag() + dt.timedelta(days=20),
    )
    sleep = DoelFactory(
        plan=made,
        omschrijving="Daan slaapt beter en gaat met plezier naar school",
        leefgebied_id="opvoeden",
        inwoner=son,
        volgorde=2,
    )
    AfspraakFactory(doel=sleep, maatwerk=True, wet_id="jeugdwet", uiterlijk=None)
    AfspraakFactory(
        doel=sleep,
        omschrijving="Slaapdagboek twee weken bijhouden",
        naam="",
        inwoner=mother,
        uiterlijk=vandaag() - dt.timedelta(days=3),
    )
    VoortgangFactory(doel=money, stap=1, inwoner=mother)
    VoortgangFactory(doel=money, stap=3, inwoner=mother)
    VoortgangFactory(doel=money, stap=2)
    RegisseurperiodeFactory(plan=made, medewerker=consulent)
    AanspreekpuntFactory(plan=made)
    EvaluatieFactory(plan=made, gepland_op=vandaag() + dt.timedelta(days=30))
    return made


def test_the_page_of_a_plan(pagina, plan, consulent, axe, schermafdruk):
    page = pagina(consulent, f"/plannen/{plan.pk}")

    schermafdruk(page, "plan")

    expect(page.get_by_role("heading", level=1)).to_have_text("Plan van huishouden Jansen-de Boer")
    axe(page)


def test_the_page_on_a_tablet(pagina, plan, consulent, axe, schermafdruk):
    page = pagina(consulent, f"/plannen/{plan.pk}", tablet=True)

    schermafdruk(page, "plan")

    assert page.evaluate("document.documentElement.scrollWidth") <= 820
    axe(page)


def test_ticking_and_progress_change_the_card_in_place(pagina, plan, consulent):
    page = pagina(consulent, f"/plannen/{plan.pk}")
    tick = page.get_by_role("button", name="Gedaan: Slaapdagboek")

    tick.click()
    expect(tick).to_have_attribute("aria-pressed", "true")
    goal = page.locator("section.hs-doel").nth(1)
    goal.get_by_role("button", name="Bijna").first.click()
    expect(goal.get_by_role("button", name="Bijna").first).to_have_attribute("aria-pressed", "true")

    page.reload()
    expect(tick).to_have_attribute("aria-pressed", "true")
    expect(goal.get_by_role("button", name="Bijna").first).to_have_attribute("aria-pressed", "true")


def test_from_goal_to_an_agreed_plan(pagina, plan, consulent, axe, schermafdruk):
    page = pagina(consulent, f"/plannen/{plan.pk}")

    page.get_by_role("link", name="Doel toevoegen").click()
    schermafdruk(page, "plan-doel")
    axe(page)
    page.get_by_label("Wat wilt u bereiken?").fill("Ik kom weer onder de mensen")
    page.get_by_label("Leefgebied").select_option(label="Sociaal netwerk")
    page.get_by_role("button", name="Doel toevoegen").click()

    page.get_by_role("link", name="Afspraak toevoegen bij doel 1").click()
    schermafdruk(page, "plan-afspraak")
    axe(page)
    page.get_by_role("link", name="Kiezen voor Inloophuis geldzaken").click()
    expect(page.get_by_label("Wat spreekt u af?")).to_have_value("Inloophuis geldzaken")
    page.get_by_role("button", name="Afspraak toevoegen").click()
    expect(page.get_by_text("De afspraak staat in het plan.")).to_be_visible()

    page.get_by_role("link", name="Plan vaststellen").click()
    group = page.get_by_role("group", name="Marieke Jansen-de Boer")
    group.get_by_text("Mondeling akkoord").click()
    expect(page.get_by_text("Daan Jansen is jonger dan 12 jaar.")).to_be_visible()
    schermafdruk(page, "plan-vaststellen")
    axe(page)
    page.get_by_role("button", name="Vaststellen").click()

    expect(page.get_by_text("Versie 1, vastgelegd op")).to_be_visible()
    page.get_by_role("link", name="Versie 1").click()
    expect(page.get_by_text("Klopt met de inhoud")).to_be_visible()
    schermafdruk(page, "plan-versie")
    axe(page)


def test_maatwerk_asks_for_the_reason(pagina, plan, consulent, axe, schermafdruk):
    page = pagina(consulent, f"/doelen/{plan.doelen.first().pk}/afspraken/nieuw")

    expect(page.get_by_label("Waarom past lichtere hulp niet?")).to_be_hidden()
    page.get_by_text("Maatwerk", exact=True).click()
    expect(page.get_by_label("Waarom past lichtere hulp niet?")).to_be_visible()
    page.get_by_label("Wat spreekt u af?").fill("Begeleiding thuis")
    page.get_by_label("Organisatie").fill("Zorg op Maat")
    page.get_by_role("button", name="Afspraak toevoegen").click()

    expect(page.locator("[data-foutsamenvatting]")).to_contain_text("Kies een reden.")
    schermafdruk(page, "plan-afspraak-maatwerk")
    axe(page)


def test_an_overstap_says_beforehand_what_it_does(pagina, plan, consulent, axe, schermafdruk):
    afspraak = plan.doelen.last().afspraken.get(trede="maatwerk")
    page = pagina(consulent, f"/afspraken/{afspraak.pk}/overstap")

    page.get_by_label("Naar welke wet?").select_option(label="Wmo 2015")
    page.get_by_label("Waarom?").fill("Daan wordt 18 jaar")
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(page.locator("#gevolgen")).to_contain_text("Het onderzoek duurt hoogstens 6 weken")
    schermafdruk(page, "plan-overstap")
    axe(page)
    page.get_by_role("button", name="Overstappen").click()

    expect(page.get_by_text("Overgestapt van Jeugdwet op")).to_be_visible()


def test_the_plan_on_paper(pagina, plan, consulent, axe, schermafdruk):
    mother = plan.deelnames.get(inwoner__voornamen="Marieke").inwoner
    DoelFactory(plan=plan, omschrijving="Weer aan het werk", inwoner=mother, volgorde=3)
    page = pagina(consulent, f"/plannen/{plan.pk}/afdruk")

    schermafdruk(page, "plan-afdruk")
    axe(page)
    page.get_by_text("Grote letters").click()
    page.get_by_label("Voor wie?").select_option(label="Daan Jansen")
    page.get_by_role("button", name="Toepassen").click()

    expect(page.locator(".hs-vel")).not_to_contain_text("Weer aan het werk")
    expect(page.locator(".hs-vel")).to_contain_text("Daan slaapt beter")
    schermafdruk(page, "plan-afdruk-groot")


def test_my_plans(pagina, plan, consulent, axe, schermafdruk):
    page = pagina(consulent, "/plannen")

    schermafdruk(page, "plannen")
    axe(page)
    page.get_by_label("Evaluatie").select_option(label="Te laat")
    page.get_by_role("button", name="Toepassen").click()

    expect(page.get_by_text("Er zijn geen plannen die hierbij passen")).to_be_visible()


def test_the_counter_sees_a_summary(pagina, plan, axe, schermafdruk):
    page = pagina("loket", f"/plannen/{plan.pk}")

    schermafdruk(page, "plan-samenvatting")

    expect(page.get_by_text("De huur en vaste lasten")).to_have_count(0)
    axe(page)
