"""What every page needs of its shell; worked out only when a template asks for it."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from hengelo_sociaal.web.navigatie import Regel, Zoekveld, menu, zoekveld_voor
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

    @cached_property
    def zoekveld(self) -> Zoekveld | None:
        """The search box of who looks."""
        return zoekveld_voor(self._request.user) if self.ingelogd else None  # type: ignore[arg-type]

    @cached_property
    def ongelezen(self) -> int:
        """How many messages wait for who looks."""
        return unread_count(self._request.user) if self.ingelogd else 0  # type: ignore[arg-type]

    @property
    def demo(self) -> bool:
        """Whether this is the fictitious municipality."""
        return bool(settings.DEMO)

    @property
    def organisatie(self) -> str:
        return str(settings.ORGANISATIE)

    @property
    def contact(self) -> str:
        """Where people ask for help."""
        return str(settings.CONTACT_EMAIL)


def schil(request: HttpRequest) -> dict[str, Any]:
    """The shell around a page, as `schil`."""
    return {"schil": Schil(request)}
