"""What is hidden so far, and what follows from it."""

from collections.abc import Sequence
from functools import lru_cache

from dashboard.onderdrukking.bundel import vorm
from dashboard.onderdrukking.jaar import (
    KWARTALEN,
    TOTAAL,
    Cel,
    Jaar,
    Telling,
    Waarde,
    add,
    is_klein,
)
from dashboard.onderdrukking.vensters import (
    ALLE_VENSTERS,
    ALLES,
    JAAR_BIT,
    JAARMAANDEN,
    KWARTAALBITS,
    kwartaal_bit,
    kwartaal_masker,
    maand_bits,
    open_windows,
    with_their_quarter,
)


class Maskers:
    """The periods that are hidden of the total and of the splits.

    What is hidden in a total is hidden in every split of it, and what is hidden of a value
    is hidden of everything that is part of it: `van` takes those along.
    """

    def __init__(self, jaar: Jaar) -> None:
        self.jaar = jaar
        self._own: dict[Cel, int] = {}
        self._known: dict[Cel, int] = {}
        self._open: dict[Waarde, int] = {}
        self._lifting: dict[Waarde, int] = {}
        self._total_open = ~jaar.nullen(TOTAAL) & JAARMAANDEN
        self.totaal_open = open_windows(self._total_open)
        self._members = self._by_parent()
        self._counted = ~jaar.nullen(TOTAAL) & KWARTAALBITS
        self.hide(TOTAAL, self.first(jaar.bundel(TOTAAL))[1])
        for dimension, values in jaar.waarden.items():
            for value in values:
                cel: Cel = ((dimension, value),)
                self.hide(cel, self.first(jaar.bundel(cel))[1])

    def _by_parent(self) -> dict[Waarde, list[list[Waarde]]]:
        """Of every value the values that are part of it, per dimension."""
        found: dict[Waarde, dict[str, list[Waarde]]] = {}
        for value, above in self.jaar.ouders.items():
            if self.jaar.bundel((value,)):
                found.setdefault(above, {}).setdefault(value[0], []).append(value)
        return {above: list(members.values()) for above, members in found.items()}

    def hide(self, cel: Cel, masker: int) -> None:
        """Hide these periods of a total or a split as well."""
        if masker:
            self._own[cel] = self._own.get(cel, 0) | masker
            self._open.clear()
            self._lifting.clear()
            self._known.clear()

    def van(self, cel: Cel) -> int:
        """The hidden periods of a total or a split, with what follows from what is above it."""
        if cel not in self._known:
            mask = self._own.get(cel, 0) | self._own.get(TOTAAL, 0)
            above = self.jaar.ouder(cel[0]) if cel else None
            self._known[cel] = mask | (self.van((above,)) if above else 0)
        return self._known[cel]

    def open_months(self, value: Waarde) -> int:
        """The months in which nobody can know that a value is zero, as bits.

        It is known where the value is shown as zero, or the total is.
        """
        if value not in self._open:
            unknown = self.van((value,)) | ~self.jaar.nullen((value,))
            self._open[value] = self._total_open & unknown
        return self._open[value]

    def open_windows_of(self, value: Waarde) -> int:
        """The windows in which what is split by this value can have been another number."""
        return open_windows(self.open_months(value)) & self.lifting_windows(value)

    def lifting_windows(self, value: Waarde) -> int:
        """The windows in which what is part of a value can have been another number, too.

        A value that others are part of must have one among them that is open in all months.
        """
        windows = self._lifting.get(value)
        if windows is None:
            windows = ALLE_VENSTERS
            for members in self._members.get(value, ()):
                windows &= self._one_of(members)
            self._lifting[value] = windows
        return windows

    def _one_of(self, members: list[Waarde]) -> int:
        windows = 0
        for one in members:
            windows |= open_windows(self.open_months(one))
        return windows

    def first(self, bundel: int) -> tuple[int, int]:
        """The periods in which counts are small, and what must be hidden because of that."""
        return _first(self.jaar.vorm.tellingen, bundel, self._counted)


# Of most cells nothing is different since a worker last decided.
@lru_cache(maxsize=1 << 14)
def _first(tellingen: int, bundel: int, counted: int) -> tuple[int, int]:
    """What is small, and its mask; `counted` are the quarters in which there is anybody."""
    small = vorm(tellingen).small(bundel)
    if small & JAAR_BIT:
        return small, ALLES
    if not small & KWARTAALBITS:
        return small, with_their_quarter(small)
    mask = 0
    for quarter in range(4):
        if small & kwartaal_bit(quarter):
            mask |= _quarter_mask(quarter, counted)
        elif small & maand_bits(quarter):
            mask |= maand_bits(quarter)
    return small, _enough_quarters(vorm(tellingen).counts(bundel, KWARTALEN), mask)


def _quarter_mask(quarter: int, counted: int) -> int:
    """A quarter hidden together with one beside it, or else the whole year."""
    for beside in (quarter - 1, quarter + 1):
        if 0 <= beside < 4 and counted & kwartaal_bit(beside):
            return kwartaal_masker(quarter, beside)
    return ALLES


def _enough_quarters(series: Sequence[Telling], mask: int) -> int:
    """The hidden quarters together must not be a small group either."""
    nobody = (0,) * len(series[0])
    while mask and not mask & JAAR_BIT:
        hidden = [q for q in range(4) if mask & kwartaal_bit(q)]
        rest = [q for q in range(4) if not mask & kwartaal_bit(q)]
        if not is_klein(add((series[q] for q in hidden), nobody)):
            break
        if not rest:
            return ALLES
        mask |= kwartaal_masker(min(rest, key=lambda q: series[q][0] or 10**9))
    return mask
