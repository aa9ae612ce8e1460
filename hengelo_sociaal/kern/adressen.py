"""Finding the view of an address without trying hundreds of patterns for every request."""

from collections.abc import Sequence
from typing import Any

from django.urls import ResolverMatch, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern


class Adressen(URLResolver):
    """Patterns of which an address with nothing variable in it is looked for once.

    The framework tries every pattern in turn; with some two hundred that was a seventh of a
    quick page. Which view belongs to such an address never changes while a process lives. An
    address with a part that varies is looked for every time, so that memory does not grow.
    """

    def __init__(self, patterns: Sequence[URLPattern | URLResolver]) -> None:
        super().__init__(RoutePattern(""), patterns)
        self._found: dict[str, ResolverMatch] = {}

    def resolve(self, path: Any) -> ResolverMatch:
        """The view of an address; Resolver404 when there is none."""
        known = self._found.get(str(path))
        if known is not None:
            return known
        match: ResolverMatch = super().resolve(path)
        if not match.args and not match.kwargs:
            match.tried = []  # only for the page of the framework's debug mode
            self._found[str(path)] = match
        return match
