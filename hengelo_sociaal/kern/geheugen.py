"""Small lists that hardly ever change, remembered by a process for half a minute.

Channels, wijken, laws and the like fill the selects of nearly every screen. What this
process changes itself it forgets at once; what another changes is seen in half a minute.
Never for anything that is about a person, or that says what somebody may do.
"""

import time
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

R = TypeVar("R")
SECONDEN = 30
_remembered: list[dict[tuple[Hashable, ...], tuple[float, Any]]] = []


def onthouden(read: Callable[..., R]) -> Callable[..., R]:
    """Read once in half a minute for the same arguments; give back what nobody changes."""
    known: dict[tuple[Hashable, ...], tuple[float, R]] = {}
    _remembered.append(known)

    @wraps(read)
    def remembered(*args: Hashable) -> R:
        found = known.get(args)
        if found is None or time.monotonic() >= found[0]:
            found = time.monotonic() + SECONDEN, read(*args)
            known[args] = found
        return found[1]

    return remembered


def vergeet(**signal: Any) -> None:
    """Forget everything, in this process."""
    for known in _remembered:
        known.clear()
