"""The tests must run against real servers; this says which ones they reached."""

import pytest
import redis
from django.db import connection

from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.medewerkers.models import Medewerker


def test_the_tests_reach_postgresql_18_or_what_database_url_names(db, servers):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_setting('server_version_num')::int")
        database, version = cursor.fetchone()

    assert database.startswith("test_")
    assert version >= 180000 if servers.web else version >= 160000


def test_the_tests_reach_redis(servers):
    with redis.Redis.from_url(servers.redis) as client:
        assert client.info("server")["redis_version"] >= "6.2"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "after a test that emptied every table"])
def test_what_the_migrations_brought_is_there_for_every_test(turn):
    assert Buurt.objects.count() == 62
    assert Medewerker.objects.systeem().naam == "Het systeem"
