"""What is there for this question, near this address, lightest first."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import (
    LocatieFactory,
    OrganisatieFactory,
    SynoniemFactory,
    VoorzieningFactory,
)
from voorzieningen.domain.catalogus import load_catalogus
from voorzieningen.enums import Soort
from voorzieningen.queries.zoeken import search_voorzieningen

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)


def names(**vraag) -> list[str]:
    return [hit.voorziening.naam for hit in search_voorzieningen(**vraag)]


def codes(**vraag) -> list[str]:
    return [hit.voorziening.code for hit in search_voorzieningen(**vraag)]


def reasons_of(naam: str, **vraag) -> list[str]:
    return {hit.voorziening.naam: hit.redenen for hit in search_voorzieningen(**vraag)}[naam]


def test_general_comes_before_income_before_maatwerk():
    VoorzieningFactory(naam="A maatwerk", maatwerk=True)
    VoorzieningFactory(naam="B inkomen", inkomensvoorziening=True)
    VoorzieningFactory(naam="C algemeen")

    assert names() == ["C algemeen", "B inkomen", "A maatwerk"]


def test_near_comes_before_the_whole_town_before_elsewhere():
    VoorzieningFactory(naam="Elders", wijken=["WK016402"])
    VoorzieningFactory(naam="Overal")
    VoorzieningFactory(naam="Hier", wijken=["WK016401"])

    assert names(wijk="WK016401") == ["Hier", "Overal", "Elders"]


def test_a_location_in_the_wijk_is_near_too():
    VoorzieningFactory(naam="Anders")
    VoorzieningFactory(naam="Met gebouw").locaties.add(LocatieFactory(buurt_id="BU01640100"))

    assert names(wijk="WK016401") == ["Met gebouw", "Anders"]
    assert "dichtbij: in uw wijk" in reasons_of("Met gebouw", wijk="WK016401")


@pytest.mark.parametrize("tekst", ["wandeling", "wandelingen", "Wandelen", "wandellen", "wandel"])
def test_stems_beginnings_and_typing_errors_find_it(tekst):
    VoorzieningFactory(naam="Samen wandelen")
    VoorzieningFactory(naam="Schaakclub", omschrijving="Een bord en twee mensen.")

    assert names(tekst=tekst) == ["Samen wandelen"]


def test_a_compound_finds_its_parts():
    VoorzieningFactory(naam="Huishoudelijke hulp", maatwerk=True)

    assert names(tekst="huishoudhulp") == ["Huishoudelijke hulp"]


def test_a_synonym_finds_what_the_catalogue_calls_otherwise():
    VoorzieningFactory(naam="Vervoervoorziening", maatwerk=True)
    SynoniemFactory(woord="scootmobiel", betekenis="vervoervoorziening")

    assert names(tekst="scootmobiel") == ["Vervoervoorziening"]


def test_the_name_of_an_organisation_finds_what_it_offers():
    VoorzieningFactory(naam="Omgang", organisatie=OrganisatieFactory(naam="Humanitas"))
    VoorzieningFactory(naam="Anders")

    assert names(tekst="humanitas") == ["Omgang"]


def test_what_covers_more_of_the_question_comes_first():
    VoorzieningFactory(naam="Samen eten")
    VoorzieningFactory(naam="Samen eten voor ouderen", maatwerk=True)

    assert names(tekst="samen eten ouderen")[0] == "Samen eten voor ouderen"


@pytest.mark.parametrize("tekst", ["xyzzy", "?!", "de het een", "'; drop table", "a & b | !c:*"])
def test_what_is_not_there_gives_nothing_and_no_error(tekst):
    VoorzieningFactory(naam="Samen eten")

    assert names(tekst=tekst) == []


def test_filters_narrow():
    VoorzieningFactory(naam="Ouderen", doelgroepen=["ouderen"], leeftijd_van=65)
    VoorzieningFactory(naam="Kinderen", doelgroepen=["kinderen"], leeftijd_tot=12)
    VoorzieningFactory(naam="Iedereen", leefgebieden=["geld"])
    VoorzieningFactory(naam="Maatwerk", maatwerk=True)

    assert names(doelgroep="ouderen") == ["Iedereen", "Ouderen", "Maatwerk"]
    assert names(leeftijd=8) == ["Iedereen", "Kinderen", "Maatwerk"]
    assert names(leefgebied="geld") == ["Iedereen"]
    assert names(soort=Soort.MAATWERK) == ["Maatwerk"]
    assert "Maatwerk" not in names(alleen_algemeen=True)


def test_what_has_ended_or_not_begun_is_not_found():
    VoorzieningFactory(geldig_tot=dt.date(2026, 1, 4))
    VoorzieningFactory(geldig_van=dt.date(2026, 1, 6))
    VoorzieningFactory(naam="Nu")

    assert names(op=dt.date(2026, 1, 5)) == ["Nu"]


def test_reasons_are_told_in_words():
    VoorzieningFactory(
        naam="Samen eten",
        leefgebieden=["geld"],
        doelgroepen=["ouderen"],
        wijken=["WK016401"],
        leeftijd_van=65,
    )

    redenen = reasons_of(
        "Samen eten",
        tekst="eten",
        leefgebied="geld",
        wijk="WK016401",
        doelgroep="ouderen",
        leeftijd=70,
    )

    assert redenen == [
        "gevonden op: eten",
        "past bij Geld en administratie",
        "dichtbij: in uw wijk",
        "voor ouderen",
        "voor 65-plus",
        "geen toestemming nodig",
    ]


def test_for_everybody_is_said_only_when_it_is_for_everybody():
    VoorzieningFactory(naam="Open")
    VoorzieningFactory(naam="Rolstoel", maatwerk=True)

    assert reasons_of("Open") == ["voor iedereen, geen toestemming nodig"]
    assert reasons_of("Rolstoel") == ["alleen met toestemming van de gemeente"]


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        VoorzieningFactory(naam="Samen eten", wijken=["WK016401"]).locaties.add(LocatieFactory())

    with django_assert_max_num_queries(13):
        found = search_voorzieningen(tekst="samen eten", wijk="WK016401", leefgebied="netwerk")
        assert all(hit.redenen for hit in found)


VRAGEN = [
    ("ik heb schulden", "budgetalert"),
    ("deurwaarder aan de deur", "budgetalert"),
    ("poetshulp", "huishoudelijke-hulp"),
    ("huishoudhulp", "huishoudelijke-hulp"),
    ("scootmobiel", "vervoervoorziening"),
    ("traplift", "woonvoorziening"),
    ("mijn moeder is vergeetachtig", "dementie-vroeg-erbij"),
    ("wij gaan scheiden", "goed-uit-elkaar"),
    ("eenzaam", "ontmoeting-hengelose-es"),
    ("fiets voor mijn kind", "kindpakket-fiets-groep-5-7"),
    ("nederlands leren", "taallessen"),
    ("mantelzorg is te zwaar", "mantelzorgondersteuning"),
    ("rollstoel", "rolstoel"),
    ("vrijwilligerswerk", "servicepunt-vrijwilligers"),
    ("drinkt te veel alcohol", "verslavingspreventie"),
    ("zwemles", "kindpakket-zwemlessen"),
]


def test_people_find_what_the_papers_name():
    load_catalogus(by=MedewerkerFactory(beleid=True), at=NU, op=dt.date(2026, 1, 1))

    missed = {
        tekst: found
        for tekst, code in VRAGEN
        if code not in (found := codes(tekst=tekst, op=NU.date(), limiet=5))
    }

    assert missed == {}
