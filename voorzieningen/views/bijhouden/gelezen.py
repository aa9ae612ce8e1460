"""What a partner read when opening a form goes along with it, signed.

So a proposal is laid beside what the partner knew, also when others changed something while
the form was open: what the partner did not see, the partner does not take away.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from django.core import signing
from django.http import HttpRequest

VELD = "gelezen"


def signed(inhoud: Mapping[str, Any], van: uuid.UUID) -> str:
    """The content of a record as it is now, to put in a form about that record."""
    return signing.dumps(dict(inhoud), salt=_salt(van), compress=True)


def read_back(request: HttpRequest, van: uuid.UUID) -> dict[str, Any] | None:
    """What was in the form; None when it is not ours, or about another record."""
    try:
        found: dict[str, Any] = signing.loads(request.POST.get(VELD, ""), salt=_salt(van))
    except signing.BadSignature:
        return None
    return found


def _salt(van: uuid.UUID) -> str:
    return f"voorstel-gelezen-{van}"
