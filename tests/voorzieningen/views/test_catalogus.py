"""The catalogue on screen."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import OrganisatieFactory, VoorzieningFactory
from voorzieningen.models import Gemis, Voorziening

pytestmark = pytest.mark.django_db
LIJST = "/voorzieningen"
INGEVULD = {
    "naam": "Taalcafé",
    "code": "taalcafe",
    "soort": "algemeen",
    "vorm": "collectief",
    "omschrijving": "U oefent Nederlands.",
    "leefgebieden": ["leren", "meedoen"],
    "geldig_van": "1-1-2026",
    "gefinancierd": "on",
}


@pytest.fixture
def als(client):
    """The client of somebody with a role."""

    def login(rol: str):
        client.force_login(
            MedewerkerFactory(rollen=[rol]),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return client

    return login


def test_the_list_shows_what_fits_with_its_reasons(als):
    VoorzieningFactory(naam="Samen eten")
    VoorzieningFactory(naam="Rolstoel", maatwerk=True)

    page = als("loket").get(LIJST, {"tekst": "eten"}).content.decode()

    assert "Samen eten" in page
    assert "gevonden op: eten" in page
    assert "Rolstoel" not in page


def test_htmx_gets_the_hits_alone_and_they_equal_the_page(als):
    VoorzieningFactory(naam="Samen eten")
    client = als("loket")

    part = client.get(LIJST, {"tekst": "eten"}, headers={"HX-Request": "true"})
    page = client.get(LIJST, {"tekst": "eten"})

    assert "<html" not in part.content.decode()
    assert part.content.decode().strip() in page.content.decode()


def test_a_filter_that_cannot_be_is_told_and_the_rest_works(als):
    VoorzieningFactory(naam="Samen eten")

    page = als("loket").get(LIJST, {"leeftijd": "oud", "pagina": "x"}).content.decode()

    assert "hs-veld--fout" in page
    assert "Samen eten" in page


def test_pages_follow_each_other(als):
    for n in range(21):
        VoorzieningFactory(naam=f"Voorziening {n:02d}")
    client = als("loket")

    first = client.get(LIJST).content.decode()
    second = client.get(LIJST, {"pagina": 2}).content.decode()

    assert "21 voorzieningen" in first
    assert "Voorziening 20" not in first
    assert "Voorziening 20" in second


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_the_same_number_of_queries(als, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        VoorzieningFactory(naam="Samen eten")
    client = als("loket")
    client.get(LIJST)

    with django_assert_max_num_queries(15):
        client.get(LIJST, {"tekst": "eten"})


def test_maatwerk_shows_what_is_lighter(als):
    VoorzieningFactory(naam="Inloop")
    maatwerk = VoorzieningFactory(naam="Dagbesteding", maatwerk=True)

    page = als("consulent").get(reverse("voorziening", args=[maatwerk.pk])).content.decode()

    assert "Dit is lichter" in page
    assert "Inloop" in page


def test_beleid_adds_a_provision(als):
    answer = als("beleid").post("/voorzieningen/nieuw", INGEVULD)

    made = Voorziening.objects.get()
    assert answer["Location"] == reverse("voorziening", args=[made.pk])
    assert made.geldig_van == dt.date(2026, 1, 1)
    assert {each.pk for each in made.leefgebieden.all()} == {"leren", "meedoen"}


def test_what_is_missing_is_told_beside_the_field_and_nothing_is_lost(als):
    answer = als("beleid").post("/voorzieningen/nieuw", INGEVULD | {"code": "", "kosten": "Gratis"})

    page = answer.content.decode()
    assert not Voorziening.objects.exists()
    assert 'href="#id_code"' in page
    assert "Gratis" in page


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        (
            {"leeftijd_van": "80", "leeftijd_tot": "10"},
            "leeftijd_tot",
            "De hoogste leeftijd ligt onder de laagste.",
        ),
        ({"geldig_tot": "2001-01-01"}, "geldig_tot", "De einddatum ligt voor de begindatum."),
    ],
)
def test_what_does_not_fit_something_else_is_told_beside_its_field_once(als, anders, veld, zin):
    page = als("beleid").post("/voorzieningen/nieuw", INGEVULD | anders).content.decode()

    assert f'href="#id_{veld}"' in page
    assert page.count(zin) == 2  # in the list on top, and beside the field
    assert not Voorziening.objects.exists()


def test_beleid_changes_a_provision(als):
    voorziening = VoorzieningFactory(organisatie=OrganisatieFactory())
    address = reverse("voorziening-wijzigen", args=[voorziening.pk])
    client = als("beleid")

    assert client.get(address).status_code == 200
    client.post(address, INGEVULD)

    voorziening.refresh_from_db()
    assert (voorziening.naam, voorziening.organisatie) == ("Taalcafé", None)


def test_a_consulent_tells_that_something_is_missing(als):
    gemis = {"leefgebied": "netwerk", "wijk": "WK016402", "toelichting": "Geen inloop overdag."}

    answer = als("consulent").post("/voorzieningen/gemis", gemis)

    assert answer.status_code == 302
    assert Gemis.objects.get().wijk_id == "WK016402"


def test_a_person_in_a_gap_is_refused_with_the_words_kept(als):
    gemis = {"leefgebied": "netwerk", "toelichting": "Bel mevrouw op 06-12345678"}

    page = als("consulent").post("/voorzieningen/gemis", gemis).content.decode()

    assert "Bel mevrouw" in page
    assert "zonder iemand te noemen" in page
    assert not Gemis.objects.exists()


@pytest.mark.parametrize(
    ("rol", "melden", "schrijven"),
    [("loket", False, False), ("consulent", True, False), ("beleid", False, True)],
)
def test_buttons_follow_the_rights(als, rol, melden, schrijven):
    page = als(rol).get(LIJST).content.decode()

    assert ("/voorzieningen/gemis" in page) is melden
    assert ("/voorzieningen/nieuw" in page) is schrijven
