"""Working together on meldingen, in a real browser: the team, a colleague, and a conflict."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import HuishoudenFactory, HulpvraagFactory, InwonerFactory
from toegang.domain.melding import assign_melding, make_melding
from toegang.domain.melding_stappen import (
    finish_onderzoek,
    receive_aanvraag,
    start_onderzoek,
)
from toegang.enums import MeldingStatus
from toegang.models import Melding, Werkoverdracht


@pytest.fixture
def team() -> Team:
    return TeamFactory(code="wmo", naam="Wmo")


def colleague(team: Team, naam: str, **traits: object) -> Medewerker:
    made = MedewerkerFactory(naam=naam, **traits)
    team.leden.add(made)
    return made


@pytest.fixture
def leider(team: Team) -> Medewerker:
    return colleague(team, "B. Hesselink", teamleider=True)


@pytest.fixture
def anouk(team: Team) -> Medewerker:
    return colleague(team, "A. Nijhuis", consulent=True)


@pytest.fixture
def karin(team: Team) -> Medewerker:
    return colleague(team, "K. Lansink", consulent=True)


def melding_of(by: Medewerker, naam: str = "Marieke") -> Melding:
    """A Wmo melding of today that nobody has taken up yet."""
    home = HuishoudenFactory(leden=[InwonerFactory(voornamen=naam, geslachtsnaam="Jansen")])
    vraag = HulpvraagFactory(
        contact__huishouden=home,
        contact__inwoner=home.leden.get(),
        contact__plaatsgevonden_op=nu(),
        uitkomst_id="open",
    )
    return make_melding(by=by, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=vandaag(), at=nu())


def given_to(wie: Medewerker, melding: Melding) -> Melding:
    return assign_melding(by=wie, melding_id=melding.pk, consulent_id=wie.pk, at=nu())


def step(page: Page, knop: str) -> Page:
    """Open a step by its name and answer with its own part of the page."""
    part = page.locator("details", has=page.locator("summary", has_text=knop)).first
    part.locator("summary").first.click()
    return part  # type: ignore[return-value]


def test_the_team_divides_and_takes_over(pagina, leider, anouk, karin, axe, schermafdruk):
    for naam in ("Marieke", "Joop", "Fatma"):
        melding_of(leider, naam)
    page: Page = pagina(leider, "/team")
    expect(page.get_by_role("heading", name="Nog van niemand")).to_be_visible()
    schermafdruk(page, "team-verdelen")
    axe(page)

    page.get_by_role("button", name="Zo verdelen").click()

    expect(page.get_by_text("3 meldingen toegedeeld.")).to_be_visible()
    assert sorted(one.meldingen.count() for one in (anouk, karin)) == [1, 2]
    page.get_by_role("link", name="Alles overdragen van A. Nijhuis").click()
    page.get_by_label("Naar wie?").select_option(str(karin.pk))
    page.get_by_role("button", name="Bekijk wat er meegaat").click()
    expect(page.get_by_role("heading", name="Dit gaat naar K. Lansink")).to_be_visible()
    page.get_by_label("Wat moet uw collega weten?").fill("Anouk is lang ziek.")
    schermafdruk(page, "alles-overdragen")
    axe(page)
    page.get_by_role("button", name="Alles overdragen").click()
    expect(page.get_by_text("Het werk van A. Nijhuis is nu van K. Lansink.")).to_be_visible()
    schermafdruk(page, "werkoverdracht")
    axe(page)
    assert karin.meldingen.count() == 3
    page.get_by_label("Waarom draait u dit terug?").fill("Weer beter")
    page.get_by_role("button", name="Terugdraaien").click()
    expect(page.get_by_text("Teruggedraaid:", exact=False).first).to_be_visible()
    assert sorted(one.meldingen.count() for one in (anouk, karin)) == [1, 2]
    assert Werkoverdracht.objects.get().is_teruggedraaid


def test_a_colleague_advises_joins_and_takes_over(pagina, anouk, karin, axe, schermafdruk):
    melding = melding_of(anouk)
    mine: Page = pagina(anouk, f"/meldingen/{melding.pk}")
    take = step(mine, "Toedelen")
    take.get_by_label("Consulent").select_option(str(anouk.pk))
    take.get_by_role("button", name="Toedelen").click()
    expect(mine.get_by_text("De melding is toegedeeld.")).to_be_visible()

    ask = step(mine, "Advies vragen")
    ask.get_by_label("Aan wie?").select_option(str(karin.pk))
    ask.get_by_label("Wat is uw vraag?").fill("Kan de hulp uit de Wlz komen?")
    ask.get_by_role("button", name="Advies vragen").click()
    expect(mine.get_by_text("Uw vraag is verstuurd.")).to_be_visible()
    hers: Page = pagina(karin, "/berichten")
    hers.get_by_role("button", name=re.compile("A. Nijhuis vraagt uw advies")).click()
    expect(hers.get_by_text("Kan de hulp uit de Wlz komen?")).to_be_visible()
    if not hers.get_by_label("Uw advies").is_visible():
        step(hers, "Advies geven")
    hers.get_by_label("Uw advies").fill("Nee, er is geen indicatie.")
    hers.get_by_role("button", name="Advies geven").click()
    expect(hers.get_by_text("Uw advies is verstuurd.")).to_be_visible()

    mine.reload()
    expect(mine.get_by_text("Nee, er is geen indicatie.")).to_be_visible()
    join = step(mine, "Collega erbij vragen")
    join.get_by_label("Wie?").select_option(str(karin.pk))
    join.get_by_label("Waarom?").fill("Ook schulden")
    join.get_by_role("button", name="Collega erbij vragen").click()
    expect(mine.get_by_text("Uw collega kan nu meedoen.")).to_be_visible()
    over = step(mine, "Overdragen aan een collega")
    over.get_by_label("Aan wie?").select_option(str(karin.pk))
    over.get_by_label("Wat moet uw collega weten?").fill("Bel liever 's ochtends.")
    schermafdruk(mine, "melding-samen")
    axe(mine)
    over.get_by_role("button", name="Overdragen aan een collega").click()
    expect(mine.get_by_text("De melding is overgedragen.")).to_be_visible()
    hers.goto("/berichten")
    expect(hers.get_by_text("Bel liever 's ochtends.")).to_be_visible()


def test_a_substitute_finds_the_work_of_who_is_away(pagina, anouk, karin, axe, schermafdruk):
    melding = given_to(anouk, melding_of(anouk))
    page: Page = pagina(anouk, "/verlof")
    page.get_by_label("Wie vervangt?").select_option(str(karin.pk))
    page.get_by_label("Laatste dag").fill((vandaag() + dt.timedelta(days=7)).isoformat())
    schermafdruk(page, "verlof")
    axe(page)
    page.locator("form", has=page.get_by_label("Wie vervangt?")).get_by_role("button").click()
    expect(page.get_by_text("K. Lansink").first).to_be_visible()

    hers: Page = pagina(karin, "/")

    expect(hers.get_by_role("link", name=melding.nummer).first).to_be_visible()
    hers.goto(f"/meldingen/{melding.pk}")
    hers.get_by_role("button", name="Onderzoek beginnen").click()
    expect(hers.get_by_text("Het onderzoek is begonnen.")).to_be_visible()


def test_more_time_with_a_letter_then_withdrawn_and_opened_again(pagina, anouk, axe, schermafdruk):
    melding = given_to(anouk, melding_of(anouk))
    on = {"by": anouk, "melding_id": melding.pk, "at": nu()}
    start_onderzoek(**on)
    finish_onderzoek(**on, op=vandaag(), ondersteuning_nodig=False)
    receive_aanvraag(**on, op=vandaag())
    page: Page = pagina(anouk, f"/meldingen/{melding.pk}")

    longer = step(page, "Verlengen")
    longer.get_by_label("Verlengen met").fill("2")
    longer.get_by_label("Toelichting").fill("We wachten op de arts.")
    longer.get_by_role("button", name="Verlengen").click()
    expect(page.get_by_text("De termijn is verlengd.")).to_be_visible()
    page.get_by_role("link", name="Brief over meer tijd").click()
    expect(page.get_by_text("We wachten op de arts.")).to_be_visible()
    schermafdruk(page, "brief-meer-tijd")
    axe(page)

    page.goto(f"/meldingen/{melding.pk}")
    back = step(page, "Melding intrekken")
    back.get_by_role("combobox").select_option("inwoner-trekt-in")
    back.get_by_role("button", name="Melding intrekken").click()
    expect(page.get_by_text("De melding is ingetrokken.")).to_be_visible()
    reopen = page.get_by_role("button", name="Melding weer openen")
    again = page.locator("form", has=reopen)
    again.get_by_role("combobox").select_option(index=1)
    reopen.click()
    expect(page.get_by_text("De melding is weer open.")).to_be_visible()
    melding.refresh_from_db()
    assert melding.status == MeldingStatus.OPEN


def test_two_people_at_one_melding_lose_nothing(pagina, anouk, karin, axe, schermafdruk):
    melding = given_to(anouk, melding_of(anouk))
    mine: Page = pagina(anouk, f"/meldingen/{melding.pk}")
    hers: Page = pagina(karin, f"/meldingen/{melding.pk}")
    over = step(hers, "Overdragen aan een collega")
    over.get_by_label("Aan wie?").select_option(str(karin.pk))
    over.get_by_label("Wat moet uw collega weten?").fill("Ik ken dit gezin al.")

    mine.get_by_role("button", name="Onderzoek beginnen").click()
    expect(mine.get_by_text("Het onderzoek is begonnen.")).to_be_visible()
    over.get_by_role("button", name="Overdragen aan een collega").click()

    expect(hers.get_by_role("heading", name="Een collega was u voor")).to_be_visible()
    expect(hers.get_by_text("A. Nijhuis,")).to_be_visible()  # who did what meanwhile
    expect(hers.get_by_label("Wat moet uw collega weten?")).to_have_value("Ik ken dit gezin al.")
    schermafdruk(hers, "melding-conflict")
    axe(hers)
    hers.get_by_role("button", name="Overdragen aan een collega").click()
    expect(hers.get_by_text("De melding is overgedragen.")).to_be_visible()
    melding.refresh_from_db()
    assert (melding.status, melding.consulent) == (MeldingStatus.ONDERZOEK, karin)


def test_a_complaint_gets_more_time_with_a_letter(pagina, anouk, axe, schermafdruk):
    melding = given_to(anouk, melding_of(anouk))
    jurist = MedewerkerFactory(jurist=True, naam="J. de Wit")
    page: Page = pagina(anouk, f"/klachten/nieuw/{melding.pk}")
    page.get_by_label("Waarover gaat het?").select_option("bejegening")
    page.get_by_label("Wat is er gebeurd").fill("Er werd niet geluisterd.")
    page.get_by_role("button", name="Klacht opnemen").click()
    expect(page.get_by_text("is opgenomen")).to_be_visible()

    theirs: Page = pagina(jurist, "/klachten")
    theirs.get_by_role("link", name="K-").first.click()
    longer = step(theirs, "Vier weken verdagen")
    longer.get_by_label("Waarom duurt het langer?").fill("Wij spreken nog een collega.")
    longer.get_by_role("button", name="Vier weken verdagen").click()
    expect(theirs.get_by_text("De klacht is verdaagd.")).to_be_visible()
    schermafdruk(theirs, "klacht-verdaagd")
    axe(theirs)
    theirs.get_by_role("link", name="Brief over meer tijd").click()
    expect(theirs.get_by_text("Wij spreken nog een collega.")).to_be_visible()
    schermafdruk(theirs, "klacht-brief")
    axe(theirs)
