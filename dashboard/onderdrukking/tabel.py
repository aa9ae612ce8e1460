"""One table of a year: what would give a small number away, and what to hide besides."""

from collections.abc import Iterator
from typing import Any

from dashboard.onderdrukking.graaf import Kant, on_a_cycle
from dashboard.onderdrukking.jaar import (
    PERIODEN,
    TOTAAL,
    Cel,
    Jaar,
    Telling,
    Waarde,
    add,
    is_klein,
    kwartaal_van,
)
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.vensters import (
    ALLES,
    VENSTERS,
    Venster,
    kwartaal_masker,
    maand_bits,
)

Laag = tuple[str, ...]
Knoop = tuple[Any, ...]


def is_valid(jaar: Jaar, venster: Venster) -> bool:
    """Whether people can have moved between its months: some value of each dimension in both."""
    if not all(jaar.aantal(TOTAAL, m) for m in venster.maanden):
        return False
    return all(
        any(all(jaar.aantal(((dim, value),), m) for m in venster.maanden) for value in values)
        for dim, values in jaar.waarden.items()
    )


def cells_of(jaar: Jaar, layer: Laag) -> Iterator[Cel]:
    """The cells of a table: every combination of values, zeros too."""
    if not layer:
        yield TOTAAL
    elif len(layer) == 1:
        yield from (((layer[0], value),) for value in jaar.waarden[layer[0]])
    else:
        one, other = layer
        yield from (((one, v), (other, w)) for v in jaar.waarden[one] for w in jaar.waarden[other])


