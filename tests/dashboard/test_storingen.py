"""Faults with the real worker: nothing that was registered is ever missing from the figures."""

import signal
import threading

import pytest
import redis
from django.db import connection, transaction

from dashboard import hint
from dashboard.domain import publiceren
from dashboard.domain.herbereken import _LOCK, _lock_name, recount_everything, recount_marked
from dashboard.models import Meting, VuileBucket
from dashboard.tasks import herbereken_vuil
from tests.factories.dashboard import NU
from tests.factories.toegang import VANDAAG, ContactFactory, HulpvraagFactory
from tests.wachten import PATIENCE, eventually, somebody_waits

pytestmark = pytest.mark.django_db(transaction=True)


def total() -> int | None:
    row = Meting.objects.filter(indicator="hulpvragen", per="maand", dimensie="").first()
    return row.teller if row else None


def contacts(number: int) -> None:
    for _ in range(number):
        ContactFactory(hulpvragen=["open"])


def wait_for(number: int) -> bool:
    return bool(eventually(lambda: total() == number))


@pytest.mark.usefixtures("celery_worker_proces")
def test_a_registration_is_in_the_figures_within_a_minute():
    contacts(12)

    assert wait_for(12)
    assert eventually(lambda: not VuileBucket.objects.exists())
    assert total() == 12


@pytest.mark.usefixtures("celery_worker_proces")
def test_a_registration_of_which_the_hint_was_lost_is_in_the_figures_all_the_same(monkeypatch):
    monkeypatch.setattr("dashboard.receivers.HINT", _Lost())
    contacts(12)

    assert wait_for(12)


class _Lost(hint.Hint):
    """A hint that never leaves."""

    def give(self) -> bool:
        return False


def test_a_worker_that_is_killed_in_mid_task_loses_nothing(start_celery_worker):
    contacts(12)
    with transaction.atomic(), connection.cursor() as cursor:
        # The worker waits for this lock in the middle of its task.
        cursor.execute("LOCK TABLE dashboard_kubus IN ACCESS EXCLUSIVE MODE")
        worker = start_celery_worker()
        herbereken_vuil.delay()
        assert eventually(somebody_waits)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert total() is None
    assert VuileBucket.objects.exists()

    start_celery_worker()
    herbereken_vuil.delay()

    assert wait_for(12)


def test_a_broker_that_was_wiped_loses_nothing(servers, start_celery_worker):
    contacts(12)
    herbereken_vuil.delay()
    with redis.Redis.from_url(servers.redis) as client:
        client.flushall()

    start_celery_worker()
    herbereken_vuil.delay()  # the sweep, twenty seconds later

    assert wait_for(12)


def test_two_workers_at_once_count_once():
    contacts(12)
    done: list[int] = []

    def count() -> None:
        try:
            done.append(recount_marked(at=NU).anders)
        finally:
            connection.close()

    together = [threading.Thread(target=count) for _ in range(2)]
    for one in together:
        one.start()
    for one in together:
        one.join()
    recount_marked(at=NU)

    assert total() == 12
    assert len(done) == 2
    assert recount_everything(tot=VANDAAG, at=NU).anders == 0


def test_a_bucket_that_another_worker_counts_is_left_to_it():
    contacts(12)
    holding, release = threading.Event(), threading.Event()

    def hold() -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                name = _lock_name("hulpvragen", VANDAAG.year)
                cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, name])
                holding.set()
                release.wait(PATIENCE)
        finally:
            connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    holding.wait(PATIENCE)
    recount_marked(at=NU)
    left = VuileBucket.objects.filter(bron="hulpvragen").exists()
    release.set()
    holder.join()

    assert left
    recount_marked(at=NU)
    assert total() == 12


def test_a_mark_that_comes_while_counting_stays_for_next_time(monkeypatch):
    contacts(12)
    write = publiceren.write_figures

    def register_meanwhile(was, wordt, **given):
        if any(key[0] == "hulpvragen" for key in wordt):
            thread = threading.Thread(target=_register_elsewhere)
            thread.start()
            thread.join()
        return write(was, wordt, **given)

    monkeypatch.setattr(publiceren, "write_figures", register_meanwhile)
    recount_marked(at=NU)
    monkeypatch.undo()

    assert VuileBucket.objects.filter(bron="hulpvragen").exists()
    recount_marked(at=NU)
    assert total() == 13


def _register_elsewhere() -> None:
    try:
        HulpvraagFactory(contact=ContactFactory())
    finally:
        connection.close()


@pytest.mark.parametrize("fault", ["gone", "frozen"])
def test_a_registration_never_waits_for_the_broker(monkeypatch, fault):
    sending, registered, waited = threading.Event(), threading.Event(), []

    def send(**options):
        sending.set()
        if fault == "frozen":  # until the registration is there
            waited.append(registered.wait(PATIENCE))
        raise ConnectionError("no broker")

    monkeypatch.setattr("dashboard.receivers.HINT", hint.Hint())
    monkeypatch.setattr(herbereken_vuil, "apply_async", send)
    contacts(1)
    registered.set()

    assert sending.wait(PATIENCE)
    assert fault == "gone" or eventually(lambda: waited == [True])
    assert VuileBucket.objects.exists()


def test_after_a_failure_no_hint_is_tried_for_a_while(monkeypatch):
    tries = []

    def send(**options):
        tries.append(1)
        raise ConnectionError("no broker")

    monkeypatch.setattr(herbereken_vuil, "apply_async", send)
    fresh = hint.Hint()

    assert fresh.give()
    assert eventually(lambda: bool(tries))
    assert eventually(lambda: not fresh._busy.locked())
    assert not fresh.give()
    assert tries == [1]


def test_many_saves_in_one_transaction_are_one_hint(monkeypatch):
    given = []
    monkeypatch.setattr(
        "dashboard.receivers.HINT", type("", (), {"give": lambda _: given.append(1)})()
    )

    with transaction.atomic():
        contacts(3)

    assert len(given) == 1
