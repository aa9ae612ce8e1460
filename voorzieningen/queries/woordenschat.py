"""Every word that the catalogue uses, remembered until the catalogue changes.

Knowing the words before asking keeps the question small: a reading of a word that occurs
nowhere is not looked for, and only a word that occurs nowhere is taken for a typing error.
"""

import difflib
import uuid
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from voorzieningen.models import Organisatie
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.synoniemen import Synoniemen
from voorzieningen.queries.trefwoorden import Trefwoorden, marks_of, place_of, stem_of
from voorzieningen.queries.zeef import Zeef

_LONGER = 3


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


_remembered: dict[Stand, Woordenschat] = {}
_reading = Lock()


def vocabulary(stand: Stand | None = None) -> Woordenschat:
    """The words as they are now, which is `stand`; read again only after a change.

    Of all who ask at that moment one reads, and the others wait for it.
    """
    now = stand or current_state()
    found = _remembered.get(now)
    if found is None:
        with _reading:
            found = _remembered.get(now) or _read()
            _remembered.clear()
            _remembered[now] = found
    return found


def _read() -> Woordenschat:
    index = Trefwoorden.read()
    bearers: dict[str, tuple[uuid.UUID, ...]] = {}
    for pk, vector in Organisatie.objects.values_list("pk", "zoekvector"):
        for stem in (stem_of(place_of(mark)) for mark in marks_of(vector)):
            bearers[stem] = (*bearers.get(stem, ()), pk)
    return Woordenschat(index, Zeef(index), Synoniemen.read(), sorted(bearers), bearers)
