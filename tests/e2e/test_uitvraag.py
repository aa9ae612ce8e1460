"""The brede uitvraag in a real browser: by keyboard, on the tablet, with a colleague."""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    HuisbezoekFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
    UitvraagFactory,
)
from toegang.models import Uitvraag


@pytest.fixture
def huishouden():
    mother = InwonerFactory(voornamen="Marieke", geslachtsnaam="Jansen-de Boer")
    son = InwonerFactory(voornamen="Daan", geslachtsnaam="Jansen", kind=True)
    return HuishoudenFactory(leden=[mother, son], straat="Deldenerstraat", huisnummer=118)


@pytest.fixture
def melding(huishouden):
    return MeldingFactory(
        huishouden=huishouden,
        hulpvraag__contact__huishouden=huishouden,
        hulpvraag__contact__inwoner=huishouden.leden.first(),
    )


def answers():
    return Uitvraag.objects.get(status="concept").antwoorden


def test_at_the_counter_by_the_keyboard_alone(pagina, melding, axe, schermafdruk):
    UitvraagFactory(
        afgerond=True,
        huishouden=melding.huishouden,
        begonnen_op=nu() - dt.timedelta(days=200),
        antwoorden={
            "vragen": {"gewone-week": "Werken en de kinderen."},
            "leefgebieden": {"geld": {"huishouden": {"score": "hulp", "woorden": "Huur"}}},
        },
    )
    page = pagina("loket", f"/meldingen/{melding.pk}")
    page.get_by_role("button", name="Opnieuw vragen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Brede uitvraag", level=1)).to_be_visible()
    axe(page)

    page.get_by_role("button", name=re.compile("Zo laten.*Hoe ziet een gewone week")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hoe ziet een gewone week")).to_have_value("Werken en de kinderen.")
    page.keyboard.press("1")  # Wonen, where the focus went: Gaat goed
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("0")  # Geld: as the previous time
    expect(page.get_by_label("Toelichting Geld en administratie")).to_have_value("Huur")
    page.keyboard.press("2")  # Werk: Aandacht
    page.keyboard.press("Tab")
    page.keyboard.type("Contract loopt af")
    schermafdruk(page, "uitvraag-balie")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("De uitvraag is afgerond om")).to_be_visible()
    expect(page.get_by_role("heading", name="Brede uitvraag")).to_be_visible()
    schermafdruk(page, "melding-met-uitvraag")
    axe(page)
    made = Uitvraag.objects.latest("begonnen_op").antwoorden["leefgebieden"]
    assert made == {
        "wonen": {"huishouden": {"score": "goed"}},
        "geld": {"huishouden": {"score": "hulp", "woorden": "Huur"}},
        "werk-en-dagbesteding": {
            "huishouden": {"score": "aandacht", "woorden": "Contract loopt af"}
        },
    }
    page.get_by_role("link", name="Alles lezen").click()
    expect(page.get_by_text("Anders dan de vorige keer")).to_be_visible()
    schermafdruk(page, "uitvraag-lezen")
    axe(page)
    page.get_by_role("link", name="Op papier").click()
    expect(page.get_by_role("heading", name="Wat u ons vertelde")).to_be_visible()
    schermafdruk(page, "uitvraag-papier")
    axe(page)


