"""What the processes must know: keys, passwords, ports and addresses, kept in DATA_DIR.

`servers.json` is the launcher's own (it holds the superuser's password); `omgeving.env` is what
`manage.py` reads beside a running `make run`. Both are readable by the owner only.
"""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from hengelo_sociaal.dienst.ports import free_port
from hengelo_sociaal.dienst.postgres import Login, PostgresServer
from hengelo_sociaal.dienst.processes import Account
from hengelo_sociaal.dienst.redis_server import RedisServer

DATABASE = "hengelo_sociaal"
OWNER, WEB, DASHBOARD = "hs_eigenaar", "hs_web", "hs_dashboard"
ADDRESSES = ("DATABASE_URL", "DATABASE_URL_EIGENAAR", "DATABASE_URL_DASHBOARD", "REDIS_URL")


def new_keys() -> dict[str, str]:
    """Fresh keys: for signing, for the BSN at rest and for finding a BSN."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "BSN_SLEUTELS": f"1:{secrets.token_hex(32)}",
        "BSN_ZOEKSLEUTEL": secrets.token_hex(32),
    }


def settle(
    data_dir: Path, given: Mapping[str, str], addresses: Mapping[str, str]
) -> dict[str, str]:
    """The environment of this run, written down for `manage.py`.

    Keys made earlier stay as they are; what the caller's own environment gives always wins.
    """
    file = data_dir / "omgeving.env"
    kept = {name: value for name, value in read(file).items() if name not in ADDRESSES}
    chosen = {"DEMO": "1"} | new_keys() | kept
    chosen |= {name: given[name] for name in chosen if given.get(name)}
    environment = chosen | dict(addresses)
    write_private(file, "".join(f"{name}={value}\n" for name, value in environment.items()))
    return environment | {"DATA_DIR": str(data_dir)}


def read(file: Path) -> dict[str, str]:
    """The variables in such a file; none when it is not there."""
    if not file.is_file():
        return {}
    lines = (line.partition("=") for line in file.read_text().splitlines())
    return {name: value for name, _, value in lines if name}


class ServerBook:
    """Ports and passwords of the embedded servers, made once and remembered."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / "servers.json"
        self._known: dict[str, str] = {}
        if self._file.is_file():
            self._known = json.loads(self._file.read_text())

    def postgres(self, home: Path, account: Account | None) -> PostgresServer:
        port, password = self._port("postgres"), self._password("postgres")
        return PostgresServer(home, port, password, account)

    def redis(self, home: Path, account: Account | None) -> RedisServer:
        return RedisServer(home, self._port("redis"), self._password("redis"), account)

    def logins(self) -> tuple[Login, Login, Login]:
        """Owner, web and dashboard. The owner may make databases, for the tests."""
        return (
            Login(OWNER, self._password(OWNER), may_create_databases=True),
            Login(WEB, self._password(WEB)),
            Login(DASHBOARD, self._password(DASHBOARD)),
        )

    def _port(self, server: str) -> int:
        known = self._known.get(f"{server}_poort")
        port = free_port(int(known) if known else None)
        self._remember(f"{server}_poort", str(port))
        return port

    def _password(self, name: str) -> str:
        entry = f"{name}_wachtwoord"
        return self._known.get(entry) or self._remember(entry, secrets.token_urlsafe(24))

    def _remember(self, name: str, value: str) -> str:
        self._known[name] = value
        write_private(self._file, json.dumps(self._known, indent=2))
        return value


def write_private(file: Path, text: str) -> None:
    """Replace a file in one step; only its owner may read it."""
    new = file.with_name(f"{file.name}.nieuw")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)
