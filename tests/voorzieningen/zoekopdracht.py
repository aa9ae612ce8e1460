"""Searching the catalogue as one statement of PostgreSQL: the measure for how we do it.

Slower than what is remembered, and nothing is remembered for it: what comes out is what is in the
database at that moment. The order is the same to the last tie.
"""

from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from bench.tsquery import any_stem, tsquery
from voorzieningen.queries.filters import distance, lightness, narrowed
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import Zoekterm

_STATEMENT = """
    WITH gevonden AS MATERIALIZED (
        SELECT id, naam, lichtheid, afstand, ts_rank(zoekvector, %s::tsquery) AS rang, {covered}
        FROM ({narrowed}) gefilterd WHERE zoekvector @@ %s::tsquery OR organisatie_id = ANY(%s)
    ),
    maten AS (SELECT {rarity} FROM gevonden),
    gewogen AS (SELECT g.*, {score} AS score FROM gevonden g CROSS JOIN maten m),
    naast AS (SELECT *, max(score) OVER () AS hoogste FROM gewogen)
    SELECT id, {coverage} FROM naast
    ORDER BY CASE WHEN score >= hoogste * 0.72 THEN 0 WHEN score >= hoogste * 0.42 THEN 1
                  ELSE 2 END,
             lichtheid, afstand, score DESC, rang DESC, naam COLLATE "C", id
"""
_COVERED = (
    "CASE WHEN zoekvector @@ %s::tsquery OR organisatie_id = ANY(%s) THEN 2"
    " WHEN zoekvector @@ %s::tsquery THEN 1 ELSE 0 END AS dekking_{n}"
)
_RARITY = (
    "coalesce(ln(1 + count(*)::float8 / nullif(count(*) FILTER (WHERE dekking_{n} > 0), 0)), 0)"
    " AS gewicht_{n}"
)


class Gevonden(NamedTuple):
    """A provision and how well it covers each term."""

    id: UUID
    dekking: list[int]


def weigh_in_sql(terms: list[Zoekterm], filters: Zoekvraag) -> list[Gevonden]:
    """Everything that any of the terms finds in what the filters leave, best first."""
    rows = narrowed(filters).order_by().values("id", "naam", "zoekvector", "organisatie_id")
    rows = rows.annotate(lichtheid=lightness(), afstand=distance(filters.wijk))
    left, values = rows.query.sql_with_params()
    numbers = range(len(terms))
    statement = _STATEMENT.format(
        narrowed=left,
        covered=", ".join(_COVERED.format(n=n) for n in numbers),
        rarity=", ".join(_RARITY.format(n=n) for n in numbers),
        score=" + ".join(f"g.dekking_{n} * m.gewicht_{n}" for n in numbers),
        coverage=", ".join(f"dekking_{n}" for n in numbers),
    )
    params: list[Any] = [any_stem(terms)]
    for term in terms:
        params += [tsquery(term, "AB"), list(term.organisaties), tsquery(term)]
    providers = [pk for term in terms for pk in term.organisaties]
    params += [*values, " | ".join(filter(None, map(tsquery, terms))), providers]
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return [Gevonden(row[0], list(row[1:])) for row in cursor.fetchall()]
