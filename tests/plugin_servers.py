"""Real servers for the tests. Loaded with `-p tests.plugin_servers`, before Django's settings.

Without DATABASE_URL an embedded PostgreSQL 18 is started (without fsync, so for tests only), and
without REDIS_URL an embedded Redis; both listen on 127.0.0.1 and die with pytest. The cluster is
kept in `.test-data` between runs, with a copy of the migrated database to begin each run from
(tests/template_database.py). Who runs at the same time gets a cluster of its own: another pytest
as well as each of the processes that pytest-xdist divides the tests over (tests/verdeling.py).
After a test that commits, what the migrations brought is put back (tests/reference_data.py).

Fixtures:

- `servers`: the addresses of the test database for each of the three logins, and of Redis.
- `celery_worker_proces`: a real Celery worker beside the test, on the test database. The test
  must commit: use `@pytest.mark.django_db(transaction=True)`.
- `start_celery_worker`: the same as a function, for a test that kills its worker.
- `eigen_servers`: a PostgreSQL and a Redis of one test's own, to stop, kill, freeze, wipe and
  start again without hurting the other tests. For a whole running system of a test's own see
  `tests.dienst.running.Dienst`.
"""

import atexit
import contextlib
import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from hengelo_sociaal.dienst.environment import DASHBOARD, DATABASE, OWNER, WEB, ServerBook
from hengelo_sociaal.dienst.homes import server_account, server_home
from hengelo_sociaal.dienst.postgres import PostgresError, PostgresServer
from hengelo_sociaal.dienst.processes import kill_session, stop
from hengelo_sociaal.dienst.readiness import wait_until
from hengelo_sociaal.dienst.redis_server import RedisServer
from tests.template_database import TemplateDatabase
from tests.wachten import PATIENCE

ROOT = Path(__file__).resolve().parent.parent
TEST_ENVIRONMENT = {
    "SECRET_KEY": "alleen-voor-de-tests-niet-geheim-" + "0" * 32,
    "BSN_SLEUTELS": "1:" + "1a" * 32,
    "BSN_ZOEKSLEUTEL": "2b" * 32,
    "DJANGO_SETTINGS_MODULE": "hengelo_sociaal.settings",
    "DEMO": "1",
}


class EmbeddedSet:
    """One PostgreSQL and one Redis that a test session or a fault test starts, breaks and ends."""

    def __init__(self, data_dir: Path) -> None:
        account = server_account(data_dir)
        self.data_dir = data_dir
        home = server_home(data_dir, account)
        book = ServerBook(data_dir)
        self.logins = {login.name: login for login in book.logins()}
        self.postgres = replace(book.postgres(home, account), careless=True)
        self.redis = book.redis(home, account)
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def start_postgres(self) -> None:
        """With the database and its three logins."""
        self.start_bare_postgres()
        owner, *others = self.logins.values()
        self.postgres.set_up(DATABASE, owner, others)

    def start_bare_postgres(self) -> None:
        """As a fresh installation: a superuser and nothing else."""
        self.postgres.prepare()
        try:
            self._start(self.postgres)
        except (RuntimeError, PostgresError):  # a kept cluster that is of no use any more
            self.stop()
            shutil.rmtree(self.postgres.data)
            self.postgres.prepare()
            self._start(self.postgres)

    def start_redis(self) -> None:
        self.redis.prepare()
        self._start(self.redis)

    def stop_postgres(self) -> None:
        """An orderly stop, as an administrator would do."""
        stop(self._processes.pop("postgres"), signal.SIGINT, patience=20)

    def stop_redis(self) -> None:
        """An orderly stop: Redis writes down what it holds."""
        stop(self._processes.pop("redis"), signal.SIGTERM, patience=20)

    def kill(self, name: str) -> None:
        """`kill -9` of "postgres" or "redis"."""
        process = self._processes.pop(name)
        process.kill()
        process.wait()

    def freeze_redis(self) -> None:
        """Redis takes connections and never answers."""
        self._processes["redis"].send_signal(signal.SIGSTOP)

    def thaw_redis(self) -> None:
        self._processes["redis"].send_signal(signal.SIGCONT)

    def wipe_redis(self) -> None:
        """Everything in Redis is gone; it must not be running."""
        (self.redis.data / "dump.rdb").unlink(missing_ok=True)

    def stop(self) -> None:
        for process in self._processes.values():
            process.send_signal(signal.SIGCONT)
            stop(process, signal.SIGINT, patience=20)
        self._processes.clear()

    def url(self, login: str = OWNER, database: str = DATABASE) -> str:
        return self.postgres.url(self.logins[login], database)

    def _start(self, server: PostgresServer | RedisServer) -> None:
        log = self.data_dir / f"{server.name}.log"
        log.unlink(missing_ok=True)
        process = self._processes[server.name] = server.spawn(log)

        def is_up() -> bool:
            return process.poll() is not None or server.is_ready()

        if not wait_until(is_up, seconds=PATIENCE, pause=0.02) or process.poll() is not None:
            raise RuntimeError(f"{server.name} did not start:\n{log.read_text()[-3000:]}")


