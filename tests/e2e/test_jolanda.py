"""The whole story of Jolanda, over the screens (BP, chapter 1).

28 years, Wajong, day activity, 1.7 hours of guidance a week, debts under administration, a son
placed out of home. From her question to a plan that ended with results, across four laws.
"""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Besluit, Keer, Plan
from tests.factories.aanbieders import ProductFactory, TariefFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import (
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
    LidmaatschapFactory,
)
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.domain.melding import assign_melding, make_melding
from toegang.models import Huishouden, Melding

JAREN = dt.date(2099, 12, 31)
MINUTEN = "102"  # 1.7 hours of guidance a week


@pytest.fixture
def consulent() -> Medewerker:
    return MedewerkerFactory(gebruikersnaam="consulent", naam="Anouk Nijhuis", consulent=True)


@pytest.fixture
def team(consulent: Medewerker):
    made = TeamFactory(code="wmo", naam="Wmo")
    leader = MedewerkerFactory(gebruikersnaam="teamleider", naam="Bart Smit", teamleider=True)
    made.leden.add(consulent, leader)
    return made


@pytest.fixture
def thuis() -> Huishouden:
    """Jolanda at home; her son Milan lives with foster parents and belongs to her too."""
    jolanda = InwonerFactory(
        voornamen="Jolanda", geslachtsnaam="Brinkman", geboortedatum=dt.date(1998, 5, 1)
    )
    foster = InwonerFactory(voornamen="Hanneke", geslachtsnaam="Bosman")
    milan = InwonerFactory(
        voornamen="Milan", geslachtsnaam="Brinkman", geboortedatum=dt.date(2023, 5, 1)
    )
    HuishoudenFactory(leden=[foster, milan])
    home = HuishoudenFactory(leden=[jolanda], straat="Breemarsweg", huisnummer=41)
    LidmaatschapFactory(
        huishouden=home, inwoner=milan, rol="kind", band="familie", aard="uit-huis-geplaatst"
    )
    VoorzieningFactory(naam="Inloophuis geldzaken", leefgebieden=["geld"])
    return home


@pytest.fixture
def melding(consulent: Medewerker, team, thuis: Huishouden) -> Melding:
    """Her question of today, as a melding under the Wmo."""
    vraag = HulpvraagFactory(
        contact__huishouden=thuis,
        contact__inwoner=thuis.leden.get(voornamen="Jolanda"),
        contact__plaatsgevonden_op=nu(),
        uitkomst_id="open",
        leefgebied_id="gezondheid",
        toelichting="Ik wil mijn week op orde houden.",
    )
    made = make_melding(
        by=consulent, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=vandaag(), at=nu()
    )
    return assign_melding(
        by=consulent, melding_id=made.pk, consulent_id=consulent.pk, team_id=team.pk, at=nu()
    )


def test_the_whole_story_of_jolanda(pagina, melding, consulent, thuis, axe, schermafdruk) -> None:
    TariefFactory(
        contract__tot=JAREN,
        contract__aanbieder__naam="Begeleiding Twente",
        product=ProductFactory(naam="Individuele begeleiding"),
        eenheid="01",
        bedrag_cent=100,
    )
    page = pagina(consulent, f"/meldingen/{melding.pk}")

    _tell_everything_once(page)
    _finish_the_onderzoek(page, melding)
    _from_told_to_plan(page, thuis, axe, schermafdruk)
    plan = Plan.objects.get()
    _son_takes_part(page, plan)
    _agree(page, plan, "Versie 1")
    _decide(page, plan, pagina, axe)
    _tick_and_evaluate(page, plan, axe, schermafdruk)
    _move_to_another_law(page, plan, schermafdruk)
    _agree(page, plan, "Versie 2")
    _end(page, plan, axe, schermafdruk)


def _tell_everything_once(page: Page) -> None:
    page.get_by_role("button", name="Brede uitvraag beginnen").click()
    page.get_by_label("Wat is voor u het belangrijkst?").fill("Ik wil gewoon werken")
    for area, answer, words in (
        ("Geld en administratie", "Hulp nodig", "De post ligt in een doos"),
        ("Werk en dagbesteding", "Aandacht", "Ik heb een betaalde baan"),
        ("Wonen", "Gaat goed", ""),
    ):
        page.get_by_role("radiogroup", name=area).first.get_by_text(answer).click()
        if words:
            page.get_by_label(f"Toelichting {area}").first.fill(words)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("De uitvraag is afgerond om")).to_be_visible()


