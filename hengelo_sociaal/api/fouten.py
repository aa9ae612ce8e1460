"""One shape for everything that goes wrong: application/problem+json (RFC 9457).

`exception_handler` takes what a view raised and says it in the terms of `problemen.py`.
"""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404
from rest_framework import exceptions as drf
from rest_framework.response import Response
from rest_framework.views import set_rollback

from hengelo_sociaal.api.problemen import DETAILS, PROBLEM_JSON, problem
from hengelo_sociaal.kern.beperkingen import translate
from hengelo_sociaal.kern.fouten import DomeinFout, NietGevonden, OngeldigeInvoer

logger = logging.getLogger(__name__)

# The framework's codes of a refused field, and what we call them; its sentence is the field's.
_FIELD_CODES = {
    "required": "verplicht",
    "null": "verplicht",
    "blank": "verplicht",
    "empty": "verplicht",
    "does_not_exist": "onbekende-waarde",
    "invalid_choice": "onbekende-waarde",
    "incorrect_type": "ongeldig",
    "max_length": "te-lang",
    "min_length": "te-kort",
    "max_value": "te-groot",
    "min_value": "te-klein",
    "max_string_length": "te-groot",
    "invalid": "ongeldig",
    "not_a_list": "ongeldig",
    "not_a_dict": "ongeldig",
    "null_characters_not_allowed": "ongeldig",
    "surrogate_characters_not_allowed": "ongeldig",
}


def exception_handler(error: Exception, context: Mapping[str, Any]) -> Response:
    """What a view raised, as a problem; what nobody foresaw is logged and says nothing."""
    set_rollback()
    status, code, detail, extra, headers = _describe(error)
    body = problem(status, code=code, instance=_path(context), detail=detail, extra=extra)
    return Response(body, status=status, headers=headers, content_type=PROBLEM_JSON)


def _path(context: Mapping[str, Any]) -> str:
    request = context.get("request")
    return request.path if request is not None else ""


Description = tuple[int, str, str | None, dict[str, Any], dict[str, str]]


def _describe(error: Exception) -> Description:
    refusal = _as_refusal(error)
    if refusal is not None:
        return refusal.status, refusal.code, refusal.melding, _extra(refusal), {}
    if isinstance(error, PermissionDenied):
        return 403, "geen-recht", None, {}, {}
    if isinstance(error, drf.ValidationError):
        invalid = list(invalid_params(error.detail))
        return 400, OngeldigeInvoer.code, _summary(invalid), {"invalidParams": invalid}, {}
    if isinstance(error, drf.APIException):
        return _describe_framework(error)
    if isinstance(error, OperationalError | InterfaceError):
        logger.error("the database did not answer", exc_info=error)
        return 503, "tijdelijk-niet-beschikbaar", None, {}, {"Retry-After": "60"}
    logger.error("an error that nobody foresaw", exc_info=error)
    return 500, "storing", None, {}, {}


def _as_refusal(error: Exception) -> DomeinFout | None:
    if isinstance(error, DomeinFout):
        return error
    if isinstance(error, Http404):
        return NietGevonden()
    if isinstance(error, DatabaseError):
        return translate(error)
    if isinstance(error, ValidationError):
        return OngeldigeInvoer(velden=_fields_of(error))
    return None


def _fields_of(error: ValidationError) -> dict[str, str]:
    if hasattr(error, "error_dict"):
        return {name: " ".join(messages) for name, messages in error.message_dict.items()}
    return {"": " ".join(error.messages)}


def _extra(refusal: DomeinFout) -> dict[str, Any]:
    """What a refusal tells beside its sentence: the fields it is about, and its own extra."""
    extra = dict(refusal.extra)
    if refusal.velden:
        extra["invalidParams"] = [
            {"name": camel(name), "reason": reason, "code": refusal.code}
            for name, reason in refusal.velden.items()
        ]
    return extra


_FRAMEWORK_CODES = {
    drf.NotAuthenticated: ("niet-aangemeld", None),
    drf.AuthenticationFailed: ("token-ongeldig", None),
    drf.PermissionDenied: ("geen-recht", None),
    drf.ParseError: ("geen-json", None),
    drf.NotFound: ("niet-gevonden", None),
    drf.MethodNotAllowed: ("methode-niet-toegestaan", DETAILS[405]),
    drf.UnsupportedMediaType: ("formaat-niet-ondersteund", DETAILS[415]),
    drf.Throttled: ("te-veel-verzoeken", DETAILS[429]),
}


def _describe_framework(error: drf.APIException) -> Description:
    code, detail = _FRAMEWORK_CODES.get(type(error), (str(error.default_code), None))
    headers = {}
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header  # type: ignore[attr-defined]
    if getattr(error, "wait", None):
        headers["Retry-After"] = f"{error.wait:.0f}"  # type: ignore[attr-defined]
    if isinstance(error, drf.NotAuthenticated):
        detail = DETAILS[401]
    return error.status_code, code.replace("_", "-"), detail or str(error.detail), {}, headers


def invalid_params(detail: Any, name: str = "") -> Iterator[dict[str, str]]:
    """Every refused field by its path in the body, such as `hulpvragen.0.soort`."""
    if isinstance(detail, dict):
        for key, below in detail.items():
            part = "" if key == "non_field_errors" else str(key)
            yield from invalid_params(below, ".".join(filter(None, [name, part])))
    elif isinstance(detail, list):
        for position, below in enumerate(detail):
            nested = isinstance(below, dict | list)
            yield from invalid_params(below, f"{name}.{position}" if nested else name)
    else:
        code = _FIELD_CODES.get(detail.code, detail.code.replace("_", "-"))
        yield {"name": name, "reason": str(detail), "code": code}


def _summary(invalid: list[dict[str, str]]) -> str:
    if len(invalid) == 1 and not invalid[0]["name"]:
        return invalid[0]["reason"]
    names = ", ".join(dict.fromkeys(param["name"] for param in invalid if param["name"]))
    return f"Niet alles is goed ingevuld: {names}." if names else OngeldigeInvoer.melding


def camel(name: str) -> str:
    """`plaatsgevonden_op` as it is called outside: `plaatsgevondenOp`."""
    first, *others = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in others)
