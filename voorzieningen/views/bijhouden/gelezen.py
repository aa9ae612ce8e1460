"""What a partner read when opening a form goes along with it, signed.

So a proposal is laid beside what the partner knew, also when others changed something while
the form was open: what the partner did not see, the partner does not take away. Nor does a
partner replace a proposal that a colleague put forward in the meantime.
"""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest

from voorzieningen.domain.voorstellen import mark_of
from voorzieningen.models import Voorstel

VELD = "gelezen"


@dataclass(frozen=True)
class Gelezen:
    """The record as it was read, None when that is not known, and which proposal waited."""

    inhoud: dict[str, Any] | None = None
    wachtte: str = ""


def read_back(request: HttpRequest, van: uuid.UUID) -> Gelezen:
    """What was in the form; nothing when it is not ours, or about another record."""
    try:
        found = signing.loads(request.POST.get(VELD, ""), salt=_salt(van))
    except signing.BadSignature:
        return Gelezen()
    return Gelezen(**found)


def to_send(
    request: HttpRequest,
    van: uuid.UUID,
    now: Mapping[str, Any],
    wacht: Voorstel | None,
    *,
    told: bool = False,
) -> str:
    """What to put in the form: what was read when it was opened, or is read now.

    Who is `told` that another proposal waits, knows of that one from now on.
    """
    sent = request.POST.get(VELD, "")
    if sent and not told:
        return sent
    read = read_back(request, van).inhoud or dict(now)
    return signing.dumps(asdict(Gelezen(read, mark_of(wacht))), salt=_salt(van), compress=True)


def _salt(van: uuid.UUID) -> str:
    return f"voorstel-gelezen-en-wacht-{van}"
