"""One table of a year, and which of its small numbers could still be worked out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar, Waarde
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.raster import Laag, Raster, layer_of, parents_of, raster_of
from dashboard.onderdrukking.vensters import (
    JAARMAANDEN,
    VENSTERS,
    hidden_windows,
    numbers,
    open_windows,
    proving_windows,
)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A table that was decided: per cell what is hidden, and per window what is proven.

    What is not proven there may still be so: only windows that were asked for are in it.
    """

    raster: Raster
    maskers: list[int]
    bewezen: dict[int, int]


Uitkomsten = dict[Laag, Uitkomst]


def valid_windows(jaar: Jaar) -> int:
    """The windows in which people can have moved: some value of each dimension in all months."""
    windows = open_windows(~jaar.nullen(TOTAAL) & JAARMAANDEN)
    for dimension, values in jaar.waarden.items():
        somewhere = 0
        for value in values:
            somewhere |= open_windows(~jaar.nullen(((dimension, value),)) & JAARMAANDEN)
        windows &= somewhere
    return windows


class Tabel:
    """One table of a year: a split, or a split with a filter, in all periods.

    A cell lies on two lines, sums that are known: its row and its column, or with one
    dimension the values of one parent and time. Cells go by their number in the table;
    sets of cells are integers with a bit for each.
    """

    def __init__(
        self, jaar: Jaar, maskers: Maskers, laag: Laag, klaar: Uitkomsten, geldig: int
    ) -> None:
        self.jaar, self.maskers, self.laag, self.geldig = jaar, maskers, laag, geldig
        self.raster = raster_of(jaar, laag)
        self.enkel = len(laag) == 1
        get, first = jaar.bundels.get, maskers.first
        self.bundels = [get(cel, 0) for cel in self.raster.cellen]
        self._first = {
            number: found
            for number, bundel in enumerate(self.bundels)
            if bundel and (found := first(bundel))[0]
        }
        self._klaar = klaar
        self.maskers_van = self._single_masks() if self.enkel else self._double_masks()
        self._open = [] if self.enkel else self._open_for_good()
        self._proven: dict[int, int] = {}
        # Cells that are hidden in the same windows, as bits by those windows.
        self._hidden: dict[int, int] | None = None
        self._cycles: dict[int, int] = {}
        self._margins = self._hidden_margins()

    @property
    def uitkomst(self) -> Uitkomst:
        """What was decided, when it is."""
        return Uitkomst(self.raster, self.maskers_van, self._proven)

    @property
    def is_shown(self) -> bool:
        """Whether nothing of the table is hidden."""
        return not any(self.maskers_van)

    def _single_masks(self) -> list[int]:
        return [self.maskers.van(cel) for cel in self.raster.cellen]

    def _double_masks(self) -> list[int]:
        """What is small itself, and what is hidden of the values and of what they are part of."""
        of_rows, of_columns = self._of_values(lambda value: self.maskers.van((value,)))
        masks = [row | column for row in of_rows for column in of_columns]
        for number, (_, mask) in self._first.items():
            masks[number] |= mask
        for parent, members in self.raster.delen.items():
            if mask := self._mask_of(parent):
                for number in numbers(members):
                    masks[number] |= mask
        return masks

    def _mask_of(self, cel: Cel) -> int:
        """What is hidden of a cell of a table that was decided before."""
        found = self._klaar.get(layer_of(cel))
        number = found.raster.nummers.get(cel) if found else None
        if found and number is not None:
            return found.maskers[number]
        mask = 0
        for value in cel:
            mask |= self.maskers.van((value,))
        for parent in parents_of([(value, self.jaar.ouder(value)) for value in cel]):
            mask |= self._mask_of(parent)
        return mask

    def _open_for_good(self) -> list[int]:
        """Per cell `open_in`: what is above two dimensions does not change any more."""
        of_rows, of_columns = self._of_values(self.maskers.open_windows_of)
        return [row & column for row in of_rows for column in of_columns]

    def _of_values(self, what: Callable[[Waarde], int]) -> Iterator[list[int]]:
        for name in self.laag:
            yield [what((name, value)) for value in self.jaar.waarden[name]]

    def hide(self, nummer: int, masker: int) -> None:
        """Hide these periods of a cell as well."""
        before = self.maskers_van[nummer]
        self.maskers_van[nummer] = before | masker
        if self.enkel:  # then what is known of other values is different, too
            self.maskers.hide(self.raster.cellen[nummer], masker)
            self._hidden = None
            self._proven.clear()
            return
        if not self._proven and self._hidden is None:
            return
        open_in = self._open[nummer]
        old, new = hidden_windows(before) & open_in, hidden_windows(before | masker) & open_in
        for number in numbers(new & ~old):
            self._proven.pop(number, None)
        if self._hidden is not None and old != new:
            bit = 1 << nummer
            self._hidden[old] = self._hidden.get(old, 0) & ~bit
            self._hidden[new] = self._hidden.get(new, 0) | bit

    def unproven(self) -> dict[int, int]:
        """The small numbers that could be worked out, with their periods."""
        wanted: dict[int, int] = {}  # cells by the periods that are still to be proven
        asked = 0
        for number, (small, _) in self._first.items():
            asked |= small
            wanted[small] = wanted.get(small, 0) | 1 << number
        for number in numbers(proving_windows(asked) & self.geldig):
            if wanted:
                self._take_proven(wanted, number)
        missing = [(cell, small) for small, cells in wanted.items() for cell in numbers(cells)]
        return dict(sorted(missing))

    def unproven_wholes(self) -> list[tuple[list[int], int]]:
        """Of what is shown of several values together: the cells, and the periods in which the
        small number of them together could be worked out.

        That these values each may have been another number is not enough: the one could have
        been more just where the other was fewer. So one of them must have been another number
        with what it is part of the same, for no two of them are part of the same.
        """
        found = []
        for cells in self._wholes():
            small = self.jaar.vorm.small(sum([self.bundels[cell] for cell in cells]))
            bits = sum([1 << cell for cell in cells])
            for number in numbers(proving_windows(small) & self.geldig):
                if small & VENSTERS[number].bewijst and bits & self._proven_alone(number):
                    small &= ~VENSTERS[number].bewijst
            if small:
                found.append((cells, small))
        return found

    def _wholes(self) -> list[list[int]]:
        """The cells of this table that are shown together with others."""
        whole_of = self.jaar.gehelen
        together: dict[Cel, list[int]] = {}
        if any(value[0] in self.laag for value in whole_of):
            for number, cel in enumerate(self.raster.cellen):
                together.setdefault(tuple([whole_of.get(one, one) for one in cel]), []).append(
                    number
                )
        return [cells for cells in together.values() if len(cells) > 1]

    def _take_proven(self, wanted: dict[int, int], number: int) -> None:
        proves = VENSTERS[number].bewijst
        relevant = [small for small in wanted if small & proves]
        if not relevant:
            return
        proven = self.proven(number)
        for small in relevant:
            cells = wanted[small] & proven
            if not cells:
                continue
            if cells == wanted[small]:
                del wanted[small]
            else:
                wanted[small] &= ~proven
            rest = small & ~proves
            if rest:
                wanted[rest] = wanted.get(rest, 0) | cells

    def proven(self, number: int) -> int:
        """The cells of this table that may have been another number, in this window."""
        if number not in self._proven:
            self._proven[number] = self._prove(number)
        return self._proven[number]

    def open_in(self, nummer: int) -> int:
        """The windows in which nobody can know that the cell is zero."""
        if not self.enkel:
            return self._open[nummer]
        (value,) = self.raster.cellen[nummer]
        return self.maskers.totaal_open & self.maskers.lifting_windows(value)

    def _prove(self, number: int) -> int:
        bits, safe = self._hidden_in(number), self._proven_alone(number)
        return safe | bits & self._by_parents(number) if bits != safe else safe

    def _proven_alone(self, number: int) -> int:
        """The cells that may have been another number while what they are part of was not."""
        bits = self._hidden_in(number)
        nodig = VENSTERS[number].nodig
        if not bits or self.maskers.van(TOTAAL) & nodig == nodig:
            return bits
        return self._on_a_cycle(bits, number)

    def _on_a_cycle(self, bits: int, number: int) -> int:
        """The hidden cells that are no bridge; of many windows the hidden cells are the same."""
        edges = bits
        for windows, margins in self._margins.items():
            if windows >> number & 1:
                edges |= margins
        if edges not in self._cycles:
            self._cycles[edges] = self.raster.graaf.on_a_cycle(edges) & bits
        return self._cycles[edges]

    def _hidden_margins(self) -> dict[int, int]:
        """The sums that are hidden themselves in the same windows, as edges of the graph."""
        found: dict[int, int] = {}
        for place, value in enumerate(self.raster.marges, start=len(self.raster.cellen)):
            if windows := hidden_windows(self.maskers.van((value,))):
                found[windows] = found.get(windows, 0) | 1 << place
        return found

    def _hidden_in(self, number: int) -> int:
        """The cells that are hidden in this window and not known to be zero, as bits."""
        if self._hidden is None:
            self._hidden = {}
            for cell, mask in enumerate(self.maskers_van):
                if mask and (windows := hidden_windows(mask) & self.open_in(cell)):
                    self._hidden[windows] = self._hidden.get(windows, 0) | 1 << cell
        found = 0
        for windows, cells in self._hidden.items():
            if windows >> number & 1:
                found |= cells
        return found

    def _by_parents(self, number: int) -> int:
        """The cells of which what they are part of may have been another number, and so they."""
        found, members = 0, self.raster.delen
        for layer in self.raster.boven:
            if above := self._klaar.get(layer):
                for place in numbers(above.bewezen.get(number, 0)):
                    found |= members.get(above.raster.cellen[place], 0)
        return found
