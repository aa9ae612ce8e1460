"""The catalogue as a file: taken out, and taken in again."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, OrganisatieFactory, VoorzieningFactory
from voorzieningen.models import Locatie, Voorziening

pytestmark = pytest.mark.django_db
INLEZEN, HUIDIG = "/voorzieningen/inlezen", "/voorzieningen/inlezen/huidig.xlsx"


@pytest.fixture
def beleid(client):
    made = MedewerkerFactory(rollen=["beleid"])
    client.force_login(made, backend="django.contrib.auth.backends.ModelBackend")
    return made


def try_file(client, content: bytes, naam: str = "voorzieningen.xlsx") -> str:
    file = SimpleUploadedFile(naam, content)
    return client.post(INLEZEN, {"bestand": file}).content.decode()


def places_of(voorziening: Voorziening) -> set[Locatie]:
    return set(voorziening.locaties.all())


@pytest.mark.usefixtures("beleid")
def test_every_place_comes_back_also_one_of_another_organisation(client):
    swoh, wijkracht = OrganisatieFactory(code="swoh"), OrganisatieFactory(code="wijkracht")
    own = LocatieFactory(organisatie=swoh, naam="De Zaal")
    same_name = LocatieFactory(organisatie=wijkracht, naam="De Zaal")
    koffie = VoorzieningFactory(code="koffie", organisatie=swoh)
    koffie.locaties.set([own, same_name])
    nobodys = VoorzieningFactory(code="nobodys", organisatie=None)
    nobodys.locaties.set([same_name])

    page = try_file(client, client.get(HUIDIG).content)

    assert "Er verandert niets" in page
    assert places_of(koffie) == {own, same_name}
    assert places_of(nobodys) == {same_name}


@pytest.mark.usefixtures("beleid")
def test_a_file_taken_out_and_in_again_changes_nothing(client):
    VoorzieningFactory(
        code="alles",
        naam="=Soep & brood",
        omschrijving='Eerste regel.\r\nTweede regel.\n\nDerde; "met" tekens.',
        doelgroepen=["ouderen", "mantelzorgers"],
        wijken=["WK016401"],
        wetten=["wmo"],
        kosten="0012",
        leeftijd_van=0,
        leeftijd_tot=99,
        plaatsen=0,
        wachttijd_dagen=14,
        preventieniveau="selectief",
        geldig_tot=dt.date(2030, 1, 1),
        gecontroleerd_op=dt.date(2026, 1, 1),
        gefinancierd=False,
        status="concept",
    )
    VoorzieningFactory(code="maatwerk", maatwerk=True, leveringsvormen=["zin", "pgb"])

    page = try_file(client, client.get(HUIDIG).content)

    assert "Er verandert niets" in page


@pytest.mark.usefixtures("beleid")
@pytest.mark.parametrize("aantal", [1, 3])
def test_taking_it_out_takes_the_same_number_of_queries(client, aantal, django_assert_num_queries):
    for _ in range(aantal):
        VoorzieningFactory().locaties.add(LocatieFactory())
    client.get("/voorzieningen")  # who is logged in is known by now

    with django_assert_num_queries(9):
        client.get(HUIDIG)
