"""The tests must run against real servers; this says which ones they reached."""

import uuid

import pytest
import redis
from django.db import connection

from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.logboek.domain import log_list
from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU


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
@pytest.mark.parametrize("turn", ["first", "after a test that changed every kind of row"])
def test_what_the_migrations_brought_is_there_for_every_test(turn):
    buurten = Buurt.objects.filter(code="BU01640000")

    assert Buurt.objects.count() == 62
    assert buurten.get().naam == "Binnenstad-Centrum"
    assert Medewerker.objects.get().naam == "Het systeem"
    assert not Toegangsregel.objects.exists()

    Buurt.objects.exclude(pk__in=buurten).delete()
    buurten.update(naam="Elders")
    log_list(by=MedewerkerFactory(), soort="x", doel="y", inwoners=[uuid.uuid4()], at=NU)
