"""Hiding more of a table, at the least loss, until nothing small can be worked out of it."""

from dashboard.onderdrukking.jaar import (
    GRENS,
    PERIODEN,
    Cel,
    Telling,
    Waarde,
    add,
    is_klein,
    kwartaal_van,
)
from dashboard.onderdrukking.tabel import Tabel
from dashboard.onderdrukking.vensters import (
    ALLES,
    VENSTERS,
    kwartaal_masker,
    maand_bits,
    numbers,
    proving_windows,
)

Lijn = list[tuple[Cel, list[Telling]]]


def protect(tabel: Tabel) -> bool:
    """Hide more until nothing small follows; False when that cannot be done here."""
    if tabel.is_shown:
        return True
    return Aanvuller(tabel).protect()


class Aanvuller:
    """What is hidden besides, in one table."""

    def __init__(self, tabel: Tabel) -> None:
        self.tabel, self.jaar = tabel, tabel.jaar
        self._losses: dict[tuple[Cel, int], int] = {}
        self._lines: dict[int, Lijn] = {}
        self._lines_of: dict[Cel, list[int]] = {}
        for number, cells in tabel.lijnen.items():
            for cel in cells:
                self._lines_of.setdefault(cel, []).append(number)
        self._touched = {
            number for cel, mask in tabel.maskers_van.items() if mask for number in self._of(cel)
        }

    def protect(self) -> bool:
        """Hide more until nothing small follows; False when that cannot be done here."""
        for _ in range(20 * len(self.tabel.cellen) + 100):
            self._hide_rests()
            missing = self.tabel.unproven()
            if not missing:
                return True
            repaired = [self._repair(cel, small) for cel, small in missing.items()]
            if not any(repaired):
                return False
        return False

    def _of(self, cel: Cel) -> list[int]:
        return self._lines_of.get(cel, [])

    def _hide(self, cel: Cel, masker: int) -> None:
        self.tabel.hide(cel, masker)
        self._touched.update(self._of(cel))

    # -- what is small must have another possibility ---------------------------------------

    def _repair(self, cel: Cel, small: int) -> bool:
        """Hide what makes a cycle through the cell, in the window that hides least."""
        choice = self._cheapest(cel, small)
        if choice is None:
            return False
        masker, partners = choice
        masks = self.tabel.maskers_van
        before = [masks[one] for one in (cel, *partners)]
        for one in (cel, *partners):
            self._hide(one, masker)
        return before != [masks[one] for one in (cel, *partners)]

    def _cheapest(self, cel: Cel, small: int) -> tuple[int, list[Cel]] | None:
        tabel = self.tabel
        best: tuple[int, int, list[Cel]] | None = None
        for number in numbers(proving_windows(small) & tabel.geldig & tabel.open_in(cel)):
            masker = VENSTERS[number].masker
            partners = self._partners(cel, number)
            if partners is None:
                continue
            cost = sum(self._loss(one, masker) for one in (cel, *partners))
            if best is None or cost < best[0]:
                best = cost, masker, partners
            if masker != ALLES and cost == 0:
                break
        return best[1:] if best else None

    def _loss(self, cel: Cel, masker: int) -> int:
        """How much is lost to the reader by hiding these periods of a cell."""
        fresh = masker & ~self.tabel.maskers_van[cel]
        if not fresh:
            return 0
        loss = self._losses.get((cel, fresh))
        if loss is None:
            series = self.jaar.reeks(cel)
            loss = sum(1 + series[period][0] for period in range(PERIODEN) if fresh >> period & 1)
            self._losses[cel, fresh] = loss
        return loss

    def _partners(self, cel: Cel, number: int) -> list[Cel] | None:
        """The cheapest cells that make a cycle with this one."""
        masker = VENSTERS[number].masker
        if len(cel) == 1:
            beside = self._losses_of([(value,) for value in self._beside(cel, 0)], number, masker)
            return [min(beside, key=lambda one: one[0])[1]] if beside else None
        row, column = cel
        columns = self._losses_of([(row, w) for w in self._beside(cel, 1)], number, masker)
        rows = self._losses_of([(v, column) for v in self._beside(cel, 0)], number, masker)
        best: tuple[int, list[Cel]] | None = None
        for below, in_column in rows:
            for beside_cost, in_row in columns:
                cost = below + beside_cost
                if best is not None and cost >= best[0]:
                    continue
                corner: Cel = (in_column[0], in_row[1])
                if not self.tabel.open_in(corner) >> number & 1:
                    continue
                cost += self._loss(corner, masker)
                if best is None or cost < best[0]:
                    best = cost, [in_row, in_column, corner]
        return best[1] if best else None

    def _beside(self, cel: Cel, place: int) -> list[Waarde]:
        return self.tabel.siblings(cel[place])

    def _losses_of(self, cells: list[Cel], number: int, masker: int) -> list[tuple[int, Cel]]:
        """What hiding each of the cells costs that are open in a window."""
        return [
            (self._loss(one, masker), one) for one in cells if self.tabel.open_in(one) >> number & 1
        ]

    # -- what is hidden must not be small together -----------------------------------------

    def _hide_rests(self) -> None:
        """Of every shown sum, what is hidden of it is together nothing, or ten or more."""
        for number in self.tabel.lijnen:
            if number in self._touched:
                self._touched.discard(number)
                self._hide_rest(self._counted(number))

    def _counted(self, number: int) -> Lijn:
        """The cells of a line in which anybody was counted."""
        if number not in self._lines:
            series = self.jaar.reeksen
            self._lines[number] = [(c, series[c]) for c in self.tabel.lijnen[number] if c in series]
        return self._lines[number]

    def _hide_rest(self, cells: Lijn) -> None:
        hidden = self._hidden_of(cells)
        used = 0
        for mask, _ in hidden:
            used |= mask
        for period in numbers(used):
            if self._is_small(hidden, period):
                while self._hide_one_more(cells, period):
                    pass
                hidden = self._hidden_of(cells)

    def _hidden_of(self, cells: Lijn) -> list[tuple[int, list[Telling]]]:
        """The hidden periods of what is hidden of a line, with its counts."""
        masks = self.tabel.maskers_van
        return [(masks[cel], series) for cel, series in cells if masks[cel]]

    def _is_small(self, hidden: list[tuple[int, list[Telling]]], period: int) -> bool:
        """Whether what is hidden in a period is together a small group."""
        counts = [series[period] for mask, series in hidden if mask >> period & 1]
        if len(self.jaar.nul) == 1:
            return 0 < sum(number for (number,) in counts) < GRENS
        return is_klein(add(counts, self.jaar.nul))

    def _hide_one_more(self, cells: Lijn, period: int) -> bool:
        """Whether the hidden rest was small and something more could be hidden."""
        hidden: list[Telling] = []
        shown: list[tuple[int, Cel]] = []
        masks = self.tabel.maskers_van
        for cel, series in cells:
            count = series[period]
            if not count[0]:
                continue
            if masks[cel] >> period & 1:
                hidden.append(count)
            else:
                shown.append((count[0], cel))
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
