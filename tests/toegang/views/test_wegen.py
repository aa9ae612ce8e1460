"""No link is drawn that the same person would find shut."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
)
from tests.factories.voorzieningen import PartnerFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget

pytestmark = pytest.mark.django_db


def search(client, words):
    return client.post(reverse("zoeken"), {"q": words}).content.decode()


@pytest.mark.parametrize(
    ("rol", "leads_on"),
    [("loket", True), ("consulent", True), ("jurist", False), ("administratie", False)],
)
def test_a_resident_without_household_leads_to_a_contact_for_who_may_make_one(rol, leads_on):
    lonely = InwonerFactory(geslachtsnaam="Wegdam")

    html = search(client_of(rol), "Wegdam")

    assert "Wegdam" in html
    assert (reverse("contact-nieuw") + f"?inwoner={lonely.pk}" in html) is leads_on


@pytest.mark.parametrize(("rol", "leads_on"), [("jurist", True), ("administratie", False)])
def test_a_household_is_a_link_for_who_may_see_households(rol, leads_on):
    home = HuishoudenFactory(leden=[InwonerFactory(geslachtsnaam="Wegdam")])

    html = search(client_of(rol), "Wegdam")

    assert (reverse("huishouden", args=[home.pk]) in html) is leads_on


@pytest.mark.parametrize(("rol", "offered"), [("loket", True), ("jurist", False)])
def test_a_new_contact_is_offered_to_who_may_make_one(rol, offered):
    html = client_of(rol).get(reverse("contacten")).content.decode()

    assert ("Nieuw contact</a>" in html) is offered


def test_a_vindplaats_worker_sees_no_way_to_the_household(poh):
    resident = InwonerFactory()
    home = HuishoudenFactory(leden=[resident])
    contact = ContactFactory(
        inwoner=resident, huishouden=home, vindplaats_id="poh-jeugd", geregistreerd_door=poh
    )

    html = logged_in(poh).get(reverse("contact", args=[contact.pk])).content.decode()

    assert resident.naam in html
    assert reverse("huishouden", args=[home.pk]) not in html


def test_the_meldingen_of_a_household_are_links_for_a_jurist():
    melding = MeldingFactory()
    client = client_of("jurist")
    page = reverse("huishouden", args=[melding.huishouden_id])
    client.post(page, {"doel": "kwaliteit"})

    html = client.get(page).content.decode()

    assert reverse("melding", args=[melding.pk]) in html


@pytest.mark.parametrize("contacts", [1, 3])
def test_a_vindplaats_worker_sees_the_latest_registrations_and_what_became_of_them(poh, contacts):
    for _ in range(contacts):
        contact = ContactFactory(
            bekend=True, vindplaats_id="poh-jeugd", geregistreerd_door=poh, hulpvragen=["melding"]
        )
        melding = MeldingFactory(hulpvraag=contact.hulpvragen.get(), geregistreerd_door=poh)

    html = assert_vraagbudget("mijn-werk", "registraties", poh)

    assert html.count("<tr>") == contacts + 1
    assert melding.nummer in html
    assert "Ontvangen door de gemeente" in html


def test_what_still_runs_stands_on_top(poh):
    asked = {"bekend": True, "vindplaats_id": "poh-jeugd", "geregistreerd_door": poh}
    old = ContactFactory(**asked, plaatsgevonden_op=NU - timedelta(days=90), hulpvragen=["open"])
    new = ContactFactory(**asked, hulpvragen=["informatie-en-advies"])

    html = assert_vraagbudget("mijn-werk", "registraties", poh)

    assert html.index(str(old.pk)) < html.index(str(new.pk))


def test_a_vindplaats_starts_with_a_question_and_its_own_count(poh):
    asked = {"vindplaats_id": "poh-jeugd", "geregistreerd_door": poh}
    this_year = nu().replace(month=1, day=2, hour=12)
    ContactFactory(**asked, plaatsgevonden_op=this_year, hulpvragen=["open"])
    ContactFactory(**asked, plaatsgevonden_op=this_year, hulpvragen=["informatie-en-advies"])
    ContactFactory(vindplaats_id="poh-jeugd", hulpvragen=["open"])

    html = assert_vraagbudget("mijn-werk", "vindplaats", poh)

    assert "Dit jaar legde u 2 vragen vast" in html
    assert "1 vraag is nog niet klaar" in html
    assert reverse("contact-nieuw") in html


def test_a_vindplaats_worker_without_a_place_is_told_what_to_do():
    worker = MedewerkerFactory(rollen=["vindplaats"])

    html = assert_vraagbudget("mijn-werk", "vindplaats", worker)

    assert "nog niet aan een vindplaats gekoppeld" in html


@pytest.mark.parametrize("paneel", ["vindplaats", "registraties"])
def test_a_partner_that_only_keeps_entries_is_not_asked_for_questions(paneel):
    assert assert_vraagbudget("mijn-werk", paneel, PartnerFactory().medewerker) == ""


@pytest.mark.parametrize("rol", ["loket", "consulent", "teamleider"])
def test_the_others_have_no_workplace_of_a_vindplaats(rol):
    assert assert_vraagbudget("mijn-werk", "vindplaats", MedewerkerFactory(rollen=[rol])) == ""


def test_the_counter_has_a_search_box_and_no_list_of_the_latest(loket):
    ContactFactory(geregistreerd_door=loket)

    assert assert_vraagbudget("mijn-werk", "registraties", loket) == ""


def test_a_partner_without_a_vindplaats_gets_no_form_that_cannot_be_saved() -> None:
    page = logged_in(PartnerFactory().medewerker).get("/contacten/nieuw")

    assert page.status_code == 200
    assert "U bent nog niet aan een vindplaats gekoppeld" in page.content.decode()
    assert "Contact opslaan" not in page.content.decode()
