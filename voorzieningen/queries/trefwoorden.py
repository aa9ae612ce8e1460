"""The words of the catalogue with where they stand, like the index at the back of a book.

What somebody looks for is found without a query, also when nobody ever asked for it.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from operator import and_
from typing import NamedTuple

from voorzieningen.antwoorden import Laatste
from voorzieningen.queries.register import Leden, Register
from voorzieningen.queries.verzameling import Verzameling

# Where a stem stands, as PostgreSQL has it but for the numbers: "A,C" is once in the name (A) and
# once in the description (C). The search words are B.
Plek = str
MEESTE = 500
_NUMBERS = re.compile(r"(?<=[:,])[0-9]+")


class Stam(NamedTuple):
    """A stem to look for; with `begin` also everything that begins with it."""

    letters: str
    begin: bool = False


class Dekking(NamedTuple):
    """Who has something in the name or search words, and who anywhere in the text."""

    kern: Verzameling
    overal: Verzameling


class Vindplaatsen(NamedTuple):
    """Who has what is meant by a stem, and of each stem in order who has it in which places."""

    dekking: Dekking
    stammen: Sequence[Sequence[tuple[Plek, Leden]]]


class Trefwoorden:
    """Which published provisions have a stem, and in which places of their text.

    A stem in its places is one text, "schuld A,C", and those are kept in order: a space comes
    before every letter, so what begins with a stem is found in the order of PostgreSQL. Where
    a stem was found is remembered, as somebody will look for it again.
    """

    def __init__(self, register: Register[str]) -> None:
        self._register = register
        self._places = sorted(register.leden)
        self._found: Laatste[Stam, Vindplaatsen] = Laatste(MEESTE)

    def changed(self, weg: set[int], erbij: Mapping[str, Sequence[int]]) -> "Trefwoorden":
        """Without these provisions, and then with these under their stems in their places."""
        made = Trefwoorden.__new__(Trefwoorden)
        made._register, touched = self._register.changed(weg, erbij)
        made._places = self._places.copy()
        before, after = self._register.leden, made._register.leden
        for place in touched:
            if place not in before:
                insort(made._places, place)
            elif place not in after:
                del made._places[bisect_left(made._places, place)]
        stems = {stem_of(place) for place in touched}
        begun = {stem[:end] for stem in stems for end in range(1, len(stem) + 1)}
        made._found = Laatste(MEESTE)
        for stam, found in self._found.items():
            if stam.letters not in (begun if stam.begin else stems):
                made._found.keep(stam, found)
        return made

    def beginning_with(self, letters: str) -> Iterator[str]:
        """The stems that begin so, in order."""
        return (stem for stem, _ in groupby(self._beginning_with(letters), stem_of))

    def _beginning_with(self, text: str) -> Iterator[str]:
        places = self._places
        for at in range(bisect_left(places, text), len(places)):
            if not places[at].startswith(text):
                break
            yield places[at]

    def find(self, stam: Stam) -> Vindplaatsen:
        """Who has what is meant by this stem."""
        found = self._found.get(stam)
        if found is None:
            found = self._look_up(stam)
            self._found.keep(stam, found)
        return found

    def _look_up(self, stam: Stam) -> Vindplaatsen:
        kern = overal = 0
        stems: list[list[tuple[Plek, Leden]]] = []
        meant = self._beginning_with(stam.letters if stam.begin else f"{stam.letters} ")
        for _, places in groupby(meant, stem_of):
            stems.append([])
            for place in places:
                at, who = place.rpartition(" ")[2], self._register.of(place)
                overal |= who
                if "A" in at or "B" in at:
                    kern |= who
                stems[-1].append((at, self._register.leden[place]))
        return Vindplaatsen(Dekking(kern, overal), stems)

    def having(self, lezingen: Iterable[Sequence[Stam]]) -> Dekking:
        """Who has all stems of one of these readings."""
        kern = overal = 0
        for lezing in lezingen:
            stems = [self.find(stam).dekking for stam in lezing]
            kern |= reduce(and_, (each.kern for each in stems))
            overal |= reduce(and_, (each.overal for each in stems))
        return Dekking(kern, overal)


def places_of(vector: str) -> Iterator[str]:
    """The stems of a tsvector with their places, as we keep them."""
    return map(place_of, marks_of(vector))


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
