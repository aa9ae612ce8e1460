"""The two log-ins that do not own the database, tried on every table with their real roles.

`hs_web` is what web and worker use: it works with rows and cannot touch structure or log.
`hs_dashboard` is what the figures use: it can read what holds no person, and nothing else.
"""

from collections.abc import Iterator

import psycopg
import pytest
from django.apps import apps
from psycopg import errors, sql

# Everything that hs_dashboard may read: aggregates and reference values, never a person.
# A new table belongs here only when none of its rows is about somebody.
LEESBAAR_VOOR_DASHBOARD = {
    "dashboard_begrotingsregel",
    "dashboard_cijferversie",
    "dashboard_collectiefeffect",
    "dashboard_gebiedscijfer",
    "dashboard_gebiedsjaar",
    "dashboard_indicator",
    "dashboard_indicatordefinitie",
    "dashboard_ingelezenmeting",
    "dashboard_meting",
    "dashboard_streefwaarde",
    "dashboard_verplichting",
    "gebieden_gemeente",
    "gebieden_inwonertal",
    "gebieden_wijk",
    "gebieden_wijkgrens",
    "toegang_kanaal",
    "toegang_soort",
    "toegang_uitkomst",
    "toegang_verwijzer",
    "toegang_vindplaats",
    "waarden_taakveld",
    "waarden_wet",
}
pytestmark = pytest.mark.django_db  # or no test database is made at all
LOGS = ["logboek_toegangsregel", "logboek_wijzigingsregel", "logboek_zegel"]
REFUSED = errors.InsufficientPrivilege


@pytest.fixture
def web(servers) -> Iterator[psycopg.Connection]:
    yield from _connect(servers.web)


@pytest.fixture
def owner(servers) -> Iterator[psycopg.Connection]:
    yield from _connect(servers.eigenaar)


@pytest.fixture
def dashboard(servers) -> Iterator[psycopg.Connection]:
    yield from _connect(servers.dashboard)


def _connect(url: str | None) -> Iterator[psycopg.Connection]:
    if url is None:
        pytest.skip("DATABASE_URL names a server without the three log-ins")
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def tables(connection: psycopg.Connection) -> list[str]:
    """Every table and view of the application."""
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p', 'v', 'm') ORDER BY relname"
    )
    return [name for (name,) in rows]


def may_read(connection: psycopg.Connection, table: str) -> bool:
    """Whether a SELECT is let through, tried and not asked."""
    try:
        connection.execute(sql.SQL("SELECT * FROM {} LIMIT 1").format(sql.Identifier(table)))
    except REFUSED:
        return False
    return True


def test_the_log_ins_are_who_they_should_be(web, dashboard):
    assert web.execute("SELECT current_user").fetchone() == ("hs_web",)
    assert dashboard.execute("SELECT current_user").fetchone() == ("hs_dashboard",)


@pytest.mark.parametrize("login", ["web", "dashboard"])
def test_a_log_in_owns_nothing_and_is_no_superuser(login, request):
    connection = request.getfixturevalue(login)

    owned = connection.execute(
        "SELECT relname FROM pg_class WHERE relowner = current_user::regrole"
    ).fetchall()
    powers = connection.execute(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication"
        " FROM pg_roles WHERE rolname = current_user"
    ).fetchone()

    assert owned == []
    assert not any(powers)


@pytest.mark.parametrize(
    ("login", "role"),
    [
        ("web", "hs_eigenaar"), ("web", "hs_dashboard"), ("web", "postgres"),
        ("dashboard", "hs_eigenaar"), ("dashboard", "hs_web"), ("dashboard", "postgres"),
    ],
)  # fmt: skip
def test_a_log_in_cannot_become_another(login, role, request):
    connection = request.getfixturevalue(login)
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    if not exists:
        pytest.skip(f"there is no role {role} on this server")

    with pytest.raises(REFUSED):
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))


