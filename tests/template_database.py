"""A test database that is ready at the start: a copy of the one that the migrations made.

Running all migrations takes seconds, copying their outcome a fraction of one. The copy is taken
after the migrations ran in an empty database, and thrown away when anything they depend on has
changed. Every run begins with a fresh copy, so a test that was cut off leaves nothing behind.
"""

import contextlib
from pathlib import Path

import psycopg
from psycopg import sql

from hengelo_sociaal.dienst import fingerprints
from hengelo_sociaal.dienst.environment import DATABASE, OWNER
from hengelo_sociaal.dienst.postgres import SUPERUSER, PostgresServer

TEST_DATABASE, TEMPLATE = f"test_{DATABASE}", f"sjabloon_{DATABASE}"


class TemplateDatabase:
    """Beside the test database of one embedded server."""

    def __init__(self, server: PostgresServer, note: Path) -> None:
        self._server, self._note = server, note

    def lay_out(self) -> bool:
        """Make the test database from the template.

        False when there is no template that fits; then there is no test database either.
        """
        if fingerprints.is_noted(self._note, fingerprints.of_migrations()):
            with contextlib.suppress(psycopg.Error):
                self._copy(TEMPLATE, TEST_DATABASE)
                return True
        with self._superuser() as connection:
            self._drop(connection, TEST_DATABASE)
        return False

    def keep(self) -> None:
        """Copy the test database, just migrated, for the next runs; nobody may be using it."""
        self._note.unlink(missing_ok=True)
        self._copy(TEST_DATABASE, TEMPLATE)
        self._note.write_text(fingerprints.of_migrations())

    def _copy(self, source: str, target: str) -> None:
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
        names = map(sql.Identifier, (target, source, OWNER))
        with self._superuser() as connection:
            self._drop(connection, target)
            connection.execute(copy.format(*names))

    @staticmethod
    def _drop(connection: psycopg.Connection, name: str) -> None:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(name)))

    def _superuser(self) -> contextlib.closing[psycopg.Connection]:
        return contextlib.closing(
            psycopg.connect(
                host="127.0.0.1",
                port=self._server.port,
                user=SUPERUSER,
                password=self._server.password,
                dbname="postgres",
                autocommit=True,
            )
        )
