import contextlib
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.web import opmaak
from hengelo_sociaal.web.formulieren.velden import parse_datum, parse_geld

DAG = dt.date(2026, 11, 24)
NACHT = dt.datetime(2026, 11, 24, 23, 30, tzinfo=dt.UTC)


def test_a_day_is_written_the_dutch_way():
    assert opmaak.datum(DAG) == "24 november 2026"
    assert opmaak.dagdatum(DAG) == "dinsdag 24 november 2026"
    assert opmaak.datumkort(DAG) == "24-11-2026"


def test_a_moment_counts_on_its_day_in_amsterdam():
    assert opmaak.datum(NACHT) == "25 november 2026"
    assert opmaak.tijdstip(NACHT) == "25 november 2026, 00.30 uur"


@pytest.mark.parametrize(
    "notation", [opmaak.datum, opmaak.dagdatum, opmaak.datumkort, opmaak.tijd, opmaak.tijdstip]
)
def test_no_day_is_no_text(notation):
    assert notation(None) == ""


@pytest.mark.parametrize(
    ("code", "woorden"),
    [("2026-03", "maart 2026"), ("2026-K2", "2e kwartaal 2026"), ("2026", "2026")],
)
def test_a_period_is_written_out(code, woorden):
    assert opmaak.periode(code) == woorden


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (1234567, 0, "1.234.567"),
        (1234.5, 1, "1.234,5"),
        (-1, 0, "−1"),
        (0.5, 0, "1"),
        (Decimal("2.345"), 2, "2,35"),
        (-0.2, 0, "0"),
        (None, 0, ""),
    ],
)
def test_numbers_have_points_and_a_comma(waarde, decimalen, tekst):
    assert opmaak.getal(waarde, decimalen) == tekst


@pytest.mark.parametrize(("waarde", "tekst"), [(2, "+2"), (-1, "−1"), (0, "0"), (0.2, "0")])
def test_a_change_has_its_sign(waarde, tekst):
    assert opmaak.verschil(waarde) == tekst


@pytest.mark.parametrize(("waarde", "tekst"), [(7, "7"), (7.5, "7,5"), (7.25, "7,25"), (10, "10")])
def test_a_number_keeps_the_decimals_it_has(waarde, tekst):
    assert opmaak.passend(waarde) == tekst


def test_a_name_in_a_sentence_begins_small():
    assert opmaak.kleine_letter("Geen toestemming nodig") == "geen toestemming nodig"
    assert opmaak.kleine_letter("") == ""


def test_money_is_cents_written_as_euros():
    assert opmaak.geld(123456) == "€\u00a01.234,56"
    assert opmaak.geld(-5) == "−€\u00a00,05"
    assert opmaak.geld(150, 0) == "€\u00a02"
    assert opmaak.geldduizend(123456789) == "€\u00a01.235\u00a0duizend"
    assert opmaak.geld(None) == ""


def test_only_the_last_three_digits_of_a_bsn_are_shown():
    assert opmaak.bsn_masker("123456782") == "*****\u00a0782"
    assert opmaak.bsn_masker(None) == ""


@pytest.mark.parametrize(
    ("naam", "letters"),
    [
        ("Marieke Jansen-de Boer", "MJ"),
        ("J. de Vries", "JV"),
        ("S. Kamphuis", "SK"),
        ("Cher", "C"),
        ("loket", "LO"),
    ],
)
def test_a_name_has_its_initials(naam, letters):
    assert opmaak.initialen(naam) == letters


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [
        (-2, "2 dagen te laat"),
        (-1, "1 dag te laat"),
        (0, "vandaag"),
        (1, "morgen"),
        (12, "nog 12 dagen"),
    ],
)
def test_what_is_left_of_a_term_is_said_in_words(dagen, woorden):
    assert opmaak.resterend(DAG + dt.timedelta(days=dagen), DAG) == woorden


def test_age_is_in_whole_years():
    assert opmaak.leeftijd(dt.date(1986, 3, 14), DAG) == "40 jaar"
    assert opmaak.leeftijd(None, DAG) == ""


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_money_that_is_shown_reads_back_as_the_same_cents(centen):
    assert parse_geld(opmaak.geld(centen)) == centen


@given(st.dates(min_value=dt.date(1800, 1, 1)))
def test_a_day_that_is_shown_reads_back_as_the_same_day(dag):
    assert parse_datum(opmaak.datum(dag)) == dag
    assert parse_datum(opmaak.datumkort(dag)) == dag
    assert parse_datum(dag.isoformat()) == dag
    assert parse_datum(dag.strftime("%d%m%Y")) == dag


@given(st.text(max_size=12))
def test_whatever_is_typed_a_day_or_an_amount_is_read_or_refused(tekst):
    for parse, kind in ((parse_datum, dt.date), (parse_geld, int)):
        with contextlib.suppress(ValueError):
            assert isinstance(parse(tekst), kind)