@dataclass(frozen=True)
class Servers:
    """What the tests reached. The three logins' addresses lead to the *test* database."""

    embedded: EmbeddedSet | None
    database: str
    eigenaar: str
    web: str | None
    dashboard: str | None
    redis: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """Start the servers: this is the only hook that comes before pytest-django reads settings."""
    parser.addoption("--zonder-servers", action="store_true", help="start geen PostgreSQL en Redis")
    for name, value in TEST_ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    if _runs_tests():
        data_dir = _claim_data_dir()
        os.environ["DATA_DIR"] = str(data_dir)
        _State.embedded = _start_what_is_missing(data_dir)


def pytest_configure(config: pytest.Config) -> None:
    """A test database that was laid out is used as it is; its migrations find nothing to do.

    It is never dropped at the end, when somebody may still be leaving it: the next run does.
    """
    if _State.template is not None and "--create-db" not in sys.argv:
        _State.is_laid_out = _State.template.lay_out()
        config.option.reuse_db = True


class _State:
    embedded: EmbeddedSet | None = None
    template: TemplateDatabase | None = None
    is_laid_out = False


def keep_test_database() -> None:
    """Called once after the migrations ran, with no connection open: remember the outcome."""
    if _State.template is not None and not _State.is_laid_out:
        _State.template.keep()


def _start_what_is_missing(data_dir: Path) -> EmbeddedSet | None:
    needs_postgres, needs_redis = "DATABASE_URL" not in os.environ, "REDIS_URL" not in os.environ
    if not (needs_postgres or needs_redis):
        return None
    embedded = EmbeddedSet(data_dir)
    atexit.register(embedded.stop)
    if needs_postgres:
        embedded.start_postgres()
        _State.template = TemplateDatabase(embedded.postgres, data_dir / "gemigreerd")
        os.environ["DATABASE_URL"] = os.environ["DATABASE_URL_EIGENAAR"] = embedded.url()
        os.environ["DATABASE_URL_DASHBOARD"] = embedded.url(DASHBOARD)
    if needs_redis:
        embedded.start_redis()
        os.environ["REDIS_URL"] = embedded.redis.url()
    return embedded


def _runs_tests() -> bool:
    """Not when only asked something, nor in the process that divides the tests over others."""
    if {"--zonder-servers", "--help", "-h", "--version", "-V"} & set(sys.argv):
        return False
    divides = any(arg.startswith(("-n", "--numprocesses")) for arg in sys.argv[1:])
    return not divides or "PYTEST_XDIST_WORKER" in os.environ


def _claim_data_dir() -> Path:
    """The first folder in `.test-data` that nobody uses; it stays ours until this process ends."""
    for number in range(1, sys.maxsize):
        kept = ROOT / ".test-data" / str(number)
        kept.mkdir(parents=True, exist_ok=True)
        lock = (kept / "slot").open("w")
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            atexit.register(lock.close)
            break
        lock.close()
    return kept


