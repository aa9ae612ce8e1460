import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.queries.zoekopdracht import parse

OP = dt.date(2026, 11, 17)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("9-3-1984", (1984, 3, 9)),
        ("09-03-1984", (1984, 3, 9)),
        ("9/3/84", (1984, 3, 9)),
        ("9.3.1984", (1984, 3, 9)),
        ("09 03 1984", (1984, 3, 9)),
        ("09031984", (1984, 3, 9)),
        ("1984-03-09", (1984, 3, 9)),
        ("9 maart 1984", (1984, 3, 9)),
        ("9 mrt 1984", (1984, 3, 9)),
        ("1 september 2004", (2004, 9, 1)),
        ("1-1-26", (2026, 1, 1)),
        ("1-1-27", (1927, 1, 1)),
        ("31-2-1984", None),
    ],
)
def test_a_birth_date_is_read_as_people_write_it(text, born):
    assert parse(text, op=OP).geboortedatum == (dt.date(*born) if born else None)


def test_a_name_and_a_birth_date_go_together():
    found = parse("  van  Dijk 9-3-1984 ", op=OP)

    assert (found.woorden, found.geboortedatum) == (("van", "Dijk"), dt.date(1984, 3, 9))
    assert found.soort == "geboortedatum+naam"


@pytest.mark.parametrize(
    ("text", "postcode", "huisnummer"),
    [
        ("7551AB 12", "7551AB", 12),
        ("7551 ab 12a", "7551AB", 12),
        ("7551ab", "7551AB", None),
        ("7551 AB, 12", "7551AB", 12),
    ],
)
def test_a_postcode_is_read_with_its_number(text, postcode, huisnummer):
    found = parse(text, op=OP)

    assert (found.postcode, found.huisnummer, found.woorden) == (postcode, huisnummer, ())


def test_a_street_with_a_number_is_an_address():
    found = parse("Deldenerstraat 12", op=OP)

    assert (found.woorden, found.huisnummer, found.soort) == (
        ("Deldenerstraat",),
        12,
        "adres+naam",
    )


@pytest.mark.parametrize("text", ["123456782", "1234.56.782", "123 456 782"])
def test_a_bsn_is_read_with_or_without_dots(text):
    assert parse(text, op=OP).bsn == "123456782"


@pytest.mark.parametrize("text", ["M-2026-00042", "m-2026-00042", "M202600042"])
def test_a_case_number_is_read(text):
    assert parse(text, op=OP).nummer == "M-2026-00042"


@pytest.mark.parametrize("text", ["", "   ", "-", "?!"])
def test_nothing_is_nothing(text):
    assert parse(text, op=OP).is_leeg


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_without_failing(text):
    assert len(parse(text, op=OP).woorden) <= 6
