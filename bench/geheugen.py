"""How much memory a web process and a Celery process take, after they have done their work.

PSS: memory of its own, and its share of what it has together with others (proc(5)).
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.cpu import parents
from bench.installatie import ROOT, Installatie
from bench.scenario import Scenario
from bench.verzoeken import send
from hengelo_sociaal.dienst import commands
from hengelo_sociaal.dienst.ports import free_port
from hengelo_sociaal.dienst.processes import stop

MIB = 1024
DOEL = 90


def pss_mib(pid: int) -> float:
    """The proportional share of a process, in MiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / MIB
    return 0.0


def measure_memory(installation: Installatie, scenarios: list[Scenario]) -> None:
    """Print the memory of the processes of `make run`, warmed up by every scenario."""
    port = free_port()
    web = _spawn(
        installation,
        "geheugen-web",
        [
            *(sys.executable, "-m", "gunicorn"),
            "--config=python:hengelo_sociaal.dienst.gunicorn_conf",
            *(f"--bind=127.0.0.1:{port}", "hengelo_sociaal.wsgi"),
        ],
    )
    worker = _spawn(installation, "geheugen-werker", commands.worker())
    try:
        _wait(lambda: len(_children(web.pid)) > 1)
        for scenario in scenarios:
            send(f"http://127.0.0.1:{port}", scenario.verzoek, 8)
        _wait(lambda: len(_children(worker.pid)) > 1)
        print(f"\n{'geheugen (PSS)':<40}{'MiB':>9}  aim")
        for name, process in (("webproces", web), ("werker", worker)):
            for kind, pid in [
                ("hoofd", process.pid),
                *(("kind", p) for p in _children(process.pid)),
            ]:
                print(f"{name + ', ' + kind:<40}{pss_mib(pid):>9.1f}  <= {DOEL}")
    finally:
        for process in (web, worker):
            stop(process, signal.SIGTERM, patience=10)


def _spawn(installation: Installatie, name: str, argv: list[str]) -> "subprocess.Popen[bytes]":
    with (installation.data_dir / f"{name}.log").open("wb") as log:
        return subprocess.Popen(argv, cwd=ROOT, stdout=log, stderr=log, env=dict(os.environ))


def _children(pid: int) -> list[int]:
    return [child for child, parent in parents().items() if parent == pid]


def _wait(holds, seconds: float = 120) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.2)
    time.sleep(2)
