"""A larger town, by copying everything that was registered: quick, and with the same shape."""

from collections.abc import Callable
from typing import Any

import psycopg

from bench.namen import surname

# Where registering begins. Whatever points at one of these, or at what does, was registered too.
_BEGIN = (
    "medewerkers_medewerker",
    "medewerkers_team",
    "toegang_inwoner",
    "toegang_huishouden",
    "toegang_waardering",
    "termijnen_termijn",
)
# Of a municipality of any size there is one of these, or no screen that is measured reads them.
_BLIJFT = (
    "api_",
    "axes_",
    "dashboard_",
    "django_",
    "logboek_",
    "papier_sjabloon",
    "toegang_dubbelpaar",
    "voorzieningen_",
)
_REGISTERED = """
    WITH RECURSIVE registered(name) AS (
        SELECT unnest(%s::regclass[])
        UNION
        SELECT f.conrelid::regclass FROM pg_constraint f JOIN registered r ON f.confrelid = r.name
        WHERE f.contype = 'f' AND f.conrelid::regclass::text !~ %s
    )
    SELECT name::text FROM registered ORDER BY 1
"""
_COLUMNS = """
    SELECT column_name, data_type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
    ORDER BY ordinal_position
"""
# Numbers and names that exist once: an index on one column of text.
_UNIQUE = """
    SELECT a.attname, information_schema._pg_char_max_length(a.atttypid, a.atttypmod)
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = %s::regclass AND i.indisunique AND i.indnkeyatts = 1
      AND a.atttypid = 'varchar'::regtype
"""
_HASH = "(hashtext({0} || '{1}') & 1073741823)"
Run = Callable[..., Any]


def settle(url: str) -> None:
    """Let the database do now what it would else do by itself in the middle of a measurement."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def multiply(url: str, now: int, wanted: int) -> None:
    """Copy all that was registered until the town is `wanted` times what it was at first.

    Eight times the town has eight times the teams with eight times the people in them, who each
    have as much work as before. Who is copied has another birth date and another address, and
    most families have another name, so that a question can find as many people as before.

    As the superuser, for whom the database checks no references and runs no triggers: what is
    copied was right. `bench_bron` is what there was at first, for a later and larger town.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        run: Run = connection.execute
        run("SET session_replication_role = replica")
        tables = _registered(run)
        _remember(run, tables)
        for turn in range(now, wanted):
            with connection.transaction():
                _copy_once(run, tables, turn)


def _registered(run: Run) -> list[str]:
    """The tables that grow with a town."""
    found = run(_REGISTERED, [list(_BEGIN), f"^({'|'.join(_BLIJFT)})"])
    return [name for (name,) in found.fetchall()]


def _remember(run: Run, tables: list[str]) -> None:
    """The records that there are at first; what has no such key goes with what it belongs to."""
    if run("SELECT to_regclass('bench_bron')").fetchone()[0]:
        return
    run("CREATE TABLE bench_bron (id uuid PRIMARY KEY)")
    for table in tables:
        if columns_of(run, table).get("id") == "uuid":
            run(f"INSERT INTO bench_bron SELECT id FROM {table}")
    run("ANALYZE bench_bron")


def _copy_once(run: Run, tables: list[str], turn: int) -> None:
    """Everybody and everything once more."""
    run("CREATE TEMP TABLE kopie (oud uuid PRIMARY KEY, nieuw uuid NOT NULL) ON COMMIT DROP")
    run("INSERT INTO kopie SELECT id, gen_random_uuid() FROM bench_bron")
    run("ANALYZE kopie")
    for table in tables:
        _copy(run, table, _different(run, table, turn))


def _different(run: Run, table: str, turn: int) -> dict[str, str]:
    """The SQL of what is not the same in a copy, by column."""
    found = {
        name: f"left(t.{name}, {length} - 8) || '-' || left(k.nieuw::text, 7)"
        for name, length in run(_UNIQUE, [table]).fetchall()
    }
    postcode = _HASH.format("left(t.postcode, 4)", turn)
    moved = (
        f"CASE t.postcode WHEN '' THEN '' "
        f"ELSE (1000 + {postcode} % 9000)::text || substr(t.postcode, 5) END"
    )
    name = _HASH.format("t.geslachtsnaam", turn)
    fixed = {
        "toegang_inwoner": {
            "bsn_zoek": "NULL",
            "bsn_versleuteld": "NULL",
            "geslachtsnaam": f"CASE WHEN {name} % 3 = 0 THEN t.geslachtsnaam "
            f"ELSE {surname(name)} END",
            "geboortedatum": f"t.geboortedatum - 1 - {_HASH.format('t.id::text', turn)} % 700",
        },
        "toegang_huishouden": {"postcode": moved},
        "toegang_signaal": {"kenmerk": "left(t.kenmerk, 50) || '-' || left(k.nieuw::text, 8)"},
        "toegang_signaalzaak": {"postcode": moved},
    }
    return found | fixed.get(table, {})


def _copy(run: Run, table: str, different: dict[str, str]) -> None:
    """Insert every record of `table` again, with what it points at replaced by its copy."""
    columns = columns_of(run, table)
    own = columns.get("id") == "uuid"
    if not own:
        columns.pop("id", None)
    values = []
    for name, kind in columns.items():
        if name in different:
            values.append(different[name])
        elif own and name == "id":
            values.append("k.nieuw")
        elif kind == "uuid":
            values.append(f"coalesce((SELECT nieuw FROM kopie WHERE oud = t.{name}), t.{name})")
        else:
            values.append(f"t.{name}")
    on = "id" if own else next(name for name, kind in columns.items() if kind == "uuid")
    run(
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM {table} t JOIN kopie k ON k.oud = t.{on}"
    )


def columns_of(run: Run, table: str) -> dict[str, str]:
    """The columns that can be written, in their order, with their types."""
    return dict(run(_COLUMNS, [table]).fetchall())
