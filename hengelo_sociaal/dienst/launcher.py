"""`manage.py dienst`: everything that `make run` starts, in the foreground."""

import argparse
import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import psycopg

from hengelo_sociaal.dienst import commands, environment, fingerprints, texts
from hengelo_sociaal.dienst.homes import server_account, server_home
from hengelo_sociaal.dienst.klok import Klok
from hengelo_sociaal.dienst.lock import (
    AlreadyRunningError,
    end_leftovers,
    note_processes,
    only_launcher,
)
from hengelo_sociaal.dienst.ports import reserve
from hengelo_sociaal.dienst.postgres import PostgresError, PostgresServer
from hengelo_sociaal.dienst.processes import die_with_parent, spawn, stop
from hengelo_sociaal.dienst.readiness import answers
from hengelo_sociaal.dienst.redis_server import RedisServer
from hengelo_sociaal.dienst.supervisor import Part, Supervisor
from hengelo_sociaal.kern.opdrachten import in_dutch
from hengelo_sociaal.omgeving import BASE_DIR, DATA_DIR

logger = logging.getLogger(__name__)

HOPELESS = 4  # deaths in a row at the start, over some four seconds
LOG_LIMIT = 20 * 1024 * 1024


class StartError(Exception):
    """Something did not start; the message says what and where to look."""


class StopRequested(BaseException):
    """Ctrl-C, or another request to end."""


