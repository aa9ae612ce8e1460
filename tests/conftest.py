"""What every test shares."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.verdeling import Verdeling, in_order

# A property is true or not, however busy the machine is: nothing is judged by its seconds.
hypothesis_settings.register_profile(
    "zonder-klok", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("zonder-klok")


def pytest_configure() -> None:
    """Static files come from their source: collected, hashed ones need a build, not a test.

    Set once and before any fixture, because the live server starts for the whole run.
    """
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that may use the database may read through the dashboard's log-in too."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        asked = mark or {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
        if asked and not (mark and "databases" in mark.kwargs):
            given, named = (mark.args, mark.kwargs) if mark else ((), {})
            both = pytest.mark.django_db(*given, **named, databases=["default", "dashboard"])
            item.add_marker(both, append=False)
    items[:] = in_order(items)


def pytest_collection_finish() -> None:
    """What is there before the first test stays: thousands of tests, and the code itself.

    The collector need not look through all of it time and again, at half a second each; and it
    comes less often, for running all migrations makes much that is short-lived.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Verdeling:
    return Verdeling(config, log)


def _close_other_sessions() -> None:
    """A worker that was killed leaves its connection for a while; the database must go now."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            # With a patience, in milliseconds: without one this only asks them to go.
            "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND pg_has_role(usesysid, 'MEMBER')"
        )


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Each process has a cluster of its own, so the name of the database needs no suffix."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """After a test that commits, put back what the migrations brought."""
    from django.db import connections  # after Django is set up
    from django.test import TransactionTestCase

    from tests.plugin_servers import keep_test_database
    from tests.reference_data import ReferenceData

    with django_db_blocker.unblock():
        connections.close_all()
        keep_test_database()
        # One connection for both, or a test that rolls back could not see its own rows.
        # The separate log-ins are tested apart, in tests/dashboard/test_databaserol.py.
        connections["dashboard"] = connections["default"]
        reference = ReferenceData()
    empty_all_tables = TransactionTestCase._fixture_teardown

    def restore(case: TransactionTestCase) -> None:
        reference.restore()

    TransactionTestCase._fixture_teardown = restore
    yield
    TransactionTestCase._fixture_teardown = empty_all_tables
    with django_db_blocker.unblock():
        _close_other_sessions()


@pytest.fixture(autouse=True)
def _forget_remembered_rules() -> None:
    """A test leaves rules and lists in this process's memory that the next does not have."""
    from hengelo_sociaal.kern.geheugen import vergeet
    from hengelo_sociaal.termijnen.queries.regels import forget  # after Django is set up

    forget()
    vergeet()
