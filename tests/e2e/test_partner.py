"""A partner proposes what changes at the own organisation, and beleid takes it over."""

from playwright.sync_api import expect

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import PartnerFactory, VoorzieningFactory


def test_a_partner_proposes_and_beleid_approves(pagina, axe, schermafdruk):
    partner = PartnerFactory(
        medewerker=MedewerkerFactory(gebruikersnaam="wijkracht", rollen=["vindplaats"])
    )
    aanbod = VoorzieningFactory(naam="Eettafel", organisatie=partner.organisatie, code="eettafel")
    page = pagina(partner.medewerker, "/voorzieningen/mijn-organisatie")
    axe(page)
    page.get_by_role("link", name="Wijziging voorstellen voor Eettafel").click()
    axe(page)
    page.get_by_label("Kosten voor de inwoner").fill("Gratis.")
    page.get_by_role("button", name="Voorstel indienen").click()
    expect(page.get_by_text("Uw voorstel ligt bij de gemeente.")).to_be_visible()
    schermafdruk(page, "partner")
    aanbod.refresh_from_db()
    assert aanbod.kosten == ""

    page = pagina("beleid", "/")
    page.get_by_role("link", name="Eettafel").click()
    expect(page.get_by_role("cell", name="Gratis.")).to_be_visible()
    axe(page)
    schermafdruk(page, "voorstel")
    page.get_by_role("button", name="Overnemen", exact=True).click()
    expect(page.get_by_text("Eettafel is bijgewerkt in de catalogus.")).to_be_visible()
    axe(page)
    schermafdruk(page, "bijhouden")

    page = pagina(None, "/sociale-kaart/eettafel")
    expect(page.get_by_text("gratis", exact=False).first).to_be_visible()
