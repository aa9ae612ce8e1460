"""Two towns in one process: what is asked, is asked of the right one."""

import pytest
from django.db import connection, connections

from bench.stad import Stad


@pytest.fixture
def elsewhere():
    town = Stad(8, "postgres", "product")
    yield town
    for own in town._own.values():
        own.close()


def database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        (name,) = cursor.fetchone()
    return str(name)


@pytest.mark.django_db
def test_a_town_is_asked_for_as_long_as_is_said(elsewhere):
    here = database()
    with elsewhere.asked():
        assert database() == "postgres"

    assert database() == here != "postgres"


@pytest.mark.django_db
def test_after_a_failure_the_usual_town_is_asked_again(elsewhere):
    here = connections["default"]
    with pytest.raises(LookupError), elsewhere.asked():
        raise LookupError

    assert connections["default"] is here
