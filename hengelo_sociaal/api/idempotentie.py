"""Sending the same request twice makes one record: the Idempotency-Key header.

The key is inserted first, in the transaction of the work itself. A twin that comes in
meanwhile waits at the unique constraint until that transaction ends: then it finds the
answer, or, when the first was refused and so left nothing behind, does the work itself.
"""

import datetime as dt
import hashlib
import json
import re
import uuid
from collections.abc import Callable
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from hengelo_sociaal.api.formaat import dump
from hengelo_sociaal.api.models import Idempotentie
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import Conflict, DomeinFout
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.kern.uitgeschreven import fetch_one

BEWAARTERMIJN = dt.timedelta(hours=24)
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_KEPT_HEADERS = ("Location", "ETag")
_CLAIM = """
    INSERT INTO api_idempotentie (wie, pad, sleutel, afdruk, status, kop, inhoud, aangemaakt_op)
    VALUES (%(wie)s, %(pad)s, %(sleutel)s, %(afdruk)s, 0, '{}', NULL, %(nu)s)
    ON CONFLICT (wie, pad, sleutel) DO UPDATE
        SET afdruk = excluded.afdruk, status = 0, aangemaakt_op = excluded.aangemaakt_op
        WHERE api_idempotentie.aangemaakt_op <= %(verlopen)s
    RETURNING id
"""


class SleutelOngeldig(DomeinFout):
    """A key that is empty, too long, or not plain text."""

    code = "idempotency-key-ongeldig"
    melding = "De kop Idempotency-Key moet 1 tot en met 255 tekens hebben, zonder spaties."


class SleutelHergebruikt(Conflict):
    """The same key with another body."""

    code = "idempotency-key-hergebruikt"
    melding = "Deze Idempotency-Key is al gebruikt voor een ander verzoek. Neem een nieuwe."


def once(request: Request, work: Callable[[], Response]) -> Response:
    """Do the work, or give the first answer again when this key was here before."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return work()
    if not _KEY.fullmatch(key):
        raise SleutelOngeldig()
    print_ = hashlib.sha256(canonical(request.data)).digest()
    with operation():
        claim = _claim(request, key, print_)
        if claim is None:
            return _again(request, key, print_)
        response = work()
        _keep(claim, response)
    return response


def canonical(body: Any) -> bytes:
    """One text for all ways of writing the same JSON: order, spaces, 1 and 1.0."""
    return json.dumps(_plain(body), sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_plain(below) for below in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _who(request: Request) -> uuid.UUID:
    owner = request.auth if request.auth is not None else request.user
    return uuid.UUID(str(owner.pk))


def _claim(request: Request, key: str, print_: bytes) -> int | None:
    """The row that is ours to fill, or None when somebody was here before us."""
    now = nu()
    row = fetch_one(
        _CLAIM,
        {
            "wie": _who(request),
            "pad": request.path,
            "sleutel": key,
            "afdruk": print_,
            "nu": now,
            "verlopen": now - BEWAARTERMIJN,
        },
    )
    return row[0] if row else None


def _again(request: Request, key: str, print_: bytes) -> Response:
    kept = Idempotentie.objects.get(wie=_who(request), pad=request.path, sleutel=key)
    if bytes(kept.afdruk) != print_:
        raise SleutelHergebruikt()
    return Response(kept.inhoud, status=kept.status, headers=kept.kop)


def _keep(claim: int, response: Response) -> None:
    headers = {name: response[name] for name in _KEPT_HEADERS if name in response}
    body = json.loads(dump(response.data)) if response.data is not None else None
    Idempotentie.objects.filter(pk=claim).update(
        status=response.status_code, kop=headers, inhoud=body
    )


def forget_old(*, at: dt.datetime) -> int:
    """Remove the answers that are older than a day; how many."""
    return Idempotentie.objects.filter(aangemaakt_op__lte=at - BEWAARTERMIJN).delete()[0]
