"""Somebody with all published figures, a pencil, and exact arithmetic.

Every number that is not shown is an unknown. Every sum that must hold between figures is an
equation: a split adds up to what it splits, months to quarters and quarters to the year, and
what belongs together (kinds of question of a law, wijken of a gemeente) to what it belongs
to. Gaussian elimination over a prime field finds every unknown that has one solution.
"""

from collections.abc import Iterator, Mapping

from dashboard.onderdrukking import Cel, Jaar
from dashboard.onderdrukking.bundel import PERIODEN
from dashboard.onderdrukking.jaar import TOTAAL

PRIEM = (1 << 61) - 1
Onbekende = tuple[Cel, int]
Vergelijking = tuple[dict[Onbekende, int], int]


def worked_out(jaar: Jaar, hidden: Mapping[Cel, int], *, onderdeel: int = 0) -> set[Onbekende]:
    """The hidden numbers that follow from the shown ones."""
    equations = [
        equation
        for terms in identities(jaar)
        if (equation := _with_what_is_shown(jaar, hidden, terms, onderdeel))[0]
    ]
    return determined(equations)


def identities(jaar: Jaar) -> Iterator[dict[Onbekende, int]]:
    """Every sum that holds, as terms that add up to nothing."""
    values = jaar.waarden
    for cel in _cells(jaar):
        for quarter in range(4):
            months = {(cel, m): 1 for m in range(quarter * 3, quarter * 3 + 3)}
            yield months | {(cel, 12 + quarter): -1}
        yield {(cel, 12 + q): 1 for q in range(4)} | {(cel, 16): -1}
    for period in range(PERIODEN):
        for dim in values:
            parts = {(((dim, v),), period): 1 for v in values[dim]}
            yield parts | {(TOTAAL, period): -1}
            yield from _split_of_split(jaar, dim, period)
        yield from _families(jaar, period)


def _split_of_split(jaar: Jaar, dim: str, period: int) -> Iterator[dict[Onbekende, int]]:
    for other, theirs in jaar.waarden.items():
        if other == dim:
            continue
        for value in theirs:
            parts = {
                (tuple(sorted([(other, value), (dim, v)])), period): 1 for v in jaar.waarden[dim]
            }
            yield parts | {(((other, value),), period): -1}


def _families(jaar: Jaar, period: int) -> Iterator[dict[Onbekende, int]]:
    members: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for dim, values in jaar.waarden.items():
        for value in values:
            above = jaar.ouder((dim, value))
            if above:
                members.setdefault(above, []).append((dim, value))
    for above, below in members.items():
        yield {((one,), period): 1 for one in below} | {((above,), period): -1}
        for dim, values in jaar.waarden.items():
            if dim in (above[0], below[0][0]):
                continue
            for value in values:
                other = (dim, value)
                parts = {(tuple(sorted([one, other])), period): 1 for one in below}
                yield parts | {(tuple(sorted([above, other])), period): -1}


def _cells(jaar: Jaar) -> Iterator[Cel]:
    yield TOTAAL
    for layer in jaar.lagen():
        if len(layer) == 1:
            yield from (((layer[0], v),) for v in jaar.waarden[layer[0]])
        else:
            yield from (
                ((layer[0], v), (layer[1], w))
                for v in jaar.waarden[layer[0]]
                for w in jaar.waarden[layer[1]]
            )


def _with_what_is_shown(
    jaar: Jaar, hidden: Mapping[Cel, int], terms: dict[Onbekende, int], onderdeel: int
) -> Vergelijking:
    unknown, known = {}, 0
    for (cel, period), factor in terms.items():
        if hidden.get(cel, 0) >> period & 1:
            unknown[cel, period] = factor % PRIEM
        else:
            known -= factor * jaar.reeks(cel)[period][onderdeel]
    return unknown, known % PRIEM


def determined(equations: list[Vergelijking]) -> set[Onbekende]:
    """Reduced row echelon form, sparse; a row with one unknown gives it away."""
    rows: dict[Onbekende, dict[Onbekende, int]] = {}
    for terms, _ in sorted(equations, key=lambda one: len(one[0])):
        row = _reduce(dict(terms), rows)
        if not row:
            continue
        pivot = min(row, key=repr)
        inverse = pow(row[pivot], -1, PRIEM)
        row = {name: factor * inverse % PRIEM for name, factor in row.items()}
        for other, theirs in list(rows.items()):
            if pivot in theirs:
                rows[other] = _minus(theirs, row, theirs[pivot])
        rows[pivot] = row
    return {pivot for pivot, row in rows.items() if len(row) == 1}


def _reduce(
    row: dict[Onbekende, int], rows: dict[Onbekende, dict[Onbekende, int]]
) -> dict[Onbekende, int]:
    for name in list(row):
        if name in rows and name in row:
            row = _minus(row, rows[name], row[name])
    return row


def _minus(
    row: dict[Onbekende, int], other: dict[Onbekende, int], factor: int
) -> dict[Onbekende, int]:
    out = dict(row)
    for name, value in other.items():
        out[name] = (out.get(name, 0) - factor * value) % PRIEM
        if not out[name]:
            del out[name]
    return out
