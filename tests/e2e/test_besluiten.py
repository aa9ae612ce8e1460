"""A besluit in a real browser: drafted, sent back, decided, sent, and an objection against it."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import nu, vandaag
from plannen.models import Besluit, Bezwaar
from tests.factories.aanbieders import TariefFactory
from tests.factories.besluiten import BesluitFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import MeldingFactory

JAREN = dt.date(2099, 12, 31)


@pytest.fixture
def team():
    return TeamFactory(code="wmo", naam="Wmo")


@pytest.fixture
def consulent(team):
    made = MedewerkerFactory(gebruikersnaam="consulent", naam="Anouk Nijhuis", consulent=True)
    team.leden.add(made)
    return made


@pytest.fixture
def teamleider(team):
    made = MedewerkerFactory(gebruikersnaam="teamleider", naam="Bart Hesselink", teamleider=True)
    team.leden.add(made)
    return made


@pytest.fixture
def melding(consulent, team):
    day = vandaag() - dt.timedelta(days=3)
    return MeldingFactory(
        van_consulent=consulent,
        team=team,
        ontvangen_op=day - dt.timedelta(days=30),
        aanvraag_op=day,
        status="aanvraag",
        ondersteuning_nodig=True,
    )


def test_from_application_to_letter(
    pagina, melding, consulent, teamleider, axe, schermafdruk
) -> None:
    TariefFactory(contract__tot=JAREN, contract__aanbieder__naam="Thuiszorg Twente")

    page = pagina(consulent, f"/huishoudens/{melding.huishouden_id}")
    page.get_by_role("link", name="Besluit maken: hulp bij het huishouden").click()
    _fill(page)
    schermafdruk(page, "besluit-formulier")
    axe(page)
    page.get_by_role("button", name="Concept bewaren").click()
    _answer(page)
    schermafdruk(page, "besluit-concept")
    axe(page)
    page.get_by_role("button", name="Laten beoordelen").click()
    besluit = Besluit.objects.get()

    leader = pagina(teamleider, "/")
    leader.get_by_role("link", name="Toekenning: hulp bij het huishouden").click()
    leader.get_by_text("Teruggeven", exact=True).first.click()
    leader.get_by_label("Wat moet er anders?").fill("Waarom drie uur?")
    leader.get_by_role("button", name="Teruggeven").click()
    expect(leader.get_by_text("Het besluit is terug bij de opsteller.")).to_be_visible()

    page.goto(f"/besluiten/{besluit.pk}")
    expect(page.get_by_text("Waarom drie uur?")).to_be_visible()
    page.get_by_role("button", name="Laten beoordelen").click()
    leader.goto(f"/besluiten/{besluit.pk}")
    schermafdruk(leader, "besluit-beoordelen")
    axe(leader)
    leader.get_by_role("button", name="Akkoord: besluit nemen").click()

    page.goto(f"/besluiten/{besluit.pk}")
    page.get_by_role("button", name="Brief is verzonden").click()
    expect(page.get_by_text("Laatste dag voor bezwaar")).to_be_visible()
    schermafdruk(page, "besluit-bekend")
    axe(page)
    page.get_by_role("link", name="Brief", exact=True).click()
    expect(page.get_by_text("U krijgt deze hulp.")).to_be_visible()
    schermafdruk(page, "besluit-brief")
    axe(page)

    office = pagina("administratie", "/")
    office.get_by_role("link", name="Toekenning: hulp bij het huishouden").click()
    office.get_by_role("button", name="Toewijzing maken").click()
    expect(office.get_by_text("is gemaakt.")).to_be_visible()


def test_an_objection_is_handled_by_the_jurist(pagina, axe, schermafdruk) -> None:
    besluit = BesluitFactory(
        bekend=True,
        bekend_op=vandaag() - dt.timedelta(days=50),
        genomen_op=nu() - dt.timedelta(days=50),
        afwijzing=True,
    )

    page = pagina("jurist", f"/besluiten/{besluit.pk}")
    page.get_by_role("link", name="Bezwaar ontvangen").click()
    page.get_by_label("Ontvangen op").fill((vandaag() - dt.timedelta(days=15)).isoformat())
    page.get_by_label("Waarom is de indiener het niet eens?").fill("Mijn dochter kan dit niet.")
    axe(page)
    page.get_by_role("button", name="Bezwaar registreren").click()
    expect(page.get_by_text("Op tijd:")).to_be_visible()
    schermafdruk(page, "bezwaar")
    axe(page)
    page.get_by_text("Horen vastleggen", exact=True).first.click()
    page.get_by_label("Is de indiener gehoord?").select_option("gehoord")
    page.get_by_label("Verslag").fill("Zij vertelt over haar dochter.")
    page.get_by_role("button", name="Horen vastleggen").click()
    page.get_by_label("Uitkomst").select_option("gegrond")
    page.get_by_label("Waarom beslissen wij zo?").fill("U hebt gelijk.")
    page.locator("form", has=page.get_by_label("Uitkomst")).get_by_role(
        "button", name="Brief bekijken"
    ).click()
    expect(page.get_by_text("Er is nog niets vastgelegd.")).to_be_visible()
    expect(page.get_by_text("Rechtbank Overijssel")).to_be_visible()
    schermafdruk(page, "bezwaarbrief-voorbeeld")
    axe(page)
    page.get_by_role("button", name="Terug naar het formulier").click()
    expect(page.get_by_label("Waarom beslissen wij zo?")).to_have_value("U hebt gelijk.")
    page.get_by_role("button", name="Beslissing vastleggen").click()

    expect(page.get_by_role("link", name="Nieuw besluit")).to_be_visible()
    schermafdruk(page, "bezwaar-beslist")
    axe(page)
    page.get_by_role("link", name="Beslissing op het bezwaar").click()
    expect(page.get_by_role("heading", name="U krijgt gelijk met uw bezwaar")).to_be_visible()
    schermafdruk(page, "bezwaarbrief")
    axe(page)
    assert Bezwaar.objects.get().nieuw_besluit.status == "concept"


def _fill(page: Page) -> None:
    page.get_by_label("Welke hulp, bij wie?").select_option(index=1)
    page.get_by_label("Hoeveel?").fill("3")
    page.get_by_label("Hoe vaak?").select_option(label="per week")
    page.get_by_label("Vanaf").fill((vandaag() + dt.timedelta(days=7)).isoformat())
    page.locator("#id_tot").fill((vandaag() + dt.timedelta(days=300)).isoformat())


def _answer(page: Page) -> None:
    for code, answer in (
        ("wlz", "nee"),
        ("zvw", "nee"),
        ("woonplaats", "ja"),
        ("lichter", "nee"),
        ("keuze", "ja"),
    ):
        form = page.locator(f"form[action$='/controles/{code}']")
        page.locator("li", has=form).locator("summary").click()
        form.locator(f"input[value={answer}]").check(force=True)
        form.get_by_label("Waar blijkt dat uit?").select_option("onderzoek")
        form.get_by_role("button", name="Antwoord bewaren").click()
        page.wait_for_load_state()
