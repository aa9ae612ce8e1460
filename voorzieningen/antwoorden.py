"""Answers that are the same for everybody, remembered until the catalogue changes.

Residents look for the same things, and nothing of a person is in such an answer. Every change
of what the catalogue shows makes another state, the name of a place or a wijk as well. After
five minutes an answer goes anyway.
"""

import time
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

from voorzieningen.queries.stand import Stand

SECONDEN = 300
MEESTE = 500
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

    def items(self) -> list[tuple[K, T]]:
        """Everything that is kept, used longest ago first."""
        with self._lock:
            return list(self._kept.items())

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


class Antwoorden(Generic[T]):
    """The last answers by what was asked, at most `meeste`, all for one state."""

    def __init__(self, meeste: int = MEESTE) -> None:
        self._meeste = meeste
        self._lock = Lock()
        self._stand: Stand | None = None
        self._known: OrderedDict[Hashable, tuple[float, T]] = OrderedDict()

    def find(self, gevraagd: Hashable, stand: Stand) -> T | None:
        """The answer that was given to this before, as long as it holds."""
        with self._lock:
            if stand != self._stand:
                self._known.clear()
                self._stand = stand
            until, answer = self._known.get(gevraagd, (0.0, None))
            return answer if time.monotonic() < until else None

    def keep(self, gevraagd: Hashable, stand: Stand, antwoord: T) -> None:
        """Remember an answer that was made while the catalogue was in this state."""
        with self._lock:
            if stand != self._stand:
                return
            self._known[gevraagd] = time.monotonic() + SECONDEN, antwoord
            self._known.move_to_end(gevraagd)
            if len(self._known) > self._meeste:
                self._known.popitem(last=False)
