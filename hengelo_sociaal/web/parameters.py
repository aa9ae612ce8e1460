"""Reading what an address or a form sent, where anything may come."""

import uuid


def as_uuid(text: str | None) -> uuid.UUID | None:
    """The id in a parameter; None for anything else."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