def main(arguments: list[str]) -> int:
    """Run everything until Ctrl-C. Exit status 1 with one Dutch sentence when it cannot start."""
    options = _parse(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    if options.met_ouder:
        die_with_parent(signal.SIGTERM, os.getppid())
    data_dir = DATA_DIR
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with only_launcher(data_dir), _stop_on_signal():
            end_leftovers(data_dir)
            Launcher(data_dir, port=_port(options)).run()
    except AlreadyRunningError as held:
        return _refuse(texts.already_running(data_dir, pid=str(held)))
    except (StartError, PostgresError, FileNotFoundError) as error:
        return _refuse(str(error))
    except PermissionError as error:
        return _refuse(texts.not_allowed(error))
    except StopRequested:
        logger.info(texts.STOPPED)
    return 0


class Launcher:
    """One run: servers, database, web server, worker and beat."""

    def __init__(self, data_dir: Path, port: int) -> None:
        self.data_dir = data_dir
        self.port = port
        self.logs = data_dir / "log"
        self.logs.mkdir(mode=0o700, exist_ok=True)
        self.supervisor = Supervisor(lambda pids: note_processes(data_dir, pids))
        self.environment: dict[str, str] = {}
        self.clock = Klok(self._log("start"))

    def run(self) -> None:
        """Start all in order and watch over it until a stop is requested."""
        with contextlib.closing(self._reserve_port()) as listener:
            try:
                self._start(listener)
                logger.info(texts.ready(self.port, self.logs, demo=self._is_demo()))
                while True:
                    self.supervisor.tick()
                    time.sleep(0.25)
            finally:
                self._stop()

    def _start(self, listener: socket.socket) -> None:
        with self.clock.stage("servers"):
            self.environment = dict(os.environ) | self._start_servers()
        with self.clock.stage("database bijwerken"):
            self._migrate()
        with self.clock.stage("schermen klaarzetten"):
            self._collect_static()
        if self._is_demo() and self._is_empty() and commands.exists("demo"):
            with self.clock.stage("demo vullen"):
                self._job(texts.LOADING_DEMO, commands.manage("demo"))
        self.environment.pop("DATABASE_URL_EIGENAAR", None)  # who serves people owns no table
        web = commands.web(listener.fileno())
        self._add("web", web, signal.SIGTERM, listener=listener)
        address = f"http://127.0.0.1:{self.port}/gereed"
        with self.clock.stage("webserver"):
            self._await("web", lambda: answers(address), seconds=90)
        self._add("werker", commands.worker(), signal.SIGTERM, death_signal=signal.SIGKILL)
        self._add("beat", commands.beat(self.data_dir), signal.SIGTERM)

    def _migrate(self) -> None:
        """Bring the database up to date, as the owner. Looking costs seconds.

        It is skipped when neither our migrations nor the number of applied ones has changed;
        with the caller's own database never.
        """
        note = self.data_dir / "gemigreerd"
        fingerprint = fingerprints.of_migrations()
        may_skip = self._is_embedded and note.is_file()
        if may_skip and fingerprints.is_noted(note, self._applied(fingerprint)):
            return
        self._job(texts.MIGRATING, commands.manage("migrate", "--verbosity=0"), as_owner=True)
        note.write_text(self._applied(fingerprint))

    def _applied(self, fingerprint: str) -> str:
        question = "SELECT count(*) FROM django_migrations"
        try:
            with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
                return f"{fingerprint} {connection.execute(question).fetchone()}"
        except psycopg.errors.UndefinedTable:
            return "leeg"  # the servers' data was removed, the note was not

    @property
    def _is_embedded(self) -> bool:
        return not os.environ.get("DATABASE_URL")

    def _collect_static(self) -> None:
        """Gather and compress the static files when one has changed: it takes seconds."""
        folder = Path(self.environment.get("STATIC_ROOT") or BASE_DIR / "staticfiles")
        note, fingerprint = folder / ".vingerafdruk", fingerprints.of_static_files()
        if (folder / "staticfiles.json").is_file() and fingerprints.is_noted(note, fingerprint):
            return
        collect = commands.manage("collectstatic", "--noinput", "--verbosity=0")
        self._job(texts.COLLECTING, collect)
        note.write_text(fingerprint)

    def _start_servers(self) -> dict[str, str]:
        """Start what the caller did not bring, and settle on the environment."""
        book = environment.ServerBook(self.data_dir)
        addresses = {
            name: os.environ[name] for name in environment.ADDRESSES if os.environ.get(name)
        }
        if not {"DATABASE_URL", "REDIS_URL"} <= addresses.keys():
            account = server_account(self.data_dir)
            home = server_home(self.data_dir, account)
            if "DATABASE_URL" not in addresses:
                addresses |= self._start_postgres(book.postgres(home, account), book)
            if "REDIS_URL" not in addresses:
                addresses["REDIS_URL"] = self._start_redis(book.redis(home, account))
        return environment.settle(self.data_dir, os.environ, addresses)

    def _start_postgres(
        self, server: PostgresServer, book: environment.ServerBook
    ) -> dict[str, str]:
        logger.info(texts.STARTING_POSTGRES)
        server.prepare()
        self._watch(server, patience=30)
        owner, web, dashboard = book.logins()
        server.set_up(environment.DATABASE, owner, (web, dashboard))
        return {
            "DATABASE_URL": server.url(web, environment.DATABASE),
            "DATABASE_URL_EIGENAAR": server.url(owner, environment.DATABASE),
            "DATABASE_URL_DASHBOARD": server.url(dashboard, environment.DATABASE),
        }

    def _start_redis(self, server: RedisServer) -> str:
        logger.info(texts.STARTING_REDIS)
        server.prepare()
        self._watch(server, patience=10)
        return server.url()

    def _watch(self, server: PostgresServer | RedisServer, patience: float) -> None:
        log = self._log(server.name)
        part = Part(server.name, lambda: server.spawn(log), server.stop_signal, patience)
        part.leans_on_servers = False
        self.supervisor.add(part)
        self._await(server.name, server.is_ready, seconds=60)

    def _add(
        self,
        name: str,
        argv: list[str],
        stop_signal: signal.Signals,
        *,
        death_signal: signal.Signals = signal.SIGTERM,
        listener: socket.socket | None = None,
    ) -> None:
        log, pass_fds = self._log(name), [listener.fileno()] if listener else []

        def start() -> subprocess.Popen[bytes]:
            return spawn(
                argv,
                log=log,
                cwd=BASE_DIR,
                env=self.environment,
                death_signal=death_signal,
                pass_fds=pass_fds,
            )

        self.supervisor.add(Part(name, start, stop_signal))

    def _await(self, name: str, ready: "commands.Question", seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > deadline or self.supervisor.deaths(name) >= HOPELESS:
                raise StartError(texts.did_not_start(name, self._log(name)))
            self.supervisor.tick()
            time.sleep(0.1)

    def _job(self, announcement: str, argv: list[str], *, as_owner: bool = False) -> None:
        """Run a command to its end, in sight, while watching over the rest."""
        logger.info(announcement)
        env = self.environment | ({"HS_DATABASEROL": "eigenaar"} if as_owner else {})
        job = spawn(argv, log=None, cwd=BASE_DIR, env=env, death_signal=signal.SIGTERM)
        try:
            while job.poll() is None:
                self.supervisor.tick()
                time.sleep(0.05)
        finally:
            stop(job, signal.SIGTERM, patience=5)
        if job.returncode != 0:
            raise StartError(texts.job_failed(announcement))

    def _is_demo(self) -> bool:
        return self.environment.get("DEMO", "").lower() in {"1", "true", "on", "yes", "ja"}

    def _is_empty(self) -> bool:
        """Whether nobody works here yet: there is no account but the system's own."""
        question = "SELECT 1 FROM medewerkers_medewerker WHERE gebruikersnaam <> 'systeem' LIMIT 1"
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            return connection.execute(question).fetchone() is None

    def _reserve_port(self) -> socket.socket:
        try:
            return reserve(self.port)
        except OSError:
            raise StartError(texts.port_taken(self.port)) from None

    def _log(self, name: str) -> Path:
        """The log of a part; one that has grown large is put aside first."""
        log = self.logs / f"{name}.log"
        if log.is_file() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".oud.log"))
        return log

    def _stop(self) -> None:
        """End everything in order; a second Ctrl-C takes away the patience."""

        def hurry(*_: object) -> None:
            self.supervisor.hurry()

        for sig in STOP_SIGNALS:
            signal.signal(sig, hurry)
        logger.info(texts.STOPPING)
        self.supervisor.stop()


STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextlib.contextmanager
def _stop_on_signal() -> Iterator[None]:
    def request(*_: object) -> None:
        raise StopRequested

    before = {sig: signal.signal(sig, request) for sig in STOP_SIGNALS}
    try:
        yield
    finally:
        for sig, handler in before.items():
            signal.signal(sig, handler)


class _Argumenten(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{in_dutch(message)}\n")


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = _Argumenten(prog="manage.py dienst", description=texts.HELP)
    parser.add_argument("--port", type=int, default=None, help=texts.HELP_PORT)
    parser.add_argument("--met-ouder", action="store_true", help=texts.HELP_PARENT)
    return parser.parse_args(arguments)


def _port(options: argparse.Namespace, given: Mapping[str, str] = os.environ) -> int:
    chosen = options.port if options.port is not None else given.get("PORT") or "8000"
    if not str(chosen).isdecimal() or not 0 < int(chosen) < 65536:
        raise StartError(texts.bad_port(str(chosen)))
    return int(chosen)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
