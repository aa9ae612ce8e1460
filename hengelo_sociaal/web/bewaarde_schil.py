"""A page of which the shell is kept: drawn once, and filled for everybody it looks the same to.

For pages that are opened far more often than what stands in them changes. Drawing the shell
took longer than all the rest of such a page. It is drawn from `_Schil` and from nothing else,
without the request, so that nothing of one person can end up on the page of another: whoever
has another name, role, menu or number of messages has another shell.
"""

from functools import lru_cache
from typing import NamedTuple

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from hengelo_sociaal.medewerkers.poort import wie
from hengelo_sociaal.web.context import Schil

# The database cannot hold a NUL, so no name in the shell can be taken for one of these.
_INHOUD, _TOKEN = "\0inhoud\0", "\0token\0"


def render_in_shell(request: HttpRequest, template: str, inhoud: SafeString) -> HttpResponse:
    """The page `template` with `inhoud` in it; the template shows nothing else of its own.

    Only for who is logged in. Somebody who is told something, such as that a change was
    saved, gets a page that is drawn anew. Forms carry the token of this very request.
    """
    if len(get_messages(request)):
        return render(request, template, {"inhoud": inhoud})
    before, after = _drawn(template, _Schil.van(request))
    token = get_token(request)
    return HttpResponse("".join((token.join(before), inhoud, token.join(after))))


class _Zoekveld(NamedTuple):
    """All that a shell shows of the search box."""

    url: str
    label: str


class _Schil(NamedTuple):
    """All that a shell shows of who looks; both `schil` and `user` of the templates."""

    naam: str
    rolnamen: str
    ongelezen: int
    navigatie: SafeString
    menu: bool
    zoekveld: _Zoekveld | None
    demo: bool
    organisatie: str
    contact: str
    ingelogd: bool = True

    @classmethod
    def van(cls, request: HttpRequest) -> "_Schil":
        user, schil = wie(request), Schil(request)
        search = schil.zoekveld
        return cls(
            user.naam,
            user.rolnamen,
            schil.ongelezen,
            schil.navigatie,
            bool(schil.menu),
            _Zoekveld(search.url, search.label) if search else None,
            schil.demo,
            schil.organisatie,
            schil.contact,
        )


_Delen = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=500)
def _drawn(template: str, schil: _Schil) -> _Delen:
    """What stands before and after the content, each cut where the token belongs."""
    context = {
        "schil": schil,
        "user": schil,
        "inhoud": SafeString(_INHOUD),
        "csrf_token": _TOKEN,
    }
    before, after = render_to_string(template, context).split(_INHOUD)
    return tuple(before.split(_TOKEN)), tuple(after.split(_TOKEN))
