"""The index of words is read once after a change, by one for all."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

import pytest
from django.db import OperationalError, connection

from hengelo_sociaal.gebieden.models import Wijk
from tests.factories.voorzieningen import SynoniemFactory
from voorzieningen.queries import woordenschat
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.woordenschat import Woordenschat, vocabulary

SAMEN = 4
_OTHERS = "SELECT pid, wait_event_type = 'Lock' FROM pg_stat_activity WHERE application_name = %s"


def renamed() -> Stand:
    Wijk.objects.filter(code="WK016401").update(naam="Wijk Zuid")
    return current_state()


def on_own_connection(run: Callable[[], Woordenschat]) -> Woordenschat:
    try:
        return run()
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_who_ask_after_different_changes_share_one_reading():
    states = [renamed() for _ in range(8)]
    start = Barrier(len(states))

    def ask(stand: Stand) -> Woordenschat:
        start.wait()
        return on_own_connection(lambda: vocabulary(stand))

    with ThreadPoolExecutor(len(states)) as pool:
        found = list(pool.map(ask, states))

    assert all(each is found[0] for each in found)
    assert vocabulary() is found[0]


@pytest.mark.django_db
def test_an_older_question_does_not_push_out_newer_words():
    older, newer = renamed(), renamed()
    words = vocabulary(newer)

    assert vocabulary(older) is words
    assert vocabulary(newer) is words


@contextmanager
def closed_table() -> Iterator[None]:
    """Nobody can read the organisations, so a reading waits."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("LOCK TABLE voorzieningen_organisatie")
            yield
            cursor.execute("ROLLBACK")
    finally:
        other.close()


def ask_by_name() -> Woordenschat:
    """On a connection that can be recognised, and that does not wait for ever."""

    def ask() -> Woordenschat:
        with connection.cursor() as cursor:
            cursor.execute("SET application_name = 'vraagt'")
            cursor.execute("SET lock_timeout = '20s'")
        return vocabulary()

    return on_own_connection(ask)


def others() -> list[tuple[int, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(f"{_OTHERS} AND query NOT LIKE 'SET%%'", ["vraagt"])
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_a_reading_that_fails_fails_for_all_that_wait_for_it():
    renamed()
    with closed_table(), ThreadPoolExecutor(SAMEN) as pool:
        asked: list[Future[Woordenschat]] = [pool.submit(ask_by_name) for _ in range(SAMEN)]
        while len(others()) < SAMEN or not any(waits for _, waits in others()):
            time.sleep(0.01)
        with connection.cursor() as cursor:
            reader = next(pid for pid, waits in others() if waits)
            cursor.execute("SELECT pg_cancel_backend(%s)", [reader])
        failures = [str(each.exception()) for each in asked]

    assert all(isinstance(each.exception(), OperationalError) for each in asked)
    assert sum("konden niet worden gelezen" in text for text in failures) == SAMEN - 1
    assert vocabulary()


@pytest.mark.django_db
def test_a_change_past_every_trigger_is_seen_at_last(monkeypatch):
    monkeypatch.setattr(woordenschat, "SECONDEN", 0)
    renamed()
    vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE voorzieningen_synoniem DISABLE TRIGGER voorzieningen_merk_wijziging"
        )
    SynoniemFactory(woord="keu", betekenis="biljart")

    assert vocabulary().synoniemen.meanings("keu") == ("biljart",)
