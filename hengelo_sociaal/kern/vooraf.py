"""What the web server reads once, before it makes its processes, so that all of them have it."""

import logging
from collections.abc import Callable

from django.db import Error, connections

_LEZERS: list[Callable[[], object]] = []
_log = logging.getLogger(__name__)


def lees_vooraf(lezer: Callable[[], object]) -> None:
    """Have this called before the first web process; it keeps what it reads by itself."""
    _LEZERS.append(lezer)


def read_ahead() -> None:
    """Read everything; without a database each process reads for itself, as after a change.

    No connection stays open: two processes cannot share one.
    """
    for lezer in _LEZERS:
        try:
            lezer()
        except Error as error:
            _log.warning("niet vooraf gelezen: %s", error)
    connections.close_all()
