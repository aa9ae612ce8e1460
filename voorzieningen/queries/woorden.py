"""From what somebody types to what we look for in the catalogue.

Dutch word stems come from PostgreSQL. Added here: synonyms (also of a conjugated, compound
or misspelt word), words that begin alike, compounds ("huishoudhulp" finds "huishoudelijke
hulp") and typing errors. Words that only hold a sentence together are left out.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from voorzieningen.queries.lezen import Woordenschat
from voorzieningen.queries.stammen import stems
from voorzieningen.queries.trefwoorden import Stam
from voorzieningen.queries.woordenschat import vocabulary

MAX_TERMS = 8
MAX_WORDS = 40
_MIN_PREFIX = 4
_MIN_PART = 4
_MIN_FUZZY = 5
_NEARLY, _FAR = 0.86, 0.8
_LINKING = ("", "s", "e", "en")
# What says nothing about the help that somebody looks for.
_FILLERS = frozenset(
    "a aan aanvragen achter af al alle alles als altijd andere ben bent bij binnen daar dan dat de "
    "deze die dit doe doen door dus e een elke en er erg even ga gaan gaat gegaan ge geen graag "
    "haar had heb hebben hebt heeft heel helemaal hem hen het hier hij hoe hoeveel hou houd hun i "
    "iemand iets ik in is ja je jij jou jouw kan kon kunnen kunt krijg krijgen krijgt laat laten "
    "maar man me meer met mij mijn moet moeten mogen na naar nee nergens niet nieuwe nodig nog nu "
    "o of om ons onze ook op over per regelen s sinds steeds t te tegen teveel toch tot twee u uit "
    "uw van vanaf veel voor vraag vragen vrouw waar waarom wanneer want waren was wat we weer weet "
    "wel welke werd verder wie wij wil willen word worden wordt ze zeer zelf zich zichzelf zij "
    "zijn zo zodat zoek zoeken zoekt zonder zou".split()
)


@dataclass(frozen=True)
class Lezing:
    """One way to read a term: all these words; with `begin` also what begins with them.

    `deel` says that it takes the word for a compound of two.
    """

    woorden: tuple[str, ...]
    begin: bool = True
    deel: bool = False


@dataclass(frozen=True)
class Term:
    """One word of the question, or a few that have a synonym, with what it may also be called."""

    woord: str
    betekenissen: tuple[str, ...] = ()

    def readings(self) -> Iterator[Lezing]:
        """The word itself, the verb behind it, its synonyms, and both parts of a compound."""
        yield Lezing(tuple(self.woord.split()))
        yield from _forms(self.woord)
        for text in self.betekenissen:
            yield Lezing(tuple(search_words(text)), begin=False)
        yield from _split(self.woord)


@dataclass(frozen=True)
class Zoekterm:
    """A term as we look for it: all stems of any of its readings, or the organisations it names.

    Both are empty when the catalogue has nothing of it.
    """

    woord: str
    lezingen: tuple[tuple[Stam, ...], ...]
    organisaties: tuple[uuid.UUID, ...] = ()


def search_words(text: str) -> list[str]:
    """The words of a text as we search them: small letters, no accents, nothing but a-z0-9."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def terms_of(text: str, known: Woordenschat | None = None) -> list[Zoekterm]:
    """The terms of a question as we look for them; no query for an empty question.

    `known` are the words of the catalogue, for who has them already.
    """
    words = search_words(text)[:MAX_WORDS]
    if not words:
        return []
    known = known or vocabulary()
    wanted = _terms(words, known)
    found = {word: known.onthouden.termen.get(word) for word in wanted}
    new = [word for word, term in found.items() if term is None]
    for term in _looked_up(new, known):
        known.onthouden.termen.keep(term.woord, term)
        found[term.woord] = term
    return [term for term in found.values() if term]


