"""A list on paper: what was chosen stands there in words, and nothing is left to fill in."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories.aanbieders import ContractFactory
from tests.factories.toegang import MeldingFactory
from tests.factories.voorzieningen import VoorzieningFactory

VRAAG = "Waar zoekt u hulp bij?"
LIJSTEN = [
    ("consulent", "/meldingen?status=lopend&van=mij", "Status Alles wat loopt · Van wie Van mij"),
    ("consulent", "/contacten?plaatsgevondenVan=2026-11-01", "Vanaf 1 november 2026"),
    ("consulent", "/plannen?regie=on", "Alleen waar ik regisseur ben"),
    ("jurist", "/besluiten?stand=concept", "Stand Concept"),
    ("jurist", "/bezwaren?stand=lopend", "Stand Wat loopt"),
    ("contracten", "/contracten?schaal=lokaal", "Schaal Lokaal"),
    ("contracten", "/aanbieders?zoek=zorg", "Gezocht op zorg"),
    ("contracten", "/toewijzingen?status=actief", "Status Actief"),
    ("privacy", "/toegangslog?van=2026-11-01", "Van 1 november 2026"),
    ("beleid", "/voorzieningen?tekst=koffie&leeftijd=70", f"{VRAAG} koffie · Leeftijd 70"),
    (None, "/sociale-kaart?tekst=koffie&leeftijd=70", f"{VRAAG} koffie · Uw leeftijd 70"),
    (None, "/sociale-kaart?tekst=bestaatniet", f"{VRAAG} bestaatniet"),
]  # fmt: skip


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 970})  # the width of A4 within its margins
    return page


@pytest.mark.parametrize(("rol", "adres", "woorden"), LIJSTEN)
def test_a_list_on_paper_says_what_was_chosen_and_asks_nothing(pagina, rol, adres, woorden):
    VoorzieningFactory(naam="Koffie in de buurt", omschrijving="Koffie met buren.")

    page = on_paper(pagina(rol, adres))

    chosen = page.locator(".hs-alleen-druk").first
    expect(chosen).to_be_visible()
    expect(chosen).to_have_text(woorden)
    for fields in page.locator("main :is(input:not([type=hidden]), select, textarea)").all():
        expect(fields).to_be_hidden()


def test_on_the_screen_the_filters_say_it_themselves(pagina):
    page = pagina("contracten", "/contracten?schaal=lokaal")

    expect(page.get_by_text("Schaal Lokaal", exact=True)).to_be_hidden()
    expect(page.get_by_label("Schaal")).to_be_visible()


def test_a_list_that_goes_on_says_so_on_paper(pagina):
    ContractFactory.create_batch(26)

    page = on_paper(pagina("contracten", "/contracten"))

    expect(page.get_by_text("Dit is bladzijde 1 van 2 van de lijst.")).to_be_visible()


def test_a_melding_on_paper_has_no_step_to_fill_in(pagina):
    melding = MeldingFactory()

    page = pagina("teamleider", f"/meldingen/{melding.pk}")
    step = page.get_by_role("heading", name="Volgende stap")
    expect(step).to_be_visible()
    on_paper(page)

    expect(step).to_be_hidden()
    expect(page.get_by_role("heading", name="Termijnen")).to_be_visible()
    for fields in page.locator("main :is(input:not([type=hidden]), select, textarea)").all():
        expect(fields).to_be_hidden()
