"""From melding to besluit, and a household that changes, in a real browser."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HuishoudenFactory, HulpvraagFactory, InwonerFactory
from toegang.domain.melding import assign_melding, make_melding
from toegang.enums import MeldingStatus
from toegang.models import Huishouden, Melding


@pytest.fixture
def consulent() -> Medewerker:
    return MedewerkerFactory(gebruikersnaam="consulent", naam="A. Nijhuis", consulent=True)


@pytest.fixture
def huishouden() -> Huishouden:
    mother = InwonerFactory(voornamen="Marieke", geslachtsnaam="Jansen-de Boer")
    son = InwonerFactory(voornamen="Daan", geslachtsnaam="Jansen", kind=True)
    return HuishoudenFactory(leden=[mother, son], straat="Deldenerstraat", huisnummer=118)


@pytest.fixture
def melding(consulent: Medewerker, huishouden: Huishouden) -> Melding:
    """A Wmo melding of today, of the consulent, with its terms."""
    vraag = HulpvraagFactory(
        contact__huishouden=huishouden,
        contact__inwoner=huishouden.leden.get(voornamen="Marieke"),
        contact__plaatsgevonden_op=nu(),
        uitkomst_id="open",
        toelichting="Ik kan de trap niet meer op.",
    )
    made = make_melding(
        by=consulent, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=vandaag(), at=nu()
    )
    return assign_melding(
        by=consulent, melding_id=made.pk, consulent_id=consulent.pk, team_id=None, at=nu()
    )


def open_step(page: Page, name: str) -> None:
    page.locator("summary", has_text=name).click()


def test_from_melding_to_besluit(pagina, melding, consulent, axe, schermafdruk):
    page = pagina(consulent, f"/meldingen/{melding.pk}")
    expect(page.get_by_text("voor het eerst bij ons")).to_be_visible()
    expect(page.locator("summary", has_text="Opschorten")).to_have_count(0)
    page.locator("summary", has_text="Hoe is deze datum berekend?").last.click()
    schermafdruk(page, "melding")
    axe(page)

    page.get_by_role("button", name="Onderzoek beginnen").click()
    expect(page.get_by_text("Het onderzoek is begonnen.")).to_be_visible()
    refused = page.get_by_role("group", name="Is er ondersteuning nodig?")
    refused.get_by_text("Ja").click()
    page.get_by_role("button", name="Onderzoek afronden").click()
    expect(page.locator("[data-foutsamenvatting]")).to_contain_text("Ga eerst op huisbezoek")
    schermafdruk(page, "melding-weigering")
    axe(page)

    plan = page.locator("details", has=page.locator("summary", has_text="Huisbezoek plannen"))
    plan.locator("summary").click()
    plan.get_by_label("Dag").fill(vandaag().isoformat())
    plan.get_by_label("Tijd").fill("00:00")
    plan.get_by_role("button", name="Huisbezoek plannen").click()
    expect(page.get_by_text("Het huisbezoek is gepland.")).to_be_visible()

    page.get_by_role("link", name="00.00 uur").click()
    page.get_by_label("Tijd").fill("00:01")
    page.get_by_label("Verslag").fill("De trap is te steil. Een traplift kan.")
    schermafdruk(page, "huisbezoek")
    axe(page)
    page.get_by_role("button", name="Bezoek opslaan").click()
    expect(page.get_by_text("Het huisbezoek is vastgelegd.")).to_be_visible()
    axe(page)

    page.goto(f"/meldingen/{melding.pk}")
    page.get_by_role("group", name="Is er ondersteuning nodig?").get_by_text("Ja").click()
    page.get_by_role("button", name="Onderzoek afronden").click()
    expect(page.get_by_text("Het onderzoek is afgerond.")).to_be_visible()
    page.get_by_role("button", name="Aanvraag ontvangen").click()
    expect(page.get_by_text("De aanvraag is vastgelegd.")).to_be_visible()
    expect(page.locator("summary", has_text="Opschorten").first).to_be_visible()
    schermafdruk(page, "melding-aanvraag")
    axe(page)
    page.get_by_role("group", name="Is de aanvraag toegekend?").get_by_text("Ja").click()
    page.get_by_role("button", name="Besluit vastleggen").click()

    expect(page.get_by_text("Het besluit is vastgelegd.")).to_be_visible()
    melding.refresh_from_db()
    assert melding.status == MeldingStatus.AFGEROND
    schermafdruk(page, "melding-klaar")
    axe(page)


def test_the_decision_term_stands_still_and_runs_again(pagina, melding, consulent, schermafdruk):
    page = pagina(consulent, f"/meldingen/{melding.pk}")
    page.get_by_role("button", name="Onderzoek beginnen").click()
    page.get_by_role("group", name="Is er ondersteuning nodig?").get_by_text("Nee").click()
    page.get_by_role("button", name="Onderzoek afronden").click()
    page.get_by_role("button", name="Aanvraag ontvangen").click()

    term = page.locator("details", has=page.locator("summary", has_text="Opschorten")).first
    term.locator("summary").click()
    term.get_by_label("Waarom?").select_option(index=0)
    term.get_by_label("Aanvullen kan tot en met").fill(
        (vandaag() + dt.timedelta(days=14)).isoformat()
    )
    schermafdruk(page, "melding-opschorten")
    term.get_by_role("button", name="Opschorten").click()
    expect(page.get_by_text("De termijn staat stil.")).to_be_visible()

    open_step(page, "Hervatten")
    page.get_by_role("button", name="Hervatten").click()
    expect(page.get_by_text("De termijn loopt weer.")).to_be_visible()


def test_a_household_changes(pagina, melding, huishouden, consulent, axe, schermafdruk):
    InwonerFactory(voornamen="Karin", geslachtsnaam="de Boer")
    page = pagina(consulent, f"/huishoudens/{huishouden.pk}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Huishouden Jansen-de Boer")
    schermafdruk(page, "huishouden")
    axe(page)

    page.get_by_role("link", name="Bewoner toevoegen").click()
    page.get_by_label("Zoek de inwoner").fill("Karin")
    page.get_by_role("button", name="Zoeken", exact=True).click()
    page.get_by_text("Karin de Boer").click()
    page.get_by_label("Rol").select_option("familielid")
    schermafdruk(page, "huishouden-toevoegen")
    axe(page)
    page.get_by_role("button", name="Toevoegen", exact=True).click()
    expect(page.get_by_text("Karin de Boer hoort nu bij dit huishouden.")).to_be_visible()

    page.get_by_role("link", name=re.compile("niet meer bij.*Karin")).click()
    page.get_by_role("radio", name="Overleden").check()
    schermafdruk(page, "huishouden-einde")
    axe(page)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Karin de Boer hoort niet meer bij")).to_be_visible()

    page.get_by_role("link", name="Er verandert iets").click()
    axe(page)
    page.get_by_role("link", name="Het adres klopt niet").click()
    Huishouden.objects.filter(pk=huishouden.pk).update(straat="Enschedesestraat", revisie=9)
    page.get_by_label("Straat").fill("Marskant")
    page.get_by_role("button", name="Adres opslaan").click()
    expect(page.get_by_text("Een collega was u voor")).to_be_visible()
    schermafdruk(page, "huishouden-conflict")
    axe(page)
    page.get_by_role("button", name="Adres opslaan").click()
    expect(page.get_by_text("Het adres is gewijzigd.")).to_be_visible()
    expect(page.get_by_text("Marskant 118").first).to_be_visible()


@pytest.mark.parametrize("tablet", [False, True], ids=["bureau", "tablet"])
def test_the_lists_and_my_work(pagina, melding, huishouden, consulent, axe, schermafdruk, tablet):
    page = pagina(consulent, "/", tablet=tablet)
    for name, path in {
        "mijn-werk-toegang": "/",
        "meldingen": "/meldingen",
        "contacten": "/contacten",
        "contact": f"/contacten/{melding.hulpvraag.contact_id}",
        "huisbezoeken": "/huisbezoeken",
        "zoeken": "/zoeken",
        "inwoner-nieuw": "/inwoners/nieuw",
        "huishouden-inwoner": f"/huishoudens/{huishouden.pk}/inwoners/{melding.inwoner_id}",
    }.items():
        page.goto(path)
        schermafdruk(page, name)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440 - 620 * tablet


def test_who_is_not_involved_is_asked_why(pagina, huishouden, axe, schermafdruk):
    page = pagina("jurist", f"/huishoudens/{huishouden.pk}")

    schermafdruk(page, "doel")
    axe(page)
    page.get_by_text("Kwaliteit of klacht").click()
    page.get_by_role("button", name="Dossier openen").click()

    expect(page.get_by_text("U kijkt met dit doel: kwaliteit of klacht.")).to_be_visible()
    expect(page.get_by_role("link", name="Adres wijzigen")).to_have_count(0)
