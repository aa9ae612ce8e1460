"""A household's story in a real browser: looking back, looking ahead, signing, paper."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.web.gevolgen import add_months
from plannen.models import Afspraak, Akkoord, Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, EvaluatieFactory, PlanFactory
from tests.factories.toegang import (
    ContactFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
)
from tests.papier.voorbeeld import lees


@pytest.fixture
def consulent():
    return MedewerkerFactory(gebruikersnaam="consulent", naam="A. Nijhuis", consulent=True)


@pytest.fixture
def plan(consulent) -> Plan:
    """A mother and a son who is nearly eighteen, with help under the Jeugdwet."""
    mother = InwonerFactory(voornamen="Jolanda", geslachtsnaam="Brinkman")
    son = InwonerFactory(
        voornamen="Milan",
        geslachtsnaam="Brinkman",
        geboortedatum=add_months(vandaag(), 5 - 18 * 12),
    )
    huishouden = HuishoudenFactory(leden=[mother, son])
    contact = ContactFactory(huishouden=huishouden, inwoner=mother)
    HulpvraagFactory(contact=contact)
    made = PlanFactory(
        huishouden=huishouden,
        betrokken=consulent,
        begonnen_op=vandaag() - dt.timedelta(days=60),
        wat_telt="Ik wil gewoon werken en mijn zoon zien opgroeien.",
    )
    doel = DoelFactory(plan=made, inwoner=son, omschrijving="Ik haal mijn diploma")
    AfspraakFactory(doel=doel, maatwerk=True, wet_id="jeugdwet", omschrijving="Begeleiding thuis")
    EvaluatieFactory(plan=made, gepland_op=vandaag() + dt.timedelta(days=200))
    return made


def test_looking_back_and_ahead_in_one_household(pagina, axe, schermafdruk, consulent, plan):
    page: Page = pagina(consulent)

    page.goto(f"/huishoudens/{plan.huishouden_id}")
    page.get_by_role("link", name="Tijdlijn").click()
    expect(page.get_by_role("heading", name="Komt nog")).to_be_visible()
    expect(page.get_by_text("Afspraak: Begeleiding thuis")).to_be_visible()
    axe(page)
    schermafdruk(page, "tijdlijn")
    page.get_by_label("Contacten").check()
    expect(page.get_by_text("Afspraak: Begeleiding thuis")).to_be_hidden()
    expect(page.get_by_text("Contact: ")).to_be_visible()

    page.get_by_role("link", name="Overzicht").click()
    page.get_by_role("link", name="Milan Brinkman wordt 18").click()
    expect(page.get_by_text("valt onder de Jeugdwet")).to_be_visible()
    axe(page)
    schermafdruk(page, "dit-verandert-er")
    page.get_by_role("button", name="In het plan").first.click()
    expect(page.get_by_text("De stap staat in het plan")).to_be_visible()
    expect(page.get_by_text("Staat in het plan", exact=True)).to_be_visible()
    assert Afspraak.objects.filter(omschrijving__startswith="Melding doen").count() == 1


def test_signing_on_the_tablet_and_taking_the_paper(pagina, axe, schermafdruk, consulent, plan):
    page: Page = pagina(consulent, tablet=True)
    page.goto(f"/plannen/{plan.pk}/vaststellen")
    hers = page.locator(".hs-akkoord").first

    expect(hers.locator("canvas")).to_be_hidden()
    hers.get_by_text("Met een handtekening").click()
    draw(page, hers.locator("canvas"))
    axe(page)
    schermafdruk(page, "tekenen")
    page.get_by_role("button", name="Vaststellen").click()
    expect(page.get_by_text("Het plan is vastgelegd als nieuwe versie.")).to_be_visible()
    page.get_by_role("link", name="Versie 1").click()
    expect(page.get_by_role("img", name="Handtekening van Jolanda Brinkman")).to_be_visible()
    drawn = Akkoord.objects.get().handtekening
    assert sum(len(line) for line in drawn["lijnen"]) >= 5

    page.get_by_role("link", name="Op papier").click()
    expect(page.get_by_role("img", name="Handtekening van Jolanda Brinkman")).to_be_visible()
    axe(page)
    pdf = page.request.get(page.get_by_role("link", name="Als PDF").get_attribute("href"))
    assert "Getekend op" in lees(pdf.body()).pages[-1].extract_text()


def draw(page: Page, canvas) -> None:
    """A signature of one stroke."""
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 100)
    page.mouse.down()
    for step in range(1, 14):
        page.mouse.move(
            box["x"] + 30 + 30 * step, box["y"] + 100 + (40 if step % 2 else -40), steps=4
        )
    page.mouse.up()


def test_two_people_who_change_the_same_see_both(pagina, consulent, plan):
    colleague = MedewerkerFactory(gebruikersnaam="collega", consulent=True)
    involve(medewerker=colleague, huishouden_id=plan.huishouden_id, grond=Grond.PLAN, op=vandaag())
    first, second = pagina(consulent), pagina(colleague)
    for page in (first, second):
        page.goto(f"/plannen/{plan.pk}/wat-telt")

    for page, words in ((first, "Rust in huis."), (second, "Een baan.")):
        page.get_by_label("Wat is het belangrijkst voor u?").fill(words)
    first.get_by_role("button", name="Opslaan").click()
    expect(first.get_by_text("Opgeslagen wat het belangrijkst is.")).to_be_visible()
    second.get_by_role("button", name="Opslaan").click()

    expect(second.get_by_text("Rust in huis.").first).to_be_visible()
    expect(second.get_by_text("Een baan.").first).to_be_visible()
    second.get_by_role("button", name="Opslaan").click()
    expect(second.get_by_text("Opgeslagen wat het belangrijkst is.")).to_be_visible()
    plan.refresh_from_db()
    assert plan.wat_telt == "Een baan."


def test_a_printed_page_begins_with_what_it_is_about(pagina, consulent, plan):
    """The time line starts below its heading; a goal is on the page of its table."""
    for number in range(14):
        doel = DoelFactory(plan=plan, omschrijving=f"Doel nummer {number:02d}", volgorde=number + 2)
        AfspraakFactory(doel=doel, omschrijving=f"Afspraak nummer {number:02d}")
    page: Page = pagina(consulent)

    page.goto(f"/huishoudens/{plan.huishouden_id}/tijdlijn")
    line = [one.extract_text() for one in lees(page.pdf(format="A4")).pages]
    page.goto(f"/plannen/{plan.pk}/afdruk")
    sheet = [one.extract_text() for one in lees(page.pdf(format="A4")).pages]

    assert len(line) > 1
    assert "Afspraak nummer" in line[0]
    assert not any("Wat wilt u zien?" in one for one in line)
    assert len(sheet) > 1
    for number in range(14):
        (with_goal,) = [one for one in sheet if f"Doel nummer {number:02d}" in one]
        assert f"Afspraak nummer {number:02d}" in with_goal


def test_a_finger_hits_what_can_be_done_on_a_plan(pagina, browser, consulent, plan):
    """At least 44 px high on a tablet, also on a page of the desk (scherm.md, Tablet)."""
    desk: Page = pagina(consulent)
    context = browser.new_context(
        storage_state=desk.context.storage_state(),
        viewport={"width": 820, "height": 1180},
        has_touch=True,
        is_mobile=True,
    )
    page = context.new_page()
    page.goto(f"{desk.url.rstrip('/')}/plannen/{plan.pk}")

    targets = page.locator(
        "header :is(a, button), .hs-kruimels a, "
        "main :is(button, summary, aside a, .hs-keuze label, .utrecht-button)"
    )
    boxes = [one.bounding_box() for one in targets.all() if one.is_visible()]

    assert len(boxes) > 10
    assert min(round(box["height"]) for box in boxes) >= 44
    context.close()