def _finish_the_onderzoek(page: Page, melding: Melding) -> None:
    page.goto(f"/meldingen/{melding.pk}")
    page.get_by_role("button", name="Onderzoek beginnen").click()
    page.get_by_role("group", name="Is er ondersteuning nodig?").get_by_text("Ja").click()
    page.get_by_label("Waarom geen huisbezoek?").first.select_option(index=1)
    page.get_by_role("button", name="Onderzoek afronden").click()
    expect(page.get_by_text("Het onderzoek is afgerond.")).to_be_visible()
    page.get_by_role("button", name="Aanvraag ontvangen").click()
    expect(page.get_by_text("De aanvraag is vastgelegd.")).to_be_visible()


def _from_told_to_plan(page: Page, thuis: Huishouden, axe, schermafdruk) -> None:
    """What matters most, then goals, then afspraken: one sitting, nothing typed twice."""
    page.goto(f"/huishoudens/{thuis.pk}")
    page.get_by_role("link", name="Plan beginnen").click()
    page.get_by_role("button", name="Plan beginnen").click()
    expect(page.get_by_label("Wat is het belangrijkst voor u?")).to_have_value(
        "Ik wil gewoon werken"
    )
    expect(page.get_by_label("Wat wilt u bereiken met geld")).to_have_value(
        "De post ligt in een doos"
    )
    page.get_by_label("Wat wilt u bereiken met geld").fill("Mijn schulden zijn geregeld")
    schermafdruk(page, "plan-opstellen")
    axe(page)
    page.get_by_role("button", name="Verder naar de afspraken").click()

    expect(page.get_by_text("“Mijn schulden zijn geregeld”")).to_be_visible()
    _weekly_post(page, axe, schermafdruk)
    expect(page.get_by_text("“Ik wil mijn week op orde houden.”")).to_be_visible()
    _guidance(page)
    expect(page.get_by_text("“Ik heb een betaalde baan”")).to_be_visible()
    _maatwerk(page, "Vier dagen per week dagbesteding", "De Werkplaats", "Wmo")
    expect(page.get_by_text("0 van", exact=False).first).to_be_visible()
    schermafdruk(page, "plan-jolanda")
    axe(page)


def _weekly_post(page: Page, axe, schermafdruk) -> None:
    """Every Monday of the week, from eigen kracht."""
    page.get_by_label("Wat spreekt u af?").fill("De post in de map van de bewindvoerder doen")
    page.locator("[name=inwoner]").select_option(label="Jolanda Brinkman")
    expect(page.get_by_text("Op welke dagen?")).to_be_hidden()
    page.get_by_label("Hoe vaak?").select_option("wekelijks")
    today = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")
    page.get_by_label(today[vandaag().weekday()]).check()
    schermafdruk(page, "plan-afspraak-ritme")
    axe(page)
    page.get_by_role("button", name="Afspraak toevoegen").click()


def _guidance(page: Page) -> None:
    _maatwerk(page, "Begeleiding thuis, 102 minuten per week", "Begeleiding Twente", "Wmo")


def _maatwerk(page: Page, what: str, whom: str, law: str) -> None:
    page.get_by_label("Wat spreekt u af?").fill(what)
    page.get_by_text("Maatwerk", exact=True).click()
    page.get_by_label("Waarom past lichtere hulp niet?").select_option("zwaarte")
    page.locator("[name=organisatie]").fill(whom)
    page.locator("[name=wet]").select_option(value=law.lower())
    page.get_by_role("button", name="Afspraak toevoegen").click()


def _son_takes_part(page: Page, plan: Plan) -> None:
    page.goto(f"/plannen/{plan.pk}")
    page.get_by_role("link", name="Milan Brinkman laten meedoen").click()
    expect(page.get_by_label("Als wat?")).to_have_value("uit-huis-geplaatst")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_text("woont tijdelijk ergens anders")).to_be_visible()


def _agree(page: Page, plan: Plan, version: str) -> None:
    page.goto(f"/plannen/{plan.pk}/vaststellen")
    group = page.get_by_role("group", name="Jolanda Brinkman")
    group.get_by_text("Mondeling akkoord").click()
    page.get_by_role("button", name="Vaststellen").click()
    expect(page.get_by_role("link", name=version, exact=True)).to_be_visible()


