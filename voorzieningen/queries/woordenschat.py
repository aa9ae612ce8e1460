"""Every word that the catalogue uses, remembered until the catalogue changes.

Knowing the words before asking keeps the question small: a reading of a word that occurs
nowhere is not looked for, and only a word that occurs nowhere is taken for a typing error.
"""

import difflib
import time
import uuid
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from django.db import Error, OperationalError

from voorzieningen.models import Organisatie
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.synoniemen import Synoniemen
from voorzieningen.queries.trefwoorden import Trefwoorden, marks_of, place_of, stem_of
from voorzieningen.queries.zeef import Zeef

_LONGER = 3
# A change past every trigger, as when a backup is put back, is seen after an hour at last.
SECONDEN = 3600


@dataclass(frozen=True)
class Woordenschat:
    """The index of words, synonyms, and per stem in a name the organisations that bear it.

    Beside it stands what the filters leave, which is kept as long as the index.
    """

    trefwoorden: Trefwoorden
    zeef: Zeef
    synoniemen: Synoniemen
    namen: Sequence[str]
    dragers: dict[str, tuple[uuid.UUID, ...]]

    def has(self, stem: str, *, prefix: bool) -> bool:
        """Whether a provision has this stem, or with `prefix` one that begins with it."""
        found = next(self.trefwoorden.beginning_with(stem), None)
        return found is not None and (prefix or found == stem)

    def bearers(self, stem: str) -> list[uuid.UUID]:
        """The organisations with a word in their name that begins with this stem."""
        found: list[uuid.UUID] = []
        at = bisect_left(self.namen, stem)
        while at < len(self.namen) and self.namen[at].startswith(stem):
            found += self.dragers[self.namen[at]]
            at += 1
        return found

    def nearest(self, stem: str, alike: float) -> str | None:
        """The stem that was probably meant: the same first letter, and so much `alike` (0 to 1)."""
        alike_begun = self.trefwoorden.beginning_with(stem[0])
        near = [word for word in alike_begun if abs(len(word) - len(stem)) <= _LONGER]
        return next(iter(difflib.get_close_matches(stem, near, n=1, cutoff=alike)), None)


@dataclass(frozen=True)
class _Gelezen:
    """The words with the state that they were read in, and until when they are kept."""

    stand: Stand
    woorden: Woordenschat
    tot: float


class _Lezer:
    """Of all who ask after a change one reads, and the others get what it read.

    Whoever had its turn asks anew what the state is: waiting for another it may have become
    another, and then all that wait need only one reading. So the words are as they were when
    they were asked for or as they became since, never older. A reading that fails, fails for
    all that wait for it: each would only find out the same, one after the other.
    """

    def __init__(self) -> None:
        self._turn = Lock()
        self._gelezen: _Gelezen | None = None
        self._failures = 0

    def get(self, stand: Stand | None) -> Woordenschat:
        """The words in this state or a later one; without a state as they are now."""
        failures = self._failures
        known = self._in_state(stand or current_state())
        if known:
            return known
        with self._turn:
            if failures != self._failures:
                raise OperationalError("De woorden van de catalogus konden niet worden gelezen.")
            try:
                return self._read_again()
            except Error:
                self._failures += 1
                raise

    def _in_state(self, stand: Stand) -> Woordenschat | None:
        """What is remembered, when it was read in just this state and not too long ago."""
        known = self._gelezen
        if known and known.stand == stand and time.monotonic() < known.tot:
            return known.woorden
        return None

    def _read_again(self) -> Woordenschat:
        now = current_state()
        if known := self._in_state(now):
            return known
        words = _read()
        self._gelezen = _Gelezen(now, words, time.monotonic() + SECONDEN)
        return words


_LEZER = _Lezer()


def vocabulary(stand: Stand | None = None) -> Woordenschat:
    """The words as they are in this state or have become since; read again after a change."""
    return _LEZER.get(stand)


def _read() -> Woordenschat:
    index = Trefwoorden.read()
    bearers: dict[str, tuple[uuid.UUID, ...]] = {}
    for pk, vector in Organisatie.objects.values_list("pk", "zoekvector"):
        for stem in (stem_of(place_of(mark)) for mark in marks_of(vector)):
            bearers[stem] = (*bearers.get(stem, ()), pk)
    return Woordenschat(index, Zeef(index), Synoniemen.read(), sorted(bearers), bearers)
