"""A larger town, by copying every registration: quick, and with the same shape."""

from collections.abc import Callable
from typing import Any

import psycopg

# What everything else points at comes first.
_SOURCES = {
    "bench_collega": "medewerkers_medewerker",
    "bench_bron": "toegang_contact",
    "bench_mens": "toegang_inwoner",
    "bench_huis": "toegang_huishouden",
    "bench_vraag": "toegang_hulpvraag",
    "bench_melding": "toegang_melding",
    "bench_termijn": "termijnen_termijn",
}
_REST = ("toegang_lidmaatschap", "toegang_meldingtermijn")


def settle(url: str) -> None:
    """Let the database do now what it would else do by itself in the middle of a measurement."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def multiply(url: str, now: int, wanted: int) -> None:
    """Copy residents, households, contacts, questions and meldingen with terms, `wanted` times.

    Eight times the town has eight times the people at work: what is copied was registered by,
    and is given to, a copy of the colleague. As the owner of the database, who may make tables:
    those with what there was at first stay, for a later and larger town.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        run: Callable[..., Any] = connection.execute
        for copy, table in _SOURCES.items():
            run(f"CREATE TABLE IF NOT EXISTS {copy} AS SELECT id FROM {table}")
        for _ in range(wanted - now):
            with connection.transaction():
                _copy_once(run)
    settle(url)


def _copy_once(run: Callable[..., Any]) -> None:
    """Everybody and everything once more."""
    run("CREATE TEMP TABLE kopie (oud uuid PRIMARY KEY, nieuw uuid NOT NULL) ON COMMIT DROP")
    for source in _SOURCES:
        run(f"INSERT INTO kopie SELECT id, gen_random_uuid() FROM {source}")
    run("ANALYZE kopie")
    _copy(run, "medewerkers_medewerker", {"gebruikersnaam": "left(k.nieuw::text, 30)"}, ())
    _copy(run, "toegang_inwoner", {"bsn_zoek": "NULL", "bsn_versleuteld": "NULL"}, ())
    _copy(run, "toegang_huishouden", {}, ())
    _copy(run, "toegang_lidmaatschap", {}, ("inwoner_id", "huishouden_id"), own_id=False)
    _copy(
        run,
        "toegang_contact",
        {"sleutel": "NULL"},
        ("inwoner_id", "huishouden_id", "geregistreerd_door_id"),
    )
    _copy(run, "toegang_hulpvraag", {}, ("contact_id",))
    _copy(run, "termijnen_termijn", {}, ())
    _copy(
        run,
        "toegang_melding",
        {"nummer": "left(t.nummer, 12) || '-' || left(k.nieuw::text, 7)"},
        ("inwoner_id", "huishouden_id", "hulpvraag_id", "consulent_id", "geregistreerd_door_id"),
    )
    _copy(run, "toegang_meldingtermijn", {}, ("melding_id", "termijn_id"), own_id=False)


def _copy(
    run: Callable[..., Any],
    table: str,
    fixed: dict[str, str],
    references: tuple[str, ...],
    *,
    own_id: bool = True,
) -> None:
    """Insert every row of `table` again whose record or first reference is copied."""
    columns = columns_of(run, table)
    if not own_id and "id" not in fixed:
        columns.remove("id")
    values = []
    for column in columns:
        if column in fixed:
            values.append(fixed[column])
        elif column == "id":
            values.append("k.nieuw")
        elif column in references:
            values.append(f"(SELECT nieuw FROM kopie WHERE oud = t.{column})")
        else:
            values.append(f"t.{column}")
    on = "id" if own_id else references[0]
    run(
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM {table} t JOIN kopie k ON k.oud = t.{on}"
    )


def columns_of(run: Callable[..., Any], table: str) -> list[str]:
    """The columns that can be written, in their order."""
    rows = run(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    return [row[0] for row in rows.fetchall()]
