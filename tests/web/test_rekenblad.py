"""What a cell of a file may not do in the spreadsheet of whoever opens it."""

import datetime as dt

import pytest

from hengelo_sociaal.web.rekenblad import harmless


@pytest.mark.parametrize("text", ["=1+1", "+31 74 245 1234", "-5 uur", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_could_be_a_formula_is_kept_a_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["Samen eten", "", None, -5, 2.5, dt.date(2026, 3, 2)])
def test_everything_else_stays_as_it_is(cell):
    assert harmless(cell) == cell
