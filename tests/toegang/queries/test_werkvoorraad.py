"""The load of a team, and who is next in turn."""

import datetime as dt
import uuid
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.medewerkers.models import Medewerker, Verlof
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import HuisbezoekFactory, MeldingFactory
from tests.factories.werk import VerlofFactory
from toegang.models import Melding
from toegang.queries.werkvoorraad import Werkvoorraad, propose, team_queue, team_workload

OP = dt.date(2026, 11, 17)


def load(number: int, *, weg: bool = False) -> Werkvoorraad:
    return Werkvoorraad(
        medewerker=Medewerker(id=uuid.uuid4()),
        meldingen=number,
        termijnen=0,
        bijna=0,
        te_laat=0,
        bezoeken=0,
        verlof=Verlof() if weg else None,
    )


def waiting(number: int) -> list[Melding]:
    return [Melding(id=uuid.uuid4()) for _ in range(number)]


@given(loads=st.lists(st.integers(0, 40), min_size=1, max_size=8), number=st.integers(0, 60))
def test_nobody_gets_more_than_one_above_who_has_least(loads: list[int], number: int) -> None:
    people = [load(n) for n in loads]
    queue = waiting(number)

    given_ = propose(queue, people)

    got = Counter(one.pk for one in given_.values())
    after = {one.medewerker.pk: one.meldingen + got[one.medewerker.pk] for one in people}
    receivers = [after[pk] for pk in got]
    assert set(given_) == {melding.pk for melding in queue}
    assert not receivers or max(receivers) <= min(after.values()) + 1


@given(number=st.integers(1, 20))
def test_the_proposal_is_the_same_every_time(number: int) -> None:
    people, queue = [load(3), load(1), load(1)], waiting(number)

    assert propose(queue, people) == propose(queue, people)


def test_who_is_away_gets_nothing_and_nobody_there_gives_none() -> None:
    away, there = load(0, weg=True), load(30)

    assert set(propose(waiting(5), [away, there]).values()) == {there.medewerker}
    assert propose(waiting(5), [away]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_load_counts_everything_in_a_fixed_number_of_queries(
    number: int, django_assert_num_queries: object
) -> None:
    team = TeamFactory()
    for _ in range(number):
        one = MedewerkerFactory(consulent=True)
        team.leden.add(one)
        MeldingFactory(van_consulent=one, verlopen=True)
        MeldingFactory(van_consulent=one, met_termijn=True, ontvangen_op=OP)
        MeldingFactory(van_consulent=one, afgerond=True)
        HuisbezoekFactory(medewerker=one)
        VerlofFactory(medewerker=one)

    with django_assert_num_queries(5):  # type: ignore[operator]
        found = team_workload(team, op=OP)

    assert len(found) == number
    for row in found:
        counted = (row.meldingen, row.termijnen, row.te_laat, row.bezoeken, row.is_weg)
        assert counted == (2, 2, 1, 1, True)
        assert row.woorden == "2 meldingen, 1 te laat, met verlof"


@pytest.mark.django_db
def test_the_queue_is_of_the_team_and_of_nobody_and_oldest_first() -> None:
    team = TeamFactory()
    young = MeldingFactory(team=team, ontvangen_op=OP)
    old = MeldingFactory(team=team, ontvangen_op=OP - dt.timedelta(days=9))
    MeldingFactory(team=team, afgerond=True)
    MeldingFactory(team=team, van_consulent=MedewerkerFactory(consulent=True))
    MeldingFactory(team=TeamFactory())

    assert list(team_queue(team)) == [old, young]
