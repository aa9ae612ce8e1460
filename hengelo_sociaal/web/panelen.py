"""Panels: parts of a page that higher apps bring, such as those of a dossier.

An app declares its panels in its own `panelen.py`, which is loaded at start. A panel that
breaks shows its own error and leaves the rest of the page, and the transaction, whole.
"""

import logging
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest
from django.template import loader
from django.utils.html import format_html_join, html_safe
from django.utils.safestring import SafeString

from hengelo_sociaal.kern.eenmaal import een_keer
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht

logger = logging.getLogger(__name__)
EMPTY = SafeString()


class Plek(StrEnum):
    """Where a panel stands. `Any` below is what the panel is about: a household for the
    dossier, a melding, a contact, a home visit for the tablet, what is searched for, a
    provision of the catalogue, the team for its board, or for my work the `Ruimte` it has."""

    DOSSIER = "dossier"
    DOSSIER_ZIJDE = "dossier-zijde"
    MELDING = "melding"
    CONTACT = "contact"
    HUISBEZOEK = "huisbezoek"
    MIJN_WERK = "mijn-werk"
    TEAM = "team"
    TABLET = "tablet"
    ZOEKEN = "zoeken"
    VOORZIENING = "voorziening"


# Pages about nobody in particular: only their panels know whose records they show.
LIJSTEN = frozenset({Plek.MIJN_WERK, Plek.TEAM})


@dataclass(frozen=True)
class Deel:
    """The first rows of a list; `alles` is how many there are, 0 when these are all of them."""

    rijen: list[Any]
    alles: int


@dataclass(frozen=True)
class Ruimte:
    """How many rows a list may show: a handful beside others, everything on its own page."""

    hoogstens: int
    heel: bool = False

    def first(self, rows: "QuerySet[Any] | Sequence[Any]") -> Deel:
        """The first rows in their own order, and how many there are, in one query."""
        if not isinstance(rows, QuerySet):
            return self._part(list(rows[: self.hoogstens]), len(rows))
        counted = rows.annotate(van_alle=Window(Count("*")))
        found = list(counted[: self.hoogstens])
        return self._part(found, found[0].van_alle if found else 0)

    @staticmethod
    def _part(shown: list[Any], number: int) -> Deel:
        return Deel(shown, number if number > len(shown) else 0)


HANDVOL = Ruimte(5)
HELEMAAL = Ruimte(250, heel=True)


@dataclass(frozen=True)
class Paneel:
    """One panel.

    `laad` gets who looks and the subject and returns the template's context, or None when
    there is nothing to show. In a place of `LIJSTEN` the context has `inwoners`: the ids of
    the residents that it shows, for the log; without that the panel breaks.
    `vraagbudget` is the most queries it may need, whatever the number of rows; the tests
    hold it to that.
    """

    plek: Plek
    code: str
    titel: str
    volgorde: int
    laad: Callable[[Medewerker, Any], Mapping[str, Any] | None]
    sjabloon: str
    rechten: tuple[Recht, ...]
    vraagbudget: int
    minstens: Bereik = Bereik.GETALLEN

    def toegestaan(self, medewerker: Medewerker) -> bool:
        """Whether this person may see it."""
        return any((recht.van(medewerker) or 0) >= self.minstens for recht in self.rechten)


_PANELEN: dict[tuple[Plek, str], Paneel] = {}


def registreer(*panelen: Paneel) -> None:
    """Add panels; the same code twice in one place is a mistake."""
    for paneel in panelen:
        key = (paneel.plek, paneel.code)
        if _PANELEN.get(key, paneel) != paneel:
            raise ValueError(f"Panel {paneel.code} is declared twice in {paneel.plek}")
        _PANELEN[key] = paneel


def panelen_van(plek: Plek, medewerker: Medewerker | None = None) -> list[Paneel]:
    """The panels of a place in order: all of them, or those that somebody may see."""
    found = [paneel for paneel in _PANELEN.values() if paneel.plek == plek]
    allowed = [p for p in found if medewerker is None or p.toegestaan(medewerker)]
    return sorted(allowed, key=lambda paneel: (paneel.volgorde, paneel.code))


def _apart() -> AbstractContextManager[None]:
    """A query that fails must not break the transaction of the page, where there is one."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()


def render_paneel(paneel: Paneel, request: HttpRequest, onderwerp: Any) -> SafeString:
    """One panel as HTML; its error box when it breaks, nothing when it is empty."""
    return _draw(paneel, request, onderwerp).html


def draw_panels(plek: Plek, request: HttpRequest, onderwerp: Any = None) -> "Getekend":
    """All panels of a place that who looks may see, with whose records they show."""
    return draw(panelen_van(plek, request.user), request, onderwerp)  # type: ignore[arg-type]


def draw(panelen: list[Paneel], request: HttpRequest, onderwerp: Any = None) -> "Getekend":
    """These panels, with whose records they show."""
    with een_keer():
        drawn = [_draw(paneel, request, onderwerp) for paneel in panelen]
    return Getekend(
        Blokken(one.html for one in drawn if one.html),
        frozenset(pk for one in drawn for pk in one.inwoners),
    )


@html_safe
class Blokken(list[SafeString]):
    """Drawn panels: a list to loop over, and HTML when used as such."""

    def __str__(self) -> str:
        return format_html_join("", "{}", ((block,) for block in self))


@dataclass(frozen=True)
class Getekend:
    """Drawn panels, and which residents they show: the page logs those as one list."""

    blokken: Blokken
    inwoners: frozenset[uuid.UUID | None]


@dataclass(frozen=True)
class _Blok:
    html: SafeString = EMPTY
    inwoners: frozenset[uuid.UUID | None] = frozenset()


def _draw(paneel: Paneel, request: HttpRequest, onderwerp: Any) -> _Blok:
    try:
        with _apart():
            context = paneel.laad(request.user, onderwerp)  # type: ignore[arg-type]
            if context is None:
                return _Blok()
            shown = frozenset(context["inwoners"]) if paneel.plek in LIJSTEN else frozenset()
            found = {"paneel": paneel, "onderwerp": onderwerp, **context}
            return _Blok(loader.render_to_string(paneel.sjabloon, found, request), shown)
    except Exception:
        logger.exception("panel %s in %s failed", paneel.code, paneel.plek)
        return _Blok(loader.render_to_string("web/_paneelfout.html", {"paneel": paneel}, request))
