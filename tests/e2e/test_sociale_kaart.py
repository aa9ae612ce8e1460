"""A resident with a phone looks for company near home; nobody is logged in."""

import re

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import vandaag
from tests.factories.voorzieningen import (
    ActiviteitFactory,
    LocatieFactory,
    OrganisatieFactory,
    SynoniemFactory,
    VoorzieningFactory,
)

TELEFOON = {"width": 390, "height": 844}


@pytest.fixture
def kaart():
    SynoniemFactory(woord="eenzaam", betekenis="ontmoeting")
    welkom = VoorzieningFactory(
        code="huiskamer",
        naam="Ontmoeting in de huiskamer",
        kosten="Gratis.",
        organisatie=OrganisatieFactory(naam="Wijkracht", telefoon="074-2000000"),
    )
    place = LocatieFactory(naam="Wijkpunt Hengelose Es", buurt_id="BU01640100")
    welkom.locaties.add(place)
    ActiviteitFactory(
        voorziening=welkom, naam="Koffie-inloop", locatie=place, eerste_keer=vandaag()
    )
    VoorzieningFactory(naam="Ontmoeting ver weg", wijken=["WK016409"])
    VoorzieningFactory(naam="Schaakclub", omschrijving="Een bord en twee mensen.")


@pytest.fixture
def telefoon(pagina):
    page: Page = pagina(None, "/sociale-kaart")
    page.set_viewport_size(TELEFOON)  # type: ignore[arg-type]
    return page


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.usefixtures("kaart")
def test_a_resident_finds_company_near_home(telefoon, axe, schermafdruk):
    axe(telefoon)
    schermafdruk(telefoon, "sociale-kaart-telefoon")
    assert fits(telefoon)
    telefoon.get_by_role("combobox", name="Uw wijk").select_option(label="Hengelose Es")
    telefoon.get_by_label("Waar zoekt u hulp bij?").press_sequentially("ik ben eenzaam")

    # Half a question finds the same two: the list is still to be replaced until this stands there.
    expect(telefoon).to_have_url(re.compile(r"tekst=ik(\+|%20)ben(\+|%20)eenzaam(&|$)"))
    expect(telefoon.get_by_role("heading", name="2 voorzieningen gevonden")).to_be_visible()
    expect(telefoon.locator("h3").first).to_have_text("Ontmoeting in de huiskamer")
    expect(telefoon.get_by_text("dichtbij: in uw wijk")).to_be_visible()
    expect(telefoon).to_have_url(re.compile("wijk=WK016401"))
    telefoon.get_by_role("link", name="Ontmoeting in de huiskamer").click()

    expect(telefoon.get_by_text("Koffie-inloop")).to_be_visible()
    expect(telefoon.get_by_role("link", name="074-2000000")).to_be_visible()
    assert fits(telefoon)
    axe(telefoon)
    schermafdruk(telefoon, "sociale-kaart-pagina-telefoon")
    with telefoon.expect_download() as download:
        telefoon.get_by_role("link", name="Zet in uw agenda").click()
    assert download.value.suggested_filename == "huiskamer.ics"
    telefoon.get_by_role("link", name="Meld een fout").click()
    axe(telefoon)
    assert telefoon.context.cookies() == [
        cookie for cookie in telefoon.context.cookies() if cookie["name"] == "csrftoken"
    ]


@pytest.mark.usefixtures("kaart")
def test_a_slow_finger_keeps_the_link_it_is_on(telefoon):
    """Leaving the search box must not exchange the list under the finger."""
    telefoon.get_by_label("Waar zoekt u hulp bij?").press_sequentially("eenzaam")
    expect(telefoon).to_have_url(re.compile("tekst=eenzaam(&|$)"))
    telefoon.get_by_role("link", name="Ontmoeting in de huiskamer").hover()
    asked: list[str] = []
    telefoon.on("request", lambda request: asked.append(request.url))

    telefoon.mouse.down()
    expect(telefoon.get_by_label("Waar zoekt u hulp bij?")).not_to_be_focused()
    assert not asked
    telefoon.mouse.up()

    expect(telefoon.get_by_text("Koffie-inloop")).to_be_visible()


@pytest.mark.usefixtures("kaart")
def test_it_works_without_javascript(browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sociale-kaart")

    page.get_by_label("Waar zoekt u hulp bij?").fill("eenzaam")
    page.get_by_role("button", name="Zoeken").click()

    expect(page.get_by_role("heading", name="2 voorzieningen gevonden")).to_be_visible()
    assert context.cookies() == []
    context.close()


def test_a_finger_hits_the_link_below_the_hits(pagina):
    VoorzieningFactory.create_batch(21)

    page = pagina(None, "/sociale-kaart", tablet=True)

    box = page.get_by_role("link", name="Alles op één pagina, om af te drukken").bounding_box()
    assert round(box["height"]) >= 44
