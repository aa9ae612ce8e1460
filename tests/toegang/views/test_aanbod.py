"""Matching from a question, on screen."""

import pytest

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HulpvraagFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Aanbod
from voorzieningen.models import Gemis

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulent(client):
    client.force_login(
        MedewerkerFactory(rollen=["consulent"]),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def test_a_worker_matches_from_a_question(consulent):
    vraag = HulpvraagFactory()
    made = VoorzieningFactory(naam=vraag.soort.label)
    address = f"/hulpvragen/{vraag.pk}/aanbod"
    assert address in consulent.get(f"/contacten/{vraag.contact_id}").content.decode()
    assert made.naam in consulent.get(address).content.decode()

    consulent.post(address, {"voorziening": str(made.pk), "antwoord": "te-ver"})
    page = consulent.get(address).content.decode()
    assert "Past niet: te ver weg" in page
    consulent.post(address, {"voorziening": str(made.pk), "antwoord": "aangenomen"})

    assert Aanbod.objects.get().uitkomst == "aangenomen"


def test_the_page_says_whose_question_it_is_and_why_something_else_did_not_fit(consulent):
    vraag = HulpvraagFactory(toelichting="Ik zie bijna niemand.")
    made = VoorzieningFactory(naam=vraag.soort.label)
    address = f"/hulpvragen/{vraag.pk}/aanbod"

    consulent.post(
        address,
        {
            "voorziening": str(made.pk),
            "antwoord": "anders",
            "toelichting": "Durft niet in de lift.",
        },
    )

    page = consulent.get(address).content.decode()
    assert vraag.contact.inwoner.naam in page
    assert "Ik zie bijna niemand." in page
    assert "Past niet: anders (Durft niet in de lift.)" in page


def test_nothing_light_fits(consulent):
    vraag = HulpvraagFactory()
    address = f"/hulpvragen/{vraag.pk}/aanbod"

    wrong = consulent.post(address, {"toelichting": "Bel 06-12345678"})
    assert "zonder iemand te noemen" in wrong.content.decode()
    consulent.post(address, {"toelichting": "Alles is overdag."})

    assert Gemis.objects.get().toelichting == "Alles is overdag."


def test_nothing_is_an_acceptance_until_it_is_chosen(consulent):
    vraag = HulpvraagFactory()
    made = VoorzieningFactory(naam=vraag.soort.label)
    address = f"/hulpvragen/{vraag.pk}/aanbod"

    fresh = consulent.get(address).content.decode()
    assert '<option value="" selected>Maak een keuze</option>' in fresh
    for answer in ("", "zomaar"):
        refused = consulent.post(
            address, {"voorziening": str(made.pk), "antwoord": answer, "toelichting": "Belde af."}
        )
        assert refused.status_code == 422
        assert "Kies of de inwoner dit aannam" in refused.content.decode()
        assert "Belde af." in refused.content.decode()

    assert not Aanbod.objects.exists()


def test_what_was_recorded_by_mistake_can_be_taken_back(consulent):
    vraag = HulpvraagFactory()
    address = f"/hulpvragen/{vraag.pk}/aanbod"
    consulent.post(address, {"toelichting": "Alles is overdag."})
    said = Aanbod.objects.get()

    page = consulent.get(address).content.decode()
    assert "Terugnemen: niets lichts past" in page
    for _ in range(2):
        answer = consulent.post(f"{address}/{said.pk}/terugnemen", follow=True)
        assert "Teruggenomen." in answer.content.decode()

    assert not Aanbod.objects.exists()
    assert not Gemis.objects.exists()


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_the_same_number_of_queries(
    consulent, aantal, django_assert_max_num_queries
):
    vraag = HulpvraagFactory()
    for _ in range(aantal):
        VoorzieningFactory(naam=vraag.soort.label)
    consulent.get(f"/hulpvragen/{vraag.pk}/aanbod")

    with django_assert_max_num_queries(40):
        consulent.get(f"/hulpvragen/{vraag.pk}/aanbod")


@pytest.mark.parametrize("chosen", ["", "weg", "8f0e6d0a-0000-4000-8000-000000000000"])
def test_a_provision_that_is_not_there_is_no_gap(consulent, chosen):
    vraag = HulpvraagFactory()

    answer = consulent.post(
        f"/hulpvragen/{vraag.pk}/aanbod", {"voorziening": chosen, "antwoord": "te-ver"}
    )

    assert answer.status_code == 404
    assert not vraag.aanbod.exists()
    assert not Gemis.objects.exists()
