import datetime as dt

import pytest

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.domain import (
    lapse_termijn,
    mark_verlopen,
    meet_termijn,
    suspend_termijn,
)
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.exceptions import (
    DatumInToekomst,
    DatumOnmogelijk,
    TermijnLooptNiet,
)
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.rekenen.soorten import Opschortgrond
from tests.factories.termijnen import TermijnFactory

pytestmark = pytest.mark.django_db

LAATSTE_DAG = dt.date(2026, 7, 27)


@pytest.fixture
def meet(consulent, later):
    def do(termijn: Termijn, op: dt.date, **anders) -> Termijn:
        return meet_termijn(**{"termijn": termijn, "op": op, "by": consulent, "at": later} | anders)

    return do


@pytest.fixture
def opgeschort(consulent, later) -> Termijn:
    """A term that stands still from 16 June, with a recovery term until 29 June."""
    return suspend_termijn(
        termijn=TermijnFactory(),
        grond=Opschortgrond.AANVULLING,
        uitnodiging_op=dt.date(2026, 6, 15),
        hersteltermijn_tot=dt.date(2026, 6, 29),
        by=consulent,
        at=later,
    ).termijn


def night(op: dt.date, at: dt.datetime) -> int:
    return mark_verlopen(op=op, by=Medewerker.objects.systeem(), at=at)


def test_on_the_last_day_is_on_time(meet) -> None:
    termijn = meet(TermijnFactory(), LAATSTE_DAG)

    assert (termijn.status, termijn.gehaald_op) == (TermijnStatus.GEHAALD, LAATSTE_DAG)


def test_a_day_later_is_late_but_done(meet) -> None:
    termijn = meet(TermijnFactory(), LAATSTE_DAG + dt.timedelta(days=1))

    assert termijn.status == TermijnStatus.VERLOPEN
    assert termijn.gehaald_op == LAATSTE_DAG + dt.timedelta(days=1)
    assert not termijn.is_open


def test_a_term_that_was_marked_can_still_be_done_late(meet, later) -> None:
    termijn = TermijnFactory()
    night(dt.date(2026, 8, 1), later)

    laat = meet(termijn, dt.date(2026, 8, 3))

    assert (laat.status, laat.gehaald_op) == (TermijnStatus.VERLOPEN, dt.date(2026, 8, 3))


def test_done_in_time_but_written_down_after_the_night_is_on_time(meet, later) -> None:
    termijn = TermijnFactory()
    night(dt.date(2026, 8, 1), later)

    assert meet(termijn, LAATSTE_DAG).status == TermijnStatus.GEHAALD


def test_a_term_without_a_day_is_always_in_time(meet) -> None:
    assert meet(TermijnFactory(code="wmo_spoed"), LAATSTE_DAG).status == TermijnStatus.GEHAALD


def test_a_waiting_time_is_over_on_its_own_last_day(meet) -> None:
    termijn = meet(TermijnFactory(wachttijd=True), dt.date(2026, 9, 1))

    assert (termijn.status, termijn.gehaald_op) == (TermijnStatus.GEHAALD, dt.date(2026, 6, 29))


def test_an_act_during_a_suspension_ends_it(meet, opgeschort) -> None:
    termijn = meet(opgeschort, dt.date(2026, 6, 25))

    assert termijn.status == TermijnStatus.GEHAALD
    assert termijn.einddatum == dt.date(2026, 8, 5)
    assert termijn.opschortingen.get().beeindigd_op == dt.date(2026, 6, 25)


@pytest.mark.parametrize("hoe", ["gehaald", "vervallen"])
def test_what_is_closed_stays_closed(meet, consulent, later, hoe) -> None:
    termijn = TermijnFactory()
    if hoe == "gehaald":
        meet(termijn, LAATSTE_DAG)
    else:
        lapse_termijn(termijn=termijn, reden="ingetrokken", by=consulent, at=later)

    with pytest.raises(TermijnLooptNiet):
        meet(termijn, LAATSTE_DAG)
    with pytest.raises(TermijnLooptNiet):
        lapse_termijn(termijn=termijn, reden="ingetrokken", by=consulent, at=later)


