"""A vindplaats at its own workplace: a question, a draft of a plan, and what became of it."""

from playwright.sync_api import expect

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import InwonerFactory, VindplaatsMedewerkerFactory
from toegang.models import Contact


def test_from_a_question_to_a_draft_that_the_municipality_takes_over(pagina, axe, schermafdruk):
    poh = VindplaatsMedewerkerFactory(
        vindplaats_id="poh-jeugd",
        medewerker=MedewerkerFactory(gebruikersnaam="vindplaats", rollen=["vindplaats"]),
    ).medewerker
    page = pagina(poh, "/")
    expect(page.get_by_text("U legde dit jaar nog geen vraag vast.")).to_be_visible()
    axe(page)
    page.get_by_role("main").get_by_role("link", name="Nieuwe vraag").click()
    page.get_by_label("Voornaam").fill("Daan")
    page.get_by_label("Achternaam").fill("Veltman")
    page.get_by_label("Geboortedatum").fill("2012-05-01")
    page.get_by_label("Soort vraag").first.select_option("jeugdhulp")
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="Bekijken of intrekken").click()
    assert Contact.objects.get().inwoner.naam == "Daan Veltman"
    page.get_by_role("button", name="Concept van een plan maken").click()
    expect(page.get_by_role("heading", name="Concept voor Daan Veltman")).to_be_visible()
    axe(page)

    page.get_by_role("link", name="Doel toevoegen").click()
    page.get_by_label("Wat wilt u bereiken?").fill("Weer elke dag naar school")
    page.get_by_label("Leefgebied").select_option("leren")
    page.get_by_role("button", name="Doel toevoegen").click()
    page.get_by_role("link", name="Afspraak toevoegen bij doel 1").click()
    page.get_by_label("Wat spreekt u af?").fill("Oma brengt hem op dinsdag")
    page.get_by_label("Iemand anders").fill("Oma")
    schermafdruk(page, "concept-afspraak")
    axe(page)
    page.get_by_role("button", name="Afspraak toevoegen").click()
    page.get_by_label("Ik heb dit met de inwoner besproken").check()
    schermafdruk(page, "concept")
    page.get_by_role("button", name="Aanbieden aan de gemeente").click()
    expect(page.get_by_text("Het concept is aangeboden aan de gemeente.")).to_be_visible()

    work = pagina("consulent", "/")
    card = work.locator(
        "section", has=work.get_by_role("heading", name="Concepten van vindplaatsen")
    )
    card.get_by_role("link").first.click()
    axe(work)
    schermafdruk(work, "concept-overnemen")
    work.get_by_role("button", name="Overnemen in het plan").click()
    expect(work.get_by_text("Het concept staat nu in het plan")).to_be_visible()
    expect(work.get_by_text("Weer elke dag naar school")).to_be_visible()
    plan = work.url

    page.goto("/")
    expect(page.get_by_text("Overgenomen door de gemeente")).to_be_visible()
    schermafdruk(page, "vindplaats")
    axe(page)
    page.set_viewport_size({"width": 820, "height": 1180})
    schermafdruk(page, "vindplaats-tablet")
    answer = page.goto(plan)
    assert answer is not None
    assert answer.status == 404


def test_nobody_else_is_found_from_there(pagina):
    InwonerFactory(geslachtsnaam="Wegdam")
    poh = VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker

    page = pagina(poh, "/")

    expect(page.get_by_role("searchbox")).to_have_count(0)
    for pad in ("/zoeken", "/doorverwijzingen", "/team", "/signalen"):
        answer = page.goto(pad)
        assert answer is not None
        assert answer.status == 403, pad
