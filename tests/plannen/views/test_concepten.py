"""The draft of a vindplaats on screen: making it, offering it, and taking it over."""

import pytest
from django.test import Client
from django.urls import reverse

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web.panelen import Ruimte
from plannen import conceptpanelen
from plannen.conceptpanelen import van_team
from plannen.domain.concepten import open_draft
from plannen.enums import Conceptstand
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory, member
from tests.factories.plannen import AfspraakFactory, DoelFactory
from tests.factories.toegang import (
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    VindplaatsMedewerkerFactory,
)
from tests.inloggen import logged_in
from tests.panelen import assert_vraagbudget
from toegang.models import Contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def poh(db: None) -> Medewerker:
    return VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker


@pytest.fixture
def contact(poh: Medewerker) -> Contact:
    """Of a resident who lives with somebody else, in a street of their own."""
    resident = InwonerFactory(voornamen="Daan", geslachtsnaam="Veltman")
    other = InwonerFactory(voornamen="Petra", geslachtsnaam="Zomer")
    home = HuishoudenFactory(leden=[other, resident], straat="Geheimestraat")
    return ContactFactory(
        inwoner=resident,
        huishouden=home,
        vindplaats_id="poh-jeugd",
        geregistreerd_door=poh,
        hulpvragen=["open"],
    )


@pytest.fixture
def draft(poh: Medewerker, contact: Contact) -> Plan:
    made = open_draft(contact_id=contact.pk, by=poh, at=nu())
    AfspraakFactory(doel=DoelFactory(plan=made, omschrijving="Weer naar school"))
    return made


@pytest.fixture
def scherm(poh: Medewerker) -> Client:
    return logged_in(poh)


def offered(draft: Plan) -> Plan:
    draft.aangeboden_op = nu().date()
    draft.save()
    return draft


def test_a_draft_begins_at_the_contact(scherm: Client, contact: Contact) -> None:
    page = scherm.get(reverse("contact", args=[contact.pk])).content.decode()
    begun = scherm.post(reverse("concept-nieuw", args=[contact.pk]))
    again = scherm.post(reverse("concept-nieuw", args=[contact.pk]))

    draft = Plan.objects.get()
    assert "Concept van een plan maken" in page
    assert begun["Location"] == again["Location"] == f"/plannen/{draft.pk}"


def test_its_page_tells_nothing_of_the_household(scherm: Client, draft: Plan) -> None:
    goal = draft.doelen.get()
    paths = [
        f"/plannen/{draft.pk}",
        "/plannen",
        "/",
        f"/plannen/{draft.pk}/doelen/nieuw",
        f"/doelen/{goal.pk}/afspraken/nieuw",
        f"/afspraken/{goal.afspraken.get().pk}/wijzigen",
    ]

    pages = {path: scherm.get(path) for path in paths}

    for path, page in pages.items():
        html = page.content.decode()
        assert page.status_code == 200, path
        assert "Zomer" not in html, path
        assert "Geheimestraat" not in html, path
        assert "Toewijzing" not in html, path
    assert "Daan Veltman" in pages[f"/plannen/{draft.pk}"].content.decode()


def test_maatwerk_is_not_offered(scherm: Client, draft: Plan) -> None:
    html = scherm.get(f"/doelen/{draft.doelen.get().pk}/afspraken/nieuw").content.decode()

    assert 'value="algemeen"' in html
    assert 'value="maatwerk"' not in html


def test_an_afspraak_is_added_on_screen(scherm: Client, draft: Plan) -> None:
    goal = draft.doelen.get()
    sent = {
        "omschrijving": "Oma haalt hem op",
        "trede": "netwerk",
        "naam": "Oma",
        "herhaling": "eenmalig",
    }

    saved = scherm.post(f"/doelen/{goal.pk}/afspraken/nieuw", sent)

    assert saved.status_code == 303
    assert goal.afspraken.filter(naam="Oma").exists()


def test_offering_asks_whether_the_resident_agrees(scherm: Client, draft: Plan) -> None:
    path = reverse("concept-aanbieden", args=[draft.pk])

    refused = scherm.post(path, {})
    done = scherm.post(path, {"inwoner_akkoord": "on"})

    assert refused.status_code == 422
    assert "Bespreek het concept eerst met de inwoner" in refused.content.decode()
    draft.refresh_from_db()
    assert (done.status_code, draft.conceptstand) == (303, Conceptstand.AANGEBODEN)


