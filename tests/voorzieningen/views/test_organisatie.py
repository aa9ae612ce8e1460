"""The screen on which a partner keeps the own organisation."""

import pytest

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, OrganisatieFactory, PartnerFactory
from voorzieningen.forms.organisatie import LocatieFormSet
from voorzieningen.models import Locatie, Voorstel

pytestmark = pytest.mark.django_db


@pytest.fixture
def als(client):
    def login(medewerker):
        client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return login


def adres(organisatie) -> str:
    return f"/voorzieningen/mijn-organisatie/{organisatie.pk}/gegevens"


def sent(plek, **anders) -> dict[str, str]:
    return {
        "naam": plek.organisatie.naam,
        "telefoon": "074 123 4567",
        "locatie-TOTAL_FORMS": "2",
        "locatie-INITIAL_FORMS": "1",
        "locatie-0-id": str(plek.pk),
        "locatie-0-naam": plek.naam,
        "locatie-0-postcode": "7551 ab",
        "locatie-0-woonplaats": "Hengelo",
        "locatie-0-buurt": plek.buurt_id,
        "locatie-1-woonplaats": "Hengelo",
    } | anders


def test_from_proposal_to_the_public_page(als):
    partner = PartnerFactory()
    plek = LocatieFactory(organisatie=partner.organisatie, naam="De Esch")
    browser = als(partner.medewerker)
    assert "De Esch" in browser.get(adres(partner.organisatie)).text

    assert browser.post(adres(partner.organisatie), sent(plek)).status_code == 302

    voorstel = Voorstel.objects.get()
    browser = als(MedewerkerFactory(rollen=["beleid"]))
    page = browser.get(f"/voorzieningen/voorstellen/{voorstel.pk}").text
    assert "074 123 4567" in page
    assert "7551 AB Hengelo" in page
    browser.post(f"/voorzieningen/voorstellen/{voorstel.pk}", {"overnemen": "ja"})
    plek.refresh_from_db()
    assert plek.postcode == "7551AB"
    assert plek.organisatie.locaties.count() == 1


def test_a_ticked_place_goes_and_a_filled_in_one_comes(als):
    partner = PartnerFactory()
    plek = LocatieFactory(organisatie=partner.organisatie, naam="Oud")
    data = sent(plek, **{"locatie-0-DELETE": "on", "locatie-1-naam": "Nieuw"})

    als(partner.medewerker).post(adres(partner.organisatie), data)

    assert [each["naam"] for each in Voorstel.objects.get().inhoud["locaties"]] == ["Nieuw"]


def test_a_mistake_is_told_beside_its_field_and_nothing_is_kept(als):
    partner = PartnerFactory()
    plek = LocatieFactory(organisatie=partner.organisatie)

    answer = als(partner.medewerker).post(
        adres(partner.organisatie), sent(plek, **{"locatie-0-postcode": "12"})
    )

    assert answer.status_code == 422
    assert "zoals 7551AB" in answer.text
    assert not Voorstel.objects.exists()


def test_another_organisation_is_not_there(als):
    browser = als(PartnerFactory().medewerker)

    assert browser.get(adres(OrganisatieFactory())).status_code == 404
    assert (
        als(MedewerkerFactory(rollen=["loket"])).get(adres(OrganisatieFactory())).status_code == 403
    )


def test_a_new_place_is_proposed_in_this_municipality(settings) -> None:
    settings.ORGANISATIE = "Gemeente Enschede"

    empty = LocatieFormSet(prefix="locatie").empty_form

    assert empty["woonplaats"].value() == Locatie().woonplaats == "Enschede"
    assert "initial-" not in str(empty["woonplaats"])
