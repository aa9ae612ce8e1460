"""Leave: who may arrange it, and what a substitute sees and may do meanwhile."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import involve, is_involved
from hengelo_sociaal.medewerkers.domain.verlof import arrange_leave, end_leave
from hengelo_sociaal.medewerkers.exceptions import GeenVervanger, VerlofOverlapt
from hengelo_sociaal.medewerkers.models import Grond, Verlof
from hengelo_sociaal.medewerkers.queries import absences, replaced_at, stands_in_for
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import HuishoudenFactory
from tests.factories.werk import NU, VerlofFactory

pytestmark = pytest.mark.django_db
VANDAAG = NU.date()
DAG = dt.timedelta(days=1)


@pytest.fixture
def weg():
    return MedewerkerFactory(consulent=True)


@pytest.fixture
def invaller():
    return MedewerkerFactory(consulent=True)


def arrange(by, weg, invaller, van=0, tot=7):
    return arrange_leave(
        by=by,
        medewerker_id=weg.pk,
        vervanger_id=invaller.pk,
        van=VANDAAG + van * DAG,
        tot=VANDAAG + tot * DAG,
        at=NU,
    )


def test_somebody_arranges_their_own_leave_and_the_log_says_so(weg, invaller):
    made = arrange(weg, weg, invaller)

    assert stands_in_for(invaller, op=VANDAAG) == [weg]
    line = Wijzigingsregel.objects.get(object_id=made.pk)
    assert line.wijziging["vervanger"] == str(invaller.pk)


def test_a_team_leader_arranges_it_for_the_team_and_for_nobody_else(weg, invaller):
    leider, elders = MedewerkerFactory(teamleider=True), MedewerkerFactory(teamleider=True)
    team = TeamFactory()
    team.leden.add(weg, leider)

    assert arrange(leider, weg, invaller).medewerker == weg
    with pytest.raises(GeenRecht):
        arrange(elders, weg, invaller, 20, 30)
    with pytest.raises(GeenRecht):
        arrange(invaller, weg, invaller, 20, 30)


def test_a_substitute_does_the_same_work_and_is_there(weg, invaller):
    with pytest.raises(GeenVervanger):
        arrange(weg, weg, weg)
    with pytest.raises(GeenVervanger):
        arrange(weg, weg, MedewerkerFactory(beleid=True))
    VerlofFactory(medewerker=invaller, van=VANDAAG, tot=VANDAAG)
    with pytest.raises(GeenVervanger):
        arrange(weg, weg, invaller)
    assert Verlof.objects.count() == 1


@pytest.mark.parametrize(("van", "tot"), [(3, 2), (-9, -1), (0, 500)])
def test_impossible_days_are_refused(weg, invaller, van, tot):
    with pytest.raises(OngeldigeInvoer):
        arrange(weg, weg, invaller, van, tot)


def test_leave_does_not_overlap(weg, invaller):
    arrange(weg, weg, invaller)

    with pytest.raises(VerlofOverlapt):
        arrange(weg, weg, invaller, 7, 9)


def test_a_substitute_is_involved_during_the_leave_only(weg, invaller):
    household = HuishoudenFactory()
    involve(medewerker=weg, huishouden_id=household.pk, grond=Grond.MELDING, op=VANDAAG - 90 * DAG)
    VerlofFactory(medewerker=weg, vervanger=invaller, van=VANDAAG, tot=VANDAAG + DAG)

    seen = [is_involved(invaller, household.pk, op=VANDAAG + n * DAG) for n in (-1, 0, 1, 2)]

    assert seen == [False, True, True, False]
    assert replaced_at(invaller, household.pk, op=VANDAAG) == weg
    assert replaced_at(weg, household.pk, op=VANDAAG) is None


def test_who_is_involved_already_does_not_look_as_a_substitute(weg, invaller):
    household = HuishoudenFactory()
    for one in (weg, invaller):
        involve(medewerker=one, huishouden_id=household.pk, grond=Grond.MELDING, op=VANDAAG)
    VerlofFactory(medewerker=weg, vervanger=invaller)

    assert replaced_at(invaller, household.pk, op=VANDAAG) is None


def test_standing_in_does_not_pass_on(weg, invaller):
    third = MedewerkerFactory(consulent=True)
    VerlofFactory(medewerker=weg, vervanger=invaller)
    VerlofFactory(medewerker=invaller, vervanger=third)

    assert stands_in_for(third, op=VANDAAG) == [invaller]


def test_back_earlier_ends_yesterday_and_leave_to_come_goes(weg, invaller):
    now = VerlofFactory(medewerker=weg, vervanger=invaller)
    later = VerlofFactory(
        medewerker=weg, vervanger=invaller, van=VANDAAG + 30 * DAG, tot=VANDAAG + 31 * DAG
    )

    end_leave(by=weg, verlof_id=now.pk, at=NU)
    end_leave(by=weg, verlof_id=later.pk, at=NU)

    now.refresh_from_db()
    assert now.tot == VANDAAG - DAG
    assert not Verlof.objects.filter(pk=later.pk).exists()
    assert stands_in_for(invaller, op=VANDAAG) == []


def test_only_who_may_arrange_it_ends_it(weg, invaller):
    leave = VerlofFactory(medewerker=weg, vervanger=invaller)

    with pytest.raises(GeenRecht):
        end_leave(by=invaller, verlof_id=leave.pk, at=NU)
    with pytest.raises(NietGevonden):
        end_leave(by=weg, verlof_id=weg.pk, at=NU)


def test_who_is_away_is_known_by_colleague(weg, invaller):
    VerlofFactory(medewerker=weg, vervanger=invaller)
    everybody = type(weg).objects.all()

    assert list(absences(everybody, op=VANDAAG)) == [weg.pk]
    assert absences(everybody, op=VANDAAG + 60 * DAG) == {}
