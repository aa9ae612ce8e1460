"""`python -m bench.catalogus`: searching 10,000 provisions, beside its plain SQL.

CPU in milliseconds, of the web process and of PostgreSQL together, as elsewhere in the bench.
The page and the API are asked over HTTP in two ways: `nieuw` is a question that nobody asked
before (the same words in other capitals, so that nothing is remembered of it), `weer` is the
same question once more. The floor is the search written out by hand: one statement that finds,
weighs and counts the same words and takes the first twenty, on a connection that is open.
"""

import argparse
import datetime as dt
import itertools
import statistics
import tempfile
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.cpu import tree_seconds
from bench.groei import columns_of
from bench.installatie import DATABASE, Installatie
from bench.verzoeken import Verzoek, send, send_each

VRAGEN = ("ik ben eenzaam sinds mijn man overleden is", "schulden", "huishoudhulp", "samen eten")
DOEL = "<= 2"
_RELATIONS = ("leefgebieden", "doelgroepen", "wijken", "locaties", "wetten")
_PLAIN = """
    WITH gevonden AS MATERIALIZED (
        SELECT v.id, v.naam, v.soort, ts_rank(v.zoekvector, {samen}) AS rang, {dekking}
        FROM voorzieningen_voorziening v
        WHERE v.soort = 'algemeen' AND v.status = 'gepubliceerd' AND v.opgegaan_in_id IS NULL
          AND v.geldig_van <= current_date AND coalesce(v.geldig_tot, current_date) >= current_date
          AND v.zoekvector @@ {samen}
    ), maten AS (SELECT count(*) AS n, {zeldzaam} FROM gevonden)
    SELECT v.*, o.naam, k.score, k.n,
           ARRAY(SELECT d.doelgroep_id FROM voorzieningen_voorziening_doelgroepen d
                 WHERE d.voorziening_id = v.id)
    FROM (SELECT g.id, g.naam, g.rang, m.n, {som} AS score FROM gevonden g CROSS JOIN maten m
          ORDER BY score DESC, rang DESC, naam, id LIMIT 20) k
    JOIN voorzieningen_voorziening v ON v.id = k.id
    LEFT JOIN voorzieningen_organisatie o ON o.id = v.organisatie_id
    ORDER BY k.score DESC, k.rang DESC, v.naam
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.catalogus", description=__doc__)
    parser.add_argument("--aantal", type=int, default=10_000, help="provisions")
    parser.add_argument("--ronden", type=int, default=5)
    parser.add_argument("--verzoeken", type=int, default=10, help="requests a round")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hs-bench-") as directory:
        installation = Installatie(Path(directory))
        try:
            installation.start(maanden=0)
            fill()
            grow(installation.postgres.url(installation.logins[0], DATABASE), args.aantal)
            measure(installation, args.ronden, args.verzoeken)
        finally:
            installation.stop()


def fill() -> None:
    """The catalogue of the papers, in an empty town."""
    from hengelo_sociaal.kern.tijd import nu  # noqa: PLC0415  needs the settings
    from hengelo_sociaal.medewerkers.models import Medewerker  # noqa: PLC0415
    from voorzieningen.domain.catalogus import load_catalogus  # noqa: PLC0415

    keeper = Medewerker.objects.create(gebruikersnaam="bench", naam="Bench", rollen=["beleid"])
    load_catalogus(by=keeper, at=nu(), op=dt.date(2026, 1, 1))


def grow(url: str, wanted: int) -> None:
    """Copy the catalogue with its relations until there are so many provisions."""
    import psycopg  # noqa: PLC0415  only here

    copy = "md5({id}::text || n)::uuid"
    with psycopg.connect(url, autocommit=True) as connection:
        run: Callable[..., object] = connection.execute
        found = connection.execute("SELECT count(*) FROM voorzieningen_voorziening").fetchone()
        times = wanted // (found[0] if found else 1)
        table = "voorzieningen_voorziening"
        names = ", ".join(c for c in columns_of(run, table) if c not in ("id", "code"))
        run(
            f"INSERT INTO {table} (id, code, {names}) "
            f"SELECT {copy.format(id='v.id')}, v.code || '-' || n, {names} "
            f"FROM {table} v, generate_series(1, {times}) n"
        )
        for relation in _RELATIONS:
            through = f"{table}_{relation}"
            other = next(c for c in columns_of(run, through) if c not in ("id", "voorziening_id"))
            run(
                f"INSERT INTO {through} (voorziening_id, {other}) "
                f"SELECT {copy.format(id='t.voorziening_id')}, t.{other} "
                f"FROM {through} t, generate_series(1, {times}) n"
            )
        run("VACUUM ANALYZE")


def measure(installation: Installatie, rounds: int, times: int) -> None:
    """Ask page, API and database in turn, and print CPU and ratios."""
    head = ("pagina nieuw", "pagina weer", "api nieuw", "api weer", "sql")
    print("vraag".ljust(46) + "".join(f"{name:>14}" for name in head) + "   verhoudingen  doel")
    for question in VRAGEN:
        turns = list(_turns(installation.addresses["product"], question, times))
        costs: list[list[float]] = [[] for _ in turns]
        for turn in turns:
            turn()
        for _ in range(rounds):
            for kept, turn in zip(costs, turns, strict=True):
                kept.append(_cost(installation, turn, times))
        figures = [statistics.median(each) for each in costs]
        ratios = "  ".join(f"{one / figures[-1]:.1f}" for one in figures[:-1])
        print(question.ljust(46) + "".join(f"{one:14.2f}" for one in figures), ratios, DOEL)


def _cost(installation: Installatie, turn: Callable[[], object], times: int) -> float:
    """CPU milliseconds of web and database per request."""
    pids = [installation.pids(name) for name in ("product", "postgres")]
    before = sum(map(tree_seconds, pids))
    turn()
    return 1000 * (sum(map(tree_seconds, pids)) - before) / times


def _turns(address: str, question: str, times: int) -> Iterator[Callable[[], object]]:
    page, api = "/sociale-kaart?tekst=", "/api/v1/voorzieningen?paginaGrootte=20&zoek="
    for path in (page, api):
        fresh = _spellings(question)
        yield lambda path=path, fresh=fresh: send_each(  # type: ignore[misc]
            address, (Verzoek("GET", path + next(fresh)) for _ in range(times))
        )
        again = Verzoek("GET", path + urllib.parse.quote_plus(question))
        yield lambda again=again: send(address, again, times)  # type: ignore[misc]
    yield lambda: [plain(question) for _ in range(times)]


def _spellings(question: str) -> Iterator[str]:
    """The same words in ever other capitals: the same search under an address never seen."""
    places = [place for place, letter in enumerate(question) if letter.isalpha()]
    for number in itertools.count(1):
        letters = list(question)
        for bit, place in enumerate(places):
            if number >> bit & 1:
                letters[place] = letters[place].upper()
        yield urllib.parse.quote_plus("".join(letters))


def plain(question: str) -> object:
    """The plain statement for the words of a question."""
    from django.db import connection  # noqa: PLC0415

    from bench.tsquery import tsquery  # noqa: PLC0415
    from voorzieningen.queries.woorden import terms_of  # noqa: PLC0415

    terms = [term for term in terms_of(question) if term.lezingen]
    numbers = range(len(terms))
    statement = _PLAIN.format(
        samen="%s::tsquery",
        dekking=", ".join(
            "CASE WHEN v.zoekvector @@ %s::tsquery THEN 2 WHEN v.zoekvector @@ %s::tsquery "
            f"THEN 1 ELSE 0 END AS d{n}"
            for n in numbers
        ),
        zeldzaam=", ".join(
            f"ln(1 + count(*)::float8 / greatest(count(*) FILTER (WHERE d{n} > 0), 1)) AS g{n}"
            for n in numbers
        ),
        som=" + ".join(f"g.d{n} * m.g{n}" for n in numbers),
    )
    together = " | ".join(map(tsquery, terms))
    words = [part for term in terms for part in (tsquery(term, "AB"), tsquery(term))]
    with connection.cursor() as cursor:
        cursor.execute(statement, [together, *words, together])
        return cursor.fetchall()


if __name__ == "__main__":
    main()
