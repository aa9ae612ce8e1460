"""The screens with which beheer keeps the texts."""

import pytest
from django.db import connection

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.papier.laden import read_text
from hengelo_sociaal.papier.models import SjabloonVersie
from hengelo_sociaal.papier.queries.sjablonen import kind, version_on
from tests.factories.toegang import NU
from tests.inloggen import client_of
from tests.papier.voorbeeld import lees, tekst_van
from tests.toegang.views.gemeen import HOSTILE, HTMX

pytestmark = pytest.mark.django_db
VANDAAG = vandaag()
TEKST = "Gesprek op {gehouden_op}: {uitkomst}.\n\n[[voortgang]]"
GOED = {"titel": "Verslag voor {naam}", "tekst": TEKST, "taalniveau": "b1"}


@pytest.fixture
def scherm():
    return client_of("beheer")


def test_the_list_shows_every_document(scherm):
    page = scherm.get("/sjablonen").content.decode()

    assert "Plan van het huishouden" in page
    assert "geleverd met het systeem" in page


def test_a_text_says_what_may_stand_in_it(scherm):
    page = scherm.get("/sjablonen/plan").content.decode()

    assert "{wat_telt}" in page
    assert "[[doelen]]" in page
    assert "Het plan van {naam}" in page
    assert scherm.get("/sjablonen/bestaat-niet").status_code == 404


def test_from_concept_to_example_to_use(scherm):
    saved = scherm.post("/sjablonen/evaluatie", GOED)
    page = scherm.get("/sjablonen/evaluatie").content.decode()
    example = scherm.get("/sjablonen/evaluatie/voorbeeld").content.decode()
    old = scherm.get("/sjablonen/evaluatie/voorbeeld?versie=1&groot=1").content.decode()
    scherm.post("/sjablonen/evaluatie/ingebruik", {"vanaf": "31-12-2199"})
    listed = scherm.get("/sjablonen").content.decode()

    assert saved.status_code == 303
    assert "Versie 2 in gebruik nemen" in page
    assert "Verslag voor huishouden De Voorbeeld" in example
    assert "Zo gaat het met het plan van huishouden De Voorbeeld" in old
    assert "hs-vel--groot" in old
    assert "geldt vanaf 31-12-2199" in listed
    assert "Nieuwe versie klaar" in listed


def test_the_example_as_pdf(scherm):
    answer = scherm.get("/sjablonen/plan/voorbeeld.pdf?groot=1")

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store, private"
    assert lees(answer.content).metadata.title == "Het plan van huishouden De Voorbeeld"
    assert "Dit huishouden bestaat niet" in tekst_van(answer.content)
    assert scherm.get("/sjablonen/plan/voorbeeld.pdf?versie=9").status_code == 404


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["zonder", "met"])
def test_an_unknown_field_stands_beside_the_text(scherm, headers):
    answer = scherm.post("/sjablonen/evaluatie", GOED | {"tekst": "{bsn}"}, headers=headers)

    assert answer.status_code == (422 if headers else 200)
    assert "Het veld {bsn} bestaat hier niet" in answer.content.decode()
    assert not SjabloonVersie.objects.filter(geldig_van=None).exists()


def test_a_day_that_has_passed_is_refused_with_the_text_kept(scherm):
    scherm.post("/sjablonen/evaluatie", GOED)

    answer = scherm.post("/sjablonen/evaluatie/ingebruik", {"vanaf": "01-01-2020"})

    assert "op zijn vroegst vandaag" in answer.content.decode()
    assert SjabloonVersie.objects.get(geldig_van=None)


def test_a_concept_can_be_thrown_away(scherm):
    scherm.post("/sjablonen/evaluatie", GOED)

    scherm.post("/sjablonen/evaluatie/weggooien")

    assert not SjabloonVersie.objects.filter(geldig_van=None).exists()
    assert scherm.post("/sjablonen/evaluatie/weggooien").status_code == 404


@pytest.mark.parametrize("tekst", HOSTILE)
def test_a_strange_text_never_breaks_the_page(scherm, tekst):
    answer = scherm.post("/sjablonen/evaluatie", GOED | {"tekst": tekst, "titel": tekst})

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.fixture
def older():
    """A database of before: version 1 of the letter is another text than we ship now."""
    kept = SjabloonVersie.objects.get(sjabloon="besluit", nummer=1)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE papier_sjabloonversie DISABLE TRIGGER tekst_blijft")
        cursor.execute(
            "UPDATE papier_sjabloonversie SET tekst = 'Zo was het.' WHERE id = %s", [kept.pk]
        )
        cursor.execute("ALTER TABLE papier_sjabloonversie ENABLE TRIGGER tekst_blijft")
    SjabloonVersie.objects.create(
        sjabloon_id="besluit",
        nummer=2,
        titel=kept.titel,
        tekst=f"Onze eigen regel.\n\n{kept.tekst}",
        geldig_van=VANDAAG,
        gewijzigd_op=NU,
    )


def test_a_fresh_database_is_offered_nothing(scherm):
    assert "Nieuwere tekst geleverd" not in scherm.get("/sjablonen").content.decode()
    assert scherm.post("/sjablonen/besluit/geleverd").status_code == 404


def test_a_newer_text_of_ours_is_offered_beside_what_was_edited(scherm, older):
    listed = scherm.get("/sjablonen").content.decode()
    page = scherm.get("/sjablonen/besluit").content.decode()

    assert listed.count("Nieuwere tekst geleverd") == 1
    assert "Staat alleen in uw tekst" in page
    assert "<li>Onze eigen regel.</li>" in page


def test_what_is_offered_becomes_a_concept_and_nothing_else_changes(scherm, older):
    before = version_on("besluit", op=VANDAAG)

    taken = scherm.post("/sjablonen/besluit/geleverd")
    page = scherm.get("/sjablonen/besluit").content.decode()

    concept = SjabloonVersie.objects.get(sjabloon="besluit", geldig_van=None)
    shipped = read_text(kind("besluit").bestand)
    assert taken.status_code == 303
    assert (concept.nummer, concept.titel, concept.tekst) == (3, *shipped)
    assert version_on("besluit", op=VANDAAG) == before
    assert "Nieuwere tekst geleverd" not in page
    assert "Versie 3 in gebruik nemen" in page


def test_what_is_offered_never_replaces_a_concept(scherm, older):
    own = SjabloonVersie.objects.get(sjabloon="besluit", nummer=2)
    scherm.post("/sjablonen/besluit", {"titel": own.titel, "tekst": own.tekst, "taalniveau": "b1"})

    answer = scherm.post("/sjablonen/besluit/geleverd")

    assert answer.status_code == 409
    assert "Er staat al een concept klaar" in answer.content.decode()
    concept = SjabloonVersie.objects.get(sjabloon="besluit", geldig_van=None)
    assert concept.tekst.strip() == own.tekst.strip()
    assert "Nieuwere tekst geleverd" in scherm.get("/sjablonen/besluit").content.decode()
