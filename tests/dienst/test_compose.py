"""docker-compose.yml without Docker: read as data, and its topology run by hand."""

import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengelo_sociaal.dienst.homes import postgres_programs
from hengelo_sociaal.dienst.ports import HOST, free_port
from hengelo_sociaal.dienst.postgres import SUPERUSER
from hengelo_sociaal.dienst.processes import spawn, stop
from hengelo_sociaal.dienst.readiness import answers
from tests.dienst.running import ROOT
from tests.plugin_servers import EmbeddedSet
from tests.wachten import eventually

OURS = {"migrate", "web", "worker", "beat"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def test_it_has_the_services_of_the_contract(compose):
    services = compose["services"]

    assert set(services) == {"postgres", "redis"} | OURS
    assert all("healthcheck" in services[name] for name in set(services) - {"migrate"})
    assert services["migrate"]["restart"] == "no"
    assert all("container_name" not in services[name] for name in services)  # so that it scales


def test_what_is_kept_is_in_a_named_volume(compose):
    used = {
        volume.split(":")[0]
        for service in compose["services"].values()
        for volume in service.get("volumes", [])
        if not volume.startswith(".")
    }

    assert used == set(compose["volumes"])


def test_secrets_come_from_the_environment_and_are_demanded(compose):
    asked = set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text()))
    example = (ROOT / "docker" / "voorbeeld.env").read_text()

    assert asked == set(re.findall(r"^(\w+)=$", example, re.MULTILINE))
    for service in compose["services"].values():
        for name, value in service.get("environment", {}).items():
            if re.search("SECRET|SLEUTEL|WACHTWOORD|PASSWORD|AUTH", name):
                assert value is None or value.startswith("${"), name


def test_every_documented_setting_can_be_given(compose):
    page = (ROOT / "docs" / "beheer" / "instellingen.md").read_text()
    documented = set(re.findall(r"^\| `([A-Z_0-9]+)` \|", page, re.MULTILINE))
    of_the_image = {"DATA_DIR", "STATIC_ROOT"}
    of_one_service = {"DATABASE_URL_EIGENAAR", "WEB_BIND", "WEB_CONCURRENCY", "WEB_THREADS"}
    of_make_run = {"PORT", "HS_DATABASEROL"}
    of_the_logins = {"DB_ROL_WEB", "DB_ROL_DASHBOARD"}  # the names in docker/logins.sql

    given = set(compose["services"]["worker"]["environment"])

    elsewhere = of_the_image | of_one_service | of_make_run | of_the_logins
    assert documented - elsewhere == given


def test_only_migrate_gets_the_owners_login(compose):
    holders = {
        name
        for name, service in compose["services"].items()
        if "DATABASE_URL_EIGENAAR" in service.get("environment", {})
    }

    assert holders == {"migrate"}


def test_the_dockerfile_copies_what_exists_and_is_let_through():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.M)
    allowed = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)

    for path in (path for line in copied for path in line.split() if path != "."):
        assert (ROOT / path).exists(), path
        assert any(path == one or path.startswith(f"{one}/") for one in allowed), path
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "bench"}
    assert packages <= set(allowed)


@pytest.fixture
def bare_servers() -> Iterator[EmbeddedSet]:
    """A PostgreSQL as the image makes it, with a superuser only, and a Redis."""
    data_dir = Path(tempfile.mkdtemp(prefix="hs-test-"))
    servers = EmbeddedSet(data_dir)
    servers.start_bare_postgres()
    servers.start_redis()
    yield servers
    servers.stop()
    shutil.rmtree(data_dir, ignore_errors=True)


def test_two_webs_two_workers_and_a_beat_run_on_servers_of_their_own(
    compose, bare_servers, tmp_path
):
    topology = Topology(compose["services"], bare_servers, tmp_path)
    topology.make_logins()

    topology.run_migrate()
    try:
        webs = [topology.start("web", WEB_BIND=f"{HOST}:{free_port()}") for _ in range(2)]
        for number in range(2):
            topology.start("worker", f"--hostname=celery@w{number}", HOSTNAME=f"w{number}")
        topology.start("beat", f"--schedule={tmp_path / 'beat-schema'}")

        for web in webs:
            check = "http://{}/gereed".format(web["WEB_BIND"])
            assert eventually(lambda url=check: answers(url)), topology.said()
        for number in range(2):
            assert topology.is_healthy("worker", HOSTNAME=f"w{number}"), topology.said()
        assert topology.all_running(), topology.said()
    finally:
        topology.end()


