"""What is remembered finds and orders exactly what the database would.

The statement that it is compared with shares the terms with it (`terms_of`): those are tested
apart, in test_woorden. Compared are filtering, finding, weighing, ordering and counting.
"""

import datetime as dt
import random
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengelo_sociaal.kern.tijd import AMSTERDAM
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import (
    LocatieFactory,
    OrganisatieFactory,
    SynoniemFactory,
    VoorzieningFactory,
)
from tests.voorzieningen.queries.test_relevantie import questions
from tests.voorzieningen.zoekopdracht import Gevonden, weigh_in_sql
from voorzieningen.domain.catalogus import load_catalogus
from voorzieningen.enums import Publicatie, Soort
from voorzieningen.models import Voorziening
from voorzieningen.queries.gewicht import Gewogen, weigh
from voorzieningen.queries.stand import current_state
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import Zoekterm, terms_of
from voorzieningen.queries.woordenschat import vocabulary
from voorzieningen.queries.zoeken import search_page, search_voorzieningen

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
DAG = NU.date()
# Words that begin alike, share a stem, are a compound of two others, or are a name as well.
WOORDEN = (
    "hulp hulpverlening huishoudelijke schuld schulden schuldhulp samen eten samenzijn ouderen "
    "kind kinderen kinderopvang wandelen wandeling wandelt humanitas maatje"
).split()
GETYPT = [*WOORDEN, "huishoudhulp", "kindermaatje", "schuldn", "samn", "rood", "xyzzy", "voor"]
WIJKEN, GROEPEN, GEBIEDEN = ["WK016401", "WK016402"], ["ouderen", "kinderen"], ["geld", "netwerk"]
VRAGEN = st.builds(
    Zoekvraag,
    tekst=st.lists(st.sampled_from(GETYPT), min_size=1, max_size=5).map(" ".join),
    leefgebied=st.none() | st.sampled_from(GEBIEDEN),
    wijk=st.none() | st.sampled_from(WIJKEN),
    doelgroep=st.none() | st.sampled_from(GROEPEN),
    leeftijd=st.none() | st.sampled_from([0, 11, 12, 65, 66, 90]),
    soort=st.none() | st.sampled_from(Soort.values),
    alleen_algemeen=st.booleans(),
    op=st.sampled_from([DAG, DAG + dt.timedelta(days=1)]),
)


@pytest.fixture
def allerlei() -> None:
    """Provisions of every kind, in words that come again and again in different places."""
    dice = random.Random(20260105)
    offices = [OrganisatieFactory(naam=naam) for naam in ("Humanitas", "Samen Sterk", "Wijkracht")]
    places = [LocatieFactory(buurt_id="BU01640100"), LocatieFactory(buurt_id="BU01640200")]
    for _ in range(150):
        made = VoorzieningFactory(
            naam=" ".join(dice.choices(WOORDEN, k=dice.randint(1, 3))),
            zoekwoorden=" ".join(dice.choices(WOORDEN, k=dice.randint(0, 4))),
            omschrijving=" ".join(dice.choices([*WOORDEN, "de", "stad"], k=dice.randint(1, 12))),
            soort=dice.choice(Soort.values),
            organisatie=dice.choice([*offices, None]),
            leefgebieden=dice.sample(GEBIEDEN, k=dice.randint(0, 2)),
            doelgroepen=dice.sample(GROEPEN, k=dice.randint(0, 2)),
            wijken=dice.sample(WIJKEN, k=dice.choice([0, 0, 1, 2])),
            leeftijd_van=dice.choice([None, None, 12, 65]),
            leeftijd_tot=dice.choice([None, None, 65, 90]),
            geldig_van=dice.choice([DAG, DAG + dt.timedelta(days=1)]),
            geldig_tot=dice.choice([None, None, DAG + dt.timedelta(days=1)]),
            status=dice.choice([*3 * [Publicatie.GEPUBLICEERD], Publicatie.CONCEPT]),
        )
        made.locaties.set(dice.sample(places, k=dice.choice([0, 0, 1])))
    SynoniemFactory(woord="rood", betekenis="schuldhulp")


