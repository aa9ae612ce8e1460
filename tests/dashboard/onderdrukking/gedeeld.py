"""Years in which kinds of question were counted under more than one law, and who attacks them.

The attacker knows what falls under what: which kinds fell under which laws, and that a kind is
the sum of its parts under each. What is shown of such a kind is its parts together, and how
many it had under each law in one table; of a part by wijk or channel nothing is ever shown.
"""

import random
from collections.abc import Iterator, Mapping

from dashboard.onderdrukking import JAAR_BIT, Cel, Jaar, hide
from dashboard.onderdrukking.bundel import PERIODEN
from dashboard.queries.delen import parents_of, part, shown_as, values_in, wholes_of
from tests.dashboard.onderdrukking.aanvaller import (
    Onbekende,
    Vergelijking,
    determined,
    identities,
)
from tests.dashboard.onderdrukking.tellen import count_cells

Registratie = tuple[int, dict[str, str]]
WETTEN = {"a1": "a", "a2": "a", "b1": "b", "c1": "c", "c2": "c", "d1": "d"}
WIJKEN = {"w1": "x", "w2": "x", "w3": "y", "onbekend": "onbekend"}


def draw(
    rng: random.Random, size: int, *, months: int, odd: float, skew: float
) -> list[Registratie]:
    """Registrations, some of them under another law or in another gemeente than is usual."""

    def choose(values: list[str]) -> str:
        return rng.choices(values, [skew**-n for n in range(len(values))])[0]

    found = []
    for _ in range(size):
        kind, wijk = choose([*WETTEN]), choose([*WIJKEN])
        law = rng.choice("abcd") if rng.random() < odd else WETTEN[kind]
        town = rng.choice("xy") if rng.random() < odd / 4 else WIJKEN[wijk]
        values = {"soort": part(kind, law), "wet": law, "wijk": part(wijk, town), "gemeente": town}
        found.append((rng.randrange(months), values | {"kanaal": choose(["tel", "balie"])}))
    return found


def year_of(records: list[Registratie]) -> Jaar:
    """These registrations as they are counted."""
    cells = count_cells(records)
    values = values_in(cells)
    return Jaar.of_months(cells, parents_of(values), 1, wholes_of(values))


def shown_masks(jaar: Jaar, hidden: Mapping[Cel, int]) -> dict[Cel, int]:
    """What is hidden of what is shown: a whole where one of its parts is."""
    found: dict[Cel, int] = {}
    for cel, mask in hidden.items():
        found[shown_as(cel)] = found.get(shown_as(cel), 0) | mask
    return found


class Aanval:
    """All that is shown of a year, and all sums that hold in it."""

    def __init__(self, jaar: Jaar) -> None:
        self.jaar = jaar
        self.verborgen = shown_masks(jaar, hide(jaar))
        self.wholes: dict[Cel, list[Cel]] = {}
        for terms in identities(jaar):
            for cel, _ in terms:
                parts = self.wholes.setdefault(shown_as(cel), [])
                if cel not in parts:
                    parts.append(cel)
        self.counts = {cel: jaar.reeks(cel) for parts in self.wholes.values() for cel in parts}

    @property
    def small(self) -> set[Onbekende]:
        """The groups of 1 to 9: as they are shown, and of every part."""
        return {
            (("heel", *cel) if whole else cel, period)
            for cel, period, number, whole in self._numbers()
            if 0 < number < 10
        }

    @property
    def openly_small(self) -> set[tuple[Cel, int]]:
        """The groups of 1 to 9 that are simply shown."""
        return {
            (cel, period)
            for cel, period, number, whole in self._numbers()
            if whole and 0 < number < 10 and self._is_shown(cel, period)
        }

    def worked_out(self) -> set[Onbekende]:
        """What follows of what is not shown."""
        equations = [
            self._with_what_is_known({(cel, p): factor for (cel, p), factor in terms.items()})
            for terms in [*identities(self.jaar), *self._wholes_are_their_parts()]
        ]
        return determined([one for one in equations if one[0]])

    def kept_in_sight(self) -> float:
        """Which part of all groups of ten and more is shown."""
        large = [(cel, p) for cel, p, number, whole in self._numbers() if whole and number >= 10]
        return sum(self._is_shown(*one) for one in large) / len(large)

    def shows_a_year(self) -> bool:
        """Whether the total of the year is shown."""
        return not self.verborgen.get((), 0) & JAAR_BIT

    def _numbers(self) -> Iterator[tuple[Cel, int, int, bool]]:
        for shown, parts in self.wholes.items():
            for period in range(PERIODEN):
                yield shown, period, self._number(shown, period), True
                if len(parts) > 1:
                    for cel in parts:
                        yield cel, period, self.counts[cel][period][0], False

    def _number(self, shown: Cel, period: int) -> int:
        return sum(self.counts[cel][period][0] for cel in self.wholes[shown])

    def _is_shown(self, shown: Cel, period: int) -> bool:
        return not self.verborgen.get(shown, 0) >> period & 1

    def _wholes_are_their_parts(self) -> Iterator[dict[Onbekende, int]]:
        for shown, parts in self.wholes.items():
            if len(parts) > 1:
                for period in range(PERIODEN):
                    yield {(cel, period): 1 for cel in parts} | {(("heel", *shown), period): -1}

    def _with_what_is_known(self, terms: dict[Onbekende, int]) -> Vergelijking:
        unknown: dict[Onbekende, int] = {}
        known = 0
        for (cel, period), factor in terms.items():
            number = self._known(cel, period)
            if number is None:
                name = self._name(cel)
                unknown[name, period] = unknown.get((name, period), 0) + factor
            else:
                known -= factor * number
        return {name: factor for name, factor in unknown.items() if factor}, known

    def _name(self, cel: Cel) -> Cel:
        """A value that is shown alone is the whole of itself."""
        if cel[:1] == ("heel",) or len(self.wholes[shown_as(cel)]) > 1:
            return cel
        return ("heel", *shown_as(cel))

    def _known(self, cel: Cel, period: int) -> int | None:
        """A number that is shown, or that somebody knows to be nobody."""
        if cel[:1] == ("heel",):
            shown = cel[1:]
            return self._number(shown, period) if self._is_shown(shown, period) else None
        shown = shown_as(cel)
        if len(self.wholes[shown]) == 1 and self._is_shown(shown, period):
            return self._number(shown, period)
        if self.counts[cel][period][0]:
            return None
        return 0 if self._is_known_to_be_nobody(cel, period) else None

    def _is_known_to_be_nobody(self, cel: Cel, period: int) -> bool:
        """Shown as nobody itself, or one of its values, or a value within what it is part of."""
        above = self.jaar.ouder
        nobody: list[Cel] = [shown_as(cel), *((value,) for value in shown_as(cel))]
        for value in cel:
            parent = above(value)
            if parent:
                nobody.append(tuple(sorted([parent, *shown_as((value,))])))
                if any(other != parent and other[0] == parent[0] for other in cel):
                    return True
        return any(
            self._is_shown(one, period) and not self._number(one, period)
            for one in nobody
            if one in self.wholes
        )
