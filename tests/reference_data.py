"""What the migrations put in the database, put back after every test that commits.

What comes with the application (the neighbourhoods, the term rules, the system's own account)
must be there for the next test, and nothing else. So it is read once after the migrations; after
a test that commits, the tables that are no longer what they were are emptied and filled again,
in one transaction. No test has to ask for it; `serialized_rollback` is not needed.

Django empties every table after such a test, changed or not, once for each connection, and makes
content types and permissions anew: a second of work where most tests touched ten tables.
"""

from collections.abc import Iterable

from django.db import connection, transaction

# How many rows there are, and which transaction wrote the newest. Whatever is committed later
# adds a row of a newer transaction or leaves fewer rows: a table that reads the same is the same.
Mark = tuple[int, int]


class ReferenceData:
    """The rows of every table in a fresh installation, most of which are empty there."""

    def __init__(self) -> None:
        """Read them; nothing but the migrations may have written."""
        tables = sorted(connection.introspection.django_table_names(only_existing=True))
        self._rows = {table: _copy_out(table) for table in tables}
        self._marks = _marks(tables)

    def restore(self) -> None:
        """After this every table holds these rows again, and no others."""
        with transaction.atomic():
            _wait_for_writers(self._rows)
            marks = _marks(self._rows)
            changed = [table for table, mark in marks.items() if mark != self._marks[table]]
            if changed:
                self._refill(changed)
                self._marks |= _marks(changed)

    def _refill(self, tables: Iterable[str]) -> None:
        """No trigger of ours refuses, or notes, what is done here: keys are checked all the same.

        They are checked when all is back, so the order of the tables does not matter.
        """
        quoted = {table: connection.ops.quote_name(table) for table in tables}
        with connection.cursor() as cursor:
            for name in quoted.values():
                cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            for name in quoted.values():
                cursor.execute(f"DELETE FROM {name}")
            for table, name in quoted.items():
                with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                    copy.write(self._rows[table])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for name in quoted.values():
                cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")


def _wait_for_writers(tables: Iterable[str]) -> None:
    """A page that is still being answered may be writing; what it writes is seen then."""
    names = ", ".join(map(connection.ops.quote_name, tables))
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def _marks(tables: Iterable[str]) -> dict[str, Mark]:
    one = "SELECT '{0}', count(*), coalesce(max(xmin::text::bigint), 0) FROM {1}"
    asked = [one.format(table, connection.ops.quote_name(table)) for table in tables]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return {table: (rows, newest) for table, rows, newest in cursor.fetchall()}


def _copy_out(table: str) -> bytes:
    with connection.cursor() as cursor:
        command = f"COPY {connection.ops.quote_name(table)} TO STDOUT"
        with cursor.copy(command) as copy:
            return b"".join(bytes(block) for block in copy)
