"""A small BRP that speaks the OpenAPI description of Haal Centraal "BRP bevragen" 2.

It answers POST /personen, checks what the description asks of a question (type, required
parts, patterns, no flags in `fields`) and delivers only the fields that were asked.
"""

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SLEUTEL = "sleutel-van-de-test"
VANZELF = {"inOnderzoek", "geheimhoudingPersoonsgegevens", "opschortingBijhouding", "rni"}
VRAGEN = {
    "RaadpleegMetBurgerservicenummer": {"burgerservicenummer"},
    "ZoekMetPostcodeEnHuisnummer": {"postcode", "huisnummer"},
}
JOLANDA: dict[str, Any] = {
    "burgerservicenummer": "999993653",
    "geheimhoudingPersoonsgegevens": True,
    "naam": {
        "voornamen": "Jolanda Maria",
        "voorletters": "J.M.",
        "voorvoegsel": "van den",
        "geslachtsnaam": "Bosveld",
        "volledigeNaam": "Jolanda Maria van den Bosveld",
    },
    "geboorte": {
        "datum": {"type": "Datum", "datum": "1984-03-09", "langFormaat": "9 maart 1984"},
        "plaats": {"code": "0164", "omschrijving": "Hengelo"},
    },
    "geslacht": {"code": "V", "omschrijving": "vrouw"},
    "leeftijd": 42,
    "verblijfplaats": {
        "type": "Adres",
        "verblijfadres": {
            "officieleStraatnaam": "Deldenerstraat",
            "huisnummer": 12,
            "huisletter": "A",
            "postcode": "7551AB",
            "woonplaats": "Hengelo",
            "inOnderzoek": {"officieleStraatnaam": True},
        },
    },
    "adressering": {"adresregel1": "Deldenerstraat 12 A", "adresregel2": "7551 AB  HENGELO OV"},
}
KIND: dict[str, Any] = {
    "burgerservicenummer": "999992235",
    "naam": {"voornamen": "Sem", "geslachtsnaam": "Bosveld"},
    "geboorte": {"datum": {"type": "JaarDatum", "jaar": 2015, "langFormaat": "2015"}},
    "geslacht": {"code": "M", "omschrijving": "man"},
    "adressering": JOLANDA["adressering"],
    "verblijfplaats": JOLANDA["verblijfplaats"],
}


@dataclass
class Brp:
    """What the server got, and how it behaves."""

    url: str = ""
    vragen: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    rauw: bytes | None = None
    wacht: float = 0


def problems(vraag: dict[str, Any]) -> list[str]:
    """What the description does not allow in a question."""
    found = []
    needed = VRAGEN.get(vraag.get("type", ""))
    if needed is None:
        return ["type"]
    found += [name for name in needed if name not in vraag]
    extra = set(vraag) - needed - {"type", "fields", "gemeenteVanInschrijving"}
    found += sorted(extra)
    fields = vraag.get("fields")
    if not isinstance(fields, list) or not 1 <= len(fields) <= 130:
        found.append("fields")
    for name in fields or []:
        if not re.fullmatch(r"[a-zA-Z0-9._]{1,200}", name) or set(name.split(".")) & VANZELF:
            found.append(f"fields: {name}")
    numbers = vraag.get("burgerservicenummer", [])
    if not isinstance(numbers, list) or not all(re.fullmatch(r"\d{9}", n) for n in numbers):
        found.append("burgerservicenummer")
    if "postcode" in vraag and not re.fullmatch(r"[1-9]\d{3} ?[A-Za-z]{2}", vraag["postcode"]):
        found.append("postcode")
    if "huisnummer" in vraag and not isinstance(vraag["huisnummer"], int):
        found.append("huisnummer")
    return found


def narrowed(person: dict[str, Any], fields: list[str]) -> dict[str, Any]:
    """Only what was asked, with the flags that come by themselves."""
    made: dict[str, Any] = {name: person[name] for name in VANZELF & set(person)}
    for path in fields:
        here, there, parts = person, made, path.split(".")
        for step, part in enumerate(parts):
            if not isinstance(here, dict) or part not in here:
                break
            if "inOnderzoek" in here:
                there["inOnderzoek"] = here["inOnderzoek"]
            if step == len(parts) - 1:
                there[part] = here[part]
            else:
                here, there = here[part], there.setdefault(part, {})
    return made


def answer(vraag: dict[str, Any]) -> list[dict[str, Any]]:
    people = [JOLANDA, KIND]
    if vraag["type"] == "RaadpleegMetBurgerservicenummer":
        wanted = vraag["burgerservicenummer"]
        found = [one for one in people if one["burgerservicenummer"] in wanted]
    else:
        here = (vraag["postcode"].replace(" ", "").upper(), vraag["huisnummer"])
        found = people if here == ("7551AB", 12) else []
    return [narrowed(one, vraag["fields"]) for one in found]


@contextmanager
def brp_server() -> Iterator[Brp]:
    """A running BRP; its `url` is for the settings."""
    brp = Brp()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            vraag = json.loads(self.rfile.read(length))
            brp.vragen.append(vraag)
            time.sleep(brp.wacht)
            if self.headers.get("X-API-KEY") != SLEUTEL:
                return self._send(401, {"title": "Niet correct geauthenticeerd."})
            if self.path != "/haalcentraal/api/brp/personen":
                return self._send(404, {"title": "Opgevraagde resource bestaat niet."})
            wrong = problems(vraag)
            if wrong:
                return self._send(400, {"invalidParams": [{"name": name} for name in wrong]})
            if brp.status != 200:
                return self._send(brp.status, {"title": "Niet beschikbaar."})
            return self._send(200, {"type": vraag["type"], "personen": answer(vraag)})

        def _send(self, status: int, body: dict[str, Any]) -> None:
            sent = brp.rauw if brp.rauw is not None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # who asked did not wait
                self.wfile.write(sent)

        def log_message(self, *args: object) -> None:
            """Silent: a test says what it needs."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    brp.url = f"http://127.0.0.1:{server.server_port}/haalcentraal/api/brp"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield brp
    finally:
        server.shutdown()
        server.server_close()
