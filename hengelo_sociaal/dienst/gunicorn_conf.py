"""Settings of the web server, for `make run` and for docker-compose.yml alike."""

import gc
import os
import signal
from typing import Any

from hengelo_sociaal.dienst.processes import die_with_parent

bind = os.environ.get("WEB_BIND", "127.0.0.1:8000")
worker_class = "hengelo_sociaal.dienst.webwerker.Webwerker"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # read the code once: half the start, and a killed worker is back at once
limit_request_line = 8190  # an address with many filters; gunicorn takes no longer one
timeout = 60
graceful_timeout = 10
keepalive = 5
accesslog = None  # addresses of pages are in the access log of the application, with a purpose
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Before the first fork: what was read so far stays out of the garbage collector's way.

    It would write in every object it looks at, and so give each web process a copy of its own.
    What every web process would read at its first request, is read here, once for all.
    """
    from hengelo_sociaal.kern.vooraf import read_ahead  # noqa: PLC0415  needs the settings

    read_ahead()
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:
    """A web worker ends when its master is killed, so that the port comes free."""
    die_with_parent(signal.SIGTERM, server.pid)
