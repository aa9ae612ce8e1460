"""What is mine: meldingen, who comes of age, my calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.kern.tijd import leeftijd_op
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.werk.domain.agenda import as_icalendar
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
)
from tests.factories.werk import VerlofFactory
from toegang.queries.mijn import (
    calendar_entries,
    coming_of_age,
    half_past_seventeen,
    my_meldingen,
    with_words_left,
)
from toegang.queries.resterend import workdays_in_words

DAG = dt.timedelta(days=1)


@given(born=st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)))
def test_seventeen_and_a_half_lies_between_seventeen_and_eighteen(born: dt.date) -> None:
    day = half_past_seventeen(born)

    assert leeftijd_op(born, day) == 17
    assert (day.year * 12 + day.month) - (born.year * 12 + born.month) == 17 * 12 + 6


@pytest.mark.parametrize(
    ("born", "day"),
    [
        (dt.date(2009, 1, 31), dt.date(2026, 7, 31)),
        (dt.date(2009, 8, 31), dt.date(2027, 2, 28)),
        (dt.date(2009, 12, 1), dt.date(2027, 6, 1)),
    ],
)
def test_the_last_day_of_a_short_month(born: dt.date, day: dt.date) -> None:
    assert half_past_seventeen(born) == day


@pytest.mark.django_db
def test_young_people_of_my_households_are_named_in_time(consulent) -> None:
    soon = InwonerFactory(geboortedatum=dt.date(2009, 6, 1))  # 1 December 2026
    homes = [HuishoudenFactory(leden=[soon], betrokken=consulent)]
    homes.append(HuishoudenFactory(leden=[InwonerFactory(kind=True)], betrokken=consulent))
    HuishoudenFactory(leden=[InwonerFactory(geboortedatum=dt.date(2009, 6, 1))])

    found = list(coming_of_age(consulent, VANDAAG, VANDAAG + 84 * DAG))

    assert [(row.dag, row.inwoners) for row in found] == [(dt.date(2026, 12, 1), (soon.pk,))]
    assert str(homes[0].pk) in found[0].adres


@pytest.mark.django_db
def test_mine_is_also_of_whom_i_replace(consulent) -> None:
    away, stranger = (MedewerkerFactory(consulent=True) for _ in range(2))
    VerlofFactory(medewerker=away, vervanger=consulent)
    mine = MeldingFactory(van_consulent=consulent)
    theirs = MeldingFactory(van_consulent=away)
    MeldingFactory(van_consulent=stranger)

    assert set(my_meldingen(consulent, op=VANDAAG)) == {mine, theirs}
    assert set(my_meldingen(consulent, op=VANDAAG + 99 * DAG)) == {mine}


@pytest.mark.django_db
def test_what_is_left_is_said_in_working_days(consulent) -> None:
    MeldingFactory(van_consulent=consulent, met_termijn=True, ontvangen_op=VANDAAG)

    ((_, words),) = with_words_left(my_meldingen(consulent, op=VANDAAG), op=VANDAAG)

    assert words.startswith("nog ")
    assert "werkdag" in words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dag", "woorden"),
    [
        (VANDAAG, "vandaag"),
        (VANDAAG + DAG, "nog 1 werkdag"),
        (VANDAAG + 7 * DAG, "nog 5 werkdagen"),
        (VANDAAG - 4 * DAG, "2 werkdagen te laat"),
        (dt.date(2050, 1, 1), ""),
    ],
)
def test_working_days_in_words(dag: dt.date, woorden: str) -> None:
    assert workdays_in_words(dag, op=VANDAAG, dagen=kalender()) == woorden


@pytest.mark.django_db
def test_late_since_the_weekend_began_is_late_all_the_same() -> None:
    friday, sunday = dt.date(2026, 11, 20), dt.date(2026, 11, 22)

    words = workdays_in_words(friday, op=sunday, dagen=kalender())

    assert words == "minder dan 1 werkdag te laat"


@pytest.mark.django_db
def test_the_calendar_has_visits_and_last_days_and_no_names(consulent) -> None:
    melding = MeldingFactory(van_consulent=consulent, met_termijn=True, ontvangen_op=VANDAAG)
    visit = HuisbezoekFactory(medewerker=consulent, huishouden=melding.huishouden, melding=melding)
    HuisbezoekFactory()

    entries = list(calendar_entries(consulent, VANDAAG))
    text = as_icalendar(entries, at=NU)

    assert {entry.kenmerk.split("-")[0] for entry in entries} == {"bezoek", "termijn"}
    assert str(visit.pk) in text
    for secret in (
        melding.inwoner.geslachtsnaam,
        melding.inwoner.voornamen,
        melding.huishouden.straat,
        melding.nummer,
    ):
        assert secret not in text


@pytest.mark.django_db
def test_an_involvement_that_ended_names_nobody(consulent) -> None:
    home = HuishoudenFactory(leden=[InwonerFactory(geboortedatum=dt.date(2009, 6, 1))])
    involve(medewerker=consulent, huishouden_id=home.pk, grond=Grond.PLAN, op=VANDAAG)

    assert list(coming_of_age(consulent, VANDAAG - DAG, VANDAAG + 84 * DAG)) == []
