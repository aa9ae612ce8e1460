"""The counter in a real browser: by the keyboard alone, and nothing gets lost."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.e2e.conftest import search_for
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

    def zoek(self, words: str) -> None:
        search_for(self.page, words)
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


def keys_in_the_guide() -> list[str]:
    """The keys of the numbered steps under the first heading of the guide of the counter."""
    guide = (Path(settings.BASE_DIR) / "docs" / "handleiding" / "loket.md").read_text()
    part = guide.split("## Een vraag vastleggen zonder muis")[1].split("| Toets |")[0]
    return re.findall(r"`([^`]+)`", "\n".join(re.findall(r"^\d\. .*$", part, re.MULTILINE)))


def test_the_keys_of_the_guide_register_a_question(pagina):
    letters, *together = keys_in_the_guide()
    page = pagina("loket", PATH)
    keys = Toetsen(page)
    expect(page.get_by_label("Soort vraag")).to_be_focused()

    keys.typ(letters)
    keys.druk("+".join({"Ctrl": "Control"}.get(key, key) for key in together))

    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()
    assert Contact.objects.get().hulpvragen.get().uitkomst_id == "informatie-en-advies"
    expect(page.get_by_label("Soort vraag")).to_be_focused()  # ready for the next one


def test_advice_to_a_known_resident_fits_in_half_a_minute(pagina, huishouden):
    """With the keystroke-level model (Card, Moran and Newell): 0.28 s a key, 1.35 s to think."""
    page = pagina("loket", PATH)
    keys = Toetsen(page)
    expect(page.get_by_label("Soort vraag")).to_be_focused()

    keys.typ("Schu")
    keys.druk("Tab")
    keys.typ("Huur twee maanden achter")
    keys.druk("Tab", "/")
    keys.zoek("jansen-de boer")
    expect(page.locator(".hs-treffer").first).to_contain_text("Marieke")
    keys.druk("ArrowDown", "Enter")
    expect(page.get_by_role("heading", name="Marieke Jansen-de Boer")).to_be_visible()
    keys.druk("Control+Enter")
    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()

    contact = Contact.objects.get()
    assert contact.inwoner is not None
    assert contact.hulpvragen.get().toelichting == "Huur twee maanden achter"
    decisions = 5  # which kind, what to write, whom to look for, which one, done
    assert keys.aantal * 0.28 + decisions * 1.35 < 30


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
    keys.zoek("jansen")
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


def test_after_a_refusal_searching_keeps_the_keyboard(pagina, huishouden):
    page = pagina("loket", PATH)
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-foutsamenvatting]")).to_be_focused()

    page.keyboard.press("/")
    page.keyboard.type("jansen")
    expect(page.locator(".hs-treffer").first).to_be_visible()

    expect(page.locator("main [data-zoek]")).to_be_focused()


def test_somebody_chosen_elsewhere_is_in_the_draft_at_once(pagina, huishouden):
    mother = huishouden.leden.get(voornamen="Marieke")
    page = pagina("loket", f"{PATH}?inwoner={mother.pk}")
    expect(page.get_by_text("Concept bewaard om")).to_be_visible()

    page.goto(f"/huishoudens/{huishouden.pk}")
    page.goto(PATH)

    expect(page.locator("#gekozen")).to_contain_text("Marieke Jansen-de Boer")


def test_a_closed_tab_loses_nothing_and_enter_presses_no_button(pagina, huishouden):
    loket = MedewerkerFactory(gebruikersnaam="loket", naam="S. Kamphuis")
    page = pagina(loket, PATH)
    page.get_by_label("Soort vraag").select_option("schulden")
    page.get_by_label("Toelichting").fill("Achterstand met de huur")
    page.keyboard.press("Enter")
    page.get_by_label("Zoek de inwoner").press("Enter")
    search_for(page, "Marieke")
    expect(page.locator(".hs-treffer")).to_have_count(1)
    page.keyboard.press("Enter")  # chooses the only one
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


def test_a_session_that_ends_while_typing_loses_nothing(pagina, schermafdruk):
    page = pagina("loket", PATH)
    page.get_by_label("Soort vraag").select_option("schulden")
    page.get_by_label("Toelichting").fill("Achterstand met de huur")
    expect(page.get_by_text("Concept bewaard om")).to_be_visible()
    Session.objects.all().delete()

    page.get_by_label("Toelichting").fill("Achterstand met de huur en de stroom 😟")
    expect(page.get_by_text("U bent uitgelogd.")).to_be_visible()
    schermafdruk(page, "balie-uitgelogd")
    page.get_by_role("button", name="Contact opslaan").click()
    expect(page.get_by_label("Toelichting")).to_have_value(
        "Achterstand met de huur en de stroom 😟"
    )
    assert not Contact.objects.exists()
    log_in_again(page)
    page.get_by_role("button", name="Contact opslaan").click()

    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()
    assert Contact.objects.get().hulpvragen.get().toelichting.endswith("stroom 😟")


def log_in_again(page: Page) -> None:
    """In another tab, as the page says: with the log-in form, so with a new security code."""
    medewerker = Medewerker.objects.get(gebruikersnaam="loket")
    medewerker.set_password("weer-terug-1")
    medewerker.save()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Log in op een nieuw tabblad").click()
    tab = opened.value
    tab.get_by_label("Gebruikersnaam").fill("loket")
    tab.get_by_label("Wachtwoord").fill("weer-terug-1")
    tab.get_by_role("button", name="Inloggen").click()
    expect(tab).to_have_url(re.compile("/hulp$"))
    tab.close()


def test_the_back_button_after_saving_makes_no_second_contact(pagina):
    page = pagina("loket", PATH)
    page.get_by_label("Soort vraag").select_option("schulden")
    page.get_by_role("button", name="Contact opslaan").click()
    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()

    page.get_by_role("link", name="Bekijken of intrekken").click()
    page.go_back()

    expect(page.get_by_label("Soort vraag")).to_have_value("")
    assert Contact.objects.count() == 1
