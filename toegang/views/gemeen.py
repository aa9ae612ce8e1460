"""What the views of the front door share."""

import uuid

from django.http import HttpRequest

from hengelo_sociaal.medewerkers.models import Medewerker


def who(request: HttpRequest) -> Medewerker:
    """Who is at the screen; the gate let nobody else in."""
    assert isinstance(request.user, Medewerker)  # noqa: S101
    return request.user


def as_uuid(text: str | None) -> uuid.UUID | None:
    """The identifier in a parameter, or None for anything else."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
