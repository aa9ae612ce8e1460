"""The installation that is measured: PostgreSQL, the product and the floor, each on its own."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

from hengelo_sociaal.dienst.environment import DATABASE, ServerBook, new_keys
from hengelo_sociaal.dienst.homes import server_home
from hengelo_sociaal.dienst.ports import free_port
from hengelo_sociaal.dienst.postgres import SUPERUSER, Login
from hengelo_sociaal.dienst.processes import stop
from hengelo_sociaal.dienst.readiness import wait_until

ROOT = Path(__file__).resolve().parent.parent
VLOER = "vloer"


class Installatie:
    """Everything that runs during a bench; all of it on this machine only."""

    def __init__(self, data_dir: Path) -> None:
        from hengelo_sociaal.dienst.homes import server_account  # noqa: PLC0415

        account = server_account(data_dir)
        book = ServerBook(data_dir)
        self.data_dir = data_dir
        self.logins = book.logins()
        self.postgres = replace(
            book.postgres(server_home(data_dir, account), account), careless=True
        )
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.addresses: dict[str, str] = {}
        self.grown = 1

    def start(self, *, maanden: int) -> None:
        """Start the database, fill the town (not for 0 months), and start product and floor."""
        owner, web, dashboard = self.logins
        self.postgres.prepare()
        self.processes["postgres"] = self.postgres.spawn(self.data_dir / "postgres.log")
        wait_until(self.postgres.is_ready, seconds=60, pause=0.05)
        self.postgres.set_up(DATABASE, owner, [web, dashboard])
        self.postgres.set_up(VLOER, owner, [])
        os.environ.update(
            new_keys(),
            DJANGO_SETTINGS_MODULE="hengelo_sociaal.settings",
            DATABASE_URL=self.postgres.url(web, DATABASE),
            DATABASE_URL_EIGENAAR=self.postgres.url(owner, DATABASE),
            DATABASE_URL_DASHBOARD=self.postgres.url(dashboard, DATABASE),
            VLOER_DATABASE_URL=self.postgres.url(owner, VLOER),
            REDIS_URL=f"redis://127.0.0.1:{free_port()}/0",  # nobody there: the broker is a hint
            DATA_DIR=str(self.data_dir),
            STATIC_ROOT=str(self.data_dir / "static"),
            DEMO="1",
        )
        self._manage("migrate", "-v0")
        self._manage("collectstatic", "--noinput", "-v0")
        if maanden:
            self._manage("demo", "--maanden", str(maanden))
        self._serve("product", "hengelo_sociaal.wsgi", "/gezond")
        self._serve(VLOER, "bench.vloer.wsgi", "/pagina")
        import django  # noqa: PLC0415

        django.setup()

    def grow(self, keer: int) -> None:
        """Make the town `keer` times as large, by copying what was registered."""
        from bench.groei import multiply, settle  # noqa: PLC0415

        url = self.postgres.url(Login(SUPERUSER, self.postgres.password), DATABASE)
        if keer > self.grown:
            multiply(url, self.grown, keer)
            self.grown = keer
        else:
            settle(url)

    def pids(self, name: str) -> int:
        """The process whose CPU belongs to `name`."""
        return self.processes[name].pid

    def stop(self) -> None:
        for name in ("product", VLOER, "postgres"):
            process = self.processes.get(name)
            if process is not None:
                stop(process, signal.SIGINT if name == "postgres" else signal.SIGTERM, patience=10)

    def _manage(self, *args: str) -> None:
        subprocess.run([sys.executable, "manage.py", *args], cwd=ROOT, check=True)

    def _serve(self, name: str, wsgi: str, probe: str) -> None:
        """One process with one thread, so that its CPU is that of the requests."""
        port = free_port()
        self.addresses[name] = f"http://127.0.0.1:{port}"
        with (self.data_dir / f"{name}.log").open("wb") as log:
            self.processes[name] = subprocess.Popen(
                [
                    str(Path(sys.executable).with_name("gunicorn")),
                    f"{wsgi}:application",
                    *("--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "1"),
                    *("--worker-class", "gthread", "--log-level", "warning"),
                ],
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        address = self.addresses[name] + probe
        for _ in range(200):
            try:
                urllib.request.urlopen(address, timeout=2).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise SystemExit(f"{name} did not start:\n{(self.data_dir / f'{name}.log').read_text()}")
