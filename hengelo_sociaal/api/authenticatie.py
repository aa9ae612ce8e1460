"""Who is asking: a token of another system, or the session of somebody at a screen."""

import datetime as dt
from functools import lru_cache

from axes.helpers import get_client_ip_address
from django.db import connection
from django.db.models import Q
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied, Throttled
from rest_framework.request import Request

from hengelo_sociaal.api.domain import fingerprint
from hengelo_sociaal.api.models import ApiToken
from hengelo_sociaal.api.pogingen import MOST, WINDOW, count_failure
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.kern.uitgeschreven import fetch_one
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.poort import session_over

_NOTE_USE_EVERY = dt.timedelta(hours=1)
_LONGEST = 200


class TokenAuthenticatie(BaseAuthentication):
    """`Authorization: Bearer <token>`: acts with the roles of the token's medewerker."""

    def authenticate(self, request: Request) -> tuple[Medewerker, ApiToken] | None:
        scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        found = _find(token.strip())
        if found is None:
            _count_failure(request)
            raise AuthenticationFailed("Dit token geeft geen toegang. Vraag een nieuw token aan.")
        _note_use(found)
        return found.medewerker, found

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class CsrfOntbreekt(PermissionDenied):
    """A change with a session, but without the proof that one of our own screens sent it."""

    default_code = "csrf-ontbreekt"
    default_detail = (
        "Stuur met een sessie ook de kop X-CSRFToken mee. Lukt het niet, vernieuw dan de pagina."
    )


class SessieAuthenticatie(SessionAuthentication):
    """The session of the screens, with its CSRF token, and ended after an hour of silence."""

    def authenticate(self, request: Request) -> tuple[Medewerker, None] | None:
        found = super().authenticate(request)
        if found is None or session_over(request._request):
            return None
        return found

    def enforce_csrf(self, request: Request) -> None:
        """Refuse in our own words; the framework's are technical and English."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise CsrfOntbreekt() from error


def _find(token: str) -> ApiToken | None:
    """The token with its medewerker, by one query that is written out.

    Every request of the API begins here; building this query anew each time cost as much
    as a whole simple request.
    """
    if not 0 < len(token) <= _LONGEST:
        return None
    row = fetch_one(_find_sql(), [fingerprint(token)])
    if row is None:
        return None
    found = ApiToken.from_db(connection.alias, _OF_TOKEN, row[: len(_OF_TOKEN)])
    found.medewerker = Medewerker.from_db(connection.alias, _of_person(), row[len(_OF_TOKEN) :])
    return found


_OF_TOKEN = ["id", "medewerker_id", "laatst_gebruikt_op"]


@lru_cache(maxsize=1)
def _of_person() -> list[str]:
    return [field.attname for field in Medewerker._meta.concrete_fields]


@lru_cache(maxsize=1)
def _find_sql() -> str:
    columns = [f"t.{name}" for name in _OF_TOKEN] + [f"m.{name}" for name in _of_person()]
    return (
        f"SELECT {', '.join(columns)} FROM {ApiToken._meta.db_table} t"  # noqa: S608
        f" JOIN {Medewerker._meta.db_table} m ON m.id = t.medewerker_id"
        " WHERE t.afdruk = %s AND t.ingetrokken_op IS NULL AND m.is_active"
    )


def _note_use(token: ApiToken) -> None:
    """Keep roughly when a token was last used, at the price of one write an hour."""
    now = nu()
    if token.laatst_gebruikt_op and now - token.laatst_gebruikt_op < _NOTE_USE_EVERY:
        return
    ApiToken.objects.filter(
        Q(laatst_gebruikt_op__isnull=True) | Q(laatst_gebruikt_op__lt=now - _NOTE_USE_EVERY),
        pk=token.pk,
    ).update(laatst_gebruikt_op=now)


def _count_failure(request: Request) -> None:
    """Slow down whoever keeps trying wrong tokens; a right one is never held up by it."""
    address = get_client_ip_address(request._request) or ""
    if count_failure(address, at=nu()) > MOST:
        raise Throttled(wait=int(WINDOW.total_seconds()))
