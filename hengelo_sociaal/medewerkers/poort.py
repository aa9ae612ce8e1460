"""The gate: closed by default. A view opens only for whom it says, and must say so.

A view states its right with `@vereist(RECHT)`, or `@openbaar` when everybody may come
in. A view that states neither is refused to everyone, with a line in the server's log.
"""

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import BEHEREN, Bereik, Recht

logger = logging.getLogger(__name__)
View = TypeVar("View", bound=Callable[..., Any])


def vereist(*rechten: Recht, minstens: Bereik = Bereik.GETALLEN) -> Callable[[View], View]:
    """The view is for whoever has one of these rights, reaching at least this far."""

    def mark(view: View) -> View:
        view.hs_rechten = rechten  # type: ignore[attr-defined]
        view.hs_minstens = minstens  # type: ignore[attr-defined]
        return view

    return mark


def openbaar(view: View) -> View:
    """The view is for everybody, without logging in."""
    view.hs_openbaar = True  # type: ignore[attr-defined]
    return view


def is_openbaar(view: Callable[..., Any]) -> bool:
    """Whether everybody may come in, residents too."""
    return bool(getattr(view, "hs_openbaar", False))


def iedereen(view: View) -> View:
    """The view is for everybody who is logged in, whatever the role."""
    view.hs_iedereen = True  # type: ignore[attr-defined]
    return view


class Poort:
    """Middleware that asks every view for whom it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if _asks_itself(view) or is_openbaar(view):
            return None
        if not request.user.is_authenticated:
            return _to_log_in(request)
        if session_over(request):
            logout(request)
            return _to_log_in(request)
        _unwrap(request)
        if not may_open(request, view):
            raise PermissionDenied
        return None


def _to_log_in(request: HttpRequest) -> HttpResponseBase:
    """To the log-in page, and from there back to the page where somebody was.

    htmx would swap that page into the part it asked for, so it is told to go there. An
    address that only takes what is sent is no page to come back to.
    """
    htmx: HtmxDetails | None = getattr(request, "htmx", None)
    if htmx and not htmx.boosted and not htmx.history_restore_request:
        there = redirect_to_login(htmx.current_url_abs_path or "/")
        return HttpResponse(status=204, headers={"HX-Redirect": there["Location"]})
    if request.method in {"GET", "HEAD"}:
        return redirect_to_login(request.get_full_path())
    return redirect_to_login(_page_before(request))


def _page_before(request: HttpRequest) -> str:
    """The page of this site that a form was sent from; the first page when it does not say."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}, request.is_secure()):
        return "/"
    return urlunsplit(("", "", *urlsplit(before)[2:4], "")) or "/"


def _unwrap(request: HttpRequest) -> None:
    """Put who it is in the place of the framework's wrapper, which costs at every look."""
    request.user = getattr(request, "_cached_user", request.user)


def may_open(request: HttpRequest, view: Callable[..., Any]) -> bool:
    """Whether the person who is logged in may open this view."""
    if getattr(view, "hs_iedereen", False):
        return True
    rechten = getattr(view, "hs_rechten", None)
    if rechten is None and _is_admin(request):
        rechten = (BEHEREN,)
    if rechten is None:
        logger.error("view %s.%s states no right", view.__module__, view.__qualname__)
        return False
    minstens = getattr(view, "hs_minstens", Bereik.GETALLEN)
    return any((recht.van(wie(request)) or 0) >= minstens for recht in rechten)


def wie(request: HttpRequest) -> Medewerker:
    """Who is asking; only behind the gate, where somebody is logged in."""
    return cast(Medewerker, request.user)


def _asks_itself(view: Callable[..., Any]) -> bool:
    return hasattr(view, "cls") and hasattr(view.cls, "permission_classes")


def _is_admin(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and "admin" in match.namespaces


def session_over(request: HttpRequest) -> bool:
    """Whether a session has ended: an hour without a click, or a working day in all.

    The moment of the last click is written once a minute.
    """
    now = timezone.now()
    begin = dt.datetime.fromisoformat(request.session.setdefault("begin", now.isoformat()))
    last = dt.datetime.fromisoformat(request.session.get("laatste_klik", begin.isoformat()))
    if now - begin > dt.timedelta(seconds=settings.SESSION_COOKIE_AGE):
        return True
    if now - last > dt.timedelta(seconds=settings.SESSIE_STIL_SECONDEN):
        return True
    if "laatste_klik" not in request.session or now - last > dt.timedelta(minutes=1):
        request.session["laatste_klik"] = now.isoformat()
    return False
