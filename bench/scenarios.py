"""What people and systems do all day, each beside the least that could answer it."""

import datetime as dt
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.middleware.csrf import get_token
from django.test import RequestFactory

from bench.verzoeken import Verzoek
from hengelo_sociaal.api.domain import issue_token
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from toegang.models import Contact, Inwoner, Lidmaatschap

JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Scenario:
    """One thing that is measured; `doel` is what we aim for, in words."""

    naam: str
    verzoek: Verzoek
    vloer: Verzoek
    doel: str


def scenarios() -> list[Scenario]:
    """All of them, on what the demo town holds now."""
    token = {"Authorization": f"Bearer {_token('loket')}"}
    return [*_api(token), *_pages(), *_searches(token)]


def _api(token: dict[str, str]) -> list[Scenario]:
    contact = Contact.objects.filter(inwoner__isnull=False).order_by("-plaatsgevonden_op")[0]
    return [
        Scenario(
            "contact registreren (API)",
            Verzoek("POST", "/api/v1/contacten", token | JSON, _new_contact(contact), 201),
            Verzoek("POST", "/items", JSON, _new_item, 201),
            "<= 2.5",
        ),
        Scenario(
            "contact ophalen (API)",
            Verzoek("GET", f"/api/v1/contacten/{contact.pk}", token),
            Verzoek("GET", "/items/1"),
            "<= 1.5",
        ),
        Scenario(
            "lijst van 100 contacten (API)",
            Verzoek("GET", "/api/v1/contacten?paginaGrootte=100", token),
            Verzoek("GET", "/items?size=100"),
            "<= 1.5",
        ),
    ]


def _pages() -> list[Scenario]:
    page = Verzoek("GET", "/pagina")
    consulent = Medewerker.objects.get(gebruikersnaam="consulent")
    involved = Betrokkenheid.objects.filter(medewerker=consulent, tot__isnull=True)[0]
    pages = [
        ("mijn werk", "consulent", "/", "flat"),
        (
            "dossier van een huishouden",
            "consulent",
            f"/huishoudens/{involved.huishouden_id}",
            "flat",
        ),
        (
            "tijdlijn van een huishouden",
            "consulent",
            f"/huishoudens/{involved.huishouden_id}/tijdlijn",
            "flat",
        ),
        ("contacten, scherm", "loket", "/contacten", "flat"),
        ("nieuw contact, scherm", "loket", "/contacten/nieuw", "flat"),
        ("dashboard, cijfers ongewijzigd", "beleid", "/dashboard", "< 3"),
    ]
    return [
        Scenario(name, Verzoek("GET", path, _session(rol)), page, doel)
        for name, rol, path, doel in pages
    ]


def _searches(token: dict[str, str]) -> list[Scenario]:
    person = Inwoner.objects.filter(geboortedatum__isnull=False).order_by("id")[7]
    home = Lidmaatschap.objects.filter(inwoner=person).select_related("huishouden")[0].huishouden
    words = {
        "deel van een naam": person.geslachtsnaam[:5],
        "typefout": person.geslachtsnaam[:-2] + person.geslachtsnaam[-1] + person.geslachtsnaam[-2],
        "geboortedatum": f"{person.geboortedatum:%d-%m-%Y}",
        "postcode": f"{home.postcode} {home.huisnummer}",
        "onzin": "xqzwvkj",
    }
    return [
        Scenario(
            f"zoeken op {name} (API)",
            Verzoek("POST", "/api/v1/inwoners/zoeken", token | JSON, _constant({"vrij": text})),
            Verzoek("GET", "/pagina"),
            "flat",
        )
        for name, text in words.items()
    ]


def _new_contact(known: Contact) -> Callable[[int], bytes]:
    def body(turn: int) -> bytes:
        return json.dumps(
            {
                "kanaal": "telefoon",
                "vindplaats": "zorgloket",
                "plaatsgevondenOp": nu().isoformat(),
                "inwoner": str(known.inwoner_id),
                "namens": "zelf",
                "samenvatting": f"Vraag {turn}",
                "hulpvragen": [
                    {"soort": "vervoer", "toelichting": "", "uitkomst": "informatie-en-advies"}
                ],
            }
        ).encode()

    return body


def _new_item(turn: int) -> bytes:
    return json.dumps(
        {
            "uuid": str(uuid.uuid4()),
            "datum": dt.date(2026, 11, 1).isoformat(),
            "kanaal": "telefoon",
            "soort": "vervoer",
            "onderwerp": f"Vraag {turn}",
            "inhoud": "x" * 80,
        }
    ).encode()


def _constant(body: object) -> Callable[[int], bytes]:
    text = json.dumps(body).encode()
    return lambda turn: text


def _token(rol: str) -> str:
    voor, systeem = Medewerker.objects.get(gebruikersnaam=rol), Medewerker.objects.systeem()
    _, token = issue_token(voor=voor, omschrijving="bench", by=systeem, at=nu())
    return token


def _session(rol: str) -> dict[str, str]:
    """A logged-in session, as a cookie."""
    medewerker = Medewerker.objects.get(gebruikersnaam=rol)
    store = SessionStore()
    store[SESSION_KEY] = str(medewerker.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = medewerker.get_session_auth_hash()
    store["laatste_klik"] = nu().isoformat()
    store.create()
    request = RequestFactory().get("/")
    return {"Cookie": f"sessionid={store.session_key}; csrftoken={get_token(request)}"}