def _decide(page: Page, plan: Plan, pagina, axe) -> None:
    """Draft, checks, a second reader, letter, and the toewijzing that rests on it."""
    page.get_by_role("link", name="Besluit maken voor Begeleiding thuis").click()
    page.get_by_label("Welke hulp, bij wie?").select_option(index=1)
    page.get_by_label("Hoeveel?").fill(MINUTEN)
    page.get_by_label("Hoe vaak?").select_option(label="per week")
    page.get_by_label("Vanaf").fill(vandaag().isoformat())
    page.locator("#id_tot").fill((vandaag() + dt.timedelta(days=300)).isoformat())
    page.get_by_role("button", name="Concept bewaren").click()
    _answer_checks(page)
    besluit = Besluit.objects.get()
    page.get_by_role("button", name="Laten beoordelen").click()
    leader = pagina("teamleider", f"/besluiten/{besluit.pk}")
    leader.get_by_role("button", name="Akkoord: besluit nemen").click()
    page.goto(f"/besluiten/{besluit.pk}")
    page.get_by_role("button", name="Brief is verzonden").click()
    expect(page.get_by_text("Laatste dag voor bezwaar")).to_be_visible()
    office = pagina("administratie", f"/besluiten/{besluit.pk}")
    office.get_by_role("button", name="Toewijzing maken").click()
    expect(office.get_by_text("is gemaakt.")).to_be_visible()
    given = Toewijzing.objects.get()
    page.goto(f"/plannen/{plan.pk}")
    expect(page.get_by_text(f"toewijzing {given.nummer}")).to_be_visible()
    axe(page)


def _answer_checks(page: Page) -> None:
    answers = {"wlz": "nee", "zvw": "nee", "woonplaats": "ja", "lichter": "nee", "keuze": "ja"}
    for code, answer in answers.items():
        form = page.locator(f"form[action$='/controles/{code}']")
        page.locator("li", has=form).locator("summary").click()
        form.locator(f"input[value={answer}]").check(force=True)
        form.get_by_label("Waar blijkt dat uit?").select_option("onderzoek")
        form.get_by_role("button", name="Antwoord bewaren").click()
        page.wait_for_load_state()


def _tick_and_evaluate(page: Page, plan: Plan, axe, schermafdruk) -> None:
    """The post of today is done; how far they are; and the talk about it."""
    page.get_by_role("button", name="Gedaan op").first.click()
    expect(page.get_by_text("1 van 1 keer gedaan")).to_be_visible()
    assert Keer.objects.get().dag == vandaag()
    goal = page.locator(".hs-doel").first
    goal.get_by_role("button", name="Halverwege").first.click()
    expect(goal.get_by_role("button", name="Halverwege").first).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("link", name="Evaluatie plannen").click()
    page.get_by_label("Op welke dag?").fill(vandaag().isoformat())
    page.locator("#formulier button[type=submit]").click()
    page.get_by_role("link", name="Vastleggen van").click()
    expect(page.get_by_text("halverwege").first).to_be_visible()
    page.get_by_text("Minder of lichtere hulp").click()
    page.locator("[name=verslag]").fill("De post is op orde.")
    schermafdruk(page, "plan-evaluatie-jolanda")
    axe(page)
    page.locator("#formulier button[type=submit]").click()
    expect(page.get_by_text("De post is op orde.")).to_be_visible()


def _move_to_another_law(page: Page, plan: Plan, schermafdruk) -> None:
    """Day activity becomes work: from the Wmo to the Participatiewet, goal and history stay."""
    page.get_by_role("link", name="Wijzigen Vier dagen per week dagbesteding").click()
    page.get_by_role("link", name="Overstap naar een andere wet").click()
    page.get_by_label("Naar welke wet?").select_option("participatiewet")
    page.get_by_label("Waarom?").fill("Zij kan bij de groothandel in dienst komen.")
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(page.locator("#gevolgen")).to_contain_text("De inwoner hoeft niets opnieuw te vertellen")
    schermafdruk(page, "plan-overstap-jolanda")
    page.get_by_role("button", name="Overstappen").click()
    expect(page.get_by_text("Overgestapt van")).to_be_visible()
    expect(page.get_by_text("Ik heb een betaalde baan")).to_be_visible()


def _end(page: Page, plan: Plan, axe, schermafdruk) -> None:
    page.goto(f"/plannen/{plan.pk}/beeindigen")
    page.get_by_label("De doelen zijn bereikt").check()
    for goal in plan.doelen.all():
        group = page.get_by_role("group", name=f"Doel: {goal.omschrijving}")
        group.get_by_text("Bereikt", exact=True).click()
    page.get_by_label("Hoe is dit doel afgelopen?").first.fill("De schulden zijn afbetaald.")
    page.get_by_role("button", name="Plan beëindigen").click()
    expect(page.get_by_text("Dit plan is beëindigd op")).to_be_visible()
    expect(page.get_by_text("De schulden zijn afbetaald.")).to_be_visible()
    schermafdruk(page, "plan-jolanda-einde")
    axe(page)
    plan.refresh_from_db()
    assert plan.uitkomst == "doelen-bereikt"
    assert set(plan.doelen.values_list("status", flat=True)) == {"bereikt"}
