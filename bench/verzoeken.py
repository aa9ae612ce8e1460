"""Sending requests over one connection that stays open, as a browser does."""

import http.client
import itertools
import urllib.parse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Verzoek:
    """A request; `body` is made anew for every turn from its number."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Callable[[int], bytes] | None = None
    verwacht: int = 200


_turns = itertools.count()


def send(base: str, request: Verzoek, times: int) -> None:
    """Send it a number of times; anything but the expected status ends the bench."""
    send_each(base, itertools.repeat(request, times))


def send_each(base: str, requests: Iterable[Verzoek]) -> None:
    """Send these one after the other, over one connection."""
    address = urllib.parse.urlsplit(base)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=60)
    for request in requests:
        body = request.body(next(_turns)) if request.body else None
        connection.request(request.method, request.path, body=body, headers=dict(request.headers))
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != request.verwacht:
            raise SystemExit(f"{request.method} {request.path}: {answer.status} {content[:600]!r}")
    connection.close()
