"""One launcher per data folder, and none of a dead launcher's processes left in it."""

import contextlib
import fcntl
import json
import os
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

from hengelo_sociaal.dienst.environment import write_private
from hengelo_sociaal.dienst.processes import started_at
from hengelo_sociaal.dienst.readiness import wait_until


class AlreadyRunningError(Exception):
    """Another launcher holds the data folder."""


@contextlib.contextmanager
def only_launcher(data_dir: Path) -> Iterator[None]:
    """Hold the data folder. The kernel lets go of it when we die, however we die."""
    with (data_dir / "slot").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise AlreadyRunningError(file.read().strip()) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
        file.truncate(0)


def note_processes(data_dir: Path, pids: Mapping[str, int]) -> None:
    """Write down what runs, with the mark that tells a process from a later one."""
    running = {name: [pid, started_at(pid)] for name, pid in pids.items()}
    write_private(data_dir / "processen.json", json.dumps(running))


def end_leftovers(data_dir: Path) -> None:
    """Wait for what a killed launcher left, which is already ending; then end it ourselves."""
    file = data_dir / "processen.json"
    if not file.is_file():
        return
    left: list[tuple[int, str]] = list(json.loads(file.read_text()).values())

    def still_there() -> list[tuple[int, str]]:
        return [(pid, mark) for pid, mark in left if mark and started_at(pid) == mark]

    for sig in (None, signal.SIGTERM, signal.SIGKILL):
        for pid, _ in still_there() if sig else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, sig or signal.SIGTERM)
        if wait_until(lambda: not still_there(), seconds=5):
            break
    file.unlink()
