"""One year of counts: every cell in twelve months, four quarters and the year.

A cell is a total `()`, a split `(("wijk", "WK016400"),)`, or a split with one filter, two
pairs in the order of their dimensions. A count is a tuple of numbers that can be added up,
the first of them how many there are; `is_klein` when any of them is a group of 1 to 9.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property

from dashboard.onderdrukking.bundel import BITS, GRENS, VELD, vorm

Waarde = tuple[str, str]
Cel = tuple[Waarde, ...]
Telling = tuple[int, ...]

KWARTALEN = range(12, 16)
HEEL_JAAR = 16

TOTAAL: Cel = ()


def is_klein(telling: Telling) -> bool:
    """Whether this shows a group that is too small to be shown."""
    if len(telling) == 1:
        return 0 < telling[0] < GRENS
    return any(0 < number < GRENS for number in telling)


def add(tellingen: Iterable[Telling], nul: Telling) -> Telling:
    """The sum of counts."""
    if len(nul) == 1:
        return (sum(telling[0] for telling in tellingen),)
    total = list(nul)
    for telling in tellingen:
        for place, number in enumerate(telling):
            total[place] += number
    return tuple(total)


def kwartaal_van(maand: int) -> int:
    """The quarter (0 to 3) of a month (0 to 11)."""
    return maand // 3


def maanden_van(kwartaal: int) -> range:
    """The months of a quarter."""
    return range(kwartaal * 3, kwartaal * 3 + 3)


class Jaar:
    """The counts of one year of one source.

    `maanden` holds the cells of each month that are not zero. `ouders` says which value a
    value is part of (a kind of question of its law, a wijk of its gemeente); that is one, so
    that a kind that was counted under two laws is two values here. `gehelen` says of such values
    what they are shown as, together. `maanden` has of every cell that is not zero its twelve
    months side by side, `bundels` all periods (bundel.py).
    """

    def __init__(
        self,
        maanden: Sequence[Mapping[Cel, Telling]],
        ouders: Mapping[Waarde, Waarde],
        gehelen: Mapping[Waarde, Waarde] | None = None,
    ) -> None:
        width = next((len(telling) for maand in maanden for telling in maand.values()), 1)
        months: dict[Cel, int] = {}
        for number, cells in enumerate(maanden):
            vorm(width).put(months, number, cells)
        self._take(months, ouders, width, gehelen or {})

    @classmethod
    def of_months(
        cls,
        maanden: Mapping[Cel, int],
        ouders: Mapping[Waarde, Waarde],
        tellingen: int,
        gehelen: Mapping[Waarde, Waarde] | None = None,
    ) -> "Jaar":
        """A year of cells with their twelve months side by side already."""
        jaar = cls.__new__(cls)
        jaar._take(maanden, ouders, tellingen, gehelen or {})
        return jaar

    def _take(
        self,
        months: Mapping[Cel, int],
        ouders: Mapping[Waarde, Waarde],
        width: int,
        gehelen: Mapping[Waarde, Waarde],
    ) -> None:
        self.ouders = ouders
        self.gehelen = gehelen
        self.nul: Telling = (0,) * width
        self.vorm = vorm(width)
        self.maanden = {cel: own for cel, own in months.items() if own}
        self.waarden = self._values()
        self._above = {value: above for value, above in ouders.items() if above[0] in self.waarden}

    @cached_property
    def bundels(self) -> Mapping[Cel, int]:
        """The counts of all periods, of every cell that is not zero."""
        add_up = self.vorm.add_up
        return {cel: add_up(own) for cel, own in self.maanden.items()}

    def rough(self) -> "Jaar":
        """The same year with counts that only tell how large they are (bundel.py)."""
        jaar = copy(self)
        rough = self.vorm.rough
        jaar.bundels = {cel: rough(own) for cel, own in self.maanden.items()}
        return jaar

    def _values(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for cel in self.maanden:
            if len(cel) == 1:
                found.setdefault(cel[0][0], []).append(cel[0][1])
        return {dimension: sorted(values) for dimension, values in sorted(found.items())}

    def bundel(self, cel: Cel) -> int:
        """The counts of a cell in all periods, side by side."""
        return self.bundels.get(cel, 0)

    def reeks(self, cel: Cel) -> list[Telling]:
        """The seventeen counts of a cell: months, quarters, year."""
        return self.vorm.counts(self.bundel(cel))

    def aantal(self, cel: Cel, periode: int) -> int:
        """How many there are in a cell in a period."""
        return self.bundel(cel) >> BITS * periode & VELD

    def klein(self, cel: Cel) -> int:
        """The periods in which a cell is too small to be shown, as bits."""
        return self.vorm.small(self.bundel(cel))

    def nullen(self, cel: Cel) -> int:
        """The periods in which a cell is zero, as bits."""
        return self.vorm.zero(self.bundel(cel))

    def ouder(self, waarde: Waarde) -> Waarde | None:
        """What a value is part of, when that dimension is counted too."""
        return self._above.get(waarde)

    def dimensies_boven(self, dimensie: str) -> set[str]:
        """The dimensions that values of this one are part of."""
        return {above[0] for value, above in self._above.items() if value[0] == dimensie}

    def lagen(self) -> list[tuple[str, ...]]:
        """The dimensions of every table, those that others are part of first."""
        parents = {above[0] for below, above in self.ouders.items() if below[0] != above[0]}

        def order(layer: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
            return sum(d not in parents for d in layer), layer

        names = list(self.waarden)
        single = [(name,) for name in names]
        double = [(a, b) for place, a in enumerate(names) for b in names[place + 1 :]]
        return [*sorted(single, key=order), *sorted(double, key=order)]
