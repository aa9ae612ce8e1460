"""All addresses of the application, as the permission walk and other checks see them."""

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

# A value for each kind of path parameter: nothing that exists, so that a role that may come
# in gets 404 and a role that may not gets 403.
BY_CONVERTER: dict[str, Callable[[], Any]] = {
    "UUIDConverter": uuid.uuid4,
    "IntConverter": lambda: 999_999_999,
    "SlugConverter": lambda: "bestaat-niet",
    "StringConverter": lambda: "bestaat-niet",
    "PathConverter": lambda: "bestaat/niet",
}
# By the name of a parameter, for views that cannot do with something that does not exist.
BY_NAME: dict[str, Callable[[], Any]] = {}


@dataclass(frozen=True)
class Adres:
    """One address: how the table calls it, its route, and its view."""

    naam: str
    route: str
    view: Callable[..., Any] = field(compare=False)
    converters: dict[str, Any] = field(compare=False, hash=False)
    url_naam: str = ""

    def path(self) -> str:
        """A path that leads here."""

        def value(match: re.Match[str]) -> str:
            name = match[2]
            make = BY_NAME.get(name) or BY_CONVERTER[type(self.converters[name]).__name__]
            return str(make())

        return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", value, self.route)

    @property
    def methods(self) -> set[str]:
        """The methods that the table must speak of: all of an API view, one of a page."""
        cls = getattr(self.view, "cls", None)
        if cls is None:
            return set()
        return {m.upper() for m in cls.http_method_names if m not in _FREE and hasattr(cls, m)}


_FREE = {"head", "options", "trace"}


def addresses() -> list[Adres]:
    """Every address that the resolver knows."""
    return list(_walk(get_resolver().url_patterns, "", "", {}))


def _walk(
    patterns: list[URLPattern | URLResolver], before: str, namespace: str, known: dict[str, Any]
) -> Iterator[Adres]:
    for found in patterns:
        plain = isinstance(found.pattern, RoutePattern)
        route = before + (str(found.pattern) if plain else "")
        converters = known | found.pattern.converters
        if isinstance(found, URLResolver):
            inner = f"{namespace}{found.namespace}:" if found.namespace else namespace
            yield from _walk(found.url_patterns, route, inner, converters)
        else:
            name = _name(found, route, namespace)
            yield Adres(name, route, found.callback, converters, found.name or "")


def _name(found: URLPattern, route: str, namespace: str) -> str:
    if route.startswith("api/"):
        return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
    return f"{namespace}{found.name}" if found.name else f"{namespace}{found.pattern}"
