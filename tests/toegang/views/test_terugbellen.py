"""Calling back on screen, answers beside the question, and plans in the search box."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import InwonerFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget
from tests.toegang.views.gemeen import HTMX
from toegang.models import Contact, Standaardantwoord, Terugbelverzoek
from toegang.queries.terugbellen import moments

pytestmark = pytest.mark.django_db


def typed(**more):
    return {
        "vindplaats": "zorgloket",
        "kanaal": "telefoon",
        "namens": "zelf",
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-soort": "schulden",
        "form-0-uitkomst": "informatie-en-advies",
    } | more


@pytest.fixture
def collega(db) -> Medewerker:
    return MedewerkerFactory(rollen=["consulent"], naam="C. ter Horst")


@pytest.fixture
def scherm(loket: Medewerker) -> Client:
    return logged_in(loket)


def promise(collega: Medewerker) -> dict[str, str]:
    return {
        "terug-telefoon": "0612345678",
        "terug-naam": "Mw. Bos",
        "terug-voor": f"medewerker:{collega.pk}",
        "terug-uiterlijk": moments(nu())[-1][0],
    }


def test_a_promise_goes_with_the_contact_and_waits_in_my_work(
    scherm: Client, collega: Medewerker
) -> None:
    scherm.post("/contacten/nieuw", typed(**promise(collega)))

    made = Terugbelverzoek.objects.get()
    assert made.contact == Contact.objects.get()
    work = logged_in(collega).get("/").content.decode()
    assert "Mw. Bos" in work
    assert "0612345678" in work


def test_a_number_without_somebody_who_calls_is_refused_and_nothing_is_lost(
    scherm: Client, collega: Medewerker
) -> None:
    answer = scherm.post("/contacten/nieuw", typed(**{"terug-telefoon": "0612345678"}))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Maak hier een keuze" in page
    assert 'value="0612345678"' in page
    assert not Contact.objects.exists()


def test_the_draft_keeps_the_promise(scherm: Client, collega: Medewerker) -> None:
    scherm.post("/contacten/nieuw/concept", typed(**promise(collega)))

    page = scherm.get("/contacten/nieuw").content.decode()

    assert 'value="0612345678"' in page
    assert f'value="medewerker:{collega.pk}" selected' in page


def test_spoken_not_reached_or_not_needed(scherm: Client, collega: Medewerker) -> None:
    scherm.post("/contacten/nieuw", typed(**promise(collega)))
    made = Terugbelverzoek.objects.get()
    caller = logged_in(collega)

    caller.post(f"/terugbellen/{made.pk}", {"afloop": "niet-bereikt", "opmerking": "voicemail"})
    assert "1 keer geprobeerd" in caller.get("/terugbellen").content.decode()
    assert "Niemand wacht" in scherm.get("/terugbellen").content.decode()
    assert "Mw. Bos" in scherm.get("/terugbellen?van=iedereen").content.decode()
    caller.post(f"/terugbellen/{made.pk}", {"afloop": "gesproken"})
    again = caller.post(f"/terugbellen/{made.pk}", {"afloop": "vervalt"}, follow=True)
    strange = caller.post(f"/terugbellen/{made.pk}", {"afloop": "x"}, follow=True)

    assert "al afgerond" in again.content.decode()
    assert "Kies hoe het ging" in strange.content.decode()
    assert "Niemand wacht" in caller.get("/terugbellen").content.decode()


def test_only_who_calls_residents(collega: Medewerker) -> None:
    assert client_of("beleid").get("/terugbellen").status_code == 403
    assert client_of("vindplaats").get("/terugbellen").status_code == 403


def test_the_list_and_panel_ask_as_much_with_three_as_with_one(
    scherm: Client, collega: Medewerker
) -> None:
    caller, asked = logged_in(collega), []
    caller.get("/terugbellen")
    for _ in range(3):
        scherm.post("/contacten/nieuw", typed(**promise(collega)))
        assert_vraagbudget("mijn-werk", "terugbellen", collega)
        with CaptureQueriesContext(connection) as queries:
            caller.get("/terugbellen")
        asked.append(len(queries))
    assert asked[0] == asked[2]


def test_an_answer_stands_beside_its_question_and_beheer_keeps_it(scherm: Client) -> None:
    Standaardantwoord.objects.create(
        soort_id="schulden", titel="Wat nu?", tekst="Bel de Stadsbank."
    )
    Standaardantwoord.objects.create(
        soort_id="schulden", titel="Oud", tekst="Niet meer waar.", beeindigd=True
    )

    page = scherm.get("/contacten/nieuw/hulp?form-0-soort=schulden").content.decode()

    assert "Bel de Stadsbank." in page
    assert "Niet meer waar." not in page
    beheer = client_of("beheer")
    sent = {"soort": "taal", "titel": "Taalles?", "tekst": "Bij de bibliotheek.", "volgorde": 1}
    beheer.post("/beheer/toegang/standaardantwoord/add/", sent)
    assert Standaardantwoord.objects.filter(soort="taal").exists()


def test_the_desk_shows_what_i_did_last(scherm: Client) -> None:
    scherm.post("/contacten/nieuw", typed())

    assert "Uw laatste contacten" in scherm.get("/contacten/nieuw").content.decode()


@pytest.mark.parametrize("words", ["Bosveld", "bosvelt", "9-3-1984", "9 maart 1984"])
def test_the_search_box_finds_plans_of_who_it_finds(scherm: Client, words: str) -> None:
    person = InwonerFactory(geslachtsnaam="Bosveld", geboortedatum="1984-03-09")
    plan = PlanFactory()
    plan.deelnames.create(inwoner=person, van=plan.begonnen_op)

    for headers in ({}, HTMX):
        page = scherm.post("/zoeken", {"q": words}, headers=headers).content.decode()
        assert plan.nummer in page


def test_a_plan_is_found_by_its_number(scherm: Client) -> None:
    plan = PlanFactory(nummer="PL-2026-00042")

    for words in ("PL-2026-00042", "pl202600042"):
        page = scherm.post("/zoeken", {"q": words}).content.decode()
        assert f"/plannen/{plan.pk}" in page
    assert plan.nummer not in scherm.post("/zoeken", {"q": "Nergens"}).content.decode()
