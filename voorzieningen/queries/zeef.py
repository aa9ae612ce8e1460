"""What the filters leave of the catalogue, found in the register of what provisions have.

The same as `filters.narrowed` has the database find, without asking it.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import reduce
from operator import or_
from uuid import UUID

from voorzieningen.enums import Soort
from voorzieningen.queries.filters import LIGHTEST_FIRST
from voorzieningen.queries.regels import ELKE, Kenmerk, Waarde
from voorzieningen.queries.register import Register
from voorzieningen.queries.verzameling import Verzameling
from voorzieningen.queries.vraag import Zoekvraag


class Zeef:
    """Which provisions pass the filters of a question on its day."""

    def __init__(self, kenmerken: Register[Kenmerk]) -> None:
        self.kenmerken = kenmerken
        self._values: dict[str, list[Waarde]] = defaultdict(list)
        for kind, value in kenmerken.leden:
            self._values[kind].append(value)

    def layers(self, vraag: Zoekvraag) -> list[Verzameling]:
        """What the filters leave: the lightest first, and of what is as light the nearest."""
        left = self._left(vraag)
        kinds = (left & self._having("soort", soort) for soort in LIGHTEST_FIRST)
        layers = (layer for kind in kinds for layer in self._by_distance(kind, vraag.wijk))
        return [layer for layer in layers if layer]

    def offered_by(self, organisatie: UUID) -> Verzameling:
        """What an organisation offers."""
        return self._having("aanbieder", organisatie)

    def _left(self, vraag: Zoekvraag) -> Verzameling:
        left = self.kenmerken.of(ELKE)
        left &= ~self._any("vanaf", lambda day: day > vraag.op)
        left &= ~self._any("tot", lambda day: day < vraag.op)
        if vraag.alleen_algemeen:
            left &= self._having("soort", Soort.ALGEMEEN)
        if vraag.soort:
            left &= self._having("soort", vraag.soort)
        if vraag.leefgebied:
            left &= self._having("leefgebied", vraag.leefgebied)
        if vraag.doelgroep:
            left &= self._having("doelgroep", vraag.doelgroep) | ~self._any("doelgroep")
        if (age := vraag.leeftijd) is not None:
            left &= ~self._any("vanaf_leeftijd", lambda lowest: lowest > age)
            left &= ~self._any("tot_leeftijd", lambda highest: highest < age)
        return left

    def _by_distance(self, found: Verzameling, wijk: str | None) -> list[Verzameling]:
        """In this wijk, in the whole municipality, and only elsewhere."""
        if not wijk:
            return [found]
        near = found & (self._having("wijk", wijk) | self._having("plek_in", wijk))
        elsewhere = found & ~near & self._any("wijk")
        return [near, found ^ near ^ elsewhere, elsewhere]

    def _having(self, kind: str, value: Waarde) -> Verzameling:
        return self.kenmerken.of((kind, value))

    def _any(self, kind: str, fits: Callable[..., bool] = lambda _: True) -> Verzameling:
        """Who has any value of this kind that fits."""
        values = self._values.get(kind, ())
        return reduce(or_, (self._having(kind, each) for each in values if fits(each)), 0)
