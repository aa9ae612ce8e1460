"""What the filters leave of the catalogue, each filter asked for once while it stays the same."""

import datetime as dt
from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from functools import reduce
from operator import and_
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

from voorzieningen.queries.filters import distance, lightness, narrowed
from voorzieningen.queries.trefwoorden import Trefwoorden, Verzameling, together
from voorzieningen.queries.vraag import Zoekvraag

_FILTERS = ("leefgebied", "doelgroep", "leeftijd", "soort", "alleen_algemeen")
MEESTE = 300
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Laatste(Generic[K, T]):
    """What was used last, at most so many; what nobody used for longest goes first."""

    def __init__(self, meeste: int) -> None:
        self._meeste = meeste
        self._lock = Lock()
        self._kept: OrderedDict[K, T] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: K) -> T | None:
        """What is kept under this, which then counts as just used."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: K, value: T) -> None:
        """Keep it, in the place of what was used longest ago."""
        with self._lock:
            self._kept[key] = value
            if len(self._kept) > self._meeste:
                self._kept.popitem(last=False)


class Zeef:
    """Which provisions pass a filter on a day, by their numbers in the index of words."""

    def __init__(self, woorden: Trefwoorden) -> None:
        self._numbers = {pk: number for number, pk in enumerate(woorden.ids)}
        self._layers: Laatste[tuple[dt.date, str | None], list[Verzameling]] = Laatste(MEESTE)
        self._passed: Laatste[Zoekvraag, Verzameling] = Laatste(MEESTE)

    def layers(self, vraag: Zoekvraag) -> list[Verzameling]:
        """What the filters leave: the lightest first, and of what is as light the nearest."""
        passed = [self._through(each) for each in _apart(vraag)]
        return [reduce(and_, passed, layer) for layer in self._all_layers(vraag.op, vraag.wijk)]

    def _through(self, one: Zoekvraag) -> Verzameling:
        found = self._passed.get(one)
        if found is None:
            found = self._set_of(narrowed(one).values_list("pk", flat=True))
            self._passed.keep(one, found)
        return found

    def _all_layers(self, op: dt.date, wijk: str | None) -> list[Verzameling]:
        found = self._layers.get((op, wijk))
        if found is None:
            rows = narrowed(Zoekvraag(op=op)).annotate(light=lightness(), far=distance(wijk))
            layers: dict[tuple[int, int], list[UUID]] = defaultdict(list)
            for pk, light, far in rows.order_by().values_list("pk", "light", "far"):
                layers[light, far].append(pk)
            found = [self._set_of(layers[key]) for key in sorted(layers)]
            self._layers.keep((op, wijk), found)
        return found

    def _set_of(self, ids: Iterable[UUID]) -> Verzameling:
        """What came since the index was made is not in it: then there is a new one to be made."""
        found = (self._numbers.get(pk.bytes) for pk in ids)
        return together([number for number in found if number is not None])


def _apart(vraag: Zoekvraag) -> Iterator[Zoekvraag]:
    """Every filter by itself; the wijk only orders."""
    none = Zoekvraag(op=vraag.op)
    for name in _FILTERS:
        if (chosen := getattr(vraag, name)) != getattr(none, name):
            yield replace(none, **{name: chosen})
