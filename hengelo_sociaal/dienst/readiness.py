"""Waiting until something is ready, and saying so in time when it is not."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable


def wait_until(ready: Callable[[], bool], *, seconds: float, pause: float = 0.1) -> bool:
    """Ask until it is ready; False when that takes longer than `seconds`."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def answers(url: str) -> bool:
    """Whether a page answers 200. An open port says too little: the application may be broken."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
