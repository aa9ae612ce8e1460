"""Possible doubles: noted on every route in, in words, and never in the way."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuishoudenFactory,
    InwonerFactory,
    LidmaatschapFactory,
)
from toegang.domain.aanmelden import register_at_address
from toegang.domain.dubbel import find_pairs, judge_different
from toegang.domain.huishouden import Adres
from toegang.domain.inwoner import InwonerGegevens, change_inwoner, register_inwoner
from toegang.exceptions import MogelijkDubbel
from toegang.models import Dubbelpaar, Inwoner, Webvraag
from toegang.queries.dubbel import address_key, find_duplicates, open_pairs, work_list
from toegang.queries.website import address_of

pytestmark = pytest.mark.django_db
GEBOREN = dt.date(1984, 3, 9)
JOLANDA = InwonerGegevens(voornamen="Jolanda", geslachtsnaam="Bos", geboortedatum=GEBOREN)


@pytest.fixture
def jolanda():
    return InwonerFactory(voornamen="Jolanda", geslachtsnaam="Bos", geboortedatum=GEBOREN)


def test_a_candidate_comes_with_a_score_and_reasons(loket, jolanda):
    with pytest.raises(MogelijkDubbel) as refusal:
        register_inwoner(by=loket, gegevens=JOLANDA, at=NU)

    (candidate,) = refusal.value.extra["kandidaten"]
    assert candidate["score"] >= 85
    assert candidate["waarom"] == [
        "dezelfde geboortedatum",
        "dezelfde achternaam",
        "dezelfde voornaam",
    ]


def test_swapped_day_and_month_is_a_candidate(loket):
    InwonerFactory(voornamen="Jolanda", geslachtsnaam="Bos", geboortedatum=dt.date(1984, 9, 3))

    with pytest.raises(MogelijkDubbel):
        register_inwoner(by=loket, gegevens=JOLANDA, at=NU)


def test_who_is_in_a_hurry_registers_and_judges_later(loket, jolanda):
    made = register_inwoner(by=loket, gegevens=JOLANDA, negeer_dubbel="haast", at=NU)

    row = open_pairs().get()
    assert {row.eerste_id, row.tweede_id} == {made.pk, jolanda.pk}


def test_who_looked_does_not_have_to_look_again(loket, jolanda):
    register_inwoner(by=loket, gegevens=JOLANDA, negeer_dubbel="andere-persoon", at=NU)

    assert Dubbelpaar.objects.count() == 1
    assert not open_pairs().exists()
    assert find_pairs(at=NU) == 0


def test_a_correction_that_makes_two_alike_is_not_refused(loket, jolanda):
    other = InwonerFactory(voornamen="Jolanda", geslachtsnaam="Bosch", geboortedatum=None)

    change_inwoner(by=loket, inwoner_id=other.pk, gegevens=JOLANDA, revisie=1, at=NU)

    assert open_pairs().get().herkomst == "wijziging"


def test_the_night_finds_who_came_in_before_and_once(jolanda):
    InwonerFactory(voornamen="Yolanda", geslachtsnaam="Bos", geboortedatum=GEBOREN)
    InwonerFactory(voornamen="Peter", geslachtsnaam="Visser", geboortedatum=GEBOREN)

    assert [find_pairs(at=NU), find_pairs(at=NU)] == [1, 0]


def test_a_twin_is_not_suspect(jolanda):
    InwonerFactory(voornamen="Peter", geslachtsnaam="Bos", geboortedatum=GEBOREN)

    assert find_pairs(at=NU) == 0


def test_judged_a_pair_leaves_the_list_with_a_line_in_the_log(loket, beleid, jolanda):
    register_inwoner(by=loket, gegevens=JOLANDA, negeer_dubbel="haast", at=NU)
    row = open_pairs().get()
    with pytest.raises(GeenRecht):
        judge_different(by=beleid, paar_id=row.pk, at=NU)

    judge_different(by=loket, paar_id=row.pk, at=NU)
    judge_different(by=loket, paar_id=row.pk, at=NU)

    assert work_list(op=VANDAAG) == ([], False)
    line = Wijzigingsregel.objects.get(handeling="geen dubbele inwoner")
    assert set(line.inwoners) == {row.eerste_id, row.tweede_id}


def at_home(inwoner, **where):
    """Their home: Deldenerstraat 12, unless `where` says otherwise."""
    given = {"huisnummer": 12, "postcode": "7551AA", "toevoeging": ""}
    return HuishoudenFactory(leden=[inwoner], **given | where)


HIER = address_key("7551 aa", 12)


def test_the_same_address_counts_and_is_explained(loket, jolanda):
    without = find_duplicates(Inwoner(**vars(JOLANDA)), op=VANDAAG)
    at_home(jolanda)

    (found,) = find_duplicates(Inwoner(**vars(JOLANDA)), op=VANDAAG, adres=HIER)

    assert found.waarom[-1] == "hetzelfde adres"
    assert found.score == min(99, without[0].score + 10)


@pytest.mark.parametrize(
    "where", [{"huisnummer": 14}, {"toevoeging": "A"}, {"postcode": ""}, {"geheim": True}]
)
def test_another_or_a_secret_address_says_nothing(jolanda, where):
    at_home(jolanda, **where)

    (found,) = find_duplicates(Inwoner(**vars(JOLANDA)), op=VANDAAG, adres=HIER)

    assert "hetzelfde adres" not in found.waarom


def test_a_twin_at_home_is_no_double():
    one = InwonerFactory(voornamen="Noor", geslachtsnaam="Bakker", geboortedatum=GEBOREN)
    other = InwonerFactory(voornamen="Sam", geslachtsnaam="Bakker", geboortedatum=GEBOREN)
    HuishoudenFactory(leden=[one, other])

    assert find_pairs(at=NU) == 0
    assert not Dubbelpaar.objects.exists()


def test_by_night_the_home_counts_too(jolanda):
    alike = InwonerFactory(voornamen="Jo", geslachtsnaam="Bos", geboortedatum=GEBOREN)
    home = at_home(jolanda)
    LidmaatschapFactory(huishouden=home, inwoner=alike)

    find_pairs(at=NU)

    assert "hetzelfde adres" in Dubbelpaar.objects.get().waarom


def test_registering_at_an_address_counts_it(loket, jolanda):
    at_home(jolanda)
    home = Adres(straat="Deldenerstraat", huisnummer=12, postcode="7551AA", woonplaats="Hengelo")

    with pytest.raises(MogelijkDubbel) as refusal:
        register_at_address(by=loket, gegevens=JOLANDA, adres=home, at=NU)

    assert "hetzelfde adres" in refusal.value.extra["kandidaten"][0]["waarom"]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Deldenerstraat 12, 7551 AA Hengelo", ("7551AA", 12, "")),
        ("Deldenerstraat 12a 7551aa", ("7551AA", 12, "a")),
        ("Bij de naam bekend, Hengelo", None),
        ("7551 AA", None),
    ],
)
def test_what_a_resident_writes_as_address_is_read(written, key):
    assert address_of(Webvraag(adres=written)) == key