def _terms(words: list[str], known: Woordenschat) -> list[str]:
    """The words that say something, joined where they have a synonym together."""
    terms, index = [], 0
    while index < len(words):
        length = known.synoniemen.longest_at(words, index)
        word = " ".join(words[index : index + length])
        if length > 1 or word not in _FILLERS:
            terms.append(word)
        index += length
    return list(dict.fromkeys(terms))[:MAX_TERMS]


def _looked_up(words: list[str], known: Woordenschat) -> list[Zoekterm]:
    """What these words are in the catalogue; at most one query, for stems."""
    terms = [Term(word, known.synoniemen.meanings(word)) for word in words]
    readings = {term: list(term.readings()) for term in terms}
    stem = stems(word for each in readings.values() for one in each for word in one.woorden)
    return [_resolve(term, each, stem, known) for term, each in readings.items()]


def _resolve(
    term: Term, readings: list[Lezing], stem: dict[str, str], known: Woordenschat
) -> Zoekterm:
    """Keep the readings that occur; of a word that occurs nowhere, what was probably meant."""
    direct = [one for each in readings if not each.deel for one in _occurring(each, stem, known)]
    compound = [one for each in readings if each.deel for one in _occurring(each, stem, known)]
    organisations = tuple(known.dragers.of(stem.get(term.woord) or term.woord))
    if not direct and not organisations and len(term.woord) >= _MIN_FUZZY:
        direct = _guesses(term.woord, stem, known, parts=not compound)
    return Zoekterm(term.woord, tuple(dict.fromkeys(direct + compound)), organisations)


def _guesses(
    word: str, stem: dict[str, str], known: Woordenschat, *, parts: bool
) -> list[tuple[Stam, ...]]:
    """What an unknown word was meant to be, or else its longest part that is known.

    A little wrong is a typing error ("huisharts"); with `parts`, of "dyslexietest" the part
    "dyslexie" says most; and only then a word that is further away.
    """
    whole = stem.get(word) or word
    near = known.nearest(whole, _NEARLY)
    if near or not parts:
        return [(Stam(near),)] if near else []
    for length in range(len(word) - _MIN_PART, _MIN_FUZZY - 1, -1):
        for part in (word[:length], word[-length:]):
            if stem.get(part) and known.has(stem[part]):
                return [(Stam(stem[part]),)]
    near = known.nearest(whole, _FAR)
    return [(Stam(near),)] if near else []


def _occurring(
    reading: Lezing, stem: dict[str, str], known: Woordenschat
) -> list[tuple[Stam, ...]]:
    """Its stems, with what begins with one where that counts; nothing when one is nowhere."""
    wanted = [
        [each for each in _meant(word, stem[word], reading) if known.has(*each)]
        for word in reading.woorden
        if stem[word]
    ]
    return list(product(*wanted)) if wanted else []


def _meant(word: str, stem: str, reading: Lezing) -> list[Stam]:
    """The stem, and what begins with it; of a short stem what begins with the word as typed.

    What begins with the stem of "mars" may as well be Moroccan.
    """
    if not reading.begin or len(word) < _MIN_PREFIX:
        return [Stam(stem)]
    if len(stem) < _MIN_PREFIX:
        return [Stam(stem), Stam(word, begin=True)]
    return [Stam(stem, begin=True)]


def _forms(word: str) -> Iterator[Lezing]:
    """The verb behind "blowt" or "drinkt", which the stems of the database leave as they are."""
    if word.endswith("t") and len(word) > _MIN_PREFIX and " " not in word:
        yield Lezing((word[:-1],))


def _split(word: str) -> Iterator[Lezing]:
    """Every way to read a word as two: huishoudhulp is also huishoud and hulp."""
    if " " in word:
        return
    for at in range(_MIN_PART, len(word) - _MIN_PART + 1):
        first, second = word[:at], word[at:]
        for link in _LINKING:
            if first.endswith(link) and len(first) - len(link) >= _MIN_PART:
                yield Lezing((first[: len(first) - len(link)], second), deel=True)
