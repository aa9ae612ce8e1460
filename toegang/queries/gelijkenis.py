"""How likely two registrations are one person, with the reasons in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from toegang.models import Inwoner

ALIKE = 0.75
VERDACHT = 50  # from here on a pair is worth a look


@dataclass(frozen=True)
class Gelijkenis:
    """0 to 100, and what is alike in words that name no value."""

    score: int
    waarom: tuple[str, ...]


def compare(one: Inwoner, other: Inwoner, *, zelfde_adres: bool = False) -> Gelijkenis:
    """Two residents side by side, the same whoever comes first.

    The same BSN is certainty; two BSN's of their own are two people whatever else is alike.
    """
    if one.bsn_zoek and other.bsn_zoek:
        if bytes(one.bsn_zoek) == bytes(other.bsn_zoek):
            return Gelijkenis(100, ("hetzelfde BSN",))
        return Gelijkenis(0, ("elk een eigen BSN: dit zijn twee mensen",))
    found = [*_birth(one, other), *_names(one, other), *_reach(one, other)]
    twins = any(points < 0 for points, _ in found)
    if zelfde_adres and not twins:  # two of a twin live together, and that says nothing
        found.append((10, "hetzelfde adres"))
    score = max(0, min(99, sum(points for points, _ in found)))
    return Gelijkenis(score, tuple(why for _, why in found))


def _birth(one: Inwoner, other: Inwoner) -> Iterator[tuple[int, str]]:
    born, also = one.geboortedatum, other.geboortedatum
    if born is None or also is None:
        return
    if born == also:
        yield 40, "dezelfde geboortedatum"
    elif born.year == also.year and (born.day, born.month) == (also.month, also.day):
        yield 30, "dag en maand van de geboorte zijn verwisseld"
    elif sum((born.year == also.year, born.month == also.month, born.day == also.day)) == 2:
        yield 15, "de geboortedatum scheelt op één plaats"


def _names(one: Inwoner, other: Inwoner) -> Iterator[tuple[int, str]]:
    here, there = (_plain(person.geslachtsnaam) for person in (one, other))
    if here == there:
        yield 25, "dezelfde achternaam"
    elif _near(here, there):
        yield 18, "de achternaam lijkt erop"
    first, second = _first_names(one), _first_names(other)
    if first & second:
        yield 22, "dezelfde voornaam"
    elif any(_near(a, b) or a.startswith(b) or b.startswith(a) for a in first for b in second):
        yield 14, "de voornaam lijkt erop"
    elif first and second and here == there and one.geboortedatum == other.geboortedatum:
        yield -25, "een andere voornaam: misschien een tweeling"
    elif _initials(one) & _initials(other):
        yield 6, "dezelfde voorletter"


def _reach(one: Inwoner, other: Inwoner) -> Iterator[tuple[int, str]]:
    if one.telefoon and _digits(one.telefoon) == _digits(other.telefoon):
        yield 12, "hetzelfde telefoonnummer"
    if one.email and one.email.lower() == other.email.lower():
        yield 12, "hetzelfde e-mailadres"


def _near(one: str, other: str) -> bool:
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second).ratio() >= ALIKE


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").split())


def _first_names(person: Inwoner) -> set[str]:
    both = f"{person.roepnaam} {person.voornamen}"
    return {word for word in _plain(both).split() if len(word) > 1}


def _initials(person: Inwoner) -> set[str]:
    given = f"{person.voorletters} {person.roepnaam} {person.voornamen}".strip()
    return {given[0].lower()} if given else set()


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())[-9:]