def test_at_the_kitchen_table_on_a_tablet_nothing_gets_lost(pagina, huishouden, axe, schermafdruk):
    consulent = MedewerkerFactory(gebruikersnaam="consulent", naam="A. Nijhuis", consulent=True)
    visit = HuisbezoekFactory(medewerker=consulent, huishouden=huishouden, gepland_op=nu())
    page = pagina(consulent, f"/huisbezoeken/{visit.pk}", tablet=True)
    page.get_by_role("button", name="Brede uitvraag beginnen").click()
    expect(page.get_by_text("Terug naar het bezoek")).to_be_visible()

    page.get_by_role("radiogroup", name="Wonen").get_by_text("Hulp nodig").click()
    page.get_by_label("Wie van familie, vrienden of buren").fill("De buurvrouw")
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    assert _small_targets(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 820
    schermafdruk(page, "uitvraag")
    axe(page)
    page.get_by_role("button", name="Daan Jansen").click()
    expect(page.get_by_label("Waar wilt u hulp bij")).to_have_count(0)
    page.get_by_role("radiogroup", name="Onderwijs en leren").get_by_text("Aandacht").click()
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    page.close()

    again = pagina(consulent, f"/huisbezoeken/{visit.pk}", tablet=True)
    again.get_by_role("link", name="Verder met de uitvraag").click()

    expect(again.get_by_label("Wie van familie, vrienden of buren")).to_have_value("De buurvrouw")
    daan = str(huishouden.leden.get(voornamen="Daan").pk)
    assert answers()["leefgebieden"]["leren"] == {daan: {"score": "aandacht"}}


def test_without_a_connection_what_was_typed_stays_and_is_sent_later(
    pagina, huishouden, axe, schermafdruk
):
    consulent = MedewerkerFactory(gebruikersnaam="consulent", naam="A. Nijhuis", consulent=True)
    visit = HuisbezoekFactory(medewerker=consulent, huishouden=huishouden, gepland_op=nu())
    page = pagina(consulent, f"/huisbezoeken/{visit.pk}", tablet=True)
    page.get_by_role("button", name="Brede uitvraag beginnen").click()
    expect(page.get_by_text("Terug naar het bezoek")).to_be_visible()
    page.context.set_offline(True)

    page.get_by_label("Wat is voor u het belangrijkst?").fill("Rust in huis")
    expect(
        page.get_by_text("Geen verbinding. Wat u typte, staat nog op dit scherm.")
    ).to_be_visible()
    page.get_by_role("button", name="Uitvraag afronden").click()

    expect(page.get_by_role("alert").get_by_text("Er is geen verbinding.")).to_be_visible()
    expect(page.get_by_label("Wat is voor u het belangrijkst?")).to_have_value("Rust in huis")
    schermafdruk(page, "uitvraag-zonder-verbinding")
    assert answers() == {}

    page.context.set_offline(False)
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    assert answers() == {"vragen": {"belangrijk": "Rust in huis"}}
    page.get_by_role("button", name="Uitvraag afronden").click()
    expect(page.get_by_text("De uitvraag is afgerond om")).to_be_visible()


def test_the_report_of_a_visit_survives_a_lost_connection(pagina, huishouden):
    consulent = MedewerkerFactory(gebruikersnaam="consulent", naam="A. Nijhuis", consulent=True)
    visit = HuisbezoekFactory(medewerker=consulent, huishouden=huishouden, gepland_op=nu())
    page = pagina(consulent, f"/huisbezoeken/{visit.pk}", tablet=True)
    page.get_by_label("Verslag").fill("Gesproken over wonen.")
    page.context.set_offline(True)

    page.get_by_role("button", name="Bezoek opslaan").click()

    expect(page.get_by_role("alert").get_by_text("Er is geen verbinding.")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_label("Bezocht op").fill(nu().date().isoformat())
    page.get_by_label("Tijd").fill("00:01")
    page.get_by_role("button", name="Bezoek opslaan").click()
    expect(page.get_by_text("Gesproken over wonen.")).to_be_visible()


def _small_targets(page: Page) -> list[str]:
    """Controls within reach of a thumb that are lower than 44 px."""
    return page.evaluate(
        """() => [...document.querySelectorAll('button, main textarea, summary, .hs-keuze label')]
            .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML.slice(0, 80))"""
    )


def test_two_colleagues_at_once_see_both_answers(pagina, huishouden, axe, schermafdruk):
    first = pagina("loket", f"/huishoudens/{huishouden.pk}")
    first.get_by_role("button", name="Brede uitvraag beginnen").click()
    other = MedewerkerFactory(gebruikersnaam="loket2", naam="B. Kok", rollen=["loket"])
    second = pagina(other, urlsplit(first.url).path)
    second.get_by_label("Wat is voor u het belangrijkst?").fill("Rust")
    expect(second.get_by_text("Bewaard om")).to_be_visible()

    first.get_by_label("Wat is voor u het belangrijkst?").fill("Ruimte")
    expect(first.get_by_text("een collega schreef hier ook")).to_be_visible()
    first.get_by_role("button", name="Bewaren, later verder").click()

    expect(first.get_by_role("heading", name="Een collega schreef hier ook")).to_be_visible()
    expect(first.get_by_role("row", name="Wat is voor u het belangrijkst?")).to_contain_text("Rust")
    schermafdruk(first, "uitvraag-botsing")
    axe(first)
    first.get_by_role("button", name="Bewaren, later verder").click()
    expect(first.get_by_text("U of een collega kan later verder.")).to_be_visible()
    assert answers() == {"vragen": {"belangrijk": "Ruimte"}}


def test_a_new_version_is_prepared_and_asked(pagina, axe, schermafdruk):
    page = pagina("beheer", "/vragenlijsten")
    axe(page)
    page.get_by_role("button", name="Nieuwe versie voorbereiden van Brede uitvraag").click()
    page.get_by_role("link", name="Vraag toevoegen").click()
    page.get_by_label("Vraag, zoals u haar stelt").fill("Waar bent u trots op?")
    page.get_by_label("Onderdeel").select_option("wie-u-bent")
    schermafdruk(page, "vragenlijst-vraag")
    axe(page)
    page.get_by_role("button", name="Vraag bewaren").click()

    expect(page.get_by_text("Nieuw: Waar bent u trots op?")).to_be_visible()
    schermafdruk(page, "vragenlijst-versie")
    axe(page)
    page.get_by_role("link", name="Voorbeeld bekijken").click()
    expect(page.get_by_label("Waar bent u trots op?")).to_be_visible()
    axe(page)
    page.go_back()
    page.get_by_label("Wat is er anders, in één zin?").fill("Vraagt ook waar iemand trots op is.")
    page.get_by_role("button", name="Vanaf vandaag stellen").click()
    expect(page.get_by_text("De nieuwe versie is van kracht.")).to_be_visible()