@pytest.mark.parametrize("login", ["web", "dashboard"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE achterdeur (id int)",
        "CREATE SCHEMA achterdeur",
        "CREATE VIEW achterdeur AS SELECT 1",
        "CREATE FUNCTION achterdeur() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE EXTENSION dblink",
        "DROP TABLE medewerkers_team",
        "ALTER TABLE medewerkers_team ADD COLUMN achterdeur int",
        "ALTER TABLE logboek_toegangsregel DISABLE TRIGGER alleen_toevoegen",
        "DROP TRIGGER alleen_toevoegen ON logboek_toegangsregel",
        "COPY medewerkers_team TO PROGRAM 'cat'",
    ],
)
def test_a_log_in_cannot_change_the_structure(login, statement, request):
    with pytest.raises(REFUSED):
        request.getfixturevalue(login).execute(statement)


def test_web_cannot_give_its_rights_away(web, dashboard):
    web.execute("GRANT SELECT ON medewerkers_team TO PUBLIC")  # no error, only a warning

    assert not may_read(dashboard, "medewerkers_team")


@pytest.mark.parametrize("table", LOGS)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}"]
)
def test_web_cannot_change_what_is_in_the_log(web, table, statement):
    with pytest.raises(REFUSED):
        web.execute(sql.SQL(statement).format(sql.Identifier(table)))


@pytest.mark.parametrize("table", LOGS)
def test_web_can_read_the_log_and_add_to_it(web, table):
    assert may_read(web, table)
    (may_insert,) = web.execute("SELECT has_table_privilege(%s, 'INSERT')", [table]).fetchone()
    assert may_insert


# Where the web log-in removes drafts, and only a trigger keeps what was given, sent or asked.
ALSO_KEPT = {
    "papier_sjabloonversie", "plannen_besluittoets", "toegang_vragenlijstversie",
}  # fmt: skip


def kept(web) -> list[str]:
    """The tables from which the web log-in removes nothing."""
    return [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.managed
        and not web.execute(
            "SELECT has_table_privilege(%s, 'DELETE')", [model._meta.db_table]
        ).fetchone()[0]
    ]


def test_the_owner_cannot_empty_what_is_kept(web, owner):
    tables = {*kept(web), *ALSO_KEPT}

    for table in tables:
        with pytest.raises(REFUSED, match=r"\w+ .*(geleegd|bewaard)"):
            owner.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.Identifier(table)))
    assert {*LOGS, "plannen_besluit", "papier_stuk"} <= tables


def test_the_owner_cannot_empty_it_by_way_of_what_it_hangs_on(owner):
    with pytest.raises(REFUSED, match="bewaard"):
        owner.execute("TRUNCATE toegang_huishouden CASCADE")


def test_the_owner_cannot_remove_lines_of_what_is_kept(web, owner):
    """Looked up and not tried, because a refusal per line needs a line."""
    per_row_before_delete = 1 | 2 | 8  # the bits of pg_trigger.tgtype
    refusing = owner.execute(
        "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgenabled = 'O'"
        " AND tgtype & %(bits)s = %(bits)s AND tgqual IS NULL",
        {"bits": per_row_before_delete},
    )

    assert set(kept(web)) - {table for (table,) in refusing} == set()


def test_web_cannot_empty_any_table(web):
    emptied = [
        table
        for table in tables(web)
        if web.execute("SELECT has_table_privilege(%s, 'TRUNCATE')", [table]).fetchone()[0]
    ]

    assert emptied == []


def test_web_can_work_with_every_table_of_ours(web):
    ours = [m._meta.db_table for m in apps.get_models() if m._meta.managed]

    assert [table for table in ours if not may_read(web, table)] == []


def test_dashboard_reads_the_allowed_tables_and_no_other(dashboard):
    readable = {table for table in tables(dashboard) if may_read(dashboard, table)}

    assert readable == LEESBAAR_VOOR_DASHBOARD


def test_every_allowed_table_exists(dashboard):
    assert set(tables(dashboard)) >= LEESBAAR_VOOR_DASHBOARD


def test_dashboard_writes_nothing(dashboard):
    writable = [
        (table, right)
        for table in tables(dashboard)
        for right in ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
        if dashboard.execute("SELECT has_table_privilege(%s, %s)", [table, right]).fetchone()[0]
    ]

    assert writable == []


@pytest.mark.parametrize("login", ["web", "dashboard"])
def test_no_function_of_ours_runs_with_more_rights_than_its_caller(login, request):
    """A SECURITY DEFINER function would be a way around all of the above."""
    found = request.getfixturevalue(login).execute(
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    )

    assert found.fetchall() == []
