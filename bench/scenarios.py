"""What people and systems do all day, each beside the least that could answer it."""

import datetime as dt
import json
import uuid
from collections.abc import Callable

from bench.mensen import a_birthday, a_name, an_address
from bench.scenario import JSON, Scenario, token_of
from bench.schermen import counter_search, heavy_pages, lists, pages
from bench.verzoeken import Verzoek
from hengelo_sociaal.kern.tijd import nu
from toegang.models import Contact


def scenarios() -> list[Scenario]:
    """All of them, on what the demo town holds now."""
    token = token_of("loket")
    screens = [*pages(), *lists(), counter_search(), *heavy_pages()]
    return [*_api(token), *screens, *_searches(token)]


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


def _searches(token: dict[str, str]) -> list[Scenario]:
    """Questions that find as many people in a large town as in a small one."""
    name, home = a_name(), an_address()
    words = {
        "deel van een naam": name[1:],
        "typefout": name[:-2] + name[-1] + name[-2],
        "geboortedatum": f"{a_birthday():%d-%m-%Y}",
        "postcode": f"{home.postcode} {home.huisnummer}",
        "onzin": "xqzwvkj",
    }
    return [
        Scenario(
            f"zoeken op {name} (API)",
            Verzoek("POST", "/api/v1/inwoners/zoeken", token | JSON, _constant({"vrij": text})),
            Verzoek("GET", "/pagina"),
            "",
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
