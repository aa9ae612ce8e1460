"""Handing out and withdrawing API tokens."""

import datetime as dt
import hashlib
import secrets

from hengelo_sociaal.api.models import ApiToken
from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import BEHEREN, toets

_BYTES = 32


def fingerprint(token: str) -> bytes:
    """What is kept of a token; it holds 256 random bits, so it needs no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def issue_token(
    *, voor: Medewerker, omschrijving: str, by: Medewerker, at: dt.datetime
) -> tuple[ApiToken, str]:
    """Make a token for somebody; the token itself is only ever in the answer.

    Refused with GeenRecht when `by` may not manage accounts.
    """
    toets(by, BEHEREN)
    token = secrets.token_urlsafe(_BYTES)
    with operation():
        made = ApiToken.objects.create(
            medewerker=voor,
            omschrijving=omschrijving,
            afdruk=fingerprint(token),
            aangemaakt_op=at,
        )
        log_change(
            by=by,
            handeling="token uitgegeven",
            soort="api-token",
            object_id=made.pk,
            at=at,
            wijziging={"medewerker": str(voor.pk), "omschrijving": omschrijving},
        )
    return made, token


def revoke_token(*, token: ApiToken, by: Medewerker, at: dt.datetime) -> None:
    """Withdraw a token for good; one that was withdrawn already keeps its first moment.

    Refused with GeenRecht when `by` may not manage accounts.
    """
    toets(by, BEHEREN)
    with operation():
        changed = ApiToken.objects.filter(pk=token.pk, ingetrokken_op__isnull=True).update(
            ingetrokken_op=at
        )
        if changed:
            log_change(
                by=by, handeling="token ingetrokken", soort="api-token", object_id=token.pk, at=at
            )
