"""The dashboard's own log-in: it reads figures and names, and refuses everything else.

These tests log in for real, as `make run` and production do; the others share one connection.
"""

import os

import psycopg
import pytest
from django.apps import apps
from django.db import connection

from dashboard.models import Indicator, Kubus, Kubuscel, Meting, VuileBucket

LEESBAAR = {
    "dashboard_indicator",
    "dashboard_indicatordefinitie",
    "dashboard_streefwaarde",
    "dashboard_ingelezenmeting",
    "dashboard_meting",
    "dashboard_begrotingsregel",
    "dashboard_verplichting",
    "dashboard_cijferversie",
    "dashboard_collectiefeffect",
    "dashboard_gebiedscijfer",
    "dashboard_gebiedsjaar",
    "gebieden_gemeente",
    "gebieden_wijk",
    "gebieden_wijkgrens",
    "gebieden_inwonertal",
    "waarden_wet",
    "waarden_taakveld",
    "toegang_vindplaats",
    "toegang_kanaal",
    "toegang_soort",
    "toegang_uitkomst",
    "toegang_verwijzer",
}
TABELLEN = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)})


@pytest.fixture(scope="module")
def inlog(servers, django_db_blocker):
    """A connection with the dashboard's log-in on the test database."""
    if servers.dashboard is None:
        pytest.skip("without the embedded servers there is no separate log-in")
    with django_db_blocker.unblock(), psycopg.connect(servers.dashboard, autocommit=True) as conn:
        yield conn


@pytest.mark.django_db
def test_it_is_the_log_in_that_the_screens_use(inlog, settings):
    (name,) = inlog.execute("SELECT current_user").fetchone()

    assert name == settings.DB_ROL_DASHBOARD
    assert "dashboard" in settings.DATABASES
    assert os.environ["DATABASE_URL_DASHBOARD"] != os.environ["DATABASE_URL"]


@pytest.mark.django_db
@pytest.mark.parametrize("tabel", TABELLEN)
def test_it_reads_figures_and_names_and_nothing_else(inlog, tabel):
    if tabel in LEESBAAR:
        inlog.execute(f'SELECT * FROM "{tabel}" LIMIT 1')
    else:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            inlog.execute(f'SELECT * FROM "{tabel}" LIMIT 1')


@pytest.mark.django_db
@pytest.mark.parametrize("tabel", sorted(LEESBAAR))
def test_it_changes_nothing(inlog, tabel):
    for statement in (f'DELETE FROM "{tabel}"', f'TRUNCATE "{tabel}"', f'DROP TABLE "{tabel}"'):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            inlog.execute(statement)


@pytest.mark.django_db
def test_it_cannot_become_somebody_else(inlog, settings):
    for role in (settings.DB_ROL_WEB, connection.settings_dict["USER"]):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            inlog.execute(f"SET ROLE {role}")


def test_what_holds_small_groups_is_never_readable():
    assert Kubus._meta.db_table not in LEESBAAR
    assert Kubuscel._meta.db_table not in LEESBAAR
    assert VuileBucket._meta.db_table not in LEESBAAR
    assert Meting._meta.db_table in LEESBAAR
    assert Indicator._meta.db_table in LEESBAAR
