"""How a table is laid out: its cells, the sums they are part of, and which lie beside which.

It follows from the values alone and not from counts, so it is worked out once and kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from dashboard.onderdrukking.graaf import Graaf, Kant
from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar, Waarde

Laag = tuple[str, ...]
# A value with what it is part of.
Benoemd = tuple[Waarde, Waarde | None]
TIJD = -1
_EERSTE_KNOOP = -2


@dataclass(frozen=True, eq=False, slots=True)
class Raster:
    """The cells of a table by number, row after row.

    `lijnen` are the sums that are known: rows and columns within the same parents.
    `einden` are the two sums each cell is part of, for one dimension a sum and time.
    `marges` are the sums that may be hidden themselves: of which value. `graaf` has the cells
    as edges between their sums, and behind them the margins. `naast` are per dimension and value
    the others of the same parent, by number. `delen` are per cell of
    a table that this one is part of the cells here that are part of that one, as bits, and
    `boven` are those tables.
    """

    cellen: tuple[Cel, ...]
    nummers: dict[Cel, int]
    breedte: int
    lijnen: tuple[tuple[int, ...], ...]
    einden: tuple[tuple[int, int], ...]
    marges: tuple[Waarde, ...]
    graaf: Graaf
    naast: tuple[tuple[tuple[int, ...], ...], ...]
    delen: dict[Cel, int]
    boven: tuple[Laag, ...]

    def beside(self, nummer: int) -> tuple[list[int], list[int]]:
        """The cells in the same column, and those in the same row."""
        row, column = divmod(nummer, self.breedte)
        above, start = self.naast[0][row], nummer - column
        if len(self.naast) == 1:
            return list(above), []
        same_column = [other * self.breedte + column for other in above]
        return same_column, [start + other for other in self.naast[1][column]]


def raster_of(jaar: Jaar, laag: Laag) -> Raster:
    """The layout of a table of this year."""
    return _raster(
        tuple(
            tuple(((name, value), jaar.ouder((name, value))) for value in jaar.waarden[name])
            for name in laag
        )
    )


def cells_of(jaar: Jaar, laag: Laag) -> tuple[Cel, ...]:
    """The cells of a table: every combination of values, zeros too."""
    return raster_of(jaar, laag).cellen if laag else (TOTAAL,)


@lru_cache(maxsize=512)
def _raster(waarden: tuple[tuple[Benoemd, ...], ...]) -> Raster:
    cells: list[Cel] = []
    members: dict[Cel, int] = {}
    lines: dict[object, list[int]] = {}
    margins: list[tuple[Waarde, Kant]] = []
    nodes: dict[object, int] = {}
    ends = []
    for parts in product(*waarden):
        own = []
        for place, (value, name) in enumerate(_sums_of(parts)):
            if name not in lines:
                if value is not None:
                    node = nodes.setdefault(_above(name), _EERSTE_KNOOP - len(nodes))
                    margins.append((value, (node, len(lines)) if place else (len(lines), node)))
                nodes[name] = len(lines)
                lines[name] = []
            lines[name].append(len(cells))
            own.append(nodes[name])
        for parent in parents_of(parts):
            members[parent] = members.get(parent, 0) | 1 << len(cells)
        ends.append((own[0], own[-1] if len(parts) > 1 else TIJD))
        cells.append(tuple(value for value, _ in parts))
    return Raster(
        cellen=tuple(cells),
        nummers={cel: number for number, cel in enumerate(cells)},
        breedte=len(waarden[1]) if len(waarden) > 1 else 1,
        lijnen=tuple(map(tuple, lines.values())),
        einden=tuple(ends),
        marges=tuple(value for value, _ in margins),
        graaf=Graaf([*ends, *(ends_of for _, ends_of in margins)]),
        naast=tuple(map(_siblings, waarden)),
        delen=members,
        boven=tuple({layer_of(parent): None for parent in members}),
    )


def layer_of(cel: Cel) -> Laag:
    """The table that a cell is in."""
    return tuple([name for name, _ in cel])


def parents_of(parts: Sequence[Benoemd]) -> Iterator[Cel]:
    """What a cell is part of, one dimension higher."""
    for place, (_, above) in enumerate(parts):
        beside = [value for number, (value, _) in enumerate(parts) if number != place]
        if above is not None and all(above[0] != name for name, _ in beside):
            yield tuple(sorted([above, *beside]))


def _sums_of(parts: tuple[Benoemd, ...]) -> Iterator[tuple[Waarde | None, tuple[object, ...]]]:
    """The known sums that a cell is part of, each with the value it is the sum of."""
    if len(parts) == 1:
        yield None, ("som", parts[0][1])
    else:
        (row, above_row), (column, above_column) = parts
        yield row, ("rij", row, above_row, above_column)
        yield column, ("kolom", column, above_column, above_row)


def _above(name: tuple[object, ...]) -> tuple[object, ...]:
    """The sum of all rows, or columns, that have the same parents."""
    return ("alle", name[0], *name[2:])


def _siblings(waarden: tuple[Benoemd, ...]) -> tuple[tuple[int, ...], ...]:
    """Of every value the others of the same parent."""
    return tuple(
        tuple(n for n, (_, other) in enumerate(waarden) if n != number and other == above)
        for number, (_, above) in enumerate(waarden)
    )