def test_an_act_before_the_event_is_refused(meet) -> None:
    with pytest.raises(DatumOnmogelijk):
        meet(TermijnFactory(), dt.date(2026, 5, 31))


def test_an_act_in_the_future_is_refused(meet, later) -> None:
    with pytest.raises(DatumInToekomst):
        meet(TermijnFactory(), LAATSTE_DAG, at=later.replace(year=2026))


def test_lapsing_closes_a_suspended_term_too(opgeschort, consulent, later) -> None:
    termijn = lapse_termijn(termijn=opgeschort, reden="ingetrokken", by=consulent, at=later)

    assert termijn.status == TermijnStatus.VERVALLEN
    assert termijn.opschortingen.get().beeindigd_op == dt.date(2026, 6, 29)


def test_meeting_and_lapsing_are_logged(meet, consulent, later) -> None:
    gehaald, laat, vervallen = TermijnFactory.create_batch(3)

    meet(gehaald, LAATSTE_DAG)
    meet(laat, dt.date(2026, 8, 3))
    lapse_termijn(termijn=vervallen, reden="ingetrokken", by=consulent, at=later)

    regels = Wijzigingsregel.objects.order_by("id").values_list("handeling", flat=True)
    assert list(regels) == ["termijn-gehaald", "termijn-te-laat-gedaan", "termijn-vervallen"]


def test_without_its_log_line_nothing_is_met_or_lapses(meet, consulent, later, monkeypatch) -> None:
    termijn = TermijnFactory()

    def fail(**kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.termijnen.domain.gedeeld.log_change", fail)

    with pytest.raises(RuntimeError):
        meet(termijn, LAATSTE_DAG)
    with pytest.raises(RuntimeError):
        lapse_termijn(termijn=termijn, reden="ingetrokken", by=consulent, at=later)

    termijn.refresh_from_db()
    assert (termijn.status, termijn.gehaald_op) == (TermijnStatus.LOOPT, None)


def test_the_night_marks_what_passed_and_nothing_else(later) -> None:
    voorbij, vandaag = TermijnFactory(), TermijnFactory(start=dt.date(2026, 6, 2))
    vervallen = TermijnFactory(vervallen=True)
    wachttijd = TermijnFactory(wachttijd=True)

    aantal = night(dt.date(2026, 7, 28), later)

    for termijn in (voorbij, vandaag, vervallen, wachttijd):
        termijn.refresh_from_db()
    assert aantal == 2
    assert voorbij.status == TermijnStatus.VERLOPEN
    assert vandaag.status == TermijnStatus.LOOPT
    assert vervallen.status == TermijnStatus.VERVALLEN
    assert (wachttijd.status, wachttijd.gehaald_op) == (
        TermijnStatus.GEHAALD,
        dt.date(2026, 6, 29),
    )


def test_a_term_of_the_resident_that_passes_makes_nobody_late(later) -> None:
    termijn = TermijnFactory(code="wmo_persoonlijk_plan", handeling="wmo-melding")

    assert night(dt.date(2026, 7, 28), later) == 1

    termijn.refresh_from_db()
    assert termijn.status == TermijnStatus.VERVALLEN


def test_the_night_twice_changes_nothing_more(later) -> None:
    TermijnFactory()

    assert night(dt.date(2026, 7, 28), later) == 1
    assert night(dt.date(2026, 7, 28), later) == 0


def test_the_night_ends_a_suspension_whose_recovery_term_lapsed(opgeschort, later) -> None:
    night(dt.date(2026, 6, 29), later)
    opgeschort.refresh_from_db()
    assert opgeschort.status == TermijnStatus.OPGESCHORT

    night(dt.date(2026, 6, 30), later)

    opgeschort.refresh_from_db()
    assert opgeschort.status == TermijnStatus.LOOPT
    assert opgeschort.einddatum == dt.date(2026, 8, 10)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_night_costs_the_same_for_one_term_and_for_three(
    later, aantal, django_assert_num_queries
) -> None:
    TermijnFactory.create_batch(aantal)
    systeem = Medewerker.objects.systeem()

    with django_assert_num_queries(6):  # lapsed suspensions, savepoint, two updates, release
        mark_verlopen(op=dt.date(2026, 7, 28), by=systeem, at=later)
