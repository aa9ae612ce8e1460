"""What the database itself guards about the catalogue."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories.voorzieningen import LocatieFactory, SynoniemFactory, VoorzieningFactory
from voorzieningen.enums import Soort
from voorzieningen.models import Organisatie, Voorziening

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("velden", "constraint"),
    [
        ({"naam": ""}, "voorziening_naam_en_omschrijving"),
        ({"soort": "anders"}, "voorziening_soort_en_vorm"),
        ({"preventieniveau": "anders"}, "voorziening_preventieniveau"),
        ({"leeftijd_van": 12, "leeftijd_tot": 11}, "voorziening_leeftijd"),
        ({"geldig_tot": dt.date(2019, 12, 31)}, "voorziening_geldig"),
        ({"productcategorie": "02"}, "voorziening_product_alleen_maatwerk"),
        ({"leveringsvormen": ["zin"]}, "voorziening_product_alleen_maatwerk"),
        ({"soort": "maatwerk", "productcode": "02A01"}, "voorziening_productcategorie"),
        ({"soort": "maatwerk", "leveringsvormen": ["los"]}, "voorziening_leveringsvorm"),
    ],
)
def test_the_database_refuses_what_cannot_be_true(velden: dict[str, object], constraint: str):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        VoorzieningFactory(**velden)

    assert not Voorziening.objects.exists()


def test_a_postcode_of_a_location_has_its_shape():
    with pytest.raises(IntegrityError, match="locatie_postcode"), transaction.atomic():
        LocatieFactory(postcode="7551ab")


def test_a_synonym_is_kept_as_we_search_it():
    with pytest.raises(IntegrityError, match="synoniem_zoekvorm"), transaction.atomic():
        SynoniemFactory(woord="Scootmobiel")


def test_the_stored_search_column_follows_the_text():
    voorziening = VoorzieningFactory(naam="Cliëntondersteuning", zoekwoorden="Hulp bij gesprek")

    voorziening.refresh_from_db()

    assert "clientondersteun" in voorziening.zoekvector


def test_validity_includes_both_days():
    VoorzieningFactory(geldig_van=dt.date(2026, 1, 1), geldig_tot=dt.date(2026, 1, 31))

    def count(dag: dt.date) -> int:
        return Voorziening.objects.geldig(dag).count()

    assert [count(dt.date(2026, 1, d)) for d in (1, 31)] == [1, 1]
    assert [count(dt.date(2025, 12, 31)), count(dt.date(2026, 2, 1))] == [0, 0]


@pytest.mark.parametrize(
    ("van", "tot", "tekst"),
    [
        (None, None, ""),
        (4, None, "vanaf 4 jaar"),
        (None, 17, "tot en met 17 jaar"),
        (4, 11, "4 tot en met 11 jaar"),
    ],
)
def test_ages_are_told_in_words(van: int | None, tot: int | None, tekst: str):
    voorziening = Voorziening(leeftijd_van=van, leeftijd_tot=tot)

    assert voorziening.leeftijd == tekst


def test_every_kind_says_how_somebody_gets_in():
    assert all(soort.toegang for soort in Soort)


@pytest.mark.parametrize(
    ("telefoon", "belnummer"),
    [
        ("074 000 01 23", "0740000123"),
        ("+31 74 123 4567", "+31741234567"),
        ("+31 (0)74 1234567", "+31741234567"),
        ("(074) 123 45 67", "0741234567"),
        ("074-1234567 / 06", "0741234567"),
        ("14 074", "14074"),
        ("", ""),
    ],
)
def test_a_telephone_dials_one_number(telefoon, belnummer):
    assert Organisatie(telefoon=telefoon).belnummer == belnummer


@pytest.mark.parametrize("telefoon", ["074-1234567 / 06", "bel ons", "074 123 4567 Jan"])
def test_a_telephone_number_is_one_number(telefoon):
    with pytest.raises(ValidationError, match="Vul één telefoonnummer in"):
        Organisatie(code="a", naam="A", telefoon=telefoon).clean_fields()
