"""How well a provision covers a question: a rare word tells more than a common one.

Everything that fits covers each term in its name or search words (2), in its text (1), or
not at all (0). How rare a term is, is counted among what fits. It is all one statement: the
database reads every text once and hands over one page.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from voorzieningen.queries.woorden import Zoekterm

# Fits well, fairly or somewhat, compared with the best: within that, lightest first.
_GOOD, _FAIR = 0.72, 0.42
_STATEMENT = """
    WITH gevonden AS MATERIALIZED (
        SELECT id, naam, gewijzigd_op, lichtheid, afstand,
               ts_rank(zoekvector, %s::tsquery) AS rang, {covered}
        FROM ({narrowed}) gefilterd WHERE zoekvector @@ %s::tsquery {offered}
    ),
    maten AS (SELECT count(*) AS totaal, {rarity} FROM gevonden),
    gewogen AS (SELECT g.*, m.totaal, {score} AS score FROM gevonden g CROSS JOIN maten m),
    naast AS (SELECT *, max(score) OVER () AS hoogste FROM gewogen)
    SELECT totaal, id, gewijzigd_op, {coverage} FROM naast
    ORDER BY CASE WHEN score >= hoogste * {good} THEN 0 WHEN score >= hoogste * {fair} THEN 1
                  ELSE 2 END,
             lichtheid, afstand, score DESC, rang DESC, naam, id
    LIMIT %s OFFSET %s
"""
_COVERED = (
    "CASE WHEN zoekvector @@ %s::tsquery {offered} THEN 2"
    " WHEN zoekvector @@ %s::tsquery THEN 1 ELSE 0 END AS dekking_{n}"
)
_OFFERED = "OR organisatie_id = ANY(%s)"
_RARITY = (
    "coalesce(ln(1 + count(*)::float8 / nullif(count(*) FILTER (WHERE dekking_{n} > 0), 0)), 0)"
    " AS gewicht_{n}"
)


class Versie(NamedTuple):
    """A provision as it was made or changed at a moment."""

    id: uuid.UUID
    gewijzigd_op: dt.datetime


@dataclass(frozen=True)
class Gewogen:
    """One page of what fits, best first: per provision how each term is covered; and in all."""

    dekking: dict[Versie, Sequence[int]]
    totaal: int


class Gefilterd(NamedTuple):
    """The statement of what the filters leave, with its parameters.

    It gives `id`, `naam`, `gewijzigd_op`, `zoekvector`, `organisatie_id`, `lichtheid` and
    `afstand`.
    """

    opdracht: str
    waarden: tuple[Any, ...]


def weigh(narrowed: Gefilterd, *, terms: Sequence[Zoekterm], vanaf: int, aantal: int) -> Gewogen:
    """The page of what the filters leave and any of these terms finds."""
    statement, params = _written(narrowed, terms)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*params, aantal, vanaf])
        rows = cursor.fetchall()
        if not rows and vanaf:
            cursor.execute(statement, [*params, 1, 0])
            first = cursor.fetchone()
            return Gewogen({}, first[0] if first else 0)
    covered = {Versie(*row[1:3]): row[3:] for row in rows}
    return Gewogen(covered, rows[0][0] if rows else 0)


def _written(narrowed: Gefilterd, terms: Sequence[Zoekterm]) -> tuple[str, list[Any]]:
    """The whole statement with its parameters, but for those of the page."""
    numbers = range(len(terms))
    any_word = " | ".join(f"({term.overal})" for term in terms if term.overal)
    providers = [pk for term in terms for pk in term.organisaties]
    statement = _STATEMENT.format(
        narrowed=narrowed.opdracht,
        covered=", ".join(
            _COVERED.format(n=n, offered=_OFFERED if term.organisaties else "")
            for n, term in enumerate(terms)
        ),
        offered=_OFFERED if providers else "",
        rarity=", ".join(_RARITY.format(n=n) for n in numbers),
        score=" + ".join(f"g.dekking_{n} * m.gewicht_{n}" for n in numbers),
        coverage=", ".join(f"dekking_{n}" for n in numbers),
        good=_GOOD,
        fair=_FAIR,
    )
    params: list[Any] = [any_word]
    for term in terms:
        params += [term.kern, *([list(term.organisaties)] if term.organisaties else [])]
        params.append(term.overal)
    params += [*narrowed.waarden, any_word, *([providers] if providers else [])]
    return statement, params
