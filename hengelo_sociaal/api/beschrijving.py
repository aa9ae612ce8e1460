"""What the API's description says about the whole: settings of the generator."""

from typing import Any

from hengelo_sociaal.api.problemen import DETAILS, TITELS

_TEKST = """\
De API van Hengelo Sociaal, volgens de NL API Design Rules.

**Aanmelden.** Stuur `Authorization: Bearer <token>` mee. Een token werkt met de rollen van de
medewerker voor wie het is uitgegeven; functioneel beheer geeft het uit. Een scherm van de
applicatie zelf mag ook zijn sessie gebruiken, met de kop `X-CSRFToken`.

**Fouten** zijn `application/problem+json` (RFC 9457). `code` verandert nooit, `detail` is voor
mensen. Bij verkeerde invoer noemt `invalidParams` elk veld.

**Lijsten** geven `resultaten`, en in `volgende` en `vorige` het adres van de pagina ernaast.
Er wordt niet geteld. `paginaGrootte` is 1 tot en met 200.

**Twee keer sturen.** Met de kop `Idempotency-Key` maakt hetzelfde verzoek binnen 24 uur maar een
ding; u krijgt het eerste antwoord nog een keer.

**Wijzigen** gaat met `PATCH` en de `ETag` van wat u las in de kop `If-Match`.

**Voorbeelden** van wat u stuurt, kunt u zo sturen, met eigen UUID's. Alleen `postcode` ontbreekt
erin; die is bij een adres altijd nodig.

Tijden zijn RFC 3339, datums `JJJJ-MM-DD` in Nederlandse dagen; `van` en `tot` tellen mee.
"""


def _problem_schema() -> dict[str, Any]:
    text = {"type": "string"}
    invalid = {
        "type": "object",
        "required": ["name", "reason", "code"],
        "properties": {
            "name": text | {"example": "hulpvragen.0.soort"},
            "reason": text | {"example": "Dit moet ingevuld zijn."},
            "code": text | {"example": "verplicht"},
        },
    }
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance", "code"],
        "properties": {
            "type": text | {"format": "uri", "example": "urn:hengelo-sociaal:probleem:conflict"},
            "title": text | {"example": "Niet mogelijk in deze toestand"},
            "status": {"type": "integer", "example": 409},
            "detail": text | {"example": "Dit kan nu niet meer."},
            "instance": text | {"example": "/api/v1/plannen"},
            "code": text | {"example": "conflict"},
            "invalidParams": {"type": "array", "items": invalid},
        },
    }


def _problem_response(status: int) -> dict[str, Any]:
    headers = {"API-Version": {"$ref": "#/components/headers/ApiVersion"}}
    if status == 401:
        headers["WWW-Authenticate"] = {"$ref": "#/components/headers/WwwAuthenticate"}
    schema = {"$ref": "#/components/schemas/Probleem"}
    return {
        "description": f"{TITELS[status]}. {DETAILS.get(status, '')}".strip(),
        "headers": headers,
        "content": {"application/problem+json": {"schema": schema}},
    }


def _header(text: str, example: str) -> dict[str, Any]:
    return {"description": text, "schema": {"type": "string"}, "example": example}


def spectacular_settings(*, version: str, organisation: str, email: str) -> dict[str, Any]:
    """SPECTACULAR_SETTINGS of this installation."""
    return {
        "TITLE": "Hengelo Sociaal",
        "DESCRIPTION": _TEKST,
        "VERSION": version,
        "CONTACT": {"name": organisation, "email": email, "url": "https://www.hengelo.nl"},
        "LICENSE": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
        "SERVERS": [{"url": "/api/v1", "description": "Deze installatie"}],
        "SCHEMA_PATH_PREFIX": r"^/api/v1",
        "SCHEMA_PATH_PREFIX_TRIM": True,
        "POSTPROCESSING_HOOKS": ["hengelo_sociaal.api.schema.finish"],
        "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
        "APPEND_COMPONENTS": {
            "schemas": {"Probleem": _problem_schema()},
            "responses": {f"Probleem{status}": _problem_response(status) for status in TITELS},
            "headers": {
                "ApiVersion": _header("De versie van de API.", version),
                "Location": _header("Het adres van wat is gemaakt.", "/api/v1/contacten/019a8b3c"),
                "ETag": _header("De versie van wat u leest.", '"5f2b8c"'),
                "WwwAuthenticate": _header("Hoe u zich aanmeldt.", "Bearer"),
            },
            "parameters": {
                "IdempotencyKey": _header("Dezelfde sleutel maakt maar een ding.", "a81bc81b")
                | {"name": "Idempotency-Key", "in": "header", "required": False},
                "IfMatch": _header("De ETag van wat u las.", '"5f2b8c"')
                | {"name": "If-Match", "in": "header", "required": True},
            },
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "sessie": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
            },
        },
    }
