"""Ways up that keep the floors: a lower floor offers a register, higher floors fill it.

`Stappen` are steps inside the transaction: a lower operation, such as merging two
households, runs what higher apps registered, and one failure undoes all of it.
`Bijdragen` are what higher apps add to something that a lower floor shows.
"""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Stappen(Generic[P]):
    """An ordered list of steps that run inside the transaction of a lower operation."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self._steps: list[Callable[P, None]] = []

    def register(self, step: Callable[P, None]) -> Callable[P, None]:
        """Add a step; usable as a decorator in an app's `receivers.py`."""
        if step not in self._steps:
            self._steps.append(step)
        return step

    def run(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Run every step, in the order in which the apps were loaded."""
        for step in self._steps:
            step(*args, **kwargs)


class Bijdragen(Generic[P, T]):
    """What higher apps add to something, each nothing or one thing."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self._sources: list[Callable[P, T | None]] = []

    def register(self, source: Callable[P, T | None]) -> Callable[P, T | None]:
        """Add a source; usable as a decorator in an app's `receivers.py`."""
        if source not in self._sources:
            self._sources.append(source)
        return source

    def collect(self, *args: P.args, **kwargs: P.kwargs) -> list[T]:
        """What all sources have to say, in the order in which the apps were loaded."""
        found = (source(*args, **kwargs) for source in self._sources)
        return [one for one in found if one is not None]
