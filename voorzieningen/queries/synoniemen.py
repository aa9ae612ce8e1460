"""The words that `beheer` keeps, found for a word as it is typed.

Remembered with the other words of the catalogue until one of them changes, so nobody has to
wait for a change to be seen.
"""

import difflib
from dataclasses import dataclass
from functools import cached_property

from voorzieningen.models import Synoniem

_LONGEST = 4
_MIN_HEAD, _MIN_TAIL = 3, 4
_MIN_FUZZY = 6
_ALIKE = 0.86
_ENDINGS = ("jes", "tje", "en", "je", "t", "s", "e")


def stem(word: str) -> str:
    """What forms of a word share: blowen, blowt and blow are all blow, slaapt is slap."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) >= 3 and word[-1] == word[-2]:
        word = word[:-1]
    if len(word) >= 4 and word[-2] == word[-3] and word[-2] in "aeou":
        word = word[:-2] + word[-1]
    return word


def _key(words: str) -> str:
    return " ".join(stem(word) for word in words.split())


@dataclass(frozen=True)
class Synoniemen:
    """All synonyms, by the stems of their words."""

    by_key: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls) -> "Synoniemen":
        """The synonyms as they are now."""
        found: dict[str, list[str]] = {}
        for woord, betekenis in Synoniem.objects.values_list("woord", "betekenis"):
            found.setdefault(_key(woord), []).append(betekenis)
        return cls({key: tuple(dict.fromkeys(texts)) for key, texts in found.items()})

    @cached_property
    def _begun(self) -> frozenset[str]:
        """The stems that a synonym of more words begins with."""
        return frozenset(key.partition(" ")[0] for key in self.by_key if " " in key)

    def longest_at(self, words: list[str], index: int) -> int:
        """How many words from here make one term: the longest synonym, or one."""
        if stem(words[index]) not in self._begun:
            return 1
        for length in range(_LONGEST, 1, -1):
            part = words[index : index + length]
            if len(part) == length and _key(" ".join(part)) in self.by_key:
                return length
        return 1

    def meanings(self, word: str) -> tuple[str, ...]:
        """What a word also means: itself, what it was meant to be, or a part of the compound."""
        return self.by_key.get(_key(word)) or self._of_typo(word) or self._of_compound(word)

    def _of_compound(self, word: str) -> tuple[str, ...]:
        """schoonmaakhulp means what schoonmaak means, and gasrekening what rekening means.

        Of more readings the longest counts, and the first part before the last.
        """
        if " " in word:
            return ()
        for length in range(len(word) - _MIN_TAIL, _MIN_TAIL - 1, -1):
            known = self.by_key.get(_key(word[:length]))
            if known:
                return known
        for length in range(len(word) - _MIN_HEAD, _MIN_FUZZY - 1, -1):
            known = self.by_key.get(_key(word[-length:]))
            if known:
                return known
        return ()

    def _of_typo(self, word: str) -> tuple[str, ...]:
        if len(word) < _MIN_FUZZY or " " in word:
            return ()
        alike = [key for key in self.by_key if key[0] == word[0] and " " not in key]
        near = difflib.get_close_matches(_key(word), alike, n=1, cutoff=_ALIKE)
        return self.by_key[near[0]] if near else ()
