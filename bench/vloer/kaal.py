"""Plain SQL as a floor: what a page shows, asked and read without anything around it."""

import time
from dataclasses import dataclass

from django.db import connection

from bench.cpu import tree_seconds


@dataclass(frozen=True)
class PlatSql:
    """A hand-written statement with its values."""

    tekst: str
    waarden: tuple[object, ...] = ()


def cost(sql: PlatSql, times: int, *, database: int) -> tuple[float, float]:
    """CPU milliseconds of asking once, of this process and of the database."""
    before = tree_seconds(database)
    own = time.process_time()
    with connection.cursor() as cursor:
        for _ in range(times):
            cursor.execute(sql.tekst, sql.waarden)
            cursor.fetchall()
    own = time.process_time() - own
    return 1000 * own / times, 1000 * (tree_seconds(database) - before) / times
