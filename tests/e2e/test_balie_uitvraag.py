"""The uitvraag begins in the contact, by keyboard, and a colleague goes on with it."""

import datetime as dt

from playwright.sync_api import expect

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from toegang.models import Contact, Uitvraag, Vertegenwoordiger


def test_the_story_is_told_once(pagina, axe, schermafdruk):
    marieke = InwonerFactory(
        voornamen="Marieke", geslachtsnaam="Jansen", geboortedatum=dt.date(1986, 3, 14)
    )
    HuishoudenFactory(leden=[marieke])
    Vertegenwoordiger.objects.create(
        inwoner=marieke, soort="mentor", naam="R. Smit", mag=["zorg"], van=dt.date(2024, 1, 1)
    )
    page = pagina("loket", f"/contacten/nieuw?inwoner={marieke.pk}")
    page.get_by_label("Soort vraag").first.select_option("huishoudelijke-hulp")
    page.get_by_label("Spreekt u met een van hen?").select_option(index=1)
    page.get_by_role("button", name="Ook de brede uitvraag beginnen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Brede uitvraag", exact=True)).to_be_visible()
    page.get_by_label("Wat is voor u het belangrijkst?").fill("Thuis blijven wonen")
    page.get_by_role("radiogroup", name="Wonen").get_by_label("Hulp nodig").check()
    schermafdruk(page, "contact-met-uitvraag")
    axe(page)
    page.set_viewport_size({"width": 820, "height": 1180})
    schermafdruk(page, "contact-met-uitvraag-tablet")
    page.get_by_label("Wat is voor u het belangrijkst?").focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Contact opgeslagen")).to_be_visible()

    contact, uitvraag = Contact.objects.get(), Uitvraag.objects.get()
    assert contact.vertegenwoordiger is not None
    assert uitvraag.is_concept
    colleague = pagina("consulent", f"/contacten/{contact.pk}")
    expect(colleague.get_by_text("Mentor R. Smit")).to_be_visible()
    colleague = pagina(MedewerkerFactory(rollen=["loket"]), f"/uitvragen/{uitvraag.pk}")
    expect(colleague.get_by_label("Wat is voor u het belangrijkst?")).to_have_value(
        "Thuis blijven wonen"
    )
