import signal
import subprocess
import sys

from hengelo_sociaal.dienst.lock import end_leftovers, note_processes
from hengelo_sociaal.dienst.processes import spawn, started_at, stop
from hengelo_sociaal.dienst.supervisor import Part, Supervisor
from tests.wachten import PATIENCE, eventually

SLEEP = ["/bin/sh", "-c", "sleep 600"]
STUBBORN = "import signal, time; signal.signal(15, lambda *_: None); print('op', flush=True)"
STUBBORN += "; time.sleep(600)"


def test_a_part_that_keeps_dying_is_started_slower_each_time(tmp_path):
    started = []
    supervisor = Supervisor(on_change=started.append)
    part = Part("kort", lambda: _spawn(["/bin/false"], tmp_path))
    supervisor.add(part)

    assert eventually(lambda: supervisor.tick() or len(started) >= 3)

    assert part.pause >= 1.0
    supervisor.stop()


def test_stopping_ends_also_what_does_not_listen(tmp_path):
    supervisor = Supervisor(on_change=lambda pids: None)
    parts = [Part("slaap", lambda: _spawn(SLEEP, tmp_path)), _stubborn(tmp_path)]
    for part in parts:
        supervisor.add(part)
    pids = [part.process.pid for part in parts]
    assert eventually(lambda: "op" in (tmp_path / "log").read_text())

    supervisor.stop()

    assert [started_at(pid) for pid in pids] == [None, None]


def test_servers_end_after_what_leans_on_them(tmp_path):
    order = tmp_path / "volgorde"
    supervisor = Supervisor(on_change=lambda pids: None)
    supervisor.add(Part("server", lambda: _spawn(_tells(order, "server"), tmp_path)))
    supervisor._parts[0].leans_on_servers = False
    supervisor.add(Part("web", lambda: _spawn(_tells(order, "web"), tmp_path)))
    assert eventually(lambda: order.is_file() and order.read_text().count("op") == 2)

    supervisor.stop()

    assert [line for line in order.read_text().split() if line != "op"] == ["web", "server"]


def test_leftovers_of_a_dead_launcher_are_ended_and_strangers_left_alone(tmp_path):
    left, stranger = _spawn(SLEEP, tmp_path), _spawn(SLEEP, tmp_path)
    note_processes(tmp_path, {"web": left.pid, "werker": stranger.pid})
    text = (tmp_path / "processen.json").read_text()
    mark = started_at(stranger.pid)
    (tmp_path / "processen.json").write_text(
        text.replace(f'[{stranger.pid}, "{mark}"]', f'[{stranger.pid}, "iemand anders"]')
    )

    end_leftovers(tmp_path)

    assert left.wait(timeout=PATIENCE) == -signal.SIGTERM
    assert stranger.poll() is None
    assert not (tmp_path / "processen.json").exists()
    stop(stranger, signal.SIGTERM, patience=5)


def _spawn(argv, folder) -> subprocess.Popen[bytes]:
    return spawn(argv, log=folder / "log", cwd=folder, death_signal=signal.SIGKILL)


def _stubborn(folder) -> Part:
    return Part("koppig", lambda: _spawn([sys.executable, "-c", STUBBORN], folder), patience=0.3)


def _tells(order, name) -> list[str]:
    tell = f"trap 'echo {name} >> {order}; exit' TERM; echo op >> {order}"
    return ["/bin/sh", "-c", f"{tell}; while :; do sleep 0.05; done"]