def remembered(terms: list[Zoekterm], vraag: Zoekvraag, vanaf: int, aantal: int) -> Gewogen:
    known = vocabulary()
    layers = known.zeef.layers(vraag)
    return weigh(known, layers, terms=terms, vanaf=vanaf, aantal=aantal)


def pairs(page: Gewogen) -> list[Gevonden]:
    return [Gevonden(version.id, list(cover)) for version, cover in page.dekking.items()]


@pytest.mark.usefixtures("allerlei")
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(vraag=VRAGEN, vanaf=st.integers(0, 160), aantal=st.sampled_from([1, 20, 200]))
def test_any_question_finds_the_same_in_the_same_order(vraag, vanaf, aantal):
    terms = terms_of(vraag.tekst)
    filters = replace(vraag, tekst="")
    if not any(term.lezingen or term.organisaties for term in terms):
        return
    expected = weigh_in_sql(terms, filters)

    page = remembered(terms, filters, vanaf, aantal)

    assert pairs(page) == expected[vanaf : vanaf + aantal]
    assert page.totaal == len(expected)


def test_every_question_of_the_relevance_test_finds_the_same_in_the_same_order():
    load_catalogus(by=MedewerkerFactory(beleid=True), at=NU, op=dt.date(2026, 1, 1))
    texts = [row["vraag"] for group in ("oefen", "toets") for row in questions(group)]
    filters = Zoekvraag(op=DAG)

    differ = [
        text
        for text in texts
        if (terms := terms_of(text))
        and pairs(remembered(terms, filters, 0, 1000)) != weigh_in_sql(terms, filters)
    ]

    assert differ == []


def found(tekst: str, op: dt.date = DAG, **filters) -> list[str]:
    hits = search_voorzieningen(tekst=tekst, op=op, **filters)
    return [hit.voorziening.naam for hit in hits]


def test_what_begins_or_ends_tomorrow_is_found_on_its_days_without_any_change():
    tomorrow = DAG + dt.timedelta(days=1)
    VoorzieningFactory(naam="Samen eten", geldig_tot=DAG)
    VoorzieningFactory(naam="Samen koken", geldig_van=tomorrow)

    assert found("samen", DAG) == ["Samen eten"]
    assert found("samen", tomorrow) == ["Samen koken"]
    assert found("samen", DAG) == ["Samen eten"]


@pytest.mark.parametrize(
    "change",
    [
        {"naam": "Schaken", "omschrijving": "Een bord."},
        {"status": Publicatie.CONCEPT},
        {"geldig_tot": DAG - dt.timedelta(days=1)},
        {"soort": Soort.MAATWERK},
        {"leeftijd_van": 65},
    ],
)
def test_a_change_past_every_operation_counts_at_once(change):
    filters = {"soort": Soort.ALGEMEEN, "leeftijd": 30}
    VoorzieningFactory(naam="Samen eten")
    assert found("samen", **filters) == ["Samen eten"]

    Voorziening.objects.update(**change)

    assert found("samen", **filters) == []


def test_a_question_that_nobody_asked_asks_the_database_nothing(django_assert_num_queries):
    VoorzieningFactory(naam="Samen eten")
    stand = current_state()
    search_page(Zoekvraag("eten samen"), vanaf=0, aantal=20, stand=stand)

    with django_assert_num_queries(0):
        asked = search_page(Zoekvraag("samen"), vanaf=0, aantal=20, stand=stand)

    assert [hit.voorziening.naam for hit in asked.treffers] == ["Samen eten"]


@pytest.mark.usefixtures("allerlei")
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(vraag=VRAGEN)
def test_a_filter_that_nobody_chose_asks_the_database_nothing(vraag):
    zeef = vocabulary().zeef

    with CaptureQueriesContext(connection) as asked:
        zeef.layers(vraag)

    assert len(asked) == 0
