"""Finding a resident by BSN for the overview; the front door, a higher floor, says how."""

import uuid
from collections.abc import Callable

Zoeker = Callable[[str], uuid.UUID | None]
Voorgangers = Callable[[uuid.UUID], list[uuid.UUID]]
_ZOEKERS: list[Zoeker] = []
_VOORGANGERS: list[Voorgangers] = []


def register_zoeker(zoeker: Zoeker) -> Zoeker:
    """Say how a resident is found by BSN; usable as a decorator in an app's receivers.py."""
    if zoeker not in _ZOEKERS:
        _ZOEKERS.append(zoeker)
    return zoeker


def find_by_bsn(bsn: str) -> uuid.UUID | None:
    """The resident with this BSN, or None."""
    return next((found for zoeker in _ZOEKERS if (found := zoeker(bsn)) is not None), None)


def register_voorgangers(source: Voorgangers) -> Voorgangers:
    """Say under which ids a resident stood before they were merged; a decorator too."""
    if source not in _VOORGANGERS:
        _VOORGANGERS.append(source)
    return source


def known_as(inwoner_id: uuid.UUID) -> list[uuid.UUID]:
    """Every id under which this resident is in the log: lines never change, people merge."""
    return [inwoner_id, *(pk for source in _VOORGANGERS for pk in source(inwoner_id))]
