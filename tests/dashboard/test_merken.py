"""The triggers that mark: whatever changes a figure leaves a mark in the same transaction."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import dashboard
from aanbieders.models import Contract, Product, Tarief, Toewijzing
from aanbieders.queries.kosten import commitments
from dashboard.models import VuileBucket
from dashboard.queries.bronnen import BRONNEN
from dashboard.queries.tellen import counted
from hengelo_sociaal.termijnen.models import Termijnregel
from tests.factories.aanbieders import TariefFactory, ToewijzingFactory
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
from toegang.models import Contact, Hulpvraag, Melding, MeldingTermijn, Uitkomst, Waardering

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


def _tables_read(sql: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        todo, found = [cursor.fetchone()[0][0]["Plan"]], set()
    while todo:
        step = todo.pop()
        todo += step.get("Plans", [])
        found.add(step.get("Relation Name"))
    return found - {None}


def test_every_table_that_figures_are_counted_from_has_a_trigger_that_marks():
    first, after = dt.date(2026, 1, 1), dt.date(2027, 1, 1)
    with CaptureQueriesContext(connection) as asked:
        for bron in BRONNEN.values():
            counted(bron, first, after, {})
        commitments(van=first, tot=after)

    tables = set().union(*(_tables_read(one["sql"]) for one in asked.captured_queries))

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger"
            " WHERE tgname LIKE 'dashboard_merk_%'"
        )
        marked = {name for (name,) in cursor.fetchall()}
    assert {"toegang_uitkomst", "termijnen_termijnregel", "aanbieders_tarief"} <= tables
    assert tables <= marked


def test_an_outcome_that_starts_to_count_marks_the_months_that_ended_so():
    ContactFactory(hulpvragen=["doorverwezen"])
    clear()

    Uitkomst.objects.filter(code="doorverwezen").update(label="Verwezen")
    assert marks() == set()

    Uitkomst.objects.filter(code="doorverwezen").update(telt_als_informatie_en_advies=True)
    assert marks() == {("contacten", VANDAAG.replace(day=1))}


def test_a_rule_with_another_code_marks_the_terms_that_rest_on_it():
    term = TermijnFactory(onderzoek=True, verlopen=True)
    clear()

    Termijnregel.objects.filter(pk=term.regel_id).update(omschrijving="Onderzoek na een melding")
    assert marks() == set()

    Termijnregel.objects.filter(pk=term.regel_id).update(code="vroeger_onderzoek")
    assert marks() == {("onderzoeken", term.einddatum.replace(day=1))}


COMMITTED = {
    "product": lambda one: Product.objects.filter(pk=one.product_id).update(taakveld="6.71"),
    "price": lambda one: Tarief.objects.update(bedrag_cent=61_00),
    "another price": lambda one: TariefFactory(
        contract=one.contract, product=one.product, eenheid="82"
    ),
    "no price": lambda one: Tarief.objects.all().delete(),
}


@pytest.mark.parametrize("what", COMMITTED)
def test_what_a_toewijzing_costs_by_marks_its_years(what):
    one: Toewijzing = ToewijzingFactory()
    clear()

    COMMITTED[what](one)

    assert marks() == {("toewijzingen", dt.date(2026, 1, 1))}


def committed_marks() -> set[int]:
    return {day.year for bron, day in marks() if bron == "toewijzingen"}


def test_a_toewijzing_without_an_end_marks_every_year_until_its_contract_ends():
    tarief = TariefFactory(contract__tot=dt.date(2030, 6, 30))
    clear()

    one = ToewijzingFactory(tarief=tarief, frequentie="4", tot=None)

    assert committed_marks() == {2026, 2027, 2028, 2029, 2030}
    clear()
    Tarief.objects.update(bedrag_cent=61_00)
    assert committed_marks() == {2026, 2027, 2028, 2029, 2030}
    clear()
    Toewijzing.objects.filter(pk=one.pk).update(tot=dt.date(2027, 3, 31))
    assert committed_marks() == {2026, 2027, 2028, 2029, 2030}


@pytest.mark.parametrize(
    ("was", "wordt", "jaren"),
    [
        (dt.date(2027, 12, 31), dt.date(2030, 12, 31), {2027, 2028, 2029, 2030}),
        (dt.date(2030, 12, 31), dt.date(2027, 12, 31), {2027, 2028, 2029, 2030}),
        (dt.date(2027, 12, 31), dt.date(2027, 9, 30), {2027}),
    ],
    ids=["longer", "shorter", "a little shorter"],
)
def test_another_end_of_a_contract_marks_the_years_between_both(was, wordt, jaren):
    one = ToewijzingFactory(tarief=TariefFactory(contract__tot=was), frequentie="4", tot=None)
    clear()

    Contract.objects.filter(pk=one.contract_id).update(tot=wordt)

    assert committed_marks() == jaren


def test_another_end_of_a_contract_leaves_toewijzingen_with_an_end_as_they_were():
    one: Toewijzing = ToewijzingFactory()
    clear()

    Contract.objects.filter(pk=one.contract_id).update(tot=dt.date(2029, 12, 31))

    assert marks() == set()


def test_another_name_of_a_contract_or_product_marks_nothing():
    one: Toewijzing = ToewijzingFactory()
    clear()

    Contract.objects.update(nummer="C-2026-00001")
    Product.objects.filter(pk=one.product_id).update(naam="Begeleiding")

    assert marks() == set()
