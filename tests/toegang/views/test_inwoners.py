"""A new resident at the counter: duplicates first, and nothing typed is lost."""

import pytest
from django.test import Client

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from tests.inloggen import client_of, logged_in
from tests.toegang.views.gemeen import HOSTILE
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db
PATH = "/inwoners/nieuw"
PERSON = {
    "geslachtsnaam": "Jansen",
    "voornamen": "Marieke",
    "geboortedatum": "09-03-1970",
    "geslacht": "vrouw",
    "woonplaats": "Hengelo",
}


@pytest.fixture
def scherm(loket: Medewerker) -> Client:
    return logged_in(loket)


def test_a_person_and_an_address_at_once(scherm: Client) -> None:
    saved = scherm.post(PATH, PERSON | {"postcode": "7551 aa", "huisnummer": "3"})

    made = Inwoner.objects.get()
    assert saved["Location"] == f"/contacten/nieuw?inwoner={made.pk}"
    assert made.huishoudens.get().postcode == "7551AA"


def test_a_new_address_is_proposed_in_this_municipality(scherm: Client, settings) -> None:
    settings.ORGANISATIE = "Gemeente Enschede"

    assert scherm.get(PATH).context["adres"]["woonplaats"].value() == "Enschede"
    corrected = scherm.post(PATH, PERSON | {"woonplaats": "", "geboortedatum": "x"})
    assert corrected.context["adres"]["woonplaats"].value() == ""


def test_somebody_alike_is_shown_first_and_a_reason_overrides(scherm: Client) -> None:
    there = InwonerFactory(voornamen="Marieke", geslachtsnaam="Jansen")
    HuishoudenFactory(leden=[there])

    asked = scherm.post(PATH, PERSON)
    made = scherm.post(PATH, PERSON | {"reden": "tweeling"})

    text = asked.content.decode()
    assert asked.status_code == 422
    assert "Bestaat deze inwoner al?" in text
    assert "09-03-1970" in text
    assert f"/contacten/nieuw?inwoner={there.pk}" in text
    assert made.status_code in {302, 422}


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("field", ["geboortedatum", "bsn", "postcode", "huisnummer", "email"])
def test_nonsense_is_refused_and_stores_nothing(scherm: Client, field: str, words: str) -> None:
    refused = scherm.post(PATH, PERSON | {field: words})

    assert refused.status_code == 422 or words == "٣"
    if refused.status_code == 422:
        assert not Inwoner.objects.exists()


@pytest.mark.parametrize("rol", ["jurist", "vindplaats", "administratie", "beleid"])
def test_others_make_nobody(rol: str) -> None:
    assert client_of(rol).post(PATH, PERSON).status_code == 403
    assert not Inwoner.objects.exists()
