"""Liveness and readiness (contract.md, Web addresses)."""

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from hengelo_sociaal.dienst.ports import free_port


def test_gezond_says_that_the_process_answers(client):
    assert client.get("/gezond").json() == {"status": "gezond"}


def test_gereed_with_everything_there(transactional_db, celery_worker_proces, client):
    answer = client.get("/gereed")

    assert (answer.status_code, answer.json()) == (200, {"status": "gereed", "ontbreekt": []})


def test_gereed_without_redis_is_limited_because_registering_goes_on(db, client, settings):
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"

    answer = client.get("/gereed")

    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "beperkt", "ontbreekt": ["redis"]},
    )


def test_gereed_is_refused_while_a_migration_waits(db, client):
    MigrationRecorder(connection).record_unapplied("logboek", "0002_alleen_toevoegen")

    answer = client.get("/gereed")

    assert answer.status_code == 503
    assert answer.json()["reden"] == "migraties"


def test_gereed_asks_the_database_one_thing(db, client, settings, django_assert_max_num_queries):
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"

    with django_assert_max_num_queries(2):
        client.get("/gereed")
