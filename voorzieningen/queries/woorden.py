"""From what somebody types to what the database looks for.

Dutch word stems come from PostgreSQL. Added here: synonyms, words that begin alike,
compounds ("huishoudhulp" finds "huishoudelijke hulp") and typing errors.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from voorzieningen.models import Synoniem

MAX_TERMS = 8
_MIN_PREFIX = 4
_MIN_PART = 4
_MIN_FUZZY = 5
_LINKING = ("", "s", "e", "en")


@dataclass(frozen=True)
class Term:
    """One word of the question, or a few that have a synonym, with what it may also be called."""

    woord: str
    betekenissen: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Long enough to look for with a typing error in it."""
        return len(self.woord) >= _MIN_FUZZY

    def as_tsquery(self, weights: str = "") -> str:
        """A raw tsquery: the word, what begins with it, its synonyms, or both parts of it.

        `weights` limits it to parts of the record, such as "AB" for name and search words.
        """
        options = [_all_of(self.woord.split(), weights, prefix=True)]
        options += [_all_of(search_words(text), weights) for text in self.betekenissen]
        options += [_all_of(parts, weights, prefix=True) for parts in _split(self.woord)]
        return " | ".join(option for option in options if option)


def search_words(text: str) -> list[str]:
    """The words of a text as we search them: small letters, no accents, nothing but a-z0-9."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def terms_of(text: str) -> list[Term]:
    """The terms of a question, with their synonyms; one query, none for an empty question."""
    words = search_words(text)[: MAX_TERMS * 2]
    if not words:
        return []
    synonyms = _synonyms(words)
    terms, index = [], 0
    while index < len(words):
        length = _longest_known(words, index, synonyms)
        word = " ".join(words[index : index + length])
        terms.append(Term(word, tuple(synonyms.get(word, ()))))
        index += length
    return list(dict.fromkeys(terms))[:MAX_TERMS]


def _synonyms(words: list[str]) -> dict[str, list[str]]:
    groups = {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}
    found: dict[str, list[str]] = {}
    rows = Synoniem.objects.filter(woord__in=groups).values_list("woord", "betekenis")
    for woord, betekenis in rows:
        found.setdefault(woord, []).append(betekenis)
    return found


def _longest_known(words: list[str], index: int, synonyms: dict[str, list[str]]) -> int:
    """How many words from here make one term: the longest synonym, or one."""
    for length in (3, 2):
        if " ".join(words[index : index + length]) in synonyms:
            return length
    return 1


def _all_of(words: list[str], weights: str, *, prefix: bool = False) -> str:
    """All these words, stemmed by the database; `prefix` also takes what begins with them."""
    parts = []
    for word in words:
        star = "*" if prefix and len(word) >= _MIN_PREFIX else ""
        mark = f":{star}{weights}" if star or weights else ""
        parts.append(word + mark)
    return f"({' & '.join(parts)})" if parts else ""


def _split(word: str) -> Iterator[list[str]]:
    """Every way to read a word as two: huishoudhulp is also huishoud and hulp."""
    for at in range(_MIN_PART, len(word) - _MIN_PART + 1):
        first, second = word[:at], word[at:]
        if " " in word:
            return
        for link in _LINKING:
            if first.endswith(link) and len(first) - len(link) >= _MIN_PART:
                yield [first[: len(first) - len(link)], second]
