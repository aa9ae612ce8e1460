"""Keeps a group of processes alive, and ends them in order."""

import logging
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from hengelo_sociaal.dienst.processes import ask_to_stop, await_end, kill_session

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0
STEADY_AFTER = 20.0


@dataclass
class Part:
    """One process of the group, and how to start and stop it.

    `leans_on_servers`: ends together with the others that do, before any server does.
    """

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 15.0
    leans_on_servers: bool = True
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    pause: float = 0.0
    next_start: float = field(default=0.0)

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None


class Supervisor:
    """Starts parts in order, starts again what dies, and stops all in the reverse order."""

    def __init__(self, on_change: Callable[[dict[str, int]], None]) -> None:
        self._parts: list[Part] = []
        self._on_change = on_change

    def add(self, part: Part) -> None:
        """Start a part and watch over it from now on."""
        self._parts.append(part)
        self._start(part)

    def tick(self) -> None:
        """Look once at every part; start again what died, slower each time it dies young."""
        now = time.monotonic()
        for part in self._parts:
            if part.process is not None and part.process.poll() is not None:
                self._bury(part, now)
            if part.process is None and now >= part.next_start:
                self._start(part)

    def deaths(self, name: str) -> int:
        """How often a part has died since it was added."""
        return sum(part.deaths for part in self._parts if part.name == name)

    def stop(self) -> None:
        """End what serves people and does tasks, all at once; then the servers they lean on."""
        leaning = [part for part in self._parts if part.leans_on_servers]
        servers = [part for part in self._parts if not part.leans_on_servers]
        for group in (leaning, *([server] for server in reversed(servers))):
            for part in group:
                if part.process is not None:
                    ask_to_stop(part.process, part.stop_signal)
            for part in group:
                if part.process is not None:
                    await_end(part.process, part.patience)
                    part.process = None
        self._parts.clear()
        self._on_change({})

    def hurry(self) -> None:
        """From now on nobody gets time to finish."""
        for part in self._parts:
            part.patience = 0.1

    def _start(self, part: Part) -> None:
        part.process = part.start()
        part.started = time.monotonic()
        running = {one.name: one.process.pid for one in self._parts if one.process}
        self._on_change(running)

    def _bury(self, part: Part, now: float) -> None:
        assert part.process is not None  # noqa: S101 - tick looked
        kill_session(part.process.pid)
        part.deaths += 1
        steady = now - part.started > STEADY_AFTER
        part.pause = 0.0 if steady else min(LONGEST_PAUSE, part.pause * 2 or 0.5)
        part.next_start = now + (0.0 if steady else part.pause)
        logger.warning(
            "%s is gestopt (status %s) en wordt opnieuw gestart.",
            part.name,
            part.process.returncode,
        )
        part.process = None
