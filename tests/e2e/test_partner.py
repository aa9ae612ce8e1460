"""A partner proposes what changes at the own organisation, and beleid takes it over."""

import datetime as dt

from playwright.sync_api import expect

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import PartnerFactory, VoorzieningFactory

OUD = dt.date(2020, 1, 1)


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


def test_a_partner_keeps_the_details_and_says_what_is_still_right(pagina, axe, schermafdruk):
    partner = PartnerFactory(
        medewerker=MedewerkerFactory(gebruikersnaam="wijkracht", rollen=["vindplaats"])
    )
    VoorzieningFactory(naam="Eettafel", organisatie=partner.organisatie, gecontroleerd_op=OUD)
    page = pagina(partner.medewerker, "/voorzieningen/mijn-organisatie")
    page.get_by_role("link", name="Na te kijken").click()
    axe(page)
    schermafdruk(page, "nakijken")
    page.get_by_role("button", name="Klopt nog: Eettafel").click()
    expect(page.get_by_text("Alles is kort geleden nagekeken.")).to_be_visible()

    page.goto(page.url.replace("nakijken", "mijn-organisatie"))
    page.get_by_role("link", name="Gegevens en locaties").click()
    axe(page)
    page.get_by_label("Telefoon").fill("074 200 2001")
    page.get_by_role("group", name="Nieuwe locatie").get_by_label("Naam").fill("Wijkhuis")
    schermafdruk(page, "organisatie")
    page.get_by_role("button", name="Voorstel indienen").click()

    page = pagina("beleid", "/voorzieningen/bijhouden")
    page.get_by_role("link", name=partner.organisatie.naam).click()
    expect(page.get_by_role("cell", name="074 200 2001")).to_be_visible()
    axe(page)
    schermafdruk(page, "voorstel-organisatie")
    page.get_by_role("button", name="Overnemen", exact=True).click()
    expect(page.get_by_text("zijn bijgewerkt")).to_be_visible()
    partner.organisatie.refresh_from_db()
    assert partner.organisatie.telefoon == "074 200 2001"
    assert partner.organisatie.locaties.get().naam == "Wijkhuis"
