"""The catalogue as a file: taken out, and taken in again."""

import base64
import csv
import datetime as dt
import html
import io
import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, OrganisatieFactory, VoorzieningFactory
from voorzieningen.domain.gegevens import gegevens_of
from voorzieningen.domain.voorzieningen import change_voorziening, confirm_voorziening
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


def changed_in_a_file(client, **anders) -> bytes:
    """The file of now as CSV, with one cell of its only provision changed."""
    book = load_workbook(io.BytesIO(client.get(HUIDIG).content))
    names, cells = book.active.iter_rows(values_only=True)
    row = {name: value or "" for name, value in zip(names, cells, strict=True)} | anders
    text = io.StringIO()
    writer = csv.DictWriter(text, names, delimiter=";")
    writer.writeheader()
    writer.writerow(row)
    return text.getvalue().encode()


def take_in(client, content: bytes, gezien: str = ""):
    kept = base64.b64encode(content).decode()
    sent = {"inhoud": kept, "naam": "v.csv", "definitief": "ja", "gezien": gezien}
    return client.post(INLEZEN, sent)


def change(voorziening, by, **anders):
    gegevens = replace(gegevens_of(Voorziening.objects.get(pk=voorziening.pk)), **anders)
    change_voorziening(voorziening=voorziening, gegevens=gegevens, by=by, at=nu())


@pytest.fixture
def soep():
    return VoorzieningFactory(code="soep", naam="Soep", kosten="Een euro.", wijken=["WK016401"])


def test_what_a_colleague_changed_since_stays(client, beleid, soep):
    file = changed_in_a_file(client, naam="Soep en brood")
    change(soep, beleid, kosten="Gratis.", wijken=["WK016401", "WK016402"])
    confirm_voorziening(voorziening=soep, by=beleid, at=nu())

    take_in(client, file)

    soep.refresh_from_db()
    assert (soep.naam, soep.kosten) == ("Soep en brood", "Gratis.")
    assert soep.wijken.count() == 2
    assert soep.gecontroleerd_op == vandaag()


def test_what_both_changed_is_told_with_both(client, beleid, soep):
    file = changed_in_a_file(client, kosten="Twee euro.")
    change(soep, beleid, kosten="Gratis.")

    page = html.unescape(take_in(client, file).content.decode())

    soep.refresh_from_db()
    assert soep.kosten == "Gratis."
    assert (
        "een collega maakte hier intussen 'Gratis.' van, in uw bestand staat 'Twee euro.'" in page
    )
    take_in(client, changed_in_a_file(client, kosten="Twee euro.", versie=""))
    soep.refresh_from_db()
    assert soep.kosten == "Twee euro."


@pytest.mark.usefixtures("beleid", "soep")
def test_a_version_that_is_not_there_is_told(client):
    page = html.unescape(try_file(client, changed_in_a_file(client, versie="9"), "v.csv"))

    assert "kolom 'versie': versie 9 is er niet. Haal het bestand opnieuw op" in page


def test_what_is_looked_at_is_what_is_taken_in(client, beleid, soep):
    file = changed_in_a_file(client, naam="Soep en brood", versie="")
    page = try_file(client, file, "v.csv")
    for words in ("Soep", "Naam", "Soep en brood"):
        assert f">{words}</t" in page
    seen = re.search(r'name="gezien" value="(\w+)"', page)[1]
    change(soep, beleid, kosten="Gratis.")

    told = take_in(client, file, seen)

    soep.refresh_from_db()
    assert soep.naam == "Soep"
    assert told.status_code == 422
    assert "Een collega heeft intussen iets gewijzigd." in told.text
    assert ">Gratis.</td><td>Een euro.</td>" in told.text
    take_in(client, file, re.search(r'name="gezien" value="(\w+)"', told.text)[1])
    soep.refresh_from_db()
    assert (soep.naam, soep.kosten) == ("Soep en brood", "Een euro.")
