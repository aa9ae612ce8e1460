"""`python -m bench --personen 1000000`: the search box in a town with that many residents.

Forty different questions of each kind, asked once each of the API, as somebody at the counter
would; p50 and p95 in milliseconds that pass, and in CPU of web process and database together.
Beside it the plain SQL: one statement that finds the same people and stops at fifty.
"""

import json
import random
import statistics
import time
from dataclasses import dataclass

import psycopg
from django.db import connection as own_connection

from bench.cpu import tree_seconds
from bench.installatie import Installatie
from bench.namen import BEGIN, EIND, MIDDEN
from bench.scenario import JSON, token_of
from bench.verzoeken import Verzoek, send
from bench.vloer.kaal import PlatSql, cost
from hengelo_sociaal.demo.namen import ACHTERNAMEN, JONGENS, MEISJES
from hengelo_sociaal.dienst.environment import DATABASE
from toegang.queries.zoeken import ALIKE

VRAGEN = 40
_MENSEN = """
    WITH w AS (SELECT %(voor)s::text[] AS voor, %(achter)s::text[] AS achter,
                      %(begin)s::text[] AS a, %(midden)s::text[] AS b, %(eind)s::text[] AS c)
    INSERT INTO toegang_inwoner (id, revisie, voornamen, voorletters, roepnaam, tussenvoegsel,
        geslachtsnaam, geboortedatum, geslacht, telefoon, email, geheim)
    SELECT md5('mens' || n)::uuid, 1, voornaam, left(voornaam, 1) || '.', voornaam, '',
           CASE WHEN n %% 3 = 0 THEN achter[1 + n / 3 %% cardinality(achter)]
                ELSE a[1 + n %% cardinality(a)] || b[1 + n / 18 %% cardinality(b)]
                  || c[1 + n / 288 %% cardinality(c)] END,
           DATE '1930-01-01' + (n::bigint * 7919 %% 34000)::int, 'onbekend', '', '', false
    FROM w, generate_series(1, %(aantal)s) n,
         LATERAL (SELECT voor[1 + n / 7 %% cardinality(voor)] AS voornaam) v
"""
_HUIZEN = """
    INSERT INTO toegang_huishouden (id, revisie, straat, huisnummer, toevoeging, postcode,
        woonplaats, geheim)
    SELECT md5('huis' || n)::uuid, 1, (%(begin)s::text[])[1 + n %% cardinality(%(begin)s::text[])]
             || 'kampstraat', 1 + n / 40000, '',
           (7500 + n %% 100)::text || chr(65 + n / 100 %% 20) || chr(65 + n / 2000 %% 20),
           'Hengelo', false
    FROM generate_series(1, %(aantal)s / 2) n
"""
_LEDEN = """
    INSERT INTO toegang_lidmaatschap (rol, band, aard, van, inwoner_id, huishouden_id)
    SELECT 'aanvrager', 'thuis', 'gewoon', DATE '2020-01-01', md5('mens' || n)::uuid,
           md5('huis' || (n + 1) / 2)::uuid
    FROM generate_series(1, %(aantal)s / 2 * 2) n
"""
_OP_NAAM = """SELECT id FROM toegang_inwoner WHERE zoeknaam LIKE '%%' || lower(%s) || '%%'
    ORDER BY geslachtsnaam, voornamen, id LIMIT 50"""
_GELIJKEND = """SELECT id FROM toegang_inwoner WHERE zoeknaam %%> lower(%s)
    ORDER BY word_similarity(lower(%s), zoeknaam) DESC, id LIMIT 50"""
_OP_DAG = """SELECT id FROM toegang_inwoner WHERE geboortedatum = %s
    ORDER BY geslachtsnaam, voornamen, id LIMIT 50"""
_OP_ADRES = """SELECT l.inwoner_id FROM toegang_huishouden h
    JOIN toegang_lidmaatschap l ON l.huishouden_id = h.id
    WHERE h.postcode = %s AND h.huisnummer = %s LIMIT 50"""


@dataclass(frozen=True)
class _Vraag:
    """What somebody types, and the plain SQL for it."""

    tekst: str
    sql: PlatSql