def test_a_consulent_finds_it_and_takes_it_over(draft: Plan, consulent: Medewerker) -> None:
    offered(draft)
    scherm = logged_in(consulent)

    assert draft.nummer in assert_vraagbudget("mijn-werk", "concepten-vindplaats", consulent)
    shown = assert_vraagbudget("dossier-zijde", "concept-vindplaats", consulent, draft.huishouden)
    page = scherm.get(f"/plannen/{draft.pk}").content.decode()
    taken = scherm.post(reverse("concept-overnemen", args=[draft.pk]))

    plan = Plan.objects.actief().get()
    assert draft.nummer in shown
    assert "Overnemen in het plan" in page
    assert taken["Location"] == f"/plannen/{plan.pk}"
    assert assert_vraagbudget("mijn-werk", "concepten-vindplaats", consulent) == ""


def test_a_reason_is_asked_for_not_taking_it_over(draft: Plan, consulent: Medewerker) -> None:
    offered(draft)
    scherm, path = logged_in(consulent), reverse("concept-afwijzen", args=[draft.pk])

    refused = scherm.post(path, {"reden": ""})
    done = scherm.post(path, {"reden": "Er loopt al hulp."})

    assert (refused.status_code, done.status_code) == (422, 303)
    seen = logged_in(draft.gemaakt_door).get(f"/plannen/{draft.pk}").content.decode()
    assert "Er loopt al hulp." in seen


def test_what_became_of_it_stands_on_the_start_page(
    draft: Plan, poh: Medewerker, consulent: Medewerker
) -> None:
    offered(draft)
    logged_in(consulent).post(reverse("concept-overnemen", args=[draft.pk]))

    html = assert_vraagbudget("mijn-werk", "mijn-concepten", poh)

    assert draft.nummer in html
    assert "Overgenomen door de gemeente" in html
    plan = Plan.objects.actief().get()
    assert plan.nummer not in html
    assert logged_in(poh).get(f"/plannen/{plan.pk}").status_code == 404


@pytest.mark.parametrize("rol", ["vindplaats", "consulent"])
def test_a_draft_of_somebody_else_is_not_there(draft: Plan, rol: str) -> None:
    other = logged_in(MedewerkerFactory(rollen=[rol]))

    assert other.get(f"/plannen/{draft.pk}").status_code == 404
    for name in ("concept-aanbieden", "concept-intrekken"):
        sent = {"inwoner_akkoord": "on"}
        assert other.post(reverse(name, args=[draft.pk]), sent).status_code == 404


def test_paper_and_people_stay_with_the_municipality(scherm: Client, draft: Plan) -> None:
    for name in ("plan-afdruk", "plan-afdruk-pdf", "plan-deelnemer", "plan-regisseur"):
        assert scherm.get(reverse(name, args=[draft.pk])).status_code == 403


def test_the_summary_of_the_counter_never_shows_a_draft(draft: Plan) -> None:
    offered(draft)

    loket = logged_in(MedewerkerFactory(rollen=["loket"]))

    assert loket.get(f"/plannen/{draft.pk}").status_code == 404


def test_the_team_sees_every_draft_that_waits(draft: Plan, poh: Medewerker) -> None:
    """Nobody took them up, and there is no other list where the team would find them."""
    team = TeamFactory(code="jeugd")
    leider = member(team, teamleider=True)
    waiting = [offered(draft), *(_another_draft(poh) for _ in range(11))]

    board = assert_vraagbudget("team", "concepten-vindplaats", leider, team)
    context = van_team(leider, team)

    assert [plan.nummer for plan in waiting if plan.nummer not in board] == []
    assert "Nog 4 concepten" in board
    assert context is not None
    assert len(set(context["inwoners"])) == 12


def test_eight_drafts_hide_nothing(draft: Plan, poh: Medewerker) -> None:
    team = TeamFactory(code="jeugd")
    offered(draft)
    for _ in range(7):
        _another_draft(poh)

    board = assert_vraagbudget("team", "concepten-vindplaats", member(team, teamleider=True), team)

    assert "<details" not in board


def test_more_drafts_than_a_panel_holds_are_counted(
    draft: Plan, poh: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conceptpanelen, "HELEMAAL", Ruimte(2, heel=True))
    team = TeamFactory(code="jeugd")
    offered(draft)
    for _ in range(3):
        _another_draft(poh)

    board = assert_vraagbudget("team", "concepten-vindplaats", member(team, teamleider=True), team)

    assert "Dit zijn de eerste. In totaal zijn het er 4." in board


def _another_draft(poh: Medewerker) -> Plan:
    home = HuishoudenFactory(met_leden=1)
    contact = ContactFactory(
        inwoner=home.leden.get(),
        huishouden=home,
        vindplaats_id="poh-jeugd",
        geregistreerd_door=poh,
        hulpvragen=["open"],
    )
    return offered(open_draft(contact_id=contact.pk, by=poh, at=nu()))
