"""From what somebody types to what the database looks for.

Dutch word stems come from PostgreSQL. Added here: synonyms (also of a conjugated, compound
or misspelt word), words that begin alike, compounds ("huishoudhulp" finds "huishoudelijke
hulp") and typing errors. Words that only hold a sentence together are left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from voorzieningen.queries.synoniemen import Synoniemen

MAX_TERMS = 8
MAX_WORDS = 40
_MIN_PREFIX = 4
_MIN_PART = 4
_MIN_FUZZY = 5
_LINKING = ("", "s", "e", "en")
# What says nothing about the help that somebody looks for.
_FILLERS = frozenset(
    "a aan aanvragen achter af al alle alles als altijd andere ben bent bij binnen daar dan dat de "
    "deze die dit doe doen door dus e een elke en er erg even ga gaan gaat ge geen graag haar had "
    "heb hebben hebt heeft heel helemaal hem hen het hier hij hoe hoeveel hou houd hun i iemand "
    "iets ik in is ja je jij jou jouw kan kon kunnen kunt krijg krijgen krijgt laat laten maar man "
    "me meer met mij mijn moet moeten mogen na naar nee nergens niet nieuwe nodig nog nu o of om "
    "ons onze ook op over per regelen s sinds steeds t te tegen teveel toch tot twee u uit uw van "
    "vanaf veel voor vraag vragen vrouw waar waarom wanneer want waren was wat we weer weet wel "
    "welke werd wie wij wil willen word worden wordt ze zeer zelf zich zichzelf zij zijn zo zodat "
    "zoek zoeken zoekt zonder zou zijn".split()
)


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
        options += [_all_of(_forms(self.woord), weights, prefix=True)]
        options += [_all_of(search_words(text), weights) for text in self.betekenissen]
        options += [_all_of(parts, weights, prefix=True) for parts in _split(self.woord)]
        return " | ".join(option for option in options if option)


def search_words(text: str) -> list[str]:
    """The words of a text as we search them: small letters, no accents, nothing but a-z0-9."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def terms_of(text: str) -> list[Term]:
    """The terms of a question, with their synonyms; no query for an empty question."""
    words = search_words(text)[:MAX_WORDS]
    if not words:
        return []
    synonyms = Synoniemen.read([word for word in words if word not in _FILLERS])
    terms, index = [], 0
    while index < len(words):
        length = synonyms.longest_at(words, index)
        word = " ".join(words[index : index + length])
        if length > 1 or word not in _FILLERS:
            terms.append(Term(word, synonyms.meanings(word)))
        index += length
    return list(dict.fromkeys(terms))[:MAX_TERMS]


def _all_of(words: list[str], weights: str, *, prefix: bool = False) -> str:
    """All these words, stemmed by the database; `prefix` also takes what begins with them."""
    parts = []
    for word in words:
        star = "*" if prefix and len(word) >= _MIN_PREFIX else ""
        mark = f":{star}{weights}" if star or weights else ""
        parts.append(word + mark)
    return f"({' & '.join(parts)})" if parts else ""


def _forms(word: str) -> list[str]:
    """The verb behind "blowt" or "drinkt", which the stems of the database leave as they are."""
    if word.endswith("t") and len(word) > _MIN_PREFIX and " " not in word:
        return [word[:-1]]
    return []


def _split(word: str) -> Iterator[list[str]]:
    """Every way to read a word as two: huishoudhulp is also huishoud and hulp."""
    if " " in word:
        return
    for at in range(_MIN_PART, len(word) - _MIN_PART + 1):
        first, second = word[:at], word[at:]
        for link in _LINKING:
            if first.endswith(link) and len(first) - len(link) >= _MIN_PART:
                yield [first[: len(first) - len(link)], second]
