"""What the migrations put in the database, put back after every test that commits.

A test with `transaction=True` ends with empty tables. What comes with the application (the
neighbourhoods, the term rules, the system's own account) must be there for the next test, so it
is read once after the migrations and copied back in one transaction. No test has to ask for it;
`serialized_rollback` is not needed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

# Every trigger that refuses to empty a table (`kern.databases.Weiger`), off or on again.
SWITCH = """
DO $$
DECLARE tabel regclass;
BEGIN
    FOR tabel IN SELECT tgrelid FROM pg_trigger WHERE tgname = 'weiger_truncate' LOOP
        EXECUTE format('ALTER TABLE %s {} TRIGGER weiger_truncate', tabel);
    END LOOP;
END $$
"""


@dataclass(frozen=True)
class ReferenceData:
    """The rows of every table that is not empty in a fresh installation."""

    rows: dict[str, bytes]

    @classmethod
    def read(cls) -> "ReferenceData":
        tables = connection.introspection.django_table_names(only_existing=True)
        rows = {table: _copy_out(table) for table in tables}
        return cls({table: data for table, data in rows.items() if data})

    def restore(self) -> None:
        """Foreign keys are checked at the end, so the order of the tables does not matter."""
        tables = ", ".join(connection.ops.quote_name(table) for table in self.rows)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {tables} CASCADE")
            for table, data in self.rows.items():
                with cursor.copy(f"COPY {connection.ops.quote_name(table)} FROM STDIN") as copy:
                    copy.write(data)


@contextmanager
def emptying() -> Iterator[None]:
    """Tables that only grow may be emptied here: as their owner, on purpose and for a moment."""
    _switch("DISABLE")
    try:
        yield
    finally:
        _switch("ENABLE")


def _switch(word: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SWITCH.format(word))


def _copy_out(table: str) -> bytes:
    with connection.cursor() as cursor:
        command = f"COPY {connection.ops.quote_name(table)} TO STDOUT"
        with cursor.copy(command) as copy:
            return b"".join(bytes(block) for block in copy)
