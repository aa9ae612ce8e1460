"""`manage.py dienst` as a person uses it, with real processes that are really killed."""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from hengelo_sociaal.dienst.environment import read
from hengelo_sociaal.dienst.homes import POINTER
from hengelo_sociaal.dienst.ports import HOST
from hengelo_sociaal.dienst.processes import Account, may_reach, unprivileged_account
from tests.dienst.running import PARTS, ROOT, Dienst
from tests.wachten import PATIENCE, eventually

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("dienst")
    yield folder
    for pointer in folder.rglob(POINTER):  # as root the data is elsewhere: pytest's folder is 0700
        shutil.rmtree(pointer.read_text().strip(), ignore_errors=True)


@pytest.fixture(scope="module")
def dienst(folder: Path) -> Iterator[Dienst]:
    """One that is started once for the tests of this file, and healed by each of them."""
    dienst = Dienst(folder / "data")
    dienst.start()
    yield dienst
    dienst.end()


def test_everything_runs_and_the_address_is_printed(dienst):
    assert set(dienst.pids()) == PARTS
    assert f"http://127.0.0.1:{dienst.port}/" in dienst.said()
    assert eventually(dienst.is_whole), dienst.gereed()


def ask(dienst: Dienst, first_line: str, header: str = "X-Leeg: ") -> tuple[HTTPResponse, str]:
    """The answer to a request that is written out, however wrong it is, and what stands in it."""
    with socket.create_connection(("127.0.0.1", dienst.port), timeout=PATIENCE) as line:
        line.sendall(f"{first_line}\r\nHost: localhost\r\n{header}\r\n\r\n".encode())
        answer = HTTPResponse(line)
        answer.begin()
        return answer, answer.read().decode()


