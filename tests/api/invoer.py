"""Every shape that can be sent in, found by walking the addresses of the API."""

from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver
from rest_framework import serializers

from hengelo_sociaal.api.serializers import Serializer


def input_shapes() -> list[type[Serializer]]:
    """The bodies and the queries, by name."""
    found = {view.input_class for view in _views(get_resolver()) if view.input_class}
    found |= {view.query_class for view in _views(get_resolver())}
    return sorted(found, key=lambda shape: shape.__qualname__)


def fields_within(field: Any) -> Iterator[serializers.Field]:
    """A field, and all that is inside it."""
    yield field
    for inside in ("child", "pk_field"):
        if isinstance(found := getattr(field, inside, None), serializers.Field):
            yield from fields_within(found)
    for below in getattr(field, "fields", {}).values():
        yield from fields_within(below)


def _views(resolver: Any) -> Iterator[Any]:
    for one in resolver.url_patterns:
        if hasattr(one, "url_patterns"):
            yield from _views(one)
        elif hasattr(getattr(one.callback, "cls", None), "query_class"):
            yield one.callback.cls
