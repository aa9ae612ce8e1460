"""The command lines of the parts."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from hengelo_sociaal.omgeving import BASE_DIR

Question = Callable[[], bool]


def manage(*arguments: str) -> list[str]:
    """A management command."""
    return [sys.executable, str(BASE_DIR / "manage.py"), *arguments]


def exists(name: str) -> bool:
    """Whether some app of ours has this management command."""
    return any(BASE_DIR.glob(f"**/management/commands/{name}.py"))


def web(descriptor: int) -> list[str]:
    """The web server, on a socket that the launcher keeps while this process may come and go."""
    return [
        *_module("gunicorn"),
        "--config=python:hengelo_sociaal.dienst.gunicorn_conf",
        f"--bind=fd://{descriptor}",
        "hengelo_sociaal.wsgi",
    ]


def worker() -> list[str]:
    """The Celery worker."""
    return [
        *_celery("worker"),
        "--concurrency=2",
        "--prefetch-multiplier=1",
        "--without-gossip",
        "--without-mingle",
        "--include=hengelo_sociaal.dienst.celery_children",
        f"--hostname=werker-{os.getpid()}@%h",
    ]


def beat(data_dir: Path) -> list[str]:
    """The clock that sends tasks; there must be one only."""
    return [*_celery("beat"), f"--schedule={data_dir / 'beat-schema'}", "--pidfile="]


def _celery(command: str) -> list[str]:
    return [*_module("celery"), "--app=hengelo_sociaal", command, "--loglevel=INFO"]


def _module(name: str) -> list[str]:
    return [sys.executable, "-m", name]
