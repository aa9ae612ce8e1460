import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.nummers import (
    normalise_postcode,
    validate_agb,
    validate_bsn,
    validate_kvk,
    voldoet_aan_elfproef,
)


@pytest.mark.parametrize("bsn", ["123456782", "999990019", "111222333"])
def test_bsn_that_passes(bsn):
    assert voldoet_aan_elfproef(bsn)


@pytest.mark.parametrize(
    "bsn", ["123456789", "000000000", "12345678", "1234567820", "12345678a", "", "١٢٣٤٥٦٧٨٢"]
)
def test_bsn_that_fails(bsn):
    assert not voldoet_aan_elfproef(bsn)


@given(st.integers(min_value=1, max_value=999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_never_passes(number, place, step):
    bsn = f"{number:09d}"
    digit = str((int(bsn[place]) + step) % 10)
    changed = bsn[:place] + digit + bsn[place + 1 :]

    assert not (voldoet_aan_elfproef(bsn) and voldoet_aan_elfproef(changed))


def test_refusal_of_bsn_says_what_to_do():
    with pytest.raises(ValidationError, match="Controleer de negen cijfers"):
        validate_bsn("123456789")


@pytest.mark.parametrize("text", ["7551AB", "7551 ab", " 7551 Ab "])
def test_postcode_gets_one_shape(text):
    assert normalise_postcode(text) == "7551AB"


@pytest.mark.parametrize("text", ["0551AB", "7551", "7551 A1", "AB7551", ""])
def test_what_is_no_postcode_is_refused(text):
    with pytest.raises(ValidationError, match="7551 AB"):
        normalise_postcode(text)


@pytest.mark.parametrize("check", [validate_kvk, validate_agb])
def test_eight_digits(check):
    check("12345678")

    with pytest.raises(ValidationError, match="acht cijfers"):
        check("1234567")
