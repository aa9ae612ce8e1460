"""The words of the catalogue with where they stand, like the index at the back of a book.

Every provision has a number, in the order of names, and a set of provisions is one whole number
with a bit for each. Python joins, divides and counts ten thousand of them as one sum, so what
somebody looks for is found without a query, also when nobody ever asked for it.
"""

import uuid
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_
from typing import NamedTuple

from voorzieningen.models import Voorziening

Verzameling = int  # of provisions: a bit for each
# What stands behind a stem in PostgreSQL, but for the numbers: "A,C" is once in the name (A) and
# once in the description (C). The search words are B.
Plek = str
_NO_NUMBERS = str.maketrans("", "", "0123456789")
_RARE = 128  # a stem that fewer than one in so many have, takes less room as a list


class Versie(NamedTuple):
    """A provision as it was made or changed at a moment."""

    id: uuid.UUID
    gewijzigd_op: datetime


class Stam(NamedTuple):
    """A stem to look for; with `begin` also everything that begins with it."""

    letters: str
    begin: bool = False


class Dekking(NamedTuple):
    """Who has something in the name or search words, and who anywhere in the text."""

    kern: Verzameling
    overal: Verzameling


@dataclass(frozen=True)
class Trefwoorden:
    """Which published provisions have a stem, and in which places of their text."""

    versies: Sequence[Versie]
    stammen: Sequence[str]
    aanbieders: Mapping[uuid.UUID, Verzameling]
    _gevonden: Mapping[str, Sequence[tuple[Plek, "array[int] | Verzameling"]]]

    @classmethod
    def read(cls) -> "Trefwoorden":
        """The catalogue as it is now: one query."""
        rows = Voorziening.objects.gepubliceerd().filter(opgegaan_in=None).order_by("naam", "pk")
        versions: list[Versie] = []
        providers: dict[uuid.UUID, list[int]] = defaultdict(list)
        places: dict[str, dict[Plek, array[int]]] = {}
        found = rows.values_list("pk", "gewijzigd_op", "organisatie_id", "zoekvector")
        for number, (pk, changed, provider, vector) in enumerate(found.iterator()):
            versions.append(Versie(pk, changed))
            if provider:
                providers[provider].append(number)
            for stem, place in lexemes(vector):
                by_place = places.setdefault(stem, {})
                if place not in by_place:
                    by_place[place] = array("I")
                by_place[place].append(number)
        return cls(
            versions,
            sorted(places),
            {pk: together(numbers) for pk, numbers in providers.items()},
            {stem: _small(each, len(versions)) for stem, each in places.items()},
        )

    def beginning_with(self, letters: str) -> Iterator[str]:
        """The stems that begin so, in order."""
        at = bisect_left(self.stammen, letters)
        while at < len(self.stammen) and self.stammen[at].startswith(letters):
            yield self.stammen[at]
            at += 1

    def places(self, stam: Stam) -> Iterator[list[tuple[Plek, Verzameling]]]:
        """For each stem that is meant, in order, who has it in which places."""
        for stem in self.beginning_with(stam.letters) if stam.begin else (stam.letters,):
            found = self._gevonden.get(stem, ())
            yield [(at, who if isinstance(who, int) else together(who)) for at, who in found]

    def having(self, lezingen: Iterable[Sequence[Stam]]) -> Dekking:
        """Who has all stems of one of these readings."""
        kern = overal = 0
        for lezing in lezingen:
            stems = [self._having_stem(stam) for stam in lezing]
            kern |= reduce(and_, (each.kern for each in stems))
            overal |= reduce(and_, (each.overal for each in stems))
        return Dekking(kern, overal)

    def _having_stem(self, stam: Stam) -> Dekking:
        kern = overal = 0
        for places in self.places(stam):
            for at, who in places:
                overal |= who
                if "A" in at or "B" in at:
                    kern |= who
        return Dekking(kern, overal)


def lexemes(vector: str) -> Iterator[tuple[str, Plek]]:
    """The stems of a tsvector as text, with their places: 'hengelo':2A,14C 'stichting':1A."""
    for part in filter(None, vector.split(" ")):
        stem, _, places = part.rpartition(":")
        yield stem[1:-1], places.translate(_NO_NUMBERS)


def together(numbers: Sequence[int]) -> Verzameling:
    """The set of these numbers."""
    octets = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def numbers_of(found: Verzameling) -> Iterator[int]:
    """The numbers in a set, in order."""
    bits = bin(found)[:1:-1]
    at = bits.find("1")
    while at >= 0:
        yield at
        at = bits.find("1", at + 1)


def _small(
    by_place: Mapping[Plek, "array[int]"], total: int
) -> tuple[tuple[Plek, "array[int] | Verzameling"], ...]:
    """A common stem is kept as sets, ready to be asked for; a rare one as lists."""
    return tuple(
        (place, together(numbers) if len(numbers) * _RARE >= total else numbers)
        for place, numbers in by_place.items()
    )
