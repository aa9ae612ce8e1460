"""Every word that the catalogue uses, remembered until the catalogue changes.

Knowing the words before asking keeps the question small: a reading of a word that occurs
nowhere is not looked for, and only a word that occurs nowhere is taken for a typing error.
"""

import difflib
import uuid
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from voorzieningen.models import Organisatie
from voorzieningen.queries.stand import Stand, current_state
from voorzieningen.queries.synoniemen import Synoniemen

_WORDS = """
    SELECT word FROM ts_stat('SELECT zoekvector FROM voorzieningen_voorziening
                              WHERE status = ''gepubliceerd'' AND opgegaan_in_id IS NULL')
"""
_LONGER = 3


@dataclass(frozen=True)
class Woordenschat:
    """Stems in order, synonyms, and per stem in a name the organisations that bear it."""

    woorden: Sequence[str]
    synoniemen: Synoniemen
    namen: Sequence[str]
    dragers: dict[str, tuple[uuid.UUID, ...]]

    def has(self, stem: str, *, prefix: bool) -> bool:
        """Whether a provision has this stem, or with `prefix` one that begins with it."""
        at = bisect_left(self.woorden, stem)
        if at == len(self.woorden):
            return False
        return self.woorden[at].startswith(stem) if prefix else self.woorden[at] == stem

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
        first = bisect_left(self.woorden, stem[0])
        last = bisect_left(self.woorden, stem[0] + "\uffff")
        near = [w for w in self.woorden[first:last] if abs(len(w) - len(stem)) <= _LONGER]
        return next(iter(difflib.get_close_matches(stem, near, n=1, cutoff=alike)), None)


_remembered: dict[Stand, Woordenschat] = {}


def vocabulary(stand: Stand | None = None) -> Woordenschat:
    """The words as they are now, which is `stand`; read again only after a change."""
    now = stand or current_state()
    found = _remembered.get(now)
    if found is None:
        found = _read()
        _remembered.clear()
        _remembered[now] = found
    return found


def _read() -> Woordenschat:
    with connection.cursor() as cursor:
        cursor.execute(_WORDS)
        words = sorted(row[0] for row in cursor.fetchall())
    bearers: dict[str, tuple[uuid.UUID, ...]] = {}
    for pk, vector in Organisatie.objects.values_list("pk", "zoekvector"):
        for stem in _lexemes(vector):
            bearers[stem] = (*bearers.get(stem, ()), pk)
    return Woordenschat(words, Synoniemen.read(), sorted(bearers), bearers)


def _lexemes(vector: str) -> list[str]:
    """The stems in a tsvector as text: 'hengelo':2 'stichting':1."""
    return [part.split("'")[1] for part in vector.split() if part.startswith("'")]
