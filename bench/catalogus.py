"""`python -m bench.catalogus`: searching 10,000 provisions, beside its plain SQL.

CPU in milliseconds, of the web process and of PostgreSQL together, as elsewhere in the bench.
The floor is the search written out by hand: one statement that finds, weighs and counts the same
words and takes the first twenty, on a connection that is open; only what it costs PostgreSQL.

That statement reads all that the page shows: the hits, how many there are, their order and what is
on the cards. The API shows more of a provision: its leefgebieden, laws, wijken and places. So
beside it stands `sql api`, the same statement with those, for the API only.

The page and the API are asked over HTTP in three ways:

- `koud`: for the first time since the catalogue changed: words are looked up and weighed. After a
  change of one provision that one is to be read and drawn again, wherever it is found. After a
  change of what every provision may show (the names of the wijken) all that a question finds is,
  but for what a question before it in the list found. What a change costs once, whatever is asked,
  is told apart: reading what changed of the index of words, and after a change of everything the
  page around the hits.
- `warm`: in other capitals than ever before, which is another address and so another answer.
  It is put together anew, but what its words and filters mean, what they find and the provisions
  on the page are remembered from the time before.
- `weer`: the same question once more, in the same letters: the whole answer is remembered.

Beside four questions stand one with typing errors, one with filters, and twenty of the questions
that the search was tuned with, every seventh. No two provisions have the same text.
"""

import argparse
import csv
import datetime as dt
import itertools
import random
import re
import statistics
import tempfile
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from bench.cpu import parents, tree_seconds
from bench.groei import columns_of
from bench.installatie import DATABASE, ROOT, Installatie
from bench.verzoeken import Verzoek, send_each


class Gevraagd(NamedTuple):
    """What somebody types, and what is chosen beside it."""

    tekst: str
    filters: str = ""

    def __str__(self) -> str:
        return f"{self.tekst} {self.filters}".strip()


VRAGEN = (
    Gevraagd("ik ben eenzaam sinds mijn man overleden is"),
    Gevraagd("schulden"),
    Gevraagd("huishoudhulp"),
    Gevraagd("samen eten"),
    Gevraagd("eenzamheidd en schuldne"),
    Gevraagd("samen eten", "&leeftijd=70&leefgebied=netwerk"),
)
RELEVANTIE = "tests/voorzieningen/bestanden/relevantie.csv"
ANDERS = Gevraagd("koffie")  # a question that is none of those
PAGINA, API = "/sociale-kaart?tekst=", "/api/v1/voorzieningen?paginaGrootte=20&zoek="
KOPPEN = ("pagina warm", "pagina weer", "api warm", "api weer", "sql api", "sql")
KOPPEN_KOUD = ("pagina koud", "api koud", "sql api", "sql")
DOEL = 2.0
_OWN_WORDS = 2
_RELATIONS = ("leefgebieden", "doelgroepen", "wijken", "locaties", "wetten")
_TOUCH = """
    UPDATE voorzieningen_voorziening SET naam = naam
    WHERE code = (SELECT min(code) FROM voorzieningen_voorziening)
"""
_TOUCH_ALL = "UPDATE gebieden_wijk SET naam = naam"
WIJZIGINGEN = {"een voorziening": _TOUCH, "iets van elke voorziening": _TOUCH_ALL}
_PLAIN = """
    WITH gevonden AS MATERIALIZED (
        SELECT v.id, v.naam, v.soort, ts_rank(v.zoekvector, {samen}) AS rang, {dekking}
        FROM voorzieningen_voorziening v
        WHERE v.soort = 'algemeen' AND v.status = 'gepubliceerd' AND v.opgegaan_in_id IS NULL
          AND v.geldig_van <= current_date AND coalesce(v.geldig_tot, current_date) >= current_date
          AND v.zoekvector @@ {samen} {filter}
    ), maten AS (SELECT count(*) AS n, {zeldzaam} FROM gevonden)
    SELECT v.*, o.naam, k.score, k.n,
           ARRAY(SELECT d.doelgroep_id FROM voorzieningen_voorziening_doelgroepen d
                 WHERE d.voorziening_id = v.id) {relaties}
    FROM (SELECT g.id, g.naam, g.rang, m.n, {som} AS score FROM gevonden g CROSS JOIN maten m
          ORDER BY score DESC, rang DESC, naam, id LIMIT 20) k
    JOIN voorzieningen_voorziening v ON v.id = k.id
    LEFT JOIN voorzieningen_organisatie o ON o.id = v.organisatie_id
    ORDER BY k.score DESC, k.rang DESC, v.naam
"""

