"""What is measured beside what, and who asks."""

from dataclasses import dataclass

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.middleware.csrf import get_token
from django.test import RequestFactory

from bench.verzoeken import Verzoek
from bench.vloer.kaal import PlatSql
from hengelo_sociaal.api.domain import issue_token
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Scenario:
    """One thing that is measured; `doel` is the aim beside the floor, if any."""

    naam: str
    verzoek: Verzoek
    vloer: Verzoek | PlatSql
    doel: str


def token_of(rol: str) -> dict[str, str]:
    """A token of the API, as a header."""
    voor, systeem = Medewerker.objects.get(gebruikersnaam=rol), Medewerker.objects.systeem()
    _, token = issue_token(voor=voor, omschrijving="bench", by=systeem, at=nu())
    return {"Authorization": f"Bearer {token}"}


def session_of(rol: str) -> dict[str, str]:
    """A logged-in session, as a cookie, with the token of its forms."""
    medewerker = Medewerker.objects.get(gebruikersnaam=rol)
    store = SessionStore()
    store[SESSION_KEY] = str(medewerker.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = medewerker.get_session_auth_hash()
    store["laatste_klik"] = nu().isoformat()
    store.create()
    request = RequestFactory().get("/")
    token = get_token(request)
    secret = request.META["CSRF_COOKIE"]
    return {"Cookie": f"sessionid={store.session_key}; csrftoken={secret}", "X-CSRFToken": token}
