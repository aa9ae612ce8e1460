"""COPY leaves the same rows as the framework's own way of storing many records."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from hengelo_sociaal.demo.kopieren import copy_records
from toegang.enums import Geslacht, Herkomst, Vertegenwoordiging
from toegang.models import Dubbelpaar, Huishouden, Inwoner, Lidmaatschap, Vertegenwoordiger

pytestmark = pytest.mark.django_db
LASTIG = "tab\tregel\nterug\rstreep\\ \\N \\. 'één' \"twee\""


def resident() -> Inwoner:
    return Inwoner(voornamen="Riek", geslachtsnaam=LASTIG, geslacht=Geslacht.VROUW)


def stored(record: Model) -> dict[str, object]:
    """Every column as the database holds it, those that it makes itself too."""
    names = [one.attname for one in record._meta.concrete_fields if not one.primary_key]
    return type(record)._default_manager.filter(pk=record.pk).values(*names).get()


def test_text_empty_values_and_generated_columns_are_the_same() -> None:
    copied, made = resident(), resident()

    copy_records(Inwoner, [copied])
    Inwoner.objects.bulk_create([made])

    assert stored(copied) == stored(made)
    assert stored(copied)["geslachtsnaam"] == LASTIG
    assert stored(copied)["geboortedatum"] is None


def test_lists_and_documents_are_the_same() -> None:
    people = sorted((resident(), resident()), key=lambda one: one.pk)
    Inwoner.objects.bulk_create(people)
    pair = {
        "eerste": people[0],
        "tweede": people[1],
        "score": 7,
        "waarom": ["naam", LASTIG],
        "gevonden_op": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    }
    speaker = {
        "inwoner": people[0],
        "soort": Vertegenwoordiging.MENTOR,
        "naam": "M. Verzonnen",
        "mag": ["post", "gesprek"],
        "van": dt.date(2026, 1, 1),
    }

    copy_records(Dubbelpaar, [copied := Dubbelpaar(**pair, herkomst=Herkomst.REGISTRATIE)])
    copy_records(Vertegenwoordiger, [spoken := Vertegenwoordiger(**speaker)])

    assert stored(copied)["waarom"] == ["naam", LASTIG]
    assert stored(spoken)["mag"] == ["post", "gesprek"]


def test_bytes_come_back_as_they_were() -> None:
    person = resident()
    person.set_bsn("123456782")  # of nobody in the town of the other tests
    encrypted = bytes(person.bsn_versleuteld or b"")

    copy_records(Inwoner, [person])

    assert bytes(Inwoner.objects.get(pk=person.pk).bsn_versleuteld or b"") == encrypted != b""


def test_a_stored_record_can_be_changed_and_saved() -> None:
    person = resident()
    copy_records(Inwoner, [person])

    person.voornamen = "Hendrika"
    person.save()

    assert Inwoner.objects.get(pk=person.pk).voornamen == "Hendrika"


def test_the_database_numbers_the_rows_and_guards_its_references() -> None:
    person, home = resident(), Huishouden()
    places = [
        Lidmaatschap(inwoner=person, huishouden=home, rol="aanvrager", van=dt.date(jaar, 1, 1))
        for jaar in (2020, 2022)
    ]
    places[0].tot = dt.date(2020, 12, 31)
    copy_records(Huishouden, [home])
    copy_records(Lidmaatschap, places)

    kept = Lidmaatschap.objects.filter(huishouden=home).order_by("pk")
    assert [one.van.year for one in kept] == [2020, 2022]
    with pytest.raises(IntegrityError, match="inwoner"), transaction.atomic():
        connection.check_constraints()
    copy_records(Inwoner, [person])


def test_a_refused_row_is_an_error_of_the_framework() -> None:
    person = resident()

    with pytest.raises(IntegrityError), transaction.atomic():
        copy_records(Inwoner, [person, person])