@pytest.mark.parametrize(
    ("first_line", "header", "status", "words"),
    [
        ("GET {place}" + 9000 * "a" + " HTTP/1.1", "X-Leeg: ", 414, "Dit adres is te lang."),
        ("GET {place} HTTP/1.1", "X-Groot: " + 20_000 * "a", 431, "stuurt te veel mee"),
        ("GET {place} HTTP/9.9", "X-Leeg: ", 400, "niet te lezen"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(dienst, first_line, header, status, words):
    page, shown = ask(dienst, first_line.format(place="/dashboard?wijk="), header)
    api, told = ask(dienst, first_line.format(place="/api/v1/contacten?soort="), header)

    assert [page.status, api.status] == [status, status]
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert words in shown
    assert api.headers["Content-Type"] == "application/problem+json"
    assert api.headers["API-Version"] == "1.0.0"
    problem = json.loads(told)
    assert problem["status"] == status
    assert words in problem["detail"]


def test_an_address_with_many_filters_is_read(dienst):
    answer, _ = ask(dienst, f"GET /sociale-kaart?zoek={7000 * 'a'} HTTP/1.0")

    assert answer.status == 200


def test_keys_are_readable_by_the_owner_only(dienst):
    for name in ("omgeving.env", "servers.json"):
        assert stat.S_IMODE((dienst.data_dir / name).stat().st_mode) == 0o600


def test_a_management_command_beside_it_finds_servers_and_keys(dienst):
    listed = dienst.manage("showmigrations", "medewerkers")

    assert listed.returncode == 0, listed.stderr
    assert "[X] 0001_initial" in listed.stdout


def test_a_second_launcher_on_the_same_data_is_refused(dienst):
    second = Dienst(dienst.data_dir)
    second.output = dienst.data_dir.with_name("tweede.uitvoer")

    status = second.launch().wait(timeout=PATIENCE)

    assert status == 1
    assert "Er draait al een dienst" in second.said()
    assert str(dienst.process.pid) in second.said()


def test_a_port_that_is_taken_is_refused_with_advice(folder):
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        dienst = Dienst(folder / "bezet", env={"PORT": str(port)})

        status = dienst.launch().wait(timeout=PATIENCE)

    assert status == 1
    assert f"Poort {port} is al in gebruik" in dienst.said()
    assert "Traceback" not in dienst.said()


def test_a_server_that_cannot_start_is_explained_with_its_own_words(tmp_path):
    with tempfile.TemporaryDirectory(prefix="hs-test-") as data_dir:
        cluster = Path(data_dir) / "servers" / "postgres"
        cluster.mkdir(parents=True)
        (cluster / "PG_VERSION").write_text("9.6\n")
        dienst = Dienst(Path(data_dir))
        dienst.output = tmp_path / "uitvoer"

        status = dienst.launch().wait(timeout=PATIENCE)

    assert status == 1
    assert "postgres kwam niet op tijd op gang" in dienst.said()
    assert "FATAL" in dienst.said() or "could not access" in dienst.said()
    assert "Traceback" not in dienst.said()


@pytest.mark.parametrize("name", ["web", "werker", "beat", "redis", "postgres"])
def test_a_killed_part_comes_back(dienst, name):
    old = dienst.pids()[name]
    dienst.remember_all()

    os.kill(old, signal.SIGKILL)

    assert eventually(lambda: dienst.pids().get(name, old) != old)
    assert eventually(dienst.is_whole), (dienst.gereed(), dienst.said())
    assert set(dienst.pids()) == PARTS


def test_a_killed_web_worker_comes_back(dienst):
    master = dienst.pids()["web"]
    old = _children(master)

    os.kill(old[0], signal.SIGKILL)

    assert eventually(
        lambda: old[0] not in _children(master) and len(_children(master)) == len(old)
    )
    assert eventually(dienst.is_whole)
    assert dienst.pids()["web"] == master


def test_with_servers_given_it_starts_none(dienst, folder):
    known = read(dienst.data_dir / "omgeving.env")
    own = {name: known[name] for name in ("DATABASE_URL", "DATABASE_URL_EIGENAAR", "REDIS_URL")}
    second = Dienst(folder / "extern", env=own)
    try:
        second.start()

        assert set(second.pids()) == {"web", "werker", "beat"}
        assert eventually(second.is_whole)
        assert second.manage("showmigrations", "kern").returncode == 0
    finally:
        second.end()
    assert eventually(dienst.is_whole)


def test_a_killed_launcher_leaves_nothing_and_the_next_start_keeps_the_data(dienst):
    made = dienst.manage("shell", "-c", _MAKE_ACCOUNT)
    keys = (dienst.data_dir / "omgeving.env").read_text()
    dienst.remember_all()

    os.kill(dienst.process.pid, signal.SIGKILL)
    dienst.process.wait()
    dienst.start()  # at once, while the old servers are still shutting down

    assert made.returncode == 0, made.stderr
    assert set(dienst.left()) == set()
    assert dienst.manage("shell", "-c", _FIND_ACCOUNT).stdout.strip().endswith("blijft: 1")
    assert _keys(keys) == _keys((dienst.data_dir / "omgeving.env").read_text())


def test_ctrl_c_ends_everything_in_order(dienst):
    dienst.remember_all()

    status = dienst.interrupt()

    assert status == 0
    assert "De gegevens blijven bewaard." in dienst.said()
    assert dienst.left() == []


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests already run as an ordinary user")
def test_it_works_for_an_ordinary_user_who_owns_the_tree(tmp_path):
    nobody = unprivileged_account()
    packages = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    if not may_reach(packages, nobody):
        pytest.skip("the installed packages are in a folder that is closed to other users")
    tree = Path(tempfile.mkdtemp(prefix="hs-gewoon-"))
    env = {"PYTHONPATH": str(packages), "HOME": str(tree)}
    dienst = Dienst(tree / "gegevens", env=env | {"LD_LIBRARY_PATH": str(tree / "python" / "lib")})
    dienst.output = tmp_path / "uitvoer"
    try:
        python = _python_within_reach(tree, nobody)
        _copy_tree(tree, nobody)

        dienst.start(python, cwd=tree, user=nobody.uid, group=nobody.gid, extra_groups=[])

        owners = {Path(f"/proc/{pid}").stat().st_uid for pid in dienst.pids().values()}
        assert owners == {nobody.uid}
        assert dienst.gereed()["status"] in {"gereed", "beperkt"}
        assert dienst.interrupt() == 0
    finally:
        dienst.end()
        shutil.rmtree(tree, ignore_errors=True)


_MAKE_ACCOUNT = (
    "from hengelo_sociaal.medewerkers.models import Medewerker as M;M.objects.create_user('blijft')"
)
_FIND_ACCOUNT = (
    "from hengelo_sociaal.medewerkers.models import Medewerker as M;"
    "print('blijft:', M.objects.filter(gebruikersnaam='blijft').count())"
)


def _keys(text: str) -> set[str]:
    return {line for line in text.splitlines() if line.startswith(("SECRET_KEY", "BSN_"))}


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return sorted(int(child) for child in listed.split())


def _python_within_reach(tree: Path, account: Account) -> Path:
    """This Python, or a copy of it when it lives in somebody's home."""
    python = Path(sys.executable).resolve()
    if may_reach(python, account):
        return python
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    leave_out = shutil.ignore_patterns("site-packages", "test", "__pycache__", "config-*")
    library = Path(sys.base_prefix) / "lib" / version
    shutil.copytree(library, tree / "python" / "lib" / version, ignore=leave_out)
    for shared in library.parent.glob("libpython*.so*"):
        shutil.copy2(shared, tree / "python" / "lib" / shared.name)
    (tree / "python" / "bin").mkdir()
    return Path(shutil.copy2(python, tree / "python" / "bin" / version))


def _copy_tree(tree: Path, owner: Account) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        text=True,
        capture_output=True,
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name)
    shutil.copytree(ROOT / "static", tree / "static", dirs_exist_ok=True)
    if (ROOT / "staticfiles").is_dir():  # collecting them again takes seconds
        shutil.copytree(ROOT / "staticfiles", tree / "staticfiles")
    for path in (tree, *tree.rglob("*")):
        os.chown(path, owner.uid, owner.gid)
