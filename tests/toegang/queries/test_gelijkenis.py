"""How alike two residents are: with words, and the same from both sides."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.models import Inwoner
from toegang.queries.gelijkenis import VERDACHT, compare

NAMEN = st.sampled_from(["Bos", "Bosch", "de Vries", "Vries", "Yılmaz", "Jansen", "Janssen"])
VOORNAMEN = st.sampled_from(["", "Jolanda", "Yolanda", "Jo", "Peter", "Anna Maria"])
DAGEN = st.one_of(st.none(), st.dates(dt.date(1984, 1, 1), dt.date(1985, 12, 31)))
MENSEN = st.builds(
    Inwoner,
    geslachtsnaam=NAMEN,
    voornamen=VOORNAMEN,
    geboortedatum=DAGEN,
    telefoon=st.sampled_from(["", "0612345678", "+31612345678"]),
)


def person(**more):
    known = {"geslachtsnaam": "Bos", "voornamen": "Jolanda", "geboortedatum": dt.date(1984, 3, 9)}
    return Inwoner(**known | more)


@given(one=MENSEN, other=MENSEN)
def test_the_same_from_both_sides_and_within_bounds(one, other):
    found, back = compare(one, other), compare(other, one)

    assert (found.score, set(found.waarom)) == (back.score, set(back.waarom))
    assert 0 <= found.score <= 99


@given(one=MENSEN)
def test_somebody_known_well_is_most_like_themselves(one):
    if one.geboortedatum and one.voornamen:
        assert compare(one, one).score > VERDACHT


def test_one_bsn_is_certainty_and_two_are_two_people():
    one, same, other = person(), person(geslachtsnaam="Anders"), person()
    one.bsn_zoek, same.bsn_zoek, other.bsn_zoek = b"a", b"a", b"b"

    assert compare(one, same).score == 100
    assert compare(one, other).score == 0


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"geboortedatum": dt.date(1984, 9, 3)}, "dag en maand van de geboorte zijn verwisseld"),
        ({"geboortedatum": dt.date(1984, 3, 8)}, "de geboortedatum scheelt op één plaats"),
        ({"geslachtsnaam": "Bosch"}, "de achternaam lijkt erop"),
        ({"voornamen": "Yolanda"}, "de voornaam lijkt erop"),
        ({"voornamen": "Peter"}, "een andere voornaam: misschien een tweeling"),
    ],
)
def test_each_difference_has_its_words(more, reason):
    assert reason in compare(person(), person(**more)).waarom


def test_telephone_and_address_make_it_surer():
    one, other = person(telefoon="06-12345678"), person(telefoon="+31 6 12345678")

    found = compare(one, other, zelfde_adres=True)

    assert {"hetzelfde telefoonnummer", "hetzelfde adres"} <= set(found.waarom)
    assert found.score == 99
