"""The triggers that mark: whatever changes a figure leaves a mark in the same transaction."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.db import connection

import dashboard
from dashboard.models import VuileBucket
from tests.factories.plannen import AfspraakFactory, PlanFactory
from tests.factories.signalen import made_zaak
from tests.factories.termijnen import TermijnFactory
from tests.factories.toegang import (
    VANDAAG,
    ContactFactory,
    HuisbezoekFactory,
    HulpvraagFactory,
    MeldingFactory,
)
from toegang.models import Contact, Hulpvraag, Melding, MeldingTermijn, Waardering

pytestmark = pytest.mark.django_db
SQL = Path(dashboard.__file__).parent / "sql"


def marks() -> set[tuple[str, dt.date]]:
    return set(VuileBucket.objects.values_list("bron", "dag"))


def clear() -> None:
    VuileBucket.objects.all().delete()


@pytest.mark.parametrize("file", sorted(SQL.rglob("*.sql")), ids=lambda file: file.stem)
def test_what_is_installed_is_what_stands_in_the_file(file):
    text = file.read_text(encoding="utf-8")
    name = re.search(r"FUNCTION (\w+)", text)[1]
    body = re.search(r"AS \$\$(.*?)\$\$", text, re.DOTALL)[1]

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = %s", [name])
        (installed,) = cursor.fetchone()

    assert re.search(r"AS \$\w*\$(.*)\$\w*\$", installed, re.DOTALL)[1] == body


def test_every_trigger_of_the_files_is_installed():
    wanted = set()
    for file in SQL.rglob("*.sql"):
        found = re.findall(
            r"CREATE TRIGGER (\w+) AFTER \w+ ON (\w+)", file.read_text(encoding="utf-8")
        )
        wanted.update((table, name) for name, table in found)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger"
            " WHERE tgname LIKE 'dashboard_merk_%' AND NOT tgisinternal"
        )
        installed = set(cursor.fetchall())

    assert installed == wanted
    assert len(wanted) >= 20


def test_a_question_marks_the_day_of_its_contact():
    contact = ContactFactory()
    assert marks() == set()

    HulpvraagFactory(contact=contact)

    assert marks() == {("hulpvragen", VANDAAG), ("contacten", VANDAAG)}


def test_another_outcome_marks_again():
    question = HulpvraagFactory(contact=ContactFactory())
    clear()

    Hulpvraag.objects.filter(pk=question.pk).update(uitkomst_id="doorverwezen")

    assert marks() == {("hulpvragen", VANDAAG), ("contacten", VANDAAG)}


def test_a_contact_on_another_day_marks_both_days():
    contact = ContactFactory(hulpvragen=["open"])
    clear()
    earlier = VANDAAG - dt.timedelta(days=40)

    Contact.objects.filter(pk=contact.pk).update(dag=earlier)

    assert {("hulpvragen", VANDAAG), ("hulpvragen", earlier)} <= marks()


def test_taking_a_contact_away_marks_its_day():
    contact = ContactFactory(hulpvragen=["open"])
    clear()

    contact.delete()

    assert ("hulpvragen", VANDAAG) in marks()


def test_many_questions_at_once_leave_few_marks():
    contacts = [ContactFactory() for _ in range(3)]
    example = HulpvraagFactory.build(contact=contacts[0], soort_id="anders")
    clear()

    Hulpvraag.objects.bulk_create(
        Hulpvraag(
            contact=contact,
            soort_id="anders",
            uitkomst_id=example.uitkomst_id,
            leefgebied_id="meedoen",
            beleidsdomein_id="welzijn",
        )
        for contact in contacts
    )

    assert VuileBucket.objects.count() == 2


def test_a_melding_marks_itself_and_the_question_it_came_of():
    question = HulpvraagFactory(uitkomst_id="melding")
    clear()
    received = VANDAAG - dt.timedelta(days=20)

    MeldingFactory(hulpvraag=question, ontvangen_op=received)

    assert marks() == {
        ("meldingen", received),
        ("huisbezoeken", received),
        ("plannen", received),
        ("hulpvragen", VANDAAG),
    }


def test_support_that_turns_out_to_be_needed_marks_the_melding():
    melding = MeldingFactory()
    clear()

    Melding.objects.filter(pk=melding.pk).update(ondersteuning_nodig=True)

    assert ("plannen", VANDAAG) in marks()


def test_a_term_marks_the_day_on_which_it_counts():
    term = TermijnFactory(onderzoek=True)
    assert marks() == set()

    term.status, term.gehaald_op = "gehaald", dt.date(2026, 6, 20)
    term.save()
    assert marks() == {("onderzoeken", dt.date(2026, 6, 20))}

    clear()
    term.status, term.gehaald_op = "verlopen", None
    term.save()
    assert marks() == {("onderzoeken", dt.date(2026, 6, 20)), ("onderzoeken", term.einddatum)}


def test_a_term_that_gets_its_melding_marks_its_day():
    term = TermijnFactory(onderzoek=True, verlopen=True)
    melding = MeldingFactory()
    clear()

    MeldingTermijn.objects.create(melding=melding, termijn=term)

    assert marks() == {("onderzoeken", term.einddatum)}


def test_a_visit_and_a_plan_mark_the_meldingen_of_their_household():
    melding = MeldingFactory()
    clear()

    HuisbezoekFactory(huishouden=melding.huishouden)
    assert marks() == {("huisbezoeken", VANDAAG)}

    clear()
    PlanFactory(huishouden=melding.huishouden)
    assert marks() == {("plannen", VANDAAG)}


def test_what_a_resident_says_marks_its_month():
    month = dt.date(2026, 10, 1)
    said = {"kanaal_id": "balie", "vindplaats_id": "zorgloket", "wijze": "link"}

    Waardering.objects.create(maand=month, oordeel="goed", **said)

    assert marks() == {("waarderingen", month)}


def test_a_case_of_signals_marks_its_day_also_when_its_term_passes():
    zaak = made_zaak()
    assert ("signalen", zaak.ontvangen_op) in marks()

    clear()
    zaak.termijn.status = "verlopen"
    zaak.termijn.save()

    assert ("signalen", zaak.ontvangen_op) in marks()


def test_an_afspraak_marks_the_day_in_amsterdam():
    afspraak = AfspraakFactory()
    clear()

    afspraak.gemaakt_op = dt.datetime(2026, 10, 31, 23, 30, tzinfo=dt.UTC)
    afspraak.save()

    assert ("afspraken", dt.date(2026, 11, 1)) in marks()
