"""The counter in a real browser: by the keyboard alone, and nothing gets lost."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Contact, Huishouden, Melding

PATH = "/contacten/nieuw"


@pytest.fixture
def huishouden() -> Huishouden:
    mother = InwonerFactory(
        voornamen="Marieke", geslachtsnaam="Jansen-de Boer", geboortedatum=dt.date(1986, 3, 14)
    )
    son = InwonerFactory(voornamen="Daan", geslachtsnaam="Jansen", kind=True)
    return HuishoudenFactory(leden=[mother, son], straat="Deldenerstraat", huisnummer=118)


class Toetsen:
    """Presses keys and counts them: what a worker at the counter does, and no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.aantal = 0

    def druk(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.aantal += 1

    def typ(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.aantal += len(words)


def test_an_anonymous_question_takes_a_handful_of_keys(pagina, axe, schermafdruk):
    page = pagina("loket", PATH)
    keys = Toetsen(page)
    expect(page.get_by_label("Soort vraag")).to_be_focused()

    keys.typ("Schu")
    expect(page.get_by_label("Soort vraag")).to_have_value("schulden")
    expect(page.get_by_role("heading", name="Bij een melding")).to_be_visible()
    schermafdruk(page, "balie-anoniem")
    axe(page)
    keys.druk("Control+Enter")

    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()
    contact = Contact.objects.get()
    assert contact.inwoner is None
    assert contact.hulpvragen.get().uitkomst_id == "informatie-en-advies"
    assert keys.aantal <= 6


def test_a_melding_by_the_keyboard_alone(pagina, huishouden, axe, schermafdruk):
    VoorzieningFactory(naam="Was- en strijkservice", omschrijving="Hulp bij het huishouden")
    page = pagina("loket", PATH)
    keys = Toetsen(page)
    expect(page.get_by_label("Soort vraag")).to_be_focused()

    keys.typ("Hulp bij het")
    expect(page.get_by_role("link", name="Was- en strijkservice")).to_be_visible()
    keys.druk("Tab")
    keys.typ("Ik kan de trap niet meer op")
    keys.druk("Tab", "4")
    expect(page.get_by_text("Voor een melding moeten we weten om wie het gaat.")).to_be_visible()
    schermafdruk(page, "balie-melding-anoniem")
    keys.druk("/")
    keys.typ("jansen")
    expect(page.locator(".hs-treffer")).to_have_count(2)
    schermafdruk(page, "balie-zoeken")
    axe(page)
    keys.druk("ArrowDown", "ArrowDown", "Enter")
    expect(page.get_by_role("heading", name="Marieke Jansen-de Boer")).to_be_visible()
    expect(page.get_by_text("voor het eerst bij ons")).to_be_visible()
    expect(page.get_by_label("Toelichting")).to_have_value("Ik kan de trap niet meer op")
    expect(page.get_by_text("Voor een melding moeten we weten om wie het gaat.")).to_be_hidden()
    schermafdruk(page, "balie-melding")
    axe(page)
    keys.druk("Control+Enter")

    expect(page.get_by_text("Contact en melding opgeslagen om")).to_be_visible()
    expect(page.get_by_role("heading", name="Termijnen")).to_be_visible()
    schermafdruk(page, "balie-na-melding")
    axe(page)
    assert Melding.objects.get().inwoner.voornamen == "Marieke"


def test_two_questions_with_a_refusal_in_between(pagina, axe, schermafdruk):
    page = pagina("loket", PATH)

    page.get_by_label("Soort vraag").select_option("schulden")
    page.get_by_label("Toelichting").fill("Achterstand met de huur")
    page.get_by_role("button", name="Nog een vraag").click()
    expect(page.get_by_label("Soort vraag").last).to_be_focused()
    expect(page.get_by_label("Toelichting").first).to_have_value("Achterstand met de huur")
    page.get_by_label("Toelichting").last.fill("En de kinderen")
    page.keyboard.press("Control+Enter")

    expect(page.locator("[data-foutsamenvatting]")).to_be_focused()
    schermafdruk(page, "balie-fout")
    axe(page)
    page.get_by_label("Soort vraag").last.select_option("opvoeden")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()
    assert Contact.objects.get().hulpvragen.count() == 2


def test_a_closed_tab_loses_nothing_and_enter_presses_no_button(pagina, huishouden):
    loket = MedewerkerFactory(gebruikersnaam="loket", naam="S. Kamphuis")
    page = pagina(loket, PATH)
    page.get_by_label("Soort vraag").select_option("schulden")
    page.get_by_label("Toelichting").fill("Achterstand met de huur")
    page.keyboard.press("Enter")
    page.get_by_label("Zoek de inwoner").fill("Marieke")
    page.get_by_label("Zoek de inwoner").press("Enter")
    page.locator(".hs-treffer").click()
    expect(page.get_by_role("heading", name="Marieke Jansen-de Boer")).to_be_visible()
    expect(page.get_by_text("Concept bewaard om")).to_be_visible()
    page.close()

    again = pagina(loket, PATH)

    expect(again.get_by_label("Soort vraag")).to_have_value("schulden")
    expect(again.get_by_label("Toelichting")).to_have_value("Achterstand met de huur")
    expect(again.get_by_role("heading", name="Marieke Jansen-de Boer")).to_be_visible()
    assert not Contact.objects.exists()


def test_on_a_tablet_and_at_twice_the_size_nothing_falls_off(pagina, huishouden, schermafdruk):
    page = pagina("loket", PATH, tablet=True)
    schermafdruk(page, "balie")
    assert page.evaluate("document.documentElement.scrollWidth") <= 820

    page.set_viewport_size({"width": 640, "height": 450})

    assert page.evaluate("document.documentElement.scrollWidth") <= 640
