"""Tokens of the API: `bearer(medewerker)` gives the headers that a client sends."""

import datetime as dt

from hengelo_sociaal.api.domain import issue_token
from hengelo_sociaal.medewerkers.models import Medewerker


def bearer(medewerker: Medewerker) -> dict[str, str]:
    """The headers of a request with a new token of this medewerker."""
    _, token = issue_token(
        voor=medewerker,
        omschrijving="test",
        by=Medewerker.objects.systeem(),
        at=dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC),
    )
    return {"Authorization": f"Bearer {token}"}
