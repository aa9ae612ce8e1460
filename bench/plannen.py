"""How PostgreSQL finds a page of a long list: the first one, and one far down the list.

A page by cursor costs the same wherever it begins when the plan reads an index from there.
Printed per page: the blocks of eight kilobytes that were touched, the most rows that any step
of the plan handled, and what the plan reads the list by.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.scenario import token_of
from bench.verzoeken import Verzoek
from bench.vragen import ask
from hengelo_sociaal.kern.paginering import Cursor

LIJSTEN = {
    "contacten": ("toegang_contact", "plaatsgevonden_op"),
    "meldingen": ("toegang_melding", "ontvangen_op"),
}


def print_plans(keer: int) -> None:
    """The plans of both pages of every list at this size of the town."""
    token = token_of("loket")
    print(f"\n{'bladzijde':<30}{'keer':>6}{'blokken':>9}{'meeste rijen':>14}  gelezen met")
    for name, (table, column) in LIJSTEN.items():
        for where, query in _pages(table, column):
            request = Verzoek("GET", f"/api/v1/{name}?{urlencode(query)}", token)
            with CaptureQueriesContext(connection) as seen:
                ask(request)
            statements = [one["sql"] for one in seen.captured_queries]
            reading = next(one for one in statements if f'FROM "{table}"' in one)
            blocks, rows, by = _explained(reading, table)
            print(f"{f'{name}, {where}':<30}{keer:>6}{blocks:>9}{rows:>14}  {by}", flush=True)


def _pages(table: str, column: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The first page, and one with nine tenths of the list before it."""
    yield "eerste", {"paginaGrootte": 100}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column}, id FROM {table} ORDER BY {column} DESC, id DESC "
            f"OFFSET (SELECT count(*) * 9 / 10 FROM {table}) LIMIT 1"
        )
        value, key = cursor.fetchone()
    yield "ver", {"paginaGrootte": 100, "cursor": Cursor(False, value, str(key)).encode()}


def _explained(statement: str, table: str) -> tuple[int, int, str]:
    """Blocks touched, the most rows of any step, and what the list itself is read by."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
        (answer,) = cursor.fetchone()
    plan = (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]
    steps = list(_steps(plan))
    reading = next(one for one in steps if one.get("Relation Name") == table)
    return (
        plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        max(round(one["Actual Rows"] * one["Actual Loops"]) for one in steps),
        f"{reading['Node Type']} {reading.get('Index Name', '')}".strip(),
    )


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _steps(below)
