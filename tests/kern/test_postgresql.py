"""The connection: alive without asking, found dead without a request that fails."""

import datetime as dt
from contextlib import suppress

import psycopg
import pytest
from django.db import DataError, connection, transaction

from hengelo_sociaal.gebieden.models import Gemeente
from hengelo_sociaal.kern.uitgeschreven import fetch_all, fetch_one, run


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


def prepared(part: str) -> int:
    """How many statements with this in them PostgreSQL holds ready for this connection."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", [f"%{part}%"]
        )
        (number,) = cursor.fetchone()
    return int(number)


@pytest.mark.django_db
def test_a_written_out_statement_is_prepared_once_for_all_values():
    asked = "SELECT code FROM gebieden_gemeente WHERE code = %s"
    found = [fetch_one(asked, [code]) for code in ("GM0164", "GM0000", "GM0164")]

    assert [row is not None for row in found] == [
        Gemeente.objects.filter(code="GM0164").exists(),
        False,
        Gemeente.objects.filter(code="GM0164").exists(),
    ]
    assert prepared("SELECT code FROM gebieden_gemeente") == 1


@pytest.mark.django_db
def test_nothing_else_is_prepared():
    fetch_all("SELECT generate_series(1, %s)", [3])
    for _ in range(8):
        Gemeente.objects.filter(code="GM0164").count()

    assert prepared("count(") == 0


@pytest.mark.django_db(transaction=True)
def test_a_written_out_statement_works_after_a_rollback_and_on_a_new_connection():
    asked = "SELECT %s::int + 1"
    with suppress(ZeroDivisionError), transaction.atomic():
        fetch_all(asked, [1])
        raise ZeroDivisionError

    assert fetch_all(asked, [1]) == [(2,)]
    connection.close()
    assert fetch_all(asked, [2]) == [(3,)]


@pytest.mark.django_db
def test_a_refusal_of_a_written_out_statement_is_one_of_the_framework():
    with pytest.raises(DataError), transaction.atomic():
        run("SELECT 1 / %s::int", [0])

    assert fetch_all("SELECT 1", []) == [(1,)]


@pytest.mark.django_db
def test_a_written_out_statement_is_counted_with_the_others(django_assert_num_queries):
    with django_assert_num_queries(1) as seen:
        run("SELECT 1 + %s::int", [1])

    assert seen.captured_queries[0]["sql"] == "SELECT 1 + 1::int"
