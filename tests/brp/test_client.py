"""Asking the BRP over a real connection, as its OpenAPI description wants it."""

import datetime as dt

import pytest
from django.core.exceptions import ImproperlyConfigured

from hengelo_sociaal.brp.client import (
    BrpNietBereikbaar,
    BrpStaatUit,
    BrpWeigert,
    Verbinding,
    ask,
    is_on,
)
from hengelo_sociaal.brp.personen import VELDEN, find_at_address, find_by_bsn, read_person
from tests.brp.server import JOLANDA, VANZELF, problems

BSN = JOLANDA["burgerservicenummer"]


def test_without_an_address_it_is_off():
    assert not is_on()
    with pytest.raises(BrpStaatUit):
        find_by_bsn(BSN)


def test_a_person_by_bsn_with_the_flags(brp):
    found = find_by_bsn(BSN)

    assert found.naam == "Jolanda Maria van den Bosveld"
    assert (found.geboortedatum, found.geslacht) == (dt.date(1984, 3, 9), "vrouw")
    address = (found.straat, found.huisnummer, found.toevoeging, found.postcode, found.woonplaats)
    assert address == ("Deldenerstraat", 12, "A", "7551AB", "Hengelo")
    assert (found.geheim, found.in_onderzoek) == (True, ("het adres",))


def test_no_more_is_asked_than_the_purpose_needs(brp):
    find_by_bsn(BSN)
    find_at_address("7551AB", 12)

    first, second = brp.vragen
    assert first["fields"] == list(VELDEN["registreren"])
    assert second["fields"] == list(VELDEN["adres"])
    assert not any("verblijfplaats" in name for name in second["fields"])


@pytest.mark.parametrize("doel", sorted(VELDEN))
def test_every_purpose_asks_what_the_description_allows(doel):
    question = {
        "type": "RaadpleegMetBurgerservicenummer",
        "burgerservicenummer": [BSN],
        "fields": list(VELDEN[doel]),
    }

    assert problems(question) == []
    assert not {part for name in VELDEN[doel] for part in name.split(".")} & VANZELF


def test_people_at_an_address_and_a_date_that_is_not_whole(brp):
    mother, child = find_at_address("7551AB", 12)

    assert mother.adresregel == "Deldenerstraat 12 A, 7551 AB  HENGELO OV"
    assert (child.naam, child.geboortedatum, child.geheim) == ("Sem Bosveld", None, False)
    assert find_at_address("7551ZZ", 12) == []
    assert find_by_bsn("999990019") is None


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (400, BrpWeigert),
        (403, BrpWeigert),
        (429, BrpNietBereikbaar),
        (500, BrpNietBereikbaar),
        (503, BrpNietBereikbaar),
    ],
)
def test_what_the_brp_refuses_becomes_a_sentence(brp, status, refusal):
    brp.status = status

    with pytest.raises(refusal):
        find_by_bsn(BSN)


@pytest.mark.parametrize("raw", [b"<html>", b"[]", b'{"personen": "x"}', b"null"])
def test_an_answer_that_makes_no_sense_is_no_person(brp, raw):
    brp.rauw = raw

    try:
        assert find_by_bsn(BSN) is None
    except BrpNietBereikbaar:
        assert raw == b"<html>"


def test_a_wrong_key_is_refused(brp, settings):
    settings.BRP_SLEUTEL = "verkeerd"

    with pytest.raises(BrpWeigert):
        find_by_bsn(BSN)


def test_who_does_not_answer_in_time_does_not_keep_us(brp, settings):
    brp.wacht, settings.BRP_WACHTTIJD = 1.0, 0.05

    with pytest.raises(BrpNietBereikbaar):
        find_by_bsn(BSN)


def test_nobody_there_is_a_sentence_and_a_bare_connection_is_a_mistake():
    with pytest.raises(BrpNietBereikbaar):
        ask({}, via=Verbinding("http://127.0.0.1:9", "", "X-API-KEY", 1))
    with pytest.raises(ImproperlyConfigured):
        ask({}, via=Verbinding("http://brp.example", "", "X-API-KEY", 1))


def test_an_empty_person_breaks_nothing():
    empty = read_person({})
    strange = read_person({"naam": "x", "geboorte": {"datum": {"type": "Datum", "datum": "x"}}})

    assert (empty.naam, empty.geboortedatum, empty.in_onderzoek) == ("", None, ())
    assert strange.geboortedatum is None
