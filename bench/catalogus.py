"""`python -m bench.catalogus`: searching 10,000 provisions, beside its plain SQL.

The page and the API are asked over HTTP; the floor is one hand-written statement that finds
and ranks the same words and takes the first twenty, on a connection that is already open.
Both are the median of rounds in which they take turns.
"""

import argparse
import statistics
import tempfile
import time
import urllib.parse
from collections.abc import Callable
from pathlib import Path

from bench.installatie import Installatie
from bench.verzoeken import Verzoek, send

VRAGEN = ("ik ben eenzaam sinds mijn man overleden is", "schulden", "huishoudhulp", "samen eten")
DOEL = "<= 2"
_RELATIONS = ("leefgebieden", "doelgroepen", "wijken", "locaties", "wetten")
# What the search finds and how it orders, written out for the words it makes of a question.
PLAIN = """
    WITH gevonden AS (
        SELECT v.id, v.naam, v.soort, v.zoekvector, {dekking}
        FROM voorzieningen_voorziening v
        WHERE v.soort = 'algemeen' AND v.status = 'gepubliceerd' AND v.opgegaan_in_id IS NULL
          AND v.geldig_van <= current_date AND coalesce(v.geldig_tot, current_date) >= current_date
          AND ({ergens})
    )
    SELECT *, count(*) OVER () FROM gevonden
    ORDER BY {som} DESC, ts_rank(zoekvector, {samen}) DESC, naam, id LIMIT 20
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.catalogus", description=__doc__)
    parser.add_argument("--aantal", type=int, default=10_000, help="provisions")
    parser.add_argument("--ronden", type=int, default=7)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hs-bench-") as directory:
        installation = Installatie(Path(directory))
        try:
            installation.start(maanden=2)
            grow(args.aantal)
            measure(installation.addresses["product"], args.ronden)
        finally:
            installation.stop()


def grow(wanted: int) -> None:
    """Copy the catalogue with its relations until there are so many provisions."""
    from django.db import connection  # noqa: PLC0415  needs the settings

    from bench.groei import columns_of  # noqa: PLC0415

    copy = "md5({id}::text || n)::uuid"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM voorzieningen_voorziening")
        times = wanted // cursor.fetchone()[0]
        columns = [
            c
            for c in columns_of(cursor.execute, "voorzieningen_voorziening")
            if c not in ("id", "code")
        ]
        names = ", ".join(columns)
        cursor.execute(
            f"INSERT INTO voorzieningen_voorziening (id, code, {names}) "
            f"SELECT {copy.format(id='v.id')}, v.code || '-' || n, {names} "
            "FROM voorzieningen_voorziening v, generate_series(1, %s) n",
            [times],
        )
        for relation in _RELATIONS:
            table = f"voorzieningen_voorziening_{relation}"
            other = next(
                c for c in columns_of(cursor.execute, table) if c not in ("id", "voorziening_id")
            )
            cursor.execute(
                f"INSERT INTO {table} (voorziening_id, {other}) "
                f"SELECT {copy.format(id='t.voorziening_id')}, t.{other} "
                f"FROM {table} t, generate_series(1, %s) n",
                [times],
            )


def measure(address: str, rounds: int) -> None:
    """Ask page, API and database in turn, and print the ratios."""
    print(
        f"{'zoekvraag':<46}{'pagina ms':>10}{'api ms':>9}{'sql ms':>9}{'pagina':>8}{'api':>7}  aim"
    )
    for question in VRAGEN:
        page, api, sql = (_median(turn, rounds) for turn in _turns(address, question))
        figures = (page, api, sql, page / sql, api / sql)
        print(question.ljust(46) + "".join(f"{one:10.2f}" for one in figures) + f"  {DOEL}")


def _turns(address: str, question: str) -> list[Callable[[], object]]:
    words = urllib.parse.quote_plus(question)
    page = Verzoek("GET", f"/sociale-kaart?tekst={words}")
    api = Verzoek("GET", f"/api/v1/voorzieningen?zoek={words}&paginaGrootte=20")
    return [
        lambda: send(address, page, 1),
        lambda: send(address, api, 1),
        lambda: plain(question),
    ]


def _median(turn: Callable[[], object], rounds: int) -> float:
    turn()
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        turn()
        took.append(1000 * (time.perf_counter() - start))
    return statistics.median(took)


def plain(question: str) -> object:
    """The plain statement for the words of a question."""
    from django.db import connection  # noqa: PLC0415

    from voorzieningen.queries.woorden import terms_of  # noqa: PLC0415

    queries = [term.as_tsquery() for term in terms_of(question)]
    one = "to_tsquery('dutch', %s)"
    statement = PLAIN.format(
        dekking=", ".join(
            f"(CASE WHEN v.zoekvector @@ {one} THEN 1 ELSE 0 END) AS d{n}"
            for n in range(len(queries))
        ),
        ergens=" OR ".join(f"v.zoekvector @@ {one}" for _ in queries),
        som=" + ".join(f"d{n}" for n in range(len(queries))),
        samen=one,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*queries, *queries, " | ".join(queries)])
        return cursor.fetchall()


if __name__ == "__main__":
    main()
