"""One call: POST /personen. Short time-outs, plain refusals, nothing of a person in a log."""

import http.client
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from hengelo_sociaal.kern.fouten import DomeinFout

MEEST = 1_000_000  # bytes; an answer about one address is a few thousand


class BrpStaatUit(DomeinFout):
    """There is no connection with the BRP here."""

    code = "brp-staat-uit"
    status = 409
    melding = "Er is geen verbinding met de BRP. Vul de gegevens zelf in."


class BrpNietBereikbaar(DomeinFout):
    """The BRP does not answer, or not in time."""

    code = "brp-niet-bereikbaar"
    status = 503
    melding = "De BRP antwoordt nu niet. Vul de gegevens zelf in of probeer het straks nog eens."


class BrpWeigert(DomeinFout):
    """The BRP refuses the question: a wrong key, or fields that we may not ask."""

    code = "brp-weigert"
    status = 502
    melding = "De BRP weigert deze vraag. Vul de gegevens zelf in en meld dit bij beheer."


@dataclass(frozen=True)
class Verbinding:
    """Where the BRP is, the key, and how many seconds we wait at most."""

    url: str
    sleutel: str
    kop: str
    seconden: float


def is_on() -> bool:
    """Whether this installation may ask the BRP."""
    return bool(settings.BRP_URL)


def configured() -> Verbinding:
    """The connection of the settings; BrpStaatUit without one."""
    if not is_on():
        raise BrpStaatUit()
    return Verbinding(
        settings.BRP_URL, settings.BRP_SLEUTEL, settings.BRP_SLEUTEL_KOP, settings.BRP_WACHTTIJD
    )


def ask(vraag: dict[str, Any], *, via: Verbinding | None = None) -> list[dict[str, Any]]:
    """The persons that fit a question of the API.

    Refused with BrpStaatUit, BrpNietBereikbaar (no answer in time, 429, 5xx) or BrpWeigert
    (400, 401, 403).
    """
    via = via or configured()
    try:
        status, body = _post(via, json.dumps(vraag).encode())
    except (OSError, http.client.HTTPException) as error:
        raise BrpNietBereikbaar() from error
    if status in {400, 401, 403, 404, 406, 415}:
        raise BrpWeigert()
    if status != http.HTTPStatus.OK:
        raise BrpNietBereikbaar()
    try:
        answer = json.loads(body)
    except ValueError as error:
        raise BrpNietBereikbaar() from error
    persons = answer.get("personen") if isinstance(answer, dict) else None
    return [one for one in persons or [] if isinstance(one, dict)]


def _post(via: Verbinding, body: bytes) -> tuple[int, bytes]:
    parts = urlsplit(via.url)
    local = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if parts.scheme == "https":
        kind: type[http.client.HTTPConnection] = http.client.HTTPSConnection
    elif local:
        kind = http.client.HTTPConnection
    else:
        raise ImproperlyConfigured("BRP_URL begint niet met https.")
    connection = kind(parts.hostname or "", parts.port, timeout=via.seconden)
    try:
        connection.request("POST", f"{parts.path.rstrip('/')}/personen", body, _headers(via))
        answer = connection.getresponse()
        return answer.status, answer.read(MEEST)
    finally:
        connection.close()


def _headers(via: Verbinding) -> dict[str, str]:
    key = {via.kop: via.sleutel} if via.sleutel else {}
    json_utf8 = "application/json; charset=utf-8"
    return {"Content-Type": json_utf8, "Accept": "application/json", **key}