def measure_search(installation: Installatie, wanted: int) -> None:
    """Fill up to so many residents and print what searching among them costs."""
    started = time.monotonic()
    with psycopg.connect(
        installation.postgres.url(installation.logins[0], DATABASE), autocommit=True
    ) as connection:
        fill(connection, wanted)
        asked = _questions(connection)
    print(f"\n{wanted} inwoners in {time.monotonic() - started:.0f} s")
    print(
        f"{'zoeken op':<22}{'p50 ms':>9}{'p95 ms':>9}{'cpu p50':>9}{'cpu p95':>9}"
        f"{'sql cpu':>9}{'ratio':>8}"
    )
    token = token_of("loket") | JSON
    with own_connection.cursor() as cursor:  # as near as the product takes for nearly the same
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)", [str(ALIKE)]
        )
    for kind, questions in asked.items():
        print(_row(installation, kind, token, questions), flush=True)


def fill(connection: "psycopg.Connection[tuple[object, ...]]", wanted: int) -> None:
    """Residents with thousands of surnames, two to a household, each at an address."""
    values = {
        "aantal": wanted,
        "achter": list(ACHTERNAMEN),
        "begin": list(BEGIN),
        "midden": list(MIDDEN),
        "eind": list(EIND),
        "voor": [*JONGENS, *MEISJES],
    }
    for statement in (_MENSEN, _HUIZEN, _LEDEN):
        connection.execute(statement, values)
    for table in ("toegang_inwoner", "toegang_huishouden", "toegang_lidmaatschap"):
        connection.execute(f"VACUUM ANALYZE {table}")


def _questions(connection: "psycopg.Connection[tuple[object, ...]]") -> dict[str, list[_Vraag]]:
    """Questions about people who are there, spread over the town, and about nobody."""
    rows = connection.execute(
        "SELECT i.geslachtsnaam, i.geboortedatum, h.postcode, h.huisnummer FROM toegang_inwoner i "
        "JOIN toegang_lidmaatschap l ON l.inwoner_id = i.id "
        "JOIN toegang_huishouden h ON h.id = l.huishouden_id "
        "WHERE h.postcode <> '' AND h.huisnummer IS NOT NULL AND i.geboortedatum IS NOT NULL "
        "AND length(i.geslachtsnaam) > 6 ORDER BY md5(i.id::text) LIMIT %s",
        [VRAGEN],
    ).fetchall()
    chance = random.Random("onzin")
    found: dict[str, list[_Vraag]] = {}
    for name, born, postcode, number in rows:
        part, wrong = (
            str(name)[1:6],
            f"{str(name)[:-3]}{str(name)[-2]}{str(name)[-3]}{str(name)[-1]}",
        )
        nonsense = "".join(chance.choices("qxzwvkj", k=7))
        for kind, text, sql in (
            ("deel van een naam", part, PlatSql(_OP_NAAM, (part,))),
            ("typefout", wrong, PlatSql(_GELIJKEND, (wrong, wrong))),
            ("geboortedatum", f"{born:%d-%m-%Y}", PlatSql(_OP_DAG, (born,))),
            ("postcode", f"{postcode} {number}", PlatSql(_OP_ADRES, (postcode, number))),
            ("onzin", nonsense, PlatSql(_GELIJKEND, (nonsense, nonsense))),
        ):
            found.setdefault(kind, []).append(_Vraag(text, sql))
    return found


def _row(
    installation: Installatie, kind: str, token: dict[str, str], questions: list[_Vraag]
) -> str:
    web, database = installation.pids("product"), installation.pids("postgres")
    passed, used, plain = [], [], []
    for number, one in enumerate([questions[0], *questions]):
        body = json.dumps({"vrij": one.tekst}).encode()
        asked = Verzoek("POST", "/api/v1/inwoners/zoeken", token, lambda turn, body=body: body)  # type: ignore[misc]
        before, begin = tree_seconds(web) + tree_seconds(database), time.perf_counter()
        send(installation.addresses["product"], asked, 1)
        took = time.perf_counter() - begin
        cpu = tree_seconds(web) + tree_seconds(database) - before
        if number:  # the first one warms up
            passed.append(1000 * took)
            used.append(1000 * cpu)
            plain.append(sum(cost(one.sql, 1, database=database)))
    figures = (*_middle_and_tail(passed), *_middle_and_tail(used))
    floor = statistics.median(plain)
    return (
        kind.ljust(22)
        + "".join(f"{figure:9.1f}" for figure in figures)
        + f"{floor:9.1f}{statistics.median(used) / max(floor, 0.01):8.1f}"
    )


def _middle_and_tail(values: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return statistics.median(values), statistics.quantiles(values, n=20)[-1]
