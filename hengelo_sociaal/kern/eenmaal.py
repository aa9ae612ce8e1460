"""While one page is drawn, the same question goes to the database once.

The panels of a page are made apart and ask the same things: whether who looks is involved,
who belongs to the household. A page that only reads draws them within `een_keer`; what was
read is gone when it is drawn, and is never seen by another request or another person.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

R = TypeVar("R")
_READ: ContextVar[dict[tuple[Hashable, ...], Any] | None] = ContextVar("read", default=None)


@contextmanager
def een_keer() -> Iterator[None]:
    """Here what is `gedeeld` is read once; none of it may be changed meanwhile.

    Within another one it is that one: a page and its panels share what they read.
    """
    known = _READ.get()
    token = _READ.set({} if known is None else known)
    try:
        yield
    finally:
        _READ.reset(token)


def gedeeld(read: Callable[..., R]) -> Callable[..., R]:
    """Share what is read within `een_keer`, elsewhere read as always; nobody changes it."""

    @wraps(read)
    def shared(*args: Hashable, **kwargs: Hashable) -> R:
        known = _READ.get()
        if known is None:
            return read(*args, **kwargs)
        key = (read, args, tuple(sorted(kwargs.items())))
        if key not in known:
            known[key] = read(*args, **kwargs)
        found: R = known[key]
        return found

    return shared
