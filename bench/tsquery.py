"""A term as PostgreSQL looks for it: how the catalogue was searched, and the floor still is."""

from collections.abc import Iterable

from voorzieningen.queries.trefwoorden import Stam
from voorzieningen.queries.woorden import Zoekterm


def tsquery(term: Zoekterm, weights: str = "") -> str:
    """Any of its readings, each with all of its stems, limited to the parts with `weights`."""
    options = (" & ".join(_marked(stam, weights) for stam in each) for each in term.lezingen)
    return " | ".join(f"({option})" for option in options)


def any_stem(terms: Iterable[Zoekterm]) -> str:
    """Any stem of any term; with all that begins with it, when one of the readings says so."""
    found: dict[str, bool] = {}
    for term in terms:
        for stam in (one for each in term.lezingen for one in each):
            found[stam.letters] = stam.begin or found.get(stam.letters, False)
    return " | ".join(_marked(Stam(*each), "") for each in found.items())


def _marked(stam: Stam, weights: str) -> str:
    mark = "*" * stam.begin + weights
    return f"'{stam.letters}'" + (f":{mark}" if mark else "")
