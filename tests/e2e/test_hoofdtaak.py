"""The main job, end to end: from a question at the counter to a figure on the dashboard.

Loket registers a question that becomes a melding; consulent takes it up and makes a plan
with the household; contracten sees who delivers, without a name; beleid sees the figure
change on the page that was open all the time.
"""

import datetime as dt

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.domain.herbereken import recount_everything
from hengelo_sociaal.kern.tijd import nu, vandaag
from plannen.models import Plan
from tests.e2e.conftest import search_for
from tests.factories.aanbieders import ContractFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import (
    ContactFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
)
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Melding


@pytest.fixture
def consulent():
    made = MedewerkerFactory(gebruikersnaam="consulent", naam="Anouk Nijhuis", consulent=True)
    TeamFactory(code="wmo", naam="Wmo").leden.add(made)
    return made


@pytest.fixture
def gezin():
    mother = InwonerFactory(voornamen="Marieke", geslachtsnaam="Jansen")
    VoorzieningFactory(naam="Klussendienst in de wijk", leefgebieden=["wonen"])
    return HuishoudenFactory(leden=[mother], straat="Deldenerstraat", huisnummer=118)


@pytest.fixture
def twenty_questions():
    """Earlier questions of this month, for a group under ten is not shown."""
    for _ in range(20):
        HulpvraagFactory(contact=ContactFactory(bekend=True, plaatsgevonden_op=nu()))
    recount_everything(tot=vandaag(), at=nu())


def test_from_a_question_to_a_figure(
    pagina, gezin, consulent, twenty_questions, axe, schermafdruk, celery_worker_proces
):
    beleid = pagina("beleid", "/dashboard")
    expect(_tile(beleid)).to_have_text("20")

    melding = _register_at_the_counter(pagina("loket", "/contacten/nieuw"), axe, schermafdruk)
    page = pagina(consulent, f"/meldingen/{melding.pk}")
    _make_a_plan(page, melding, consulent, axe, schermafdruk)

    assert Plan.objects.get().status == "vastgesteld"
    expect(_tile(beleid)).to_have_text("21")
    schermafdruk(beleid, "hoofdtaak-dashboard")
    axe(beleid)


def test_contract_managers_see_who_delivers_and_nobody_else(pagina, gezin, axe, schermafdruk):
    contract = ContractFactory()

    page = pagina("contracten", "/contracten")

    expect(page.get_by_text(contract.aanbieder.naam).first).to_be_visible()
    expect(page.get_by_text("Jansen")).to_have_count(0)
    schermafdruk(page, "hoofdtaak-contracten")
    axe(page)


def test_policy_never_reaches_a_person(pagina, gezin):
    page = pagina("beleid", "/dashboard")

    answer = page.goto(f"/huishoudens/{gezin.pk}")

    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_text("Jansen")).to_have_count(0)


def _tile(page: Page) -> Locator:
    """The number of questions, on its tile."""
    return page.locator(".hs-tegel", has_text="Hulpvragen").first.locator(".hs-waarde")


def _register_at_the_counter(page: Page, axe, schermafdruk) -> Melding:
    """Search, choose, kind of question, outcome, save: with the keyboard."""
    page.keyboard.press("/")
    search_for(page, "jansen")
    page.locator(".hs-treffer").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#gekozen")).to_contain_text("Marieke Jansen")
    page.get_by_label("Soort vraag").select_option(label="Hulp bij het huishouden")
    page.get_by_label("Melding", exact=True).check(force=True)
    page.get_by_label("Waar ging het over").fill("Ik krijg het huis niet meer schoon.")
    schermafdruk(page, "hoofdtaak-balie")
    axe(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/meldingen/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hulp bij het huishouden")
    return Melding.objects.get()


def _make_a_plan(page: Page, melding: Melding, consulent, axe, schermafdruk) -> None:
    """Take the melding up, then one goal and one agreement that uses a provision."""
    page.get_by_text("Toedelen", exact=True).first.click()
    page.get_by_label("Consulent").select_option(str(consulent.pk))
    page.get_by_role("button", name="Toedelen").click()
    expect(page.get_by_text("De melding is toegedeeld.")).to_be_visible()
    schermafdruk(page, "hoofdtaak-melding")
    axe(page)
    page.goto(f"/plannen/nieuw?huishouden={melding.huishouden_id}")
    page.get_by_role("button", name="Plan beginnen").click()
    expect(page.get_by_role("heading", name="Van gesprek naar plan")).to_be_visible()
    page.get_by_label("Wat wilt u bereiken met wonen?").fill("Mijn huis is weer schoon")
    page.get_by_role("button", name="Verder naar de afspraken").click()
    _agree(page)
    page.get_by_role("link", name="Plan vaststellen").click()
    page.get_by_label("Mondeling akkoord").first.check(force=True)
    page.locator("#formulier button[type=submit]").first.click()
    expect(page.get_by_text("Vastgesteld").first).to_be_visible()
    schermafdruk(page, "hoofdtaak-plan")


def _agree(page: Page) -> None:
    page.get_by_label("Wat spreekt u af?").fill("De klussendienst hangt beugels op")
    page.get_by_label("Algemene voorziening", exact=True).check(force=True)
    page.locator("[name=organisatie]").fill("Wijkracht")
    page.locator("select[name=voorziening]").select_option(label="Klussendienst in de wijk")
    page.locator("[name=uiterlijk]").fill((vandaag() + dt.timedelta(days=20)).isoformat())
    page.locator("#formulier button[type=submit]").first.click()
    expect(page.locator(".hs-afspraak-tekst")).to_have_text("De klussendienst hangt beugels op")
