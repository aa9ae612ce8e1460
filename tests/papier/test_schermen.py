"""The screens with which beheer keeps the texts."""

import pytest

from hengelo_sociaal.papier.models import SjabloonVersie
from tests.inloggen import client_of
from tests.papier.voorbeeld import lees, tekst_van
from tests.toegang.views.gemeen import HOSTILE, HTMX

pytestmark = pytest.mark.django_db
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
