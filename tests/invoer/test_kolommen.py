"""What a cell may hold."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.invoer.kolommen import (
    CelFout,
    Kolom,
    datum,
    een_van,
    geheel,
    getal,
    jaar,
    tekst,
)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("23.5", "23.5"),
        ("23,5", "23.5"),
        ("-1", "-1"),
        ("1.234,5", "1234.5"),
        (7.6, "7.6"),
        (506, "506"),
        ("0,125", "0.125"),
    ],
)
def test_a_number_may_have_a_comma_or_a_point(cell, value):
    assert getal(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["1.234", "12,075", "-1.234"])
def test_a_number_that_may_be_thousands_or_decimals_is_refused(cell):
    with pytest.raises(CelFout, match="niet duidelijk"):
        getal(cell)


@pytest.mark.parametrize("cell", ["veel", "1e5", "--1", "1.2.3", "nan", "1 000", True])
def test_text_is_no_number(cell):
    with pytest.raises(CelFout):
        getal(cell)


@pytest.mark.parametrize("cell", ["12.0", "veel", "1,5", ""])
def test_a_whole_number_is_whole(cell):
    with pytest.raises(CelFout):
        geheel(cell)


def test_a_whole_number_of_a_workbook_is_read():
    assert geheel(-12075.0) == -12075


@pytest.mark.parametrize("cell", ["1899", "20199", "dit jaar"])
def test_a_year_is_within_reach(cell):
    with pytest.raises(CelFout):
        jaar(cell)


@pytest.mark.parametrize(
    "cell",
    ["2026-11-17", "17-11-2026", dt.datetime(2026, 11, 17, tzinfo=dt.UTC), dt.date(2026, 11, 17)],
)
def test_a_day_is_read_in_both_orders(cell):
    assert datum(cell) == dt.date(2026, 11, 17)


@pytest.mark.parametrize("cell", ["2026-02-30", "11/17/2026", "morgen"])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(CelFout):
        datum(cell)


def test_an_unknown_word_names_the_words_that_fit():
    with pytest.raises(CelFout, match="hoger, lager"):
        een_van(["hoger", "lager"])("beter")


def test_a_day_of_a_workbook_reads_as_its_day():
    assert tekst(dt.datetime(2026, 12, 31)) == "2026-12-31"  # noqa: DTZ001 - as openpyxl gives it


def test_an_empty_cell_is_refused_by_its_column():
    with pytest.raises(CelFout, match="'jaar' is leeg"):
        Kolom("jaar", jaar).read("  ")


def test_an_empty_cell_that_may_be_empty_is_nothing():
    assert Kolom("jaar", jaar, verplicht=False).read("") is None
    assert Kolom("naam", tekst, verplicht=False).read(None) == ""


def test_text_that_does_not_fit_is_refused():
    with pytest.raises(CelFout, match="langer dan 3"):
        Kolom("code", max_lengte=3).read("abcd")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
    )
)
def test_every_amount_with_two_decimals_survives_both_notations(amount):
    text = f"{amount:.2f}"

    assert getal(text) == getal(text.replace(".", ",")) == amount


@pytest.mark.parametrize("read", [geheel, getal])
@pytest.mark.parametrize("cell", ["99999999999", "-" + "9" * 40, 3e9])
def test_a_number_that_no_column_can_hold_is_refused(read, cell):
    with pytest.raises(CelFout, match=r"te groot|geen heel getal"):
        read(cell)


@pytest.mark.parametrize("cell", ["1,23456", "0.0001"])
def test_more_than_three_decimals_are_refused(cell):
    with pytest.raises(CelFout, match="drie cijfers"):
        getal(cell)


def test_what_a_workbook_reckoned_is_read_to_three_decimals():
    assert getal(0.1 + 0.2) == Decimal("0.3")
    assert getal(1 / 3) == Decimal("0.333")
