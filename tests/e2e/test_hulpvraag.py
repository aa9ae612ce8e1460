"""The digital front door on a telephone, without JavaScript, and the worker who takes it up."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Contact, Uitvraag, Webvraag

TELEFOON = {"width": 390, "height": 844}


@pytest.fixture
def telefoon(browser, live_server):
    """A telephone with JavaScript switched off."""
    context = browser.new_context(
        base_url=live_server.url, viewport=TELEFOON, locale="nl-NL", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_a_resident_asks_and_a_worker_finds_out_who(
    telefoon, pagina, axe, schermafdruk, monkeypatch
):
    monkeypatch.setattr("toegang.views.hulpvraag.SOONEST", -1)  # a test types faster than people
    VoorzieningFactory(naam="Klussendienst", omschrijving="Trap en huis", leefgebieden=["wonen"])
    marieke = InwonerFactory(
        voornamen="Marieke", geslachtsnaam="Jansen", geboortedatum=dt.date(1986, 3, 14)
    )
    HuishoudenFactory(leden=[marieke])
    page = telefoon
    page.goto("/hulpvraag")
    page.get_by_label("Waar wilt u hulp bij?").fill("Ik kom de trap niet meer op")
    page.get_by_label("Wonen en het huishouden").check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name="Klussendienst")).to_be_visible()
    page.get_by_label("De trap, de douche of iets anders in huis").check()
    page.get_by_role("button", name="Nee, ik wil contact").click()
    page.get_by_label("Wat is voor u het belangrijkst?").fill("Thuis blijven wonen")
    page.get_by_role("radiogroup", name="Wonen").get_by_label("Hulp nodig").check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_label("Voornaam").fill("Marieke")
    page.get_by_label("Achternaam").fill("Jansen")
    page.get_by_label("Geboortedatum").fill("1986-03-14")
    page.get_by_label("Bel mij").check()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("alert")).to_contain_text("Vul uw telefoonnummer in.")
    page.get_by_label("Telefoonnummer").fill("06-55500000")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", name="Uw vraag is ontvangen")).to_be_visible()
    number = Webvraag.objects.get().nummer
    expect(page.get_by_text(number)).to_be_visible()

    worker = pagina("loket", "/")
    worker.get_by_role("link", name=number).click()
    expect(worker.get_by_text("Marieke Jansen, 14-03-1986")).to_be_visible()
    schermafdruk(worker, "webvraag")
    axe(worker)
    worker.get_by_label("Marieke Jansen, 14-03-1986").check()
    worker.get_by_role("button", name="Dit is de inwoner").click()
    expect(worker.get_by_text("De vraag is gekoppeld aan deze inwoner.")).to_be_visible()
    schermafdruk(worker, "contact-via-website")
    axe(worker)
    assert Contact.objects.get().inwoner == marieke
    assert Contact.objects.get().hulpvragen.get().soort_id == "woningaanpassing"
    assert Uitvraag.objects.get().antwoorden["vragen"]["belangrijk"] == "Thuis blijven wonen"


def test_every_page_is_accessible_and_fits_a_telephone(pagina, axe, schermafdruk):
    VoorzieningFactory(naam="Klussendienst", omschrijving="Trap en huis", leefgebieden=["wonen"])
    page = pagina(None, "/hulpvraag")
    page.set_viewport_size(TELEFOON)

    for step, button in enumerate(["Volgende", "Nee, ik wil contact", "Volgende", ""]):
        schermafdruk(page, f"hulpvraag-{step + 1}")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= TELEFOON["width"]
        if step == 0:
            page.get_by_label("Waar wilt u hulp bij?").fill("De trap")
            page.get_by_label("Wonen en het huishouden").check()
        if button:
            page.get_by_role("button", name=button).click()


def test_on_a_tablet_the_questions_stand_below_each_other(pagina):
    page = pagina(None, "/hulpvraag", tablet=True)

    words = page.get_by_label("Waar wilt u hulp bij?").bounding_box()
    subject = page.get_by_role("group", name="Waar gaat het vooral over?").bounding_box()

    assert words
    assert subject
    assert words["y"] < subject["y"]
    assert abs(words["x"] - subject["x"]) < 5
