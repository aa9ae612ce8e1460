"""The connection: alive without asking, found dead without a request that fails."""

import datetime as dt

import psycopg
import pytest
from django.db import connection, transaction

from hengelo_sociaal.gebieden.models import Gemeente


def end_from_outside() -> None:
    """What a restart of the server does to a connection at rest."""
    pid = connection.connection.info.backend_pid
    with psycopg.connect(**connection.connection.info.get_parameters(), password=password()) as one:
        one.execute("SELECT pg_terminate_backend(%s, 2000)", [pid])


def password() -> str:
    return connection.settings_dict["PASSWORD"]


@pytest.mark.django_db
def test_a_connection_at_rest_is_usable_without_asking(django_assert_num_queries):
    connection.ensure_connection()

    with django_assert_num_queries(0):
        assert connection.is_usable()


@pytest.mark.django_db(transaction=True)
def test_an_ended_connection_is_seen_and_replaced_before_the_next_query():
    connection.ensure_connection()
    end_from_outside()

    assert not connection.is_usable()

    connection.health_check_enabled, connection.health_check_done = True, False
    assert isinstance(Gemeente.objects.count(), int)


@pytest.mark.django_db
def test_a_closed_connection_is_not_usable():
    with transaction.atomic():
        pass
    connection.close()

    assert not connection.is_usable()


@pytest.mark.django_db
@pytest.mark.parametrize("named", [False, True])
def test_moments_are_utc_with_their_microseconds(named):
    moment = dt.datetime(2026, 7, 1, 10, 15, 30, 123456, tzinfo=dt.UTC)
    with transaction.atomic(), make_cursor(named) as cursor:
        cursor.execute("SELECT %s::timestamptz", [moment])
        (found,) = cursor.fetchone()

    assert found == moment
    assert found.tzinfo == dt.UTC


def make_cursor(named: bool):
    return connection.chunked_cursor() if named else connection.cursor()