# What the API shows beside that.
_RELATIES = """,
    o.*,
    ARRAY(SELECT l.leefgebied_id FROM voorzieningen_voorziening_leefgebieden l
          WHERE l.voorziening_id = v.id),
    ARRAY(SELECT w.wet_id FROM voorzieningen_voorziening_wetten w WHERE w.voorziening_id = v.id),
    ARRAY(SELECT w.wijk_id FROM voorzieningen_voorziening_wijken w WHERE w.voorziening_id = v.id),
    ARRAY(SELECT (p.naam, p.straat, p.huisnummer, p.postcode, p.woonplaats, b.wijk_id)::text
          FROM voorzieningen_voorziening_locaties l
          JOIN voorzieningen_locatie p ON p.id = l.locatie_id
          LEFT JOIN gebieden_buurt b ON b.code = p.buurt_id
          WHERE l.voorziening_id = v.id)
"""

# The filters of the question that has them, by hand.
_FILTER = """
    AND coalesce(v.leeftijd_van, 70) <= 70 AND coalesce(v.leeftijd_tot, 70) >= 70
    AND EXISTS (SELECT FROM voorzieningen_voorziening_leefgebieden l
                WHERE l.voorziening_id = v.id AND l.leefgebied_id = 'netwerk')
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.catalogus", description=__doc__)
    parser.add_argument("--aantal", type=int, default=10_000, help="provisions")
    parser.add_argument("--ronden", type=int, default=5)
    parser.add_argument("--verzoeken", type=int, default=20, help="requests a round")
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
    """Copy the catalogue with its relations, each copy in words of its own, to so many."""
    import psycopg  # noqa: PLC0415  only here

    copy = "md5({id}::text || n)::uuid"
    with psycopg.connect(url, autocommit=True) as connection:
        run: Callable[..., object] = connection.execute
        table, texts = "voorzieningen_voorziening", "naam, zoekwoorden, omschrijving"
        found = connection.execute(f"SELECT id, {texts} FROM {table} ORDER BY code").fetchall()
        times = wanted // len(found)
        columns = ", ".join(f"{name} text" for name in texts.split(", "))
        run(f"CREATE TEMP TABLE teksten (id uuid, {columns}, n integer)")
        with connection.cursor().copy("COPY teksten FROM STDIN") as rows:
            for row in varied(found, times):
                rows.write_row(row)
        own = ("id", "code", *texts.split(", "))
        names = ", ".join(c for c in columns_of(run, table) if c not in own)
        run(
            f"INSERT INTO {table} (id, code, {texts}, {names}) "
            f"SELECT {copy.format(id='v.id')}, v.code || '-' || n, "
            f"t.naam, t.zoekwoorden, t.omschrijving, {names} "
            f"FROM {table} v JOIN teksten t USING (id)"
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


def varied(
    found: Sequence[tuple[UUID, str, str, str]], times: int
) -> Iterator[tuple[UUID, str, str, str, int]]:
    """Every text so many times, each time another: half its words, and as many of others.

    Words come as often as they do in the catalogue. Beside them stand a few that no other copy
    has, made of two that are there.
    """
    dice = random.Random(20261122)
    words = [word for *_, text in found for word in re.findall(r"[^\W\d_]+", text)]
    search = [word for _, _, text, _ in found for word in text.replace(",", " ").split()]
    long = sorted({word.lower() for word in words if len(word) > 5})
    for pk, naam, zoekwoorden, omschrijving in found:
        mine, sought = omschrijving.split(), zoekwoorden.split()
        for n in range(1, times + 1):
            kept = dice.sample(mine, len(mine) // 2) + dice.choices(words, k=len(mine) // 2)
            made = ["".join(dice.sample(long, 2)) for _ in range(_OWN_WORDS)]
            text = [*kept, *made]
            dice.shuffle(text)
            terms = dice.sample(sought, len(sought) // 2) + dice.choices(search, k=len(sought) // 2)
            name = f"{naam[:80]} {dice.choice(long)}"[:120]
            yield pk, name, " ".join(terms)[:300], " ".join(text)[:2000], n


@dataclass(frozen=True)
class Beurt:
    """Something to ask, so many questions at once, after some preparation that does not count."""

    ask: Callable[[], object]
    number: int
    prepare: Callable[[], object] = lambda: None


def practice() -> list[Gevraagd]:
    """Twenty questions as people ask them, evenly from those that the search was tuned with."""
    with (ROOT / RELEVANTIE).open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle, delimiter=";")
        return [Gevraagd(row["vraag"]) for row in rows if row["groep"] == "oefen"][::7][:20]


def measure(installation: Installatie, rounds: int, times: int) -> None:
    """Ask page, API and database in turn, and print CPU and ratios."""
    empty = _memory(installation)
    twenty = practice()
    asked = {str(question): [question] * times for question in VRAGEN}
    asked[f"{len(twenty)} oefenvragen, gemiddeld"] = twenty * max(1, times // 10)
    _print_head(KOPPEN)
    for name, questions in asked.items():
        _print_row(name, _rounds(installation, list(_turns(installation, questions)), rounds))
    for what, statement in WIJZIGINGEN.items():
        change = partial(_change, installation, statement)
        print(f"na een wijziging van {what}")
        _print_head(KOPPEN_KOUD)
        for name, questions in asked.items():
            first = list(_first_turns(installation, list(dict.fromkeys(questions)), change))
            _print_row(name, _rounds(installation, first, rounds))
        costs = [_cost(installation, change, 1) for _ in range(rounds)]
        print(f"eenmaal na die wijziging: {statistics.median(costs):.0f} ms")
    print(f"geheugen van het webproces: eerst {empty:.0f}, daarna {_memory(installation):.0f} MiB")


def _memory(installation: Installatie) -> float:
    """The proportional share of the process that answers."""
    from bench.geheugen import pss_mib  # noqa: PLC0415  needs the settings

    main = installation.pids("product")
    return sum(pss_mib(pid) for pid, parent in parents().items() if parent == main)


def _print_head(names: Sequence[str]) -> None:
    print("vraag".ljust(44) + "".join(f"{name:>14}" for name in names) + "  verhoudingen")


def _print_row(name: str, rounds: list[list[float]]) -> None:
    """The median of every figure, and of its ratios to the floors of the same round."""
    figures = [statistics.median(each) for each in zip(*rounds, strict=True)]
    asked = range(len(figures) - 2)
    ratios = [_ratio(rounds, column, -1) for column in asked]
    of_api = [_ratio(rounds, column, -2) for column in asked[len(asked) // 2 :]]
    print(name.ljust(44) + "".join(f"{one:14.2f}" for one in figures), end="  ")
    met = "gehaald" if max(ratios) <= DOEL else "NIET gehaald"
    print("  ".join(f"{one:.1f}" for one in ratios), f"  doel <= {DOEL:.0f}: {met}", end="")
    print("  naast sql api:", "  ".join(f"{one:.1f}" for one in of_api), flush=True)


def _ratio(rounds: list[list[float]], column: int, floor: int) -> float:
    return statistics.median(one[column] / one[floor] for one in rounds)


def _rounds(installation: Installatie, turns: list[Beurt], rounds: int) -> list[list[float]]:
    """Per round what a question costs in every turn, in CPU milliseconds."""
    for turn in turns:
        turn.ask()
    return [[_turn_cost(installation, turn) for turn in turns] for _ in range(rounds)]


def _turn_cost(installation: Installatie, turn: Beurt) -> float:
    turn.prepare()
    return _cost(installation, turn.ask, turn.number)


def _cost(installation: Installatie, ask: Callable[[], object], number: int) -> float:
    """CPU milliseconds of web and database per request."""
    pids = [installation.pids(name) for name in ("product", "postgres")]
    before = sum(map(tree_seconds, pids))
    ask()
    return 1000 * (sum(map(tree_seconds, pids)) - before) / number


def _turns(installation: Installatie, questions: list[Gevraagd]) -> Iterator[Beurt]:
    """In the order of KOPPEN."""
    for path in (PAGINA, API):
        spelled = {question: _spellings(question) for question in questions}
        fresh = partial(lambda spelled: [next(spelled[each]) for each in questions], spelled)
        for asked in (fresh, lambda: questions):
            yield Beurt(partial(_ask, installation, path, asked), len(questions))
    yield _plain_turn(questions, relaties=_RELATIES)
    yield _plain_turn(questions)


def _first_turns(
    installation: Installatie, questions: list[Gevraagd], change: Callable[[], None]
) -> Iterator[Beurt]:
    """In the order of KOPPEN_KOUD."""
    for path in (PAGINA, API):
        ask = partial(_ask, installation, path, lambda: questions)
        yield Beurt(ask, len(questions), change)
    yield _plain_turn(questions, relaties=_RELATIES)
    yield _plain_turn(questions)


def _plain_turn(questions: list[Gevraagd], relaties: str = "") -> Beurt:
    statements = [plain(question, relaties) for question in questions]
    return Beurt(partial(_execute, statements), len(statements))


def _ask(installation: Installatie, path: str, questions: Callable[[], list[Gevraagd]]) -> None:
    requests = (
        Verzoek("GET", path + urllib.parse.quote_plus(each.tekst) + each.filters)
        for each in questions()
    )
    send_each(installation.addresses["product"], requests)


def _change(installation: Installatie, statement: str) -> None:
    """Mark the catalogue as changed, and let the process read that for another question."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(statement)
    _ask(installation, PAGINA, lambda: [ANDERS])
    _ask(installation, API, lambda: [ANDERS])


def _spellings(question: Gevraagd) -> Iterator[Gevraagd]:
    """The same words in ever other capitals: the same search under an address never seen."""
    places = [place for place, letter in enumerate(question.tekst) if letter.isalpha()]
    for number in itertools.count(1):
        letters = list(question.tekst)
        for bit, place in enumerate(places):
            if number >> bit & 1:
                letters[place] = letters[place].upper()
        yield question._replace(tekst="".join(letters))


def plain(question: Gevraagd, relaties: str = "") -> tuple[str, list[str]]:
    """The plain statement for the words of a question, with its values."""
    from bench.tsquery import tsquery  # noqa: PLC0415
    from voorzieningen.queries.woorden import terms_of  # noqa: PLC0415

    terms = [term for term in terms_of(question.tekst) if term.lezingen]
    numbers = range(len(terms))
    statement = _PLAIN.format(
        samen="%s::tsquery",
        relaties=relaties,
        filter=_FILTER if question.filters else "",
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
    return statement, [together, *words, together]


def _execute(statements: list[tuple[str, list[str]]]) -> None:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        for statement, values in statements:
            cursor.execute(statement, values)
            cursor.fetchall()


if __name__ == "__main__":
    main()
