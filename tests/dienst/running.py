"""A `manage.py dienst` of a test's own."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from hengelo_sociaal.dienst.ports import free_port
from hengelo_sociaal.dienst.processes import started_at
from hengelo_sociaal.dienst.readiness import wait_until
from tests.wachten import PATIENCE, eventually

ROOT = Path(__file__).resolve().parents[2]
PARTS = {"postgres", "redis", "web", "werker", "beat"}
OURS = ("DATABASE_URL", "DATABASE_URL_EIGENAAR", "DATABASE_URL_DASHBOARD", "REDIS_URL")
KEYS = ("SECRET_KEY", "BSN_SLEUTELS", "BSN_ZOEKSLEUTEL", "DEMO", "HS_DATABASEROL")


class Dienst:
    """Starts it, asks it things, breaks its parts and ends it."""

    def __init__(self, data_dir: Path, *, env: Mapping[str, str] | None = None) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.env = {name: v for name, v in os.environ.items() if name not in {*OURS, *KEYS}}
        self.env |= {"DATA_DIR": str(data_dir), "PORT": str(self.port), "DEMO": "0", **(env or {})}
        self.output = data_dir.with_name(f"{data_dir.name}.uitvoer")
        self.process: subprocess.Popen[bytes] | None = None
        self.seen: dict[int, str] = {}

    def launch(
        self, python: Path | str = sys.executable, **popen: object
    ) -> subprocess.Popen[bytes]:
        """Start it without waiting."""
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [str(python), "manage.py", "dienst"],
                **{"cwd": ROOT, "env": self.env, "start_new_session": True, **popen},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        return self.process

    def start(self, python: Path | str = sys.executable, **popen: object) -> None:
        """Start it and wait until it says that it is ready."""
        process = self.launch(python, **popen)
        eventually(lambda: process.poll() is not None or "draait op" in self.said())
        assert process.poll() is None, self.said()
        assert "draait op" in self.said(), self.said()

    def said(self) -> str:
        return self.output.read_text(errors="replace")

    def pids(self) -> dict[str, int]:
        """The processes it watches over now."""
        running = json.loads((self.data_dir / "processen.json").read_text())
        self.seen |= dict(running.values())
        return {name: pid for name, (pid, _) in running.items()}

    def remember_all(self) -> None:
        """Note every process below it, to see later whether one was left behind."""
        for pid in list(self.pids().values()):
            for process in Path("/proc").glob("[0-9]*"):
                if _session(process) == pid:
                    self.seen[int(process.name)] = started_at(int(process.name)) or "weg"

    def left(self) -> list[int]:
        """Which of the processes seen are still there."""
        return [pid for pid, mark in self.seen.items() if started_at(pid) == mark]

    def gereed(self) -> dict[str, object]:
        """What /gereed answers; empty while it does not answer 200."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/gereed", timeout=20) as page:
                return dict(json.load(page))
        except OSError:
            return {}

    def is_whole(self) -> bool:
        return self.gereed().get("status") == "gereed"

    def interrupt(self) -> int:
        """Ctrl-C, and wait."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A management command beside it, that knows DATA_DIR only."""
        env = {name: v for name, v in self.env.items() if name not in {"PORT", "DEMO", *OURS}}
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=env, text=True, capture_output=True, check=False
        )

    def end(self) -> None:
        """Leave nothing, whatever the test did."""
        if self.process is not None and self.process.poll() is None:
            self.interrupt()
        wait_until(lambda: not self.left(), seconds=20)
        for pid in self.left():
            os.kill(pid, signal.SIGKILL)


def _session(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[3])
    except OSError:
        return 0
