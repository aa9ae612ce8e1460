"""Reading the words of the catalogue: all of them, or after a change what it touched.

What is read after a change is never older than the mark of that change, and may be newer: then
there is a mark to come, by which it is read once more.
"""

import difflib
import itertools
import uuid
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from voorzieningen.models import Organisatie
from voorzieningen.queries.nummers import Nummers
from voorzieningen.queries.onthouden import Onthouden
from voorzieningen.queries.regels import Regel, read_lines
from voorzieningen.queries.register import Register, gather
from voorzieningen.queries.stand import Merk
from voorzieningen.queries.synoniemen import Synoniemen
from voorzieningen.queries.trefwoorden import Trefwoorden, marks_of, place_of, places_of, stem_of
from voorzieningen.queries.zeef import Zeef

_LONGER = 3
_LONG, _BEGUN_SHORT = 7, 2
# Of more than so many it is quicker to read everything, and so many numbers make no page slow.
_MOST_CHANGED, _MOST_ADDED = 500, 1000
# By which of its features a provision shows something of another table.
_SHOWN = {"organisatie": "aanbieder", "locatie": "plek"}
_readings = itertools.count(1)


@dataclass(frozen=True)
class Dragers:
    """Per stem in the name of an organisation who bears it."""

    namen: Sequence[str]
    dragers: dict[str, tuple[uuid.UUID, ...]]

    @classmethod
    def read(cls) -> "Dragers":
        """The names as they are now."""
        bearers: dict[str, tuple[uuid.UUID, ...]] = {}
        for pk, vector in Organisatie.objects.values_list("pk", "zoekvector"):
            for stem in map(stem_of, places_of(vector)):
                bearers[stem] = (*bearers.get(stem, ()), pk)
        return cls(sorted(bearers), bearers)

    def of(self, stem: str) -> list[uuid.UUID]:
        """The organisations with a word in their name that begins with this stem."""
        found: list[uuid.UUID] = []
        at = bisect_left(self.namen, stem)
        while at < len(self.namen) and self.namen[at].startswith(stem):
            found += self.dragers[self.namen[at]]
            at += 1
        return found


@dataclass(frozen=True)
class Woordenschat:
    """The index of words, what filters look at, synonyms, and the names of organisations.

    Knowing the words before asking keeps the question small: a reading of a word that occurs
    nowhere is not looked for, and only a word that occurs nowhere is taken for a typing error.
    `grondslag` is the number of the reading in which everything was read; what is found out with
    these words goes when there are others.
    """

    grondslag: int
    nummers: Nummers
    trefwoorden: Trefwoorden
    zeef: Zeef
    synoniemen: Synoniemen
    dragers: Dragers
    onthouden: Onthouden = field(init=False, default_factory=Onthouden, compare=False)

    def has(self, stem: str, begin: bool = False) -> bool:
        """Whether a provision has this stem, or with `begin` one that begins with it."""
        found = next(self.trefwoorden.beginning_with(stem), None)
        return found is not None and (begin or found == stem)

    def nearest(self, stem: str, alike: float) -> str | None:
        """The stem that was probably meant: begun the same, and so much `alike` (0 to 1).

        One wrong letter says little in a long word and makes another word of a short one.
        """
        begun = stem[: _BEGUN_SHORT if len(stem) < _LONG else 1]
        alike_begun = self.trefwoorden.beginning_with(begun)
        near = [word for word in alike_begun if abs(len(word) - len(stem)) <= _LONGER]
        return next(iter(difflib.get_close_matches(stem, near, n=1, cutoff=alike)), None)


def read_all() -> Woordenschat:
    """Everything as it is now."""
    reading, regels = next(_readings), list(read_lines())
    total = len(regels)
    stems = gather((number, marks_of(each.woorden)) for number, each in enumerate(regels))
    places = {place_of(mark): numbers for mark, numbers in stems.items()}
    features = gather((number, each.kenmerken) for number, each in enumerate(regels))
    return Woordenschat(
        grondslag=reading,
        nummers=Nummers(regels, reading),
        trefwoorden=Trefwoorden(Register.collected(places, total)),
        zeef=Zeef(Register.collected(features, total)),
        synoniemen=Synoniemen.read(),
        dragers=Dragers.read(),
    )


def read_changes(known: Woordenschat, merken: Collection[Merk]) -> Woordenschat | None:
    """What is known with what these marks touched read again; None when that is too much."""
    if any(each.sleutels is None for each in merken):
        return None
    tables = {each.tabel for each in merken}
    ids = _touched(known, merken)
    if len(ids) > _MOST_CHANGED:
        return None
    if ids:
        known = _read_again(known, ids)
    if known.nummers.added > _MOST_ADDED:
        return None
    if "synoniem" in tables:
        known = replace(known, synoniemen=Synoniemen.read())
    if "organisatie" in tables:
        known = replace(known, dragers=Dragers.read())
    return known


def _touched(known: Woordenschat, merken: Iterable[Merk]) -> set[uuid.UUID]:
    """The provisions that these marks touched, also by what they show of another table.

    Who offers what and where is looked up in what is known: a provision of which that changed
    as well, has a mark of its own.
    """
    ids: set[uuid.UUID] = set()
    for table, keys in merken:
        if table == "voorziening":
            ids.update(keys or ())
            continue
        for key in keys or ():
            ids |= known.nummers.ids(known.zeef.kenmerken.of((_SHOWN[table], key)))
    return ids


def _read_again(known: Woordenschat, ids: set[uuid.UUID]) -> Woordenschat:
    regels = list(read_lines(ids))
    gone = known.nummers.numbers(ids)
    nummers = known.nummers.changed(ids, regels, next(_readings))
    now: list[tuple[int, Regel]] = [(nummers.number(each.id), each) for each in regels]
    places = gather((number, places_of(each.woorden)) for number, each in now)
    features = gather((number, each.kenmerken) for number, each in now)
    return replace(
        known,
        nummers=nummers,
        trefwoorden=known.trefwoorden.changed(gone, places),
        zeef=Zeef(known.zeef.kenmerken.changed(gone, features)[0]),
    )
