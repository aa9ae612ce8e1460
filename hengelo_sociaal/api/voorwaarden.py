"""Changing what two people can edit: ETag on reading, If-Match on writing (RFC 9110)."""

import hashlib
from collections.abc import Mapping
from typing import Any

from rest_framework.request import Request

from hengelo_sociaal.api.formaat import dump
from hengelo_sociaal.kern.fouten import DomeinFout, Verouderd


class VersieOntbreekt(DomeinFout):
    """A change without saying which version it was based on."""

    code = "versie-ontbreekt"
    status = 428
    melding = "Stuur de ETag van wat u las mee in de kop If-Match."


def etag_of(representation: Mapping[str, Any]) -> str:
    """The ETag of a part, made from how it is shown: equal exactly when that is equal."""
    return f'"{hashlib.sha256(dump(representation)).hexdigest()[:32]}"'


def is_known(request: Request, etag: str) -> bool:
    """Whether the asker has this version already: If-None-Match, compared weakly."""
    given = {part.strip() for part in request.headers.get("If-None-Match", "").split(",")}
    return "*" in given or etag.removeprefix("W/") in {one.removeprefix("W/") for one in given}


def require_match(
    request: Request, current: Mapping[str, Any], offered: Mapping[str, Any] | None = None
) -> None:
    """Refuse a change that was not based on what is there now.

    Raises VersieOntbreekt (428) without If-Match and Verouderd (412) when it is stale, with
    both values: `huidig` is what is stored and `aangeboden` what was sent. Call it after
    locking the row, or two people can both pass.
    """
    wanted = request.headers.get("If-Match")
    if wanted is None:
        raise VersieOntbreekt()
    etags = [part.strip().removeprefix("W/") for part in wanted.split(",")]
    if "*" not in etags and etag_of(current) not in etags:
        raise Verouderd(extra={"huidig": dict(current), "aangeboden": dict(offered or {})})
