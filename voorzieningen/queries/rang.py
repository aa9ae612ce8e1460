"""Which of two provisions has the words more often and in more telling places.

It is what `ts_rank` of PostgreSQL gives for any of the stems, to the last bit, but for a whole set
of provisions at once: who has the same stems in the same places gets the same rank. PostgreSQL
reckons with numbers of four octets, in the order of the stems, and so does this.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from voorzieningen.queries.register import Leden
from voorzieningen.queries.trefwoorden import Plek, Stam, Trefwoorden
from voorzieningen.queries.verzameling import Verzameling, numbers_of, together

_SINGLE = struct.Struct("f")


def _single(number: float) -> float:
    """The nearest number of four octets."""
    found: float = _SINGLE.unpack(_SINGLE.pack(number))[0]
    return found


_WORTH = {"A": 1.0, "B": _single(0.4), "C": _single(0.2), "": _single(0.1)}
_WITHOUT_END = 1.64493406685  # what 1 + 1/4 + 1/9 + ... comes to, as PostgreSQL has it


def by_rank(
    found: Verzameling, stammen: Iterable[Stam], woorden: Trefwoorden
) -> Iterator[Verzameling]:
    """The set in parts of the same rank, the highest first."""
    wanted: dict[str, bool] = {}
    for stam in stammen:
        wanted[stam.letters] = stam.begin or wanted.get(stam.letters, False)
    sums: Mapping[float, Verzameling] = {0.0: found}
    members = set(numbers_of(found))
    for letters, begin in sorted(wanted.items()):
        for places in woorden.find(Stam(letters, begin)).stammen:
            here = [
                (_worth(at), both) for at, who in places if (both := _among(who, found, members))
            ]
            if here:
                sums = _added(sums, here)
    ranked: dict[float, Verzameling] = defaultdict(int)
    for total, part in sums.items():
        ranked[_single(total / max(1, len(wanted)))] |= part
    return (ranked[rank] for rank in sorted(ranked, reverse=True))


def _among(leden: Leden, found: Verzameling, members: set[int]) -> Verzameling:
    """Who of these is among what was found: most stems are of few, and none of those is."""
    if isinstance(leden, int):
        return leden & found
    if members.isdisjoint(leden):
        return 0
    return together([number for number in leden if number in members])


def _added(
    sums: Mapping[float, Verzameling], places: Iterable[tuple[float, Verzameling]]
) -> Mapping[float, Verzameling]:
    """The sums with what one stem adds to them; nobody has it in two of these."""
    added: dict[float, Verzameling] = defaultdict(int)
    for total, part in sums.items():
        rest = part
        for worth, who in places:
            if both := part & who:
                added[_single(total + worth)] |= both
                rest ^= both
        if rest:
            added[total] |= rest
    return added


@lru_cache(maxsize=1000)
def _worth(plek: Plek) -> float:
    """What a stem in these places adds: the best place most, every next one ever less."""
    all_together, best, best_at = 0.0, -1.0, 0
    for at, letter in enumerate(plek.split(","), start=1):
        worth = _WORTH[letter]
        all_together = _single(all_together + _single(worth / (at * at)))
        if worth > best:
            best, best_at = worth, at
    most = _single(_single(best + all_together) - _single(best / (best_at * best_at)))
    return most / _WITHOUT_END
