"""The connection to PostgreSQL; the framework looks for this module by its name."""

import select
from functools import lru_cache
from typing import Any, Self

import psycopg
from django.db.backends.postgresql import base, operations
from psycopg.adapt import AdaptersMap
from psycopg.pq import Format

_READABLE = select.POLLIN | select.POLLHUP | select.POLLERR


class PreparedCursor(psycopg.Cursor[Any]):
    """A cursor whose statements PostgreSQL reads and plans once for a connection.

    The driver keeps what is prepared by its text, and starts anew after a rollback. It prepares
    nothing while its threshold is None, so for any other cursor all stays as it was.
    """

    def execute(self, *args: Any, **options: Any) -> Self:
        """Run a statement, prepared the first time it comes by."""
        self.connection.prepare_threshold = 0
        try:
            return super().execute(*args, **options)
        finally:
            self.connection.prepare_threshold = None


class DatabaseOperations(operations.DatabaseOperations):
    """As Django's own; tells of a prepared statement too what was asked."""

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> Any:
        """The statement with its values, which of a prepared one the driver does not keep."""
        if isinstance(cursor, PreparedCursor):
            return self.compose_sql(sql, params)
        return super().last_executed_query(cursor, sql, params)


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's own, with three things that every request pays for made cheaper.

    With CONN_HEALTH_CHECKS every request began with `SELECT 1`. A server that stopped or was
    killed has closed its end of the socket, and a closed end can be read, while a connection
    at rest has nothing to read. So silence is health; only otherwise the server is asked.

    Moments are read by the driver itself, five times as quick as by the framework's loader.
    Both give UTC, the time zone of every connection of ours.

    And `prepared_cursor` is for the few statements that are always the same (ADR 50): to read and
    plan one of those took PostgreSQL longer than to answer it.
    """

    ops_class = DatabaseOperations

    def is_usable(self) -> bool:
        return self._is_silent() or super().is_usable()

    def _is_silent(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        waiting = select.poll()
        waiting.register(self.connection.fileno(), _READABLE)
        return not waiting.poll(0)

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        params["context"] = _with_quick_moments(params["context"])
        return params

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor, without the framework's check of the loader that we took away."""
        if name is None:
            return self.connection.cursor()
        autocommit = self.connection.autocommit
        named: Any = base.ServerSideCursor
        return named(self.connection, name=name, scrollable=False, withhold=autocommit)

    def prepared_cursor(self) -> Any:
        """A cursor for a statement that is asked all day, with other values every time."""
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(PreparedCursor(self.connection))  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def _with_quick_moments(adapters: AdaptersMap) -> AdaptersMap:
    """The framework's adapters with the driver's own loader of moments."""
    oid = psycopg.adapters.types["timestamptz"].oid
    own = psycopg.adapters.get_loader(oid, Format.TEXT)
    quick = AdaptersMap(adapters)
    if own is not None:
        quick.register_loader(oid, own)
    return quick
