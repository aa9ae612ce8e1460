"""The menu: each app declares its own entries in `navigatie.py`; people see what they may open."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from django.urls import NoReverseMatch, get_urlconf, reverse

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, HeeftRollen, Recht

logger = logging.getLogger(__name__)


class Groep(StrEnum):
    """The parts of the work, in the order of the menu."""

    TOEGANG = "Toegang"
    UITVOERING = "Uitvoering"
    STURING = "Sturing"
    BEHEER = "Beheer"


_PLAATS = {groep: place for place, groep in enumerate(Groep)}


@dataclass(frozen=True)
class Item:
    """One entry of the menu.

    `rechten`: one of these is enough, none is for everybody who is logged in; `minstens`
    is how far it must reach. `teller` counts open work for the person who looks;
    `let_op` colours that number because it asks for action. `uitleg` says in one sentence
    what somebody does there, for whoever has nothing waiting.
    """

    groep: Groep
    label: str
    icoon: str
    url: str
    volgorde: int
    rechten: tuple[Recht, ...] = ()
    minstens: Bereik = Bereik.GETALLEN
    teller: Callable[[Medewerker], int] | None = None
    let_op: bool = False
    uitleg: str = ""

    def toegestaan(self, medewerker: HeeftRollen) -> bool:
        """Whether this person may open it."""
        if not self.rechten:
            return True
        return any((recht.van(medewerker) or 0) >= self.minstens for recht in self.rechten)


@dataclass(frozen=True)
class Zoekveld:
    """The search box in the header; people are searched by POST, so no name gets in a URL."""

    url: str
    label: str
    recht: Recht


@dataclass(frozen=True)
class Voordeur:
    """A page for residents, who do not log in; each is a step away from the others.

    `vragen` says that somebody asks for help there: other pages lead to it.
    """

    label: str
    url: str
    volgorde: int
    vragen: bool = False


@dataclass(frozen=True)
class Regel:
    """An entry as it is drawn."""

    item: Item
    adres: str
    aantal: int
    huidig: bool


_ITEMS: dict[str, Item] = {}
_ZOEKVELDEN: list[Zoekveld] = []
_VOORDEUREN: dict[str, Voordeur] = {}


def registreer(*items: Item) -> None:
    """Add entries to the menu; the same address twice is a mistake."""
    for item in items:
        if _ITEMS.get(item.url, item) != item:
            raise ValueError(f"Menu entry {item.url} is declared twice")
        _ITEMS[item.url] = item
    _allowed.cache_clear()


def registreer_zoekveld(zoekveld: Zoekveld) -> None:
    """Offer a search box in the header; the first that somebody may use is shown."""
    if zoekveld not in _ZOEKVELDEN:
        _ZOEKVELDEN.append(zoekveld)


def registreer_voordeur(voordeur: Voordeur) -> None:
    """Offer a page to residents at the head of every public page."""
    _VOORDEUREN[voordeur.url] = voordeur


def voordeuren(pad: str) -> list[tuple[str, str, bool]]:
    """The pages for residents: label, address, and whether `pad` is in it."""
    found = sorted(_VOORDEUREN.values(), key=lambda each: each.volgorde)
    addresses = ((each.label, _reversed(each.url, get_urlconf())) for each in found)
    return [(label, adres, _is_under(pad, adres)) for label, adres in addresses if adres]


def vraagdeur() -> str:
    """The address where a resident asks for help; empty where no app has one."""
    asking = (each.url for each in _VOORDEUREN.values() if each.vragen)
    return next((_reversed(url, get_urlconf()) for url in asking), "")


def items() -> list[Item]:
    """Every entry, in the order of the menu."""
    return sorted(_ITEMS.values(), key=lambda item: (_PLAATS[item.groep], item.volgorde))


def zoekveld_voor(medewerker: Medewerker) -> Zoekveld | None:
    """The search box this person may use."""
    allowed = (veld for veld in _ZOEKVELDEN if veld.recht.van(medewerker) is not None)
    return next(allowed, None)


def menu(medewerker: Medewerker, pad: str) -> dict[str, list[Regel]]:
    """The menu of one person, by group; the deepest entry above `pad` is the current one."""
    who = _Rollen(tuple(medewerker.rolcodes), medewerker.is_systeem)
    present = _allowed(who, tuple(_ITEMS), get_urlconf())
    current = max((adres for _, adres in present if _is_under(pad, adres)), key=len, default="")
    groups: dict[str, list[Regel]] = {}
    for item, adres in present:
        regel = Regel(item, adres, _count(item, medewerker), adres == current)
        groups.setdefault(item.groep.value, []).append(regel)
    return groups


class _Rollen(NamedTuple):
    """All of a person that rights depend on."""

    rolcodes: tuple[str, ...]
    is_systeem: bool


@lru_cache(maxsize=500)
def _allowed(
    who: _Rollen, urls: tuple[str, ...], urlconf: str | None
) -> tuple[tuple[Item, str], ...]:
    """The entries that somebody with these roles may open, with their addresses."""
    found = [(item, _reversed(item.url, urlconf)) for item in items() if item.toegestaan(who)]
    return tuple((item, adres) for item, adres in found if adres)


def _is_under(pad: str, adres: str) -> bool:
    return pad == adres or (adres != "/" and pad.startswith(adres.rstrip("/") + "/"))


@cache
def _reversed(url: str, urlconf: str | None) -> str:
    try:
        return reverse(url, urlconf)
    except NoReverseMatch:
        logger.error("menu entry %s has no address", url)
        return ""


def _count(item: Item, medewerker: Medewerker) -> int:
    return item.teller(medewerker) if item.teller else 0
