"""What every page needs of its shell; worked out only when a template asks for it."""

from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from hengelo_sociaal.kern.gemeente import gemeentenaam
from hengelo_sociaal.medewerkers.poort import is_openbaar
from hengelo_sociaal.web.navigatie import (
    Regel,
    Zoekveld,
    menu,
    voordeuren,
    vraagdeur,
    zoekveld_voor,
)
from hengelo_sociaal.werk.queries import unread_count


class Schil:
    """The shell around one page: who looks, the menu, the search box."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def ingelogd(self) -> bool:
        """Whether somebody is logged in; an error may come before that is known."""
        user = getattr(self._request, "user", None)
        return bool(user and user.is_authenticated)

    @cached_property
    def menu(self) -> dict[str, list[Regel]]:
        """The menu of who looks; empty without login."""
        return menu(self._request.user, self._request.path) if self.ingelogd else {}  # type: ignore[arg-type]

    @property
    def navigatie(self) -> SafeString:
        """The menu as it is drawn."""
        return _drawn(
            tuple(
                (groep, tuple(_Ingang.van(regel) for regel in regels))
                for groep, regels in self.menu.items()
            )
        )

    @cached_property
    def zoekveld(self) -> Zoekveld | None:
        """The search box of who looks."""
        return zoekveld_voor(self._request.user) if self.ingelogd else None  # type: ignore[arg-type]

    @cached_property
    def ongelezen(self) -> int:
        """How many messages wait for who looks."""
        return unread_count(self._request.user) if self.ingelogd else 0  # type: ignore[arg-type]

    @property
    def voordeuren(self) -> list[tuple[str, str, bool]]:
        """The pages for residents: label, address, and whether this is it."""
        return voordeuren(self._request.path)

    @property
    def vraagdeur(self) -> str:
        """Where a resident asks for help."""
        return vraagdeur()

    @property
    def demo(self) -> bool:
        """Whether this is the fictitious municipality."""
        return bool(settings.DEMO)

    @property
    def organisatie(self) -> str:
        return str(settings.ORGANISATIE)

    @property
    def gemeente(self) -> str:
        """The municipality as people call it."""
        return gemeentenaam()

    @property
    def contact(self) -> str:
        """Where people ask for help."""
        return str(settings.CONTACT_EMAIL)


class Noodschil(Schil):
    """The shell of a page that says something broke: it never asks the database who looks.

    A resident is led to the pages for residents; whoever was at work is led back to that.
    """

    @property
    def ingelogd(self) -> bool:
        """Not known, and not looked up."""
        return False

    @property
    def voordeuren(self) -> list[tuple[str, str, bool]]:
        """The pages for residents, on a page that is theirs."""
        match = self._request.resolver_match
        public = match is not None and is_openbaar(match.func)
        is_login = self._request.path == resolve_url(settings.LOGIN_URL)
        return super().voordeuren if public and not is_login else []


class _Ingang(NamedTuple):
    """All that is drawn of an entry of the menu."""

    label: str
    icoon: str
    adres: str
    aantal: int
    let_op: bool
    huidig: bool

    @classmethod
    def van(cls, regel: Regel) -> "_Ingang":
        item = regel.item
        return cls(item.label, item.icoon, regel.adres, regel.aantal, item.let_op, regel.huidig)


@lru_cache(maxsize=1000)
def _drawn(groepen: tuple[tuple[str, tuple[_Ingang, ...]], ...]) -> SafeString:
    """Kept by what stands in it: entries, counters and which is current, and nothing else."""
    return render_to_string("web/_navigatie.html", {"groepen": groepen})


def schil(request: HttpRequest) -> dict[str, Any]:
    """The shell around a page, as `schil`."""
    return {"schil": Schil(request)}