@pytest.fixture(scope="session")
def servers(django_db_setup: None) -> Servers:
    """The addresses of the test database and of Redis."""
    from django.db import connection

    database = str(connection.settings_dict["NAME"])
    embedded = _State.embedded
    port = int(connection.settings_dict["PORT"] or 5432)
    own_postgres = embedded is not None and embedded.postgres.port == port
    return Servers(
        embedded=embedded,
        database=database,
        eigenaar=_with_database(os.environ["DATABASE_URL"], database),
        web=embedded.url(WEB, database) if own_postgres else None,
        dashboard=embedded.url(DASHBOARD, database) if own_postgres else None,
        redis=os.environ["REDIS_URL"],
    )


def _with_database(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


@pytest.fixture
def start_celery_worker(
    servers: Servers, tmp_path: Path
) -> Iterator[Callable[[], subprocess.Popen]]:
    """Start a real worker on the test database; it has taken up work when this returns.

    With `beat` it also does what is planned: among it the sweep of the figures, every twenty
    seconds.
    """
    started: list[subprocess.Popen[bytes]] = []

    def start(*, beat: bool = False) -> subprocess.Popen[bytes]:
        log = tmp_path / f"worker{len(started)}.log"
        schedule = tmp_path / f"beat{len(started)}" if beat else None
        process = _spawn_worker(servers, log, schedule)
        started.append(process)
        if not wait_until(lambda: _is_at_work(process, log), seconds=PATIENCE):
            raise RuntimeError(f"the worker did not start:\n{log.read_text()[-3000:]}")
        return process

    yield start
    for process in started:
        if process.poll() is None:
            stop(process, signal.SIGQUIT, patience=10)
        kill_session(process.pid)


@pytest.fixture
def celery_worker_proces(
    start_celery_worker: Callable[[], subprocess.Popen[bytes]],
) -> subprocess.Popen[bytes]:
    """A real Celery worker on the test database, with the sweeps of beat.

    Without beat nothing promises that a registration is counted: a hint to the worker may be
    lost, and one that is given within a second of another is not sent at all.
    """
    return start_celery_worker(beat=True)


def _spawn_worker(servers: Servers, log: Path, schedule: Path | None) -> subprocess.Popen[bytes]:
    from hengelo_sociaal.dienst.processes import spawn

    name = f"test{secrets.token_hex(4)}@localhost"
    argv = [sys.executable, "-m", "celery", "--app=hengelo_sociaal", "worker", "--loglevel=INFO"]
    argv += ["--concurrency=1", "--prefetch-multiplier=1", "--without-gossip", "--without-mingle"]
    if schedule is not None:
        argv += ["--beat", f"--schedule={schedule}"]
    env = {
        **os.environ,
        "DATABASE_URL": servers.eigenaar,
        "DATABASE_URL_DASHBOARD": servers.eigenaar,
        "PYTHONWARNINGS": "ignore",
    }
    return spawn(
        [*argv, f"--hostname={name}"], log=log, cwd=ROOT, death_signal=signal.SIGKILL, env=env
    )


def _is_at_work(process: subprocess.Popen[bytes], log: Path) -> bool:
    if process.poll() is not None:
        raise RuntimeError(f"the worker ended:\n{log.read_text()[-3000:]}")
    return b" ready." in log.read_bytes()


@pytest.fixture
def eigen_servers() -> Iterator[EmbeddedSet]:
    """A PostgreSQL and a Redis of this test's own, both started."""
    data_dir = Path(tempfile.mkdtemp(prefix="hs-test-"))
    own = EmbeddedSet(data_dir)
    with contextlib.ExitStack() as ending:
        ending.callback(shutil.rmtree, data_dir, ignore_errors=True)
        ending.callback(own.stop)
        own.start_postgres()
        own.start_redis()
        yield own
