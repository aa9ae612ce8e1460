"""A worker goes from a question to what fits it, and records what the resident said."""

from playwright.sync_api import expect

from tests.factories.toegang import HulpvraagFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Aanbod


def test_a_worker_matches_from_a_question(pagina, axe, schermafdruk):
    vraag = HulpvraagFactory(soort_id="eenzaamheid")
    VoorzieningFactory(naam="Eenzaamheid en contact: samen eten", kosten="Gratis.")
    VoorzieningFactory(naam="Eenzaamheid en contact: begeleiding", maatwerk=True)
    page = pagina("consulent", f"/contacten/{vraag.contact_id}")

    page.get_by_role("link", name="Wat past bij deze vraag?").click()

    expect(page.locator("h3").first).to_have_text("Eenzaamheid en contact: samen eten")
    axe(page)
    schermafdruk(page, "vraag-aanbod")
    page.get_by_label("Wat vond de inwoner van Eenzaamheid en contact: samen eten?").select_option(
        "te-ver"
    )
    page.get_by_role("button", name="Vastleggen voor Eenzaamheid en contact: samen eten").click()
    expect(page.get_by_text("Past niet: te ver weg")).to_be_visible()
    page.get_by_label("Wat ontbreekt er?").fill("Alles is overdag.")
    page.get_by_role("button", name="Niets lichts past").click()
    expect(page.get_by_text("Vastgelegd bij deze vraag.")).to_be_visible()
    axe(page)

    assert {each.uitkomst for each in Aanbod.objects.all()} == {"geweigerd", "niets"}
