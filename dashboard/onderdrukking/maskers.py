"""What is hidden so far, and what follows from it."""

from dashboard.onderdrukking.jaar import (
    TOTAAL,
    Cel,
    Jaar,
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
        self.hide(TOTAAL, self.first_mask(TOTAAL, jaar.klein(TOTAAL)))
        for dimension, values in jaar.waarden.items():
            for value in values:
                cel: Cel = ((dimension, value),)
                self.hide(cel, self.first_mask(cel, jaar.klein(cel)))

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

    def first_mask(self, cel: Cel, small: int) -> int:
        """What must be hidden because it is small itself, in months, quarters or the year."""
        if small & JAAR_BIT:
            return ALLES
        mask = 0
        for quarter in range(4) if small else ():
            if small & kwartaal_bit(quarter):
                mask |= self._quarter_mask(quarter)
            elif small & maand_bits(quarter):
                mask |= maand_bits(quarter)
        return self._enough_quarters(cel, mask) if mask & KWARTAALBITS else mask

    def _quarter_mask(self, quarter: int) -> int:
        """A quarter hidden together with one beside it, or else the whole year."""
        for beside in (quarter - 1, quarter + 1):
            if 0 <= beside < 4 and self.jaar.aantal(TOTAAL, 12 + beside):
                return kwartaal_masker(quarter, beside)
        return ALLES

    def _enough_quarters(self, cel: Cel, mask: int) -> int:
        """The hidden quarters together must not be a small group either."""
        series = self.jaar.kwartalen(cel)
        while mask and not mask & JAAR_BIT:
            hidden = [q for q in range(4) if mask & kwartaal_bit(q)]
            rest = [q for q in range(4) if not mask & kwartaal_bit(q)]
            if not is_klein(add((series[q] for q in hidden), self.jaar.nul)):
                break
            if not rest:
                return ALLES
            mask |= kwartaal_masker(min(rest, key=lambda q: series[q][0] or 10**9))
        return mask
