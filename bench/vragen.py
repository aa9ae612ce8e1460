"""How many statements a request takes, counted in this process on both connections."""

import io
import urllib.parse
from contextlib import ExitStack
from functools import cache
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test.utils import CaptureQueriesContext

from bench.verzoeken import Verzoek


@cache
def _application() -> Any:
    return get_wsgi_application()


def count_statements(request: Verzoek) -> int:
    """The statements of one request, after one that fills what a process remembers."""
    ask(request)
    with ExitStack() as stack:
        seen = [
            stack.enter_context(CaptureQueriesContext(connections[name])) for name in connections
        ]
        ask(request, 1)
        return sum(len(one.captured_queries) for one in seen)


def ask(request: Verzoek, turn: int = 0) -> None:
    """Send a request within this process."""
    address = urllib.parse.urlsplit(request.path)
    body = request.body(turn) if request.body else b""
    environ = {
        "REQUEST_METHOD": request.method,
        "PATH_INFO": address.path,
        "QUERY_STRING": address.query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "CONTENT_LENGTH": str(len(body)),
    }
    for name, value in request.headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    answer = _application()(environ, lambda *status: None)
    answer.close()
