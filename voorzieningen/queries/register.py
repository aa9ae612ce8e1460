"""Who has what, as at the back of a book: under every key the provisions that have it.

A register does not change. After a change there is another, which shares with the one before
what stayed the same, so who was reading the one before reads on in peace.
"""

from array import array
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

from voorzieningen.queries.verzameling import Verzameling, together

K = TypeVar("K", bound=Hashable)
Leden: TypeAlias = "array[int] | Verzameling"
_RARE = 128  # a set that fewer than one in so many are in, takes less room as a list


class Register(Generic[K]):
    """The provisions under every key, by their numbers; what nobody has is not in it."""

    def __init__(self, leden: Mapping[K, Leden]) -> None:
        self.leden = leden

    @classmethod
    def collected(cls, found: Mapping[K, "array[int]"], total: int) -> "Register[K]":
        """From the numbers under each key, of so many provisions in all."""
        return cls({key: _small(numbers, total) for key, numbers in found.items()})

    def of(self, key: K) -> Verzameling:
        """Who has it."""
        found = self.leden.get(key, 0)
        return found if isinstance(found, int) else together(found)

    def changed(
        self, weg: Collection[int], erbij: Mapping[K, Collection[int]]
    ) -> tuple["Register[K]", set[K]]:
        """Without these numbers, and then with these under their keys; and what is another now."""
        leden, without = dict(self.leden), set(weg)
        gone = together(without)
        touched = {key for key, found in leden.items() if _any_of(found, without, gone)}
        for key in touched:
            leden[key] = _without(leden[key], without, gone)
        for key, numbers in erbij.items():
            leden[key] = _with(leden.get(key), numbers)
        touched |= erbij.keys()
        for key in touched:
            if not leden[key]:
                del leden[key]
        return Register(leden), touched


def gather(rows: Iterable[tuple[int, Iterable[K]]]) -> dict[K, "array[int]"]:
    """The numbers under each key, from the keys of each number."""
    found: dict[K, array[int]] = {}
    for number, keys in rows:
        for key in keys:
            if key in found:
                found[key].append(number)
            else:
                found[key] = array("I", (number,))
    return found


def _any_of(found: Leden, numbers: set[int], together: Verzameling) -> bool:
    if isinstance(found, int):
        return bool(found & together)
    return not numbers.isdisjoint(found)


def _without(found: Leden, numbers: set[int], together: Verzameling) -> Leden:
    if isinstance(found, int):
        return found & ~together
    return array("I", (number for number in found if number not in numbers))


def _with(found: "Leden | None", numbers: Collection[int]) -> Leden:
    if isinstance(found, int):
        return found | together(numbers)
    return array("I", sorted([*(found or ()), *numbers]))


def _small(numbers: "array[int]", total: int) -> Leden:
    """What many have is kept as a set, ready to be asked for; what few have as a list."""
    return together(numbers) if len(numbers) * _RARE >= total else numbers