class Topology:
    """The services as plain processes: the commands and variables of docker-compose.yml."""

    def __init__(self, services: Any, servers: EmbeddedSet, folder: Path) -> None:
        self.services, self.servers, self.folder = services, servers, folder
        example = (ROOT / "docker" / "voorbeeld.env").read_text()
        names = re.findall(r"^(\w+)=$", example, re.MULTILINE)
        self.secrets = {name: secrets.token_urlsafe(12) for name in names}
        self.secrets |= {"BSN_SLEUTELS": f"1:{secrets.token_hex(32)}"}
        self.secrets |= {"BSN_ZOEKSLEUTEL": secrets.token_hex(32)}
        self.secrets |= {"WACHTWOORD_REDIS": servers.redis.password}
        self.running: list[subprocess.Popen[bytes]] = []

    def make_logins(self) -> None:
        home, account = self.servers.postgres.home, self.servers.postgres.account
        variables = {
            name: self.secrets[f"WACHTWOORD_{name.upper()}"]
            for name in ("eigenaar", "web", "dashboard")
        }
        given = [part for name, v in variables.items() for part in ("--set", f"{name}={v}")]
        psql = postgres_programs(home, account) / "psql"
        subprocess.run(
            [
                str(psql),
                "--quiet",
                "--file",
                str(ROOT / "docker" / "logins.sql"),
                *given,
                "postgres",
            ],
            env={
                "PGHOST": HOST,
                "PGPORT": str(self.servers.postgres.port),
                "PGUSER": SUPERUSER,
                "PGPASSWORD": self.servers.postgres.password,
            },
            check=True,
        )

    def run_migrate(self) -> None:
        command = self.services["migrate"]["command"]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment("migrate"),
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def start(self, service: str, *extra: str, **overrides: str) -> dict[str, str]:
        env = self.environment(service) | overrides
        argv = [*self.services[service]["command"], *extra]
        argv[0] = str(Path(sys.executable).with_name(argv[0]))
        log = self.folder / f"{service}{len(self.running)}.log"
        self.running.append(spawn(argv, log=log, cwd=ROOT, env=env, death_signal=signal.SIGKILL))
        return env

    def is_healthy(self, service: str, **overrides: str) -> bool:
        """What the service's own health check says, once it had time to start."""
        _, check = self.services[service]["healthcheck"]["test"]
        env = self.environment(service) | overrides

        def ask() -> bool:
            asked = subprocess.run(
                ["/bin/sh", "-c", check.replace("$$", "$")],
                cwd=ROOT,
                env=env,
                capture_output=True,
                check=False,
            )
            return asked.returncode == 0

        return eventually(ask)

    def environment(self, service: str) -> dict[str, str]:
        places = {
            "@postgres:5432": f"@{HOST}:{self.servers.postgres.port}",
            "@redis:6379": f"@{HOST}:{self.servers.redis.port}",
        }
        env = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        env |= {"DATA_DIR": str(self.folder), "PYTHONWARNINGS": "ignore"}
        for name, value in self.services[service]["environment"].items():
            if value is None:  # given on only when .env has it
                continue
            filled = _interpolate(str(value), self.secrets)
            for there, here in places.items():
                filled = filled.replace(there, here)
            env[name] = filled
        return env

    def all_running(self) -> bool:
        return all(process.poll() is None for process in self.running)

    def said(self) -> str:
        return "\n".join(f"{log.name}:\n{log.read_text()}" for log in self.folder.glob("*.log"))

    def end(self) -> None:
        for process in self.running:
            stop(process, signal.SIGTERM, patience=15)


def _interpolate(value: str, known: Mapping[str, str]) -> str:
    """The part of Compose's interpolation that the file uses."""

    def fill(match: re.Match[str]) -> str:
        default = match["rest"] if match["sign"] == ":-" else ""
        return known.get(match["name"], default)

    return re.sub(r"\$\{(?P<name>\w+)(?P<sign>:[-?])(?P<rest>[^}]*)\}", fill, value)
