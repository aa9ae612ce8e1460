"""The installation that is measured: PostgreSQL, Redis, the product and the floor, each by itself.

The product is there twice once a larger town is measured: with the town as it was made, and with
the one that grew. So both are measured in turn, and what the machine does meanwhile hits both.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from hengelo_sociaal.dienst.environment import DATABASE, ServerBook, new_keys
from hengelo_sociaal.dienst.homes import server_home
from hengelo_sociaal.dienst.ports import free_port
from hengelo_sociaal.dienst.postgres import SUPERUSER, Login
from hengelo_sociaal.dienst.processes import stop
from hengelo_sociaal.dienst.readiness import wait_until

if TYPE_CHECKING:
    from bench.stad import Stad

ROOT = Path(__file__).resolve().parent.parent
PRODUCT, KLEIN, VLOER = "product", "klein", "vloer"
DATABASE_KLEIN = f"{DATABASE}_klein"


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
        self.redis = book.redis(self.postgres.home, account)
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.addresses: dict[str, str] = {}
        self.grown = 1

    def start(self, *, maanden: int, grows: bool = False) -> None:
        """Start the database, fill the town (not for 0 months), and start product and floor.

        With `grows` the town as it was made stays beside the one that will grow.
        """
        owner = self.logins[0]
        self.postgres.prepare()
        self.processes["postgres"] = self.postgres.spawn(self.data_dir / "postgres.log")
        wait_until(self.postgres.is_ready, seconds=60, pause=0.05)
        self.redis.prepare()
        self.processes["redis"] = self.redis.spawn(self.data_dir / "redis.log")
        wait_until(self.redis.is_ready, seconds=60, pause=0.05)
        self.postgres.set_up(DATABASE, owner, self.logins[1:])
        self.postgres.set_up(VLOER, owner, [])
        os.environ.update(
            new_keys() | self._addresses_of(DATABASE),
            DJANGO_SETTINGS_MODULE="hengelo_sociaal.settings",
            VLOER_DATABASE_URL=self.postgres.url(owner, VLOER),
            REDIS_URL=self.redis.url(),
            DATA_DIR=str(self.data_dir),
            STATIC_ROOT=str(self.data_dir / "static"),
            DEMO="1",
        )
        self._manage("migrate", "-v0")
        self._manage("collectstatic", "--noinput", "-v0")
        if maanden:
            self._manage("demo", "--maanden", str(maanden))
        # What it would clean up by itself, in the middle of a measurement, `settle` does before.
        self._by_hand("ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()")
        if grows:
            self._by_hand(f"CREATE DATABASE {DATABASE_KLEIN} TEMPLATE {DATABASE}")
            self.postgres.set_up(DATABASE_KLEIN, owner, self.logins[1:])
        self._serve(PRODUCT, "hengelo_sociaal.wsgi", "/gezond")
        if grows:
            self._serve(KLEIN, "hengelo_sociaal.wsgi", "/gezond", DATABASE_KLEIN)
        self._serve(VLOER, "bench.vloer.wsgi", "/pagina")
        import django  # noqa: PLC0415

        django.setup()

    def grow(self, keer: int) -> None:
        """Make the town `keer` times as large, by copying what was registered."""
        from bench.groei import multiply, settle  # noqa: PLC0415

        if keer > self.grown:
            multiply(self._root(DATABASE), self.grown, keer)
            self.grown = keer
        for database in (DATABASE, DATABASE_KLEIN) if KLEIN in self.processes else (DATABASE,):
            settle(self._root(database))

    def towns(self) -> "list[Stad]":
        """What is measured in turn: the town as it was made, and the grown one if it grew."""
        from bench.stad import Stad  # noqa: PLC0415  needs the settings

        if self.grown == 1:
            return [Stad(1, DATABASE, PRODUCT)]
        return [Stad(1, DATABASE_KLEIN, KLEIN), Stad(self.grown, DATABASE, PRODUCT)]

    def pids(self, name: str) -> int:
        """The process whose CPU belongs to `name`."""
        return self.processes[name].pid

    def stop(self) -> None:
        for name in (PRODUCT, KLEIN, VLOER, "redis", "postgres"):
            process = self.processes.get(name)
            if process is not None:
                stop(process, signal.SIGINT if name == "postgres" else signal.SIGTERM, patience=10)

    def _manage(self, *args: str) -> None:
        subprocess.run([sys.executable, "manage.py", *args], cwd=ROOT, check=True)

    def _addresses_of(self, database: str) -> dict[str, str]:
        """The log-ins of the product on a database."""
        owner, web, dashboard = self.logins
        return {
            "DATABASE_URL": self.postgres.url(web, database),
            "DATABASE_URL_EIGENAAR": self.postgres.url(owner, database),
            "DATABASE_URL_DASHBOARD": self.postgres.url(dashboard, database),
        }

    def _root(self, database: str) -> str:
        return self.postgres.url(Login(SUPERUSER, self.postgres.password), database)

    def _by_hand(self, *statements: str) -> None:
        with psycopg.connect(self._root("postgres"), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def _serve(self, name: str, wsgi: str, probe: str, database: str = DATABASE) -> None:
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
                env=os.environ | self._addresses_of(database),
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
