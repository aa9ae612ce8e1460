"""Which number a provision has in a set, in which version it is, and the order of names.

Numbers go in the order of names. What came, or got another name, since all of it was read,
has a number after those, and is put in its place when a page is made.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from voorzieningen.queries.regels import Regel
from voorzieningen.queries.verzameling import Verzameling, numbers_of


class Versie(NamedTuple):
    """A provision as it was since the reading with this number; `octets` are those of its id.

    Everything about a hit is kept by this, and octets are found several times as quick as an id.
    """

    octets: bytes
    lezing: int

    @property
    def id(self) -> uuid.UUID:
        """Of which provision."""
        return uuid.UUID(bytes=self.octets)


class Nummers:
    """The provisions by number; it does not change, after a change there is another."""

    def __init__(self, regels: Sequence[Regel], lezing: int) -> None:
        self._ids = [each.id.bytes for each in regels]
        self._namen = [each.naam for each in regels]
        self._lezingen = [lezing] * len(self._ids)
        self._in_order = len(self._ids)
        self._number = {pk: number for number, pk in enumerate(self._ids)}

    @property
    def added(self) -> int:
        """How many numbers came after the first reading."""
        return len(self._ids) - self._in_order

    def version(self, number: int) -> Versie:
        """The provision with this number."""
        return Versie(self._ids[number], self._lezingen[number])

    def known(self, pk: uuid.UUID) -> Versie | None:
        """The version of a provision that is published."""
        number = self._number.get(pk.bytes)
        return None if number is None else self.version(number)

    def number(self, pk: uuid.UUID) -> int:
        """The number of a provision that is published."""
        return self._number[pk.bytes]

    def numbers(self, ids: Iterable[uuid.UUID]) -> set[int]:
        """The numbers of those that are published."""
        return {self._number[pk.bytes] for pk in ids if pk.bytes in self._number}

    def ids(self, found: Verzameling) -> set[uuid.UUID]:
        """The provisions in a set."""
        return {uuid.UUID(bytes=self._ids[number]) for number in numbers_of(found)}

    def in_order(self, found: Verzameling) -> Iterator[int]:
        """The numbers in a set, in the order of names."""
        added = found >> self._in_order
        if not added:
            return numbers_of(found)
        later = [number + self._in_order for number in numbers_of(added)]
        first = found ^ (added << self._in_order)
        return merge(numbers_of(first), sorted(later, key=self._place), key=self._place)

    def _place(self, number: int) -> tuple[str, bytes]:
        return self._namen[number], self._ids[number]

    def changed(
        self, ids: Collection[uuid.UUID], regels: Iterable[Regel], lezing: int
    ) -> "Nummers":
        """After reading these provisions again: what is no longer published has no number."""
        made = Nummers.__new__(Nummers)
        made._ids, made._namen = self._ids.copy(), self._namen.copy()
        made._lezingen, made._in_order = self._lezingen.copy(), self._in_order
        made._number = self._number.copy()
        before = {pk.bytes: made._number.pop(pk.bytes, None) for pk in ids}
        for regel in regels:
            made._put(regel, before.get(regel.id.bytes), lezing)
        return made

    def _put(self, regel: Regel, number: int | None, lezing: int) -> None:
        """Give a provision a number; its own from before when it has the same name."""
        if number is None or self._namen[number] != regel.naam:
            number = len(self._ids)
            self._ids.append(regel.id.bytes)
            self._namen.append(regel.naam)
            self._lezingen.append(lezing)
        self._lezingen[number] = lezing
        self._number[regel.id.bytes] = number