class Tabel:
    """One table of a year: a split, or a split with a filter, in all periods."""

    def __init__(
        self,
        jaar: Jaar,
        maskers: Maskers,
        laag: Laag,
        certified: dict[tuple[Laag, Venster], set[Kant]],
    ) -> None:
        self.jaar, self.maskers, self.laag = jaar, maskers, laag
        self.cellen = list(cells_of(jaar, laag))
        self.maskers_van = {cel: maskers.van(cel) for cel in self.cellen}
        self._certified = certified
        self._small: dict[Cel, int] = {}
        self._nodes: dict[Cel, tuple[Knoop, Knoop]] = {}
        self._open: dict[Cel, int] = {}
        self._costs: dict[tuple[Cel, int], int] = {}
        self._valid = {v: is_valid(jaar, v) for v in VENSTERS}

    def protect(self) -> bool:
        """Hide more until nothing small follows; False when that cannot be done here."""
        if not any(self.maskers_van.values()):
            return True
        for _ in range(20 * len(self.cellen) + 100):
            self._hide_rests()
            missing = self._unproven()
            if not missing:
                return True
            repaired = [self._repair(cel, small) for cel, small in missing.items()]
            if not any(repaired):
                return False
        return False

    def _hide(self, cel: Cel, masker: int) -> None:
        self.maskers.hide(cel, masker)
        self.maskers_van[cel] |= masker
        for key in [key for key in self._certified if key[0] == self.laag]:
            del self._certified[key]

    # -- what is small must have another possibility ---------------------------------------

    def _unproven(self) -> dict[Cel, int]:
        """The small numbers that could be worked out, with their periods."""
        wanted = {cel: small for cel in self.cellen if (small := self._small_periods(cel))}
        for venster in VENSTERS:
            if not wanted:
                break
            proven = venster.bewijst
            relevant = [cel for cel, small in wanted.items() if small & proven]
            if not relevant:
                continue
            certified = self.certified(venster)
            for cel in relevant:
                if cel in certified:
                    wanted[cel] &= ~proven
                    if not wanted[cel]:
                        del wanted[cel]
        return wanted

    def _small_periods(self, cel: Cel) -> int:
        if cel not in self._small:
            series = self.jaar.reeksen.get(cel, ())
            self._small[cel] = sum(1 << p for p, one in enumerate(series) if is_klein(one))
        return self._small[cel]

    def certified(self, venster: Venster) -> set[Kant]:
        """The cells of this table that may have been another number, in this window."""
        key = (self.laag, venster)
        if key not in self._certified:
            self._certified[key] = self._certify(venster)
        return self._certified[key]

    def _certify(self, venster: Venster) -> set[Kant]:
        if not self._valid[venster]:
            return set()
        edges = self._free(venster)
        if self.maskers.van(TOTAAL) & venster.nodig == venster.nodig:
            return set(edges)
        drawn = [(cel, *self._ends(cel)) for cel in edges]
        margins = list(self._margins(edges, venster)) if len(self.laag) > 1 else []
        safe = on_a_cycle([*drawn, *margins])
        safe.update(cel for cel in edges if self._by_parent(cel, venster))
        return safe

    def _free(self, venster: Venster) -> list[Cel]:
        """The cells that are hidden in this window and not known to be zero."""
        return [
            cel
            for cel, mask in self.maskers_van.items()
            if mask & venster.nodig == venster.nodig and self._is_open(cel, venster.maandbits)
        ]

    def _is_open(self, cel: Cel, months: int) -> bool:
        """Whether nobody can know that the cell is zero in one of these months.

        What is above this table does not change any more, so it is looked up once.
        """
        bits = self._open.get(cel)
        if bits is None:
            bits = self._open[cel] = self.maskers.open_bits(cel)
        return bits & months == months and self.maskers.lifts(cel, months)

    def _ends(self, cel: Cel) -> tuple[Knoop, Knoop]:
        """The two known sums that a cell is part of; only within the same parents."""
        if cel not in self._nodes:
            self._nodes[cel] = self._new_ends(cel)
        return self._nodes[cel]

    def _new_ends(self, cel: Cel) -> tuple[Knoop, Knoop]:
        if len(cel) == 1:
            return ("som", self.jaar.ouder(cel[0])), ("tijd",)
        row, column = cel
        return ("rij", row, self.jaar.ouder(column)), ("kolom", column, self.jaar.ouder(row))

    def _margins(self, edges: list[Cel], venster: Venster) -> Iterator[tuple[Kant, Knoop, Knoop]]:
        """Sums that are hidden themselves are numbers too, between a row and all rows."""
        seen: set[Knoop] = set()
        for cel in edges:
            for value, node in zip(cel, self._ends(cel), strict=True):
                if node in seen:
                    continue
                seen.add(node)
                if self.maskers.van((value,)) & venster.nodig == venster.nodig:
                    yield node, node, ("alle", node[0], self.jaar.ouder(value), node[2])

    def _by_parent(self, cel: Cel, venster: Venster) -> bool:
        """Whether what the cell is part of may have been another number, and so the cell."""
        for place, value in enumerate(cel):
            above = self.jaar.ouder(value)
            if above is None:
                continue
            parent: Cel = tuple(sorted([above, *cel[:place], *cel[place + 1 :]]))
            layer = tuple(dim for dim, _ in parent)
            if len(set(layer)) == len(layer) and parent in self._certified.get(
                (layer, venster), set()
            ):
                return True
        return False

    # -- hiding more -----------------------------------------------------------------------

    def _repair(self, cel: Cel, small: int) -> bool:
        """Hide what makes a cycle through the cell, in the window that hides least."""
        best: tuple[int, Venster, list[Cel]] | None = None
        for venster in VENSTERS:
            if not small & venster.bewijst or not self._valid[venster]:
                continue
            if not self._is_open(cel, venster.maandbits):
                continue
            partners = self._partners(cel, venster)
            if partners is None:
                continue
            cost = self._cost([cel, *partners], venster)
            if best is None or cost < best[0]:
                best = cost, venster, partners
            if best and venster.masker != ALLES and cost == 0:
                break
        if best is None:
            return False
        _, venster, partners = best
        before = [self.maskers_van[one] for one in (cel, *partners)]
        for one in (cel, *partners):
            self._hide(one, venster.masker)
        return before != [self.maskers_van[one] for one in (cel, *partners)]

    def _cost(self, cells: list[Cel], venster: Venster) -> int:
        """How much is lost to the reader by hiding these cells in a window."""
        return sum(self._loss(cel, venster.masker & ~self.maskers_van[cel]) for cel in cells)

    def _loss(self, cel: Cel, fresh: int) -> int:
        if not fresh:
            return 0
        if (cel, fresh) not in self._costs:
            series = self.jaar.reeks(cel)
            self._costs[cel, fresh] = sum(
                1 + series[period][0] for period in range(PERIODEN) if fresh >> period & 1
            )
        return self._costs[cel, fresh]

    def _partners(self, cel: Cel, venster: Venster) -> list[Cel] | None:
        """The cheapest cells that make a cycle with this one."""
        if len(cel) == 1:
            return self._partner_in_row(cel, venster)
        row, column = cel
        best: tuple[int, list[Cel]] | None = None
        for other_row in self._siblings(row):
            for other_column in self._siblings(column):
                corners: list[Cel] = [
                    (row, other_column),
                    (other_row, column),
                    (other_row, other_column),
                ]
                if not all(self._is_open(one, venster.maandbits) for one in corners):
                    continue
                cost = self._cost(corners, venster)
                if best is None or cost < best[0]:
                    best = cost, corners
        return best[1] if best else None

    def _partner_in_row(self, cel: Cel, venster: Venster) -> list[Cel] | None:
        options: list[Cel] = [
            (value,)
            for value in self._siblings(cel[0])
            if self._is_open((value,), venster.maandbits)
        ]
        if not options:
            return None
        return [min(options, key=lambda one: self._cost([one], venster))]

    def _siblings(self, value: Waarde) -> list[Waarde]:
        dimension, own = value
        above = self.jaar.ouder(value)
        return [
            (dimension, other)
            for other in self.jaar.waarden[dimension]
            if other != own and self.jaar.ouder((dimension, other)) == above
        ]

    # -- what is hidden must not be small together -----------------------------------------

    def _hide_rests(self) -> None:
        """Of every shown sum, what is hidden of it is together nothing, or ten or more."""
        lines: dict[Knoop, list[Cel]] = {}
        for cel in self.cellen:
            for end in self._ends(cel):
                if end != ("tijd",):
                    lines.setdefault(end, []).append(cel)
        for cells in lines.values():
            if any(self.maskers_van[cel] for cel in cells):
                self._hide_rest(cells)

    def _hide_rest(self, cells: list[Cel]) -> None:
        used = 0
        for cel in cells:
            used |= self.maskers_van[cel]
        for period in range(PERIODEN):
            if used >> period & 1:
                while self._hide_one_more(cells, period):
                    pass

    def _hide_one_more(self, cells: list[Cel], period: int) -> bool:
        """Whether the hidden rest was small and something more could be hidden."""
        hidden: list[Telling] = []
        shown: list[tuple[int, Cel]] = []
        for cel in cells:
            counts = self.jaar.reeksen.get(cel)
            if counts is None or not counts[period][0]:
                continue
            if self.maskers_van[cel] >> period & 1:
                hidden.append(counts[period])
            else:
                shown.append((counts[period][0], cel))
        if not hidden or not shown or not is_klein(add(hidden, self.jaar.nul)):
            return False
        self._hide(min(shown)[1], self._mask_for(period))
        return True

    def _mask_for(self, period: int) -> int:
        """What to hide so that a period is hidden and does not follow from others."""
        if period < 12:
            return maand_bits(kwartaal_van(period))
        if period == PERIODEN - 1:
            return ALLES
        quarter = period - 12
        beside = quarter - 1 if quarter else 1
        return kwartaal_masker(quarter, beside)
