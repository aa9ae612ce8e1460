"""Statements that are written out because they are asked all day (ADR 50).

PostgreSQL reads and plans each of them once for a connection. Only for statements that are best
answered in one way whatever the values are, such as a record by its key: the plan is the same
for all of them. What is put together anew, or finds sometimes one row and sometimes thousands,
goes through `connection.cursor()`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.db import connection

from hengelo_sociaal.kern.postgresql.base import DatabaseWrapper

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]


def run(statement: str, values: Values) -> None:
    """Do what the statement says."""
    with _cursor() as cursor:
        cursor.execute(statement, values)


def fetch_one(statement: str, values: Values) -> Row | None:
    """The first row, or None when there is none."""
    with _cursor() as cursor:
        cursor.execute(statement, values)
        row: Row | None = cursor.fetchone()
    return row


def fetch_all(statement: str, values: Values) -> list[Row]:
    """All rows."""
    with _cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _cursor() -> Any:
    return cast(DatabaseWrapper, connection).prepared_cursor()
