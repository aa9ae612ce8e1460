"""One table of a year, and which of its small numbers could still be worked out."""

from collections.abc import Iterator

from dashboard.onderdrukking.graaf import on_a_cycle
from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar, Waarde
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.vensters import (
    VENSTERS,
    hidden_windows,
    numbers,
    open_windows,
    proving_windows,
)

Laag = tuple[str, ...]
# Per table and window the cells that may have been another number.
Bewezen = dict[Laag, dict[int, frozenset[Cel]]]
_TIJD = ("tijd",)


def valid_windows(jaar: Jaar) -> int:
    """The windows in which people can have moved: some value of each dimension in all months."""
    windows = open_windows(_months_with_anybody(jaar, TOTAAL))
    for dimension, values in jaar.waarden.items():
        somewhere = 0
        for value in values:
            somewhere |= open_windows(_months_with_anybody(jaar, ((dimension, value),)))
        windows &= somewhere
    return windows


def _months_with_anybody(jaar: Jaar, cel: Cel) -> int:
    series = jaar.reeks(cel)
    return sum(1 << month for month in range(12) if series[month][0])


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
    """One table of a year: a split, or a split with a filter, in all periods.

    A cell lies on two lines, sums that are known: its row and its column, or with one
    dimension the values of one parent and time.
    """

    def __init__(
        self, jaar: Jaar, maskers: Maskers, laag: Laag, bewezen: Bewezen, geldig: int
    ) -> None:
        self.jaar, self.maskers, self.laag, self.geldig = jaar, maskers, laag, geldig
        self.cellen = list(cells_of(jaar, laag))
        self.maskers_van = {cel: maskers.van(cel) for cel in self.cellen}
        self.ouders_van: dict[Cel, list[tuple[Laag, Cel]]] = {}
        self._all_proven = bewezen
        self._proven = bewezen.setdefault(laag, {})
        self._open: dict[Cel, int] = {}
        self._bit_of = {cel: 1 << place for place, cel in enumerate(self.cellen)}
        # Cells that are hidden in the same windows, as bits by those windows.
        self._hidden: dict[int, int] | None = None
        self._cycles: dict[tuple[int, int], frozenset[Cel]] = {}
        self._has_parents = any(jaar.ouder((d, v)) for d in laag for v in jaar.waarden[d])
        self._small = {cel: small for cel in self.cellen if (small := jaar.klein(cel))}
        self._number_the_lines()

    @property
    def is_shown(self) -> bool:
        """Whether nothing of the table is hidden."""
        return not any(self.maskers_van.values())

    def hide(self, cel: Cel, masker: int) -> None:
        """Hide these periods of a cell as well."""
        before = self.maskers_van[cel]
        self.maskers.hide(cel, masker)
        self.maskers_van[cel] = before | masker
        if len(self.laag) == 1:  # then what is known of other values is different, too
            self._hidden = None
            self._proven.clear()
            return
        open_in = self.open_in(cel)
        old, new = hidden_windows(before) & open_in, hidden_windows(before | masker) & open_in
        for number in numbers(new & ~old):
            self._proven.pop(number, None)
        if self._hidden is not None and old != new:
            bit = self._bit_of[cel]
            self._hidden[old] = self._hidden.get(old, 0) & ~bit
            self._hidden[new] = self._hidden.get(new, 0) | bit

    def unproven(self) -> dict[Cel, int]:
        """The small numbers that could be worked out, with their periods."""
        wanted = dict(self._small)
        asked = 0
        for small in wanted.values():
            asked |= small
        for number in numbers(proving_windows(asked) & self.geldig):
            self._take_proven(wanted, number)
        return wanted

    def _take_proven(self, wanted: dict[Cel, int], number: int) -> None:
        proves = VENSTERS[number].bewijst
        relevant = [cel for cel, small in wanted.items() if small & proves]
        if not relevant:
            return
        proven = self.proven(number)
        for cel in relevant:
            if cel in proven:
                wanted[cel] &= ~proves
                if not wanted[cel]:
                    del wanted[cel]

    def proven(self, number: int) -> frozenset[Cel]:
        """The cells of this table that may have been another number, in this window."""
        if number not in self._proven:
            self._proven[number] = self._prove(number)
        return self._proven[number]

    def open_in(self, cel: Cel) -> int:
        """The windows in which nobody can know that the cell is zero.

        What is above a table of two dimensions does not change any more, so it is kept.
        """
        windows = self._open.get(cel)
        if windows is None:
            windows = open_windows(self.maskers.open_bits(cel))
            for value in cel:
                windows &= self.maskers.lifting_windows(value)
            if len(cel) > 1:
                self._open[cel] = windows
        return windows

    def siblings(self, value: Waarde) -> list[Waarde]:
        """The other values of the same parent."""
        dimension, own = value
        above = self.jaar.ouder(value)
        return [
            (dimension, other)
            for other in self.jaar.waarden[dimension]
            if other != own and self.jaar.ouder((dimension, other)) == above
        ]

    def _prove(self, number: int) -> frozenset[Cel]:
        bits = self._hidden_in(number)
        if not bits:
            return frozenset()
        edges = [self.cellen[place] for place in numbers(bits)]
        nodig = VENSTERS[number].nodig
        if self.maskers.van(TOTAAL) & nodig == nodig:
            return frozenset(edges)
        safe = self._on_a_cycle(bits, edges, number)
        if not self._has_parents:
            return safe
        return safe.union(cel for cel in edges if cel not in safe and self._by_parent(cel, number))

    def _on_a_cycle(self, bits: int, edges: list[Cel], number: int) -> frozenset[Cel]:
        """The hidden cells that are no bridge; of many windows the hidden cells are the same."""
        margins = 0
        for place, (windows, _) in enumerate(self._margins):
            margins |= (windows >> number & 1) << place
        if (bits, margins) not in self._cycles:
            drawn: list[tuple[object, int, int]] = [(cel, *self._ends[cel]) for cel in edges]
            drawn += (self._margins[place][1] for place in numbers(margins))
            found = on_a_cycle(drawn)
            self._cycles[bits, margins] = frozenset(cel for cel in edges if cel in found)
        return self._cycles[bits, margins]

    def _hidden_in(self, number: int) -> int:
        """The cells that are hidden in this window and not known to be zero, as bits."""
        if self._hidden is None:
            self._hidden = {}
            for cel, mask in self.maskers_van.items():
                if mask and (windows := hidden_windows(mask) & self.open_in(cel)):
                    self._hidden[windows] = self._hidden.get(windows, 0) | self._bit_of[cel]
        found = 0
        for windows, cells in self._hidden.items():
            if windows >> number & 1:
                found |= cells
        return found

    def _number_the_lines(self) -> None:
        """Give every sum a number, and find the sums that may themselves be hidden."""
        known: dict[tuple[object, ...], int] = {}
        self.lijnen: dict[int, list[Cel]] = {}
        self._ends: dict[Cel, tuple[int, int]] = {}
        self._margins: list[tuple[int, tuple[object, int, int]]] = []
        for cel in self.cellen:
            ends = []
            for place, name in enumerate(self._lines_of(cel)):
                if name not in known:
                    known[name] = len(known)
                    self._add_margin(cel[place], name, known) if len(cel) > 1 else None
                ends.append(known[name])
                if name != _TIJD:
                    self.lijnen.setdefault(known[name], []).append(cel)
            self._ends[cel] = (ends[0], ends[1])

    def _lines_of(self, cel: Cel) -> tuple[tuple[object, ...], tuple[object, ...]]:
        """The two known sums that a cell is part of; only within the same parents."""
        if len(cel) == 1:
            return ("som", self.jaar.ouder(cel[0])), _TIJD
        row, column = cel
        return ("rij", row, self.jaar.ouder(column)), ("kolom", column, self.jaar.ouder(row))

    def _add_margin(
        self, value: Waarde, name: tuple[object, ...], known: dict[tuple[object, ...], int]
    ) -> None:
        """A sum that is hidden itself is a number too, between a row and all rows."""
        windows = hidden_windows(self.maskers.van((value,)))
        if windows:
            above = known.setdefault(("alle", name[0], self.jaar.ouder(value), name[2]), len(known))
            self._margins.append((windows, (name, known[name], above)))

    def _by_parent(self, cel: Cel, number: int) -> bool:
        """Whether what the cell is part of may have been another number, and so the cell."""
        if cel not in self.ouders_van:
            self.ouders_van[cel] = list(self._parents(cel))
        return any(
            parent in self._all_proven.get(layer, {}).get(number, ())
            for layer, parent in self.ouders_van[cel]
        )

    def _parents(self, cel: Cel) -> Iterator[tuple[Laag, Cel]]:
        for place, value in enumerate(cel):
            above = self.jaar.ouder(value)
            if above is None:
                continue
            parent: Cel = tuple(sorted([above, *cel[:place], *cel[place + 1 :]]))
            layer = tuple(dim for dim, _ in parent)
            if len(set(layer)) == len(layer):
                yield layer, parent
