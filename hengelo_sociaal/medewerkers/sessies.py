"""Who clicks: the session and its medewerker, read with two statements that are written once.

Every page begins here, and building these two queries took longer than asking them.
"""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    get_user,
    middleware,
)
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends import db
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from hengelo_sociaal.kern.uitgeschreven import fetch_one
from hengelo_sociaal.medewerkers.models import Medewerker

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Sessions in the database, as the framework keeps them."""

    def load(self) -> dict[str, Any]:
        """What the session holds; empty, and a new key, when it ended or never was."""
        row = fetch_one(_READ, [self.session_key, timezone.now()])
        if row is None:
            self._session_key = None
            return {}
        return dict(self.decode(row[0]))


class AuthenticationMiddleware(middleware.AuthenticationMiddleware):
    """As the framework's, with a quick way for the usual case: a session in order."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _user_of(request))  # type: ignore[assignment]


def _user_of(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    """The medewerker of a session in order; the framework decides about any other."""
    if not hasattr(request, "_cached_user"):
        request._cached_user = _quickly(request) or get_user(request)  # type: ignore[attr-defined]
    found: AbstractBaseUser | AnonymousUser = request._cached_user  # type: ignore[attr-defined]
    return found


def _quickly(request: HttpRequest) -> Medewerker | None:
    session = request.session
    if session.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
        return None
    found = _read_medewerker(session[SESSION_KEY])
    if found is None or not found.is_active:
        return None
    kept = session.get(HASH_SESSION_KEY, "")
    return found if constant_time_compare(kept, found.get_session_auth_hash()) else None


def _read_medewerker(pk: str) -> Medewerker | None:
    row = fetch_one(_person(), [pk])
    return None if row is None else Medewerker.from_db(connection.alias, _columns(), row)


@lru_cache(maxsize=1)
def _columns() -> list[str]:
    return [field.attname for field in Medewerker._meta.concrete_fields]


@lru_cache(maxsize=1)
def _person() -> str:
    table = Medewerker._meta.db_table
    return f"SELECT {', '.join(_columns())} FROM {table} WHERE id = %s"  # noqa: S608
