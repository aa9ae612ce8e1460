"""Hiding more of a table, at the least loss, until nothing small can be worked out of it."""

from collections.abc import Iterable

from dashboard.onderdrukking.bundel import BITS, PERIODEN, VELD, together
from dashboard.onderdrukking.jaar import kwartaal_van
from dashboard.onderdrukking.tabel import Tabel
from dashboard.onderdrukking.vensters import (
    ALLES,
    VENSTERS,
    kwartaal_masker,
    maand_bits,
    numbers,
    proving_windows,
)


def protect(tabel: Tabel) -> bool:
    """Hide more until nothing small follows; False when that cannot be done here."""
    if tabel.is_shown:
        return True
    return Aanvuller(tabel).protect()


class Aanvuller:
    """What is hidden besides, in one table."""

    def __init__(self, tabel: Tabel) -> None:
        self.tabel, self.raster, self.vorm = tabel, tabel.raster, tabel.jaar.vorm
        self._losses: dict[tuple[int, int], int] = {}
        self._lines: dict[int, list[int]] = {}
        self._touched: set[int] = set()
        for cell, mask in enumerate(tabel.maskers_van):
            if mask:
                self._touched.update(self.raster.einden[cell])

    def protect(self) -> bool:
        """Hide more until nothing small follows; False when that cannot be done here."""
        for _ in range(20 * len(self.raster.cellen) + 100):
            self._hide_rests()
            if missing := self.tabel.unproven():
                repaired = [self._repair(cell, small) for cell, small in missing.items()]
            elif wholes := self.tabel.unproven_wholes():
                repaired = [
                    any(self._repair(cell, small) for cell in cells) for cells, small in wholes
                ]
            else:
                return True
            if not any(repaired):
                return False
        return False

    def _hide(self, cell: int, masker: int) -> None:
        self.tabel.hide(cell, masker)
        self._touched.update(self.raster.einden[cell])

    # -- what is small must have another possibility ---------------------------------------

    def _repair(self, cell: int, small: int) -> bool:
        """Hide what makes a cycle through the cell, in the window that hides least."""
        choice = self._cheapest(cell, small)
        if choice is None:
            return False
        masker, partners = choice
        masks = self.tabel.maskers_van
        before = [masks[one] for one in (cell, *partners)]
        for one in (cell, *partners):
            self._hide(one, masker)
        return before != [masks[one] for one in (cell, *partners)]

    def _cheapest(self, cell: int, small: int) -> tuple[int, list[int]] | None:
        tabel = self.tabel
        best: tuple[int, int, list[int]] | None = None
        for number in numbers(proving_windows(small) & tabel.geldig & tabel.open_in(cell)):
            masker = VENSTERS[number].masker
            partners = self._partners(cell, number)
            if partners is None:
                continue
            cost = sum(self._loss(one, masker) for one in (cell, *partners))
            if best is None or cost < best[0]:
                best = cost, masker, partners
            if masker != ALLES and cost == 0:
                break
        return best[1:] if best else None

    def _loss(self, cell: int, masker: int) -> int:
        """How much is lost to the reader by hiding these periods of a cell."""
        fresh = masker & ~self.tabel.maskers_van[cell]
        if not fresh:
            return 0
        loss = self._losses.get((cell, fresh))
        if loss is None:
            counted = together(self.tabel.bundels[cell], self.vorm.fields(fresh))
            loss = self._losses[cell, fresh] = fresh.bit_count() + counted
        return loss

    def _partners(self, cell: int, number: int) -> list[int] | None:
        """The cheapest cells that make a cycle with this one."""
        masker = VENSTERS[number].masker
        same_column, same_row = self.raster.beside(cell)
        rows = self._losses_of(same_column, number, masker)
        if self.tabel.enkel:
            return [min(rows, key=lambda one: one[0])[1]] if rows else None
        columns = self._losses_of(same_row, number, masker)
        best: tuple[int, list[int]] | None = None
        for below, in_column in rows:
            if best is not None and below >= best[0]:
                continue
            start = in_column - cell
            for beside_cost, in_row in columns:
                cost = below + beside_cost
                if best is not None and cost >= best[0]:
                    continue
                corner = in_row + start
                if not self.tabel.open_in(corner) >> number & 1:
                    continue
                cost += self._loss(corner, masker)
                if best is None or cost < best[0]:
                    best = cost, [in_row, in_column, corner]
        return best[1] if best else None

    def _losses_of(self, cells: Iterable[int], number: int, masker: int) -> list[tuple[int, int]]:
        """What hiding each of the cells costs that are open in a window."""
        return [
            (self._loss(one, masker), one) for one in cells if self.tabel.open_in(one) >> number & 1
        ]

    # -- what is hidden must not be small together -----------------------------------------

    def _hide_rests(self) -> None:
        """Of every shown sum, what is hidden of it is together nothing, or ten or more."""
        for number in range(len(self.raster.lijnen)):
            if number in self._touched:
                self._touched.discard(number)
                self._hide_rest(self._counted(number))

    def _counted(self, number: int) -> list[int]:
        """The cells of a line in which anybody was counted."""
        if number not in self._lines:
            counted = self.tabel.bundels
            self._lines[number] = [cell for cell in self.raster.lijnen[number] if counted[cell]]
        return self._lines[number]

    def _hide_rest(self, cells: list[int]) -> None:
        masks, bundels, fields = self.tabel.maskers_van, self.tabel.bundels, self.vorm.fields
        hidden = sum([bundels[cell] & fields(masks[cell]) for cell in cells if masks[cell]])
        shown, todo = sum([bundels[cell] for cell in cells]) - hidden, ALLES
        while periods := self._small_rests(hidden, shown) & todo:
            lowest = periods & -periods
            cell, fresh = self._hide_one_more(cells, lowest.bit_length() - 1)
            moved = bundels[cell] & fields(fresh)
            hidden, shown = hidden + moved, shown - moved
            todo = -lowest  # this period again, and the later ones

    def _small_rests(self, hidden: int, shown: int) -> int:
        """The periods in which what is hidden of a line is together small, and something shown."""
        small = self.vorm.small(hidden) if hidden else 0
        return small & ~self.vorm.zero(shown) if small else 0

    def _hide_one_more(self, cells: list[int], period: int) -> tuple[int, int]:
        """Hide the smallest number that is shown of a line in this period; what, and when."""
        masks, bundels = self.tabel.maskers_van, self.tabel.bundels
        shown = [
            (number, cell)
            for cell in cells
            if not masks[cell] >> period & 1 and (number := bundels[cell] >> BITS * period & VELD)
        ]
        cell, mask = min(shown)[1], self._mask_for(period)
        fresh = mask & ~masks[cell]
        self._hide(cell, mask)
        return cell, fresh

    def _mask_for(self, period: int) -> int:
        """What to hide so that a period is hidden and does not follow from others."""
        if period < 12:
            return maand_bits(kwartaal_van(period))
        if period == PERIODEN - 1:
            return ALLES
        quarter = period - 12
        beside = quarter - 1 if quarter else 1
        return kwartaal_masker(quarter, beside)
