"""The words of the catalogue with where they stand, like the index at the back of a book.

Every provision has a number, in the order of names, and a set of provisions is one whole number
with a bit for each. Python joins, divides and counts ten thousand of them as one sum, so what
somebody looks for is found without a query, also when nobody ever asked for it.
"""

import re
import uuid
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import and_
from typing import NamedTuple

from voorzieningen.models import Voorziening

Verzameling = int  # of provisions: a bit for each
# Where a stem stands, as PostgreSQL has it but for the numbers: "A,C" is once in the name (A) and
# once in the description (C). The search words are B.
Plek = str
_NUMBERS = re.compile(r"(?<=[:,])[0-9]+")
_RARE = 128  # a set that fewer than one in so many are in, takes less room as a list


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


class Trefwoorden:
    """Which published provisions have a stem, and in which places of their text.

    A stem in its places is one text, "schuld A,C", and those are kept in order: a space comes
    before every letter, so what begins with a stem is found in the order of PostgreSQL. Stems and
    provisions are kept as text, octets and numbers only: the garbage collector would look at every
    object again and again.
    """

    def __init__(self, rows: Iterable[tuple[uuid.UUID, datetime, uuid.UUID | None, str]]) -> None:
        self.ids: list[bytes] = []
        self._changed: list[datetime] = []
        providers: dict[uuid.UUID, list[int]] = defaultdict(list)
        marks: dict[str, array[int]] = {}
        for number, (pk, changed, provider, vector) in enumerate(rows):
            self.ids.append(pk.bytes)
            self._changed.append(changed)
            if provider:
                providers[provider].append(number)
            for mark in marks_of(vector):
                if mark in marks:
                    marks[mark].append(number)
                else:
                    marks[mark] = array("I", (number,))
        total = len(self.ids)
        self._found = {place_of(mark): _small(found, total) for mark, found in marks.items()}
        self._places = sorted(self._found)
        self.aanbieders = {pk: together(numbers) for pk, numbers in providers.items()}

    @classmethod
    def read(cls) -> "Trefwoorden":
        """The catalogue as it is now, in the order of names: one query."""
        rows = Voorziening.objects.gepubliceerd().filter(opgegaan_in=None).order_by("naam", "pk")
        columns = ("pk", "gewijzigd_op", "organisatie_id", "zoekvector")
        return cls(rows.values_list(*columns).iterator())

    def version(self, number: int) -> Versie:
        """The provision with this number."""
        return Versie(uuid.UUID(bytes=self.ids[number]), self._changed[number])

    def beginning_with(self, letters: str) -> Iterator[str]:
        """The stems that begin so, in order."""
        return (stem for stem, _ in groupby(self._beginning_with(letters), stem_of))

    def places(self, stam: Stam) -> Iterator[list[tuple[Plek, Verzameling]]]:
        """For each stem that is meant, in order, who has it in which places."""
        meant = self._beginning_with(stam.letters if stam.begin else f"{stam.letters} ")
        for _, each in groupby(meant, stem_of):
            yield [(place.rpartition(" ")[2], self._who(place)) for place in each]

    def _beginning_with(self, text: str) -> Iterator[str]:
        places = self._places
        for at in range(bisect_left(places, text), len(places)):
            if not places[at].startswith(text):
                break
            yield places[at]

    def _who(self, place: str) -> Verzameling:
        found = self._found[place]
        return found if isinstance(found, int) else together(found)

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


def marks_of(vector: str) -> Iterable[str]:
    """The stems of a tsvector with their places: of 'hengelo':2A,14C first 'hengelo':A,C."""
    return filter(None, _NUMBERS.sub("", vector).split(" "))


def place_of(mark: str) -> str:
    """How we keep it: hengelo A,C."""
    stem, _, places = mark.rpartition(":")
    return f"{stem[1:-1]} {places}"


def stem_of(place: str) -> str:
    """The stem without its places."""
    return place.partition(" ")[0]


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


def _small(numbers: "array[int]", total: int) -> "array[int] | Verzameling":
    """What many have is kept as a set, ready to be asked for; what few have as a list."""
    return together(numbers) if len(numbers) * _RARE >= total else numbers
