import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.medewerkers.domain import end_involvement, involve, is_involved
from hengelo_sociaal.medewerkers.exceptions import AlBetrokken
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker

DAG = dt.date(2026, 11, 2)
HUIS = uuid.uuid4()


@pytest.fixture
def anouk(db):
    return Medewerker.objects.create_user("anouk", naam="Anouk")


def test_involvement_starts_once(anouk):
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.PLAN, op=DAG)
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.PLAN, op=DAG)

    assert Betrokkenheid.objects.count() == 1


def test_both_days_count_and_the_day_after_does_not(anouk):
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)
    end_involvement(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)

    assert is_involved(anouk, HUIS, op=DAG)
    assert not is_involved(anouk, HUIS, op=DAG + dt.timedelta(days=1))
    assert not is_involved(anouk, HUIS, op=DAG - dt.timedelta(days=1))


def test_another_ground_runs_beside_it(anouk):
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.PLAN, op=DAG)
    end_involvement(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)

    assert is_involved(anouk, HUIS, op=DAG + dt.timedelta(days=30))


def test_given_away_and_back_within_a_day_goes_on(anouk):
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)
    end_involvement(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)

    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)

    assert is_involved(anouk, HUIS, op=DAG + dt.timedelta(days=1))
    assert Betrokkenheid.objects.count() == 1


def test_what_is_written_down_later_ends_what_began_since(anouk):
    involve(medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG)
    end_involvement(
        medewerker=anouk, huishouden_id=HUIS, grond=Grond.MELDING, op=DAG - dt.timedelta(days=3)
    )

    assert is_involved(anouk, HUIS, op=DAG)
    assert not is_involved(anouk, HUIS, op=DAG + dt.timedelta(days=1))


def test_twice_at_once_is_refused_in_words(anouk):
    given = {"medewerker": anouk, "huishouden_id": HUIS, "grond": Grond.PLAN}
    Betrokkenheid.objects.create(**given, van=DAG)

    with pytest.raises(AlBetrokken), operation():
        Betrokkenheid.objects.create(**given, van=DAG + dt.timedelta(days=3))
