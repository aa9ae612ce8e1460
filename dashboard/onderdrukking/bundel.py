"""The counts of a cell side by side in one integer, so that all periods are looked at at once.

Every period has a field of 32 bits; a share has seventeen fields for each of its counts.
Adding two of these integers adds up all periods, and whether a field is small is seen for
all fields together: a number added to each carries into the top bit of the fields that are
large enough.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

Cel = tuple[tuple[str, str], ...]

PERIODEN = 17
GRENS = 10
BITS = 32
VELD = (1 << BITS) - 1
_HOOGSTE = BITS - 1
# In the remainder by this, bit 32n of a number is bit n.
_BIJEEN = (1 << BITS) - 2
_RIJ = BITS * PERIODEN
_EERSTE = (1 << _RIJ) - 1
_ALLE = (1 << PERIODEN) - 1
_MAANDEN = (1 << 12) - 1
# Counts below this are looked up in place of worked out.
_OPGEZOCHT = 1 << 12


def roughly(aantal: int) -> int:
    """How large a count is: exact below ten, then the power of two below it.

    Never more than the count itself, and ten or more just when the count is.
    """
    return aantal if aantal < GRENS else max(GRENS, 1 << aantal.bit_length() - 1)


def _small_or_not(aantal: int) -> int:
    """Of a part of a count only matters whether it is small, and if so how small."""
    return min(aantal, GRENS)


_RUW = tuple(map(roughly, range(_OPGEZOCHT)))
_RUW_DEEL = tuple(map(_small_or_not, range(_OPGEZOCHT)))


class Vorm:
    """How many counts stand side by side, and the arithmetic that goes with it."""

    def __init__(self, tellingen: int) -> None:
        self.tellingen = tellingen
        self.bytes = tellingen * PERIODEN * BITS // 8
        ones = sum(1 << BITS * place for place in range(PERIODEN * tellingen))
        self._hoog = ones << _HOOGSTE
        self._vanaf_een = self._hoog - ones
        self._vanaf_grens = self._hoog - GRENS * ones
        self._eerste_velden = sum(VELD << _RIJ * count for count in range(tellingen))
        self._kwartaalbegin = sum(self._eerste_velden << BITS * month for month in (0, 3, 6, 9))
        self._velden: dict[int, int] = {}
        self._maandtoppen = self.fields(_MAANDEN) & self._hoog
        self._geen_maand = ~(self.fields(_MAANDEN) ^ self._maandtoppen)
        self._getallen = struct.Struct(f"<{tellingen * PERIODEN}I")
        # Of most cells nothing is different since a worker last counted.
        self.rough = lru_cache(maxsize=1 << 14)(self._rough)

    def put(self, maanden: dict[Cel, int], maand: int, cellen: Mapping[Cel, Sequence[int]]) -> None:
        """Add the counts of a month (0 to 11) to those of the other months of its cells."""
        get, of_month = maanden.get, self.of_month
        for cel, counts in cellen.items():
            if counts[0]:
                maanden[cel] = get(cel, 0) | of_month(maand, counts)

    def of_month(self, maand: int, telling: Iterable[int]) -> int:
        """The counts of one month (0 to 11), in their place beside nothing in the others."""
        shift = BITS * maand
        return sum(number << shift + _RIJ * place for place, number in enumerate(telling))

    def plus(self, maanden: int, erbij: int) -> int | None:
        """Twelve months with these more, or fewer; None when some month cannot hold its count.

        With its top bit set no month borrows from the next, and loses that bit when there are
        too few; a month with too many loses it too.
        """
        found = (maanden + erbij + self._maandtoppen) ^ self._maandtoppen
        return None if (maanden | found) & self._geen_maand else found

    def add_up(self, maanden: int) -> int:
        """Twelve months with their quarters and the year."""
        three = (maanden + (maanden >> BITS) + (maanden >> 2 * BITS)) & self._kwartaalbegin
        quarters = [three >> 3 * BITS * number & self._eerste_velden for number in range(4)]
        total = maanden + (sum(quarters) << 16 * BITS)
        for number, quarter in enumerate(quarters):
            total += quarter << (12 + number) * BITS
        return total

    def counts(
        self, bundel: int, perioden: Iterable[int] = range(PERIODEN)
    ) -> list[tuple[int, ...]]:
        """The counts of the seventeen periods, or of some of them."""
        if self.tellingen == 1:
            return [(bundel >> BITS * period & VELD,) for period in perioden]
        rows = [bundel >> _RIJ * count for count in range(self.tellingen)]
        return [tuple([row >> BITS * period & VELD for row in rows]) for period in perioden]

    def _rough(self, maanden: int) -> int:
        """Twelve months, their quarters and the year, as roughly as deciding may look at them."""
        numbers = self._getallen.unpack(self.add_up(maanden).to_bytes(self.bytes, "little"))
        if max(numbers) < _OPGEZOCHT:
            counted = map(_RUW.__getitem__, numbers[:PERIODEN])
            parts = map(_RUW_DEEL.__getitem__, numbers[PERIODEN:])
        else:
            counted = map(roughly, numbers[:PERIODEN])
            parts = map(_small_or_not, numbers[PERIODEN:])
        return int.from_bytes(self._getallen.pack(*counted, *parts), "little")

    def fields(self, masker: int) -> int:
        """The fields of these periods, to take them out of a bundle."""
        found = self._velden.get(masker)
        if found is None:
            row = sum(VELD << BITS * n for n in range(PERIODEN) if masker >> n & 1)
            found = sum(row << _RIJ * count for count in range(self.tellingen))
            self._velden[masker] = found
        return found

    def small(self, bundel: int) -> int:
        """The periods in which some count is 1 to 9, as bits."""
        return self._periods((bundel + self._vanaf_een) & ~(bundel + self._vanaf_grens))

    def unlike(self, bundel: int, ander: int) -> int:
        """The periods in which some count is not the same in both, as bits."""
        return self._periods((bundel ^ ander) + self._vanaf_een)

    def _periods(self, toppen: int) -> int:
        """The periods in which the top bit of some count is set, as bits."""
        found = toppen & self._hoog
        if not found:
            return 0
        for count in range(1, self.tellingen):
            found |= found >> _RIJ * count
        return ((found & _EERSTE) >> _HOOGSTE) % _BIJEEN

    def zero(self, bundel: int) -> int:
        """The periods in which there is nobody, as bits."""
        counted = (bundel + self._vanaf_een) & self._hoog & _EERSTE
        return _ALLE ^ (counted >> _HOOGSTE) % _BIJEEN


@cache
def vorm(tellingen: int) -> Vorm:
    """The shape for so many counts."""
    return Vorm(tellingen)


def together(bundel: int, velden: int) -> int:
    """How many there are in these periods together."""
    return (bundel & velden & _EERSTE) % VELD
