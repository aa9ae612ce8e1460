"""The body of a problem (RFC 9457), and what we say when nothing better is known.

Knows nothing of the framework, so that the settings can use it for the API's description.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

PROBLEM_JSON = "application/problem+json"
TITELS = {
    400: "Ongeldige invoer",
    401: "Niet aangemeld",
    403: "Geen toegang",
    404: "Niet gevonden",
    405: "Methode niet toegestaan",
    409: "Niet mogelijk in deze toestand",
    412: "Intussen gewijzigd",
    413: "Te groot",
    415: "Formaat niet ondersteund",
    422: "Ongeldige invoer",
    428: "Versie ontbreekt",
    429: "Te veel verzoeken",
    500: "Storing",
    503: "Tijdelijk niet beschikbaar",
}
DETAILS = {
    400: "Het verzoek klopt niet. Kijk in de documentatie wat er verwacht wordt.",
    401: "Stuur een geldig token mee in de kop Authorization: Bearer.",
    403: "Uw rol geeft geen toegang tot dit onderdeel.",
    404: "Dit adres of gegeven bestaat niet, of hoort niet bij uw werk.",
    405: "Deze methode kan hier niet. Kijk in de kop Allow wat wel kan.",
    413: "Dit is te veel in een keer. Verdeel het over meer verzoeken.",
    415: "Stuur JSON, met de kop Content-Type: application/json.",
    429: "Dit waren te veel verzoeken. Wacht even en probeer het opnieuw.",
    500: "Er ging iets mis aan onze kant. Probeer het later nog een keer.",
    503: "Dit kan nu even niet. Probeer het over een minuut nog een keer.",
}


def problem(
    status: int,
    *,
    code: str,
    instance: str,
    detail: str | None = None,
    extra: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The body of a problem; `code` never changes, `detail` is for people."""
    return {
        "type": f"urn:hengelo-sociaal:probleem:{code}",
        "title": TITELS.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or DETAILS.get(status) or "Dit kan niet.",
        "instance": instance,
        "code": code,
        **(extra or {}),
    }
