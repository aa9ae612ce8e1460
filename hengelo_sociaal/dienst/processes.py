"""Starting and ending processes that never outlive the one that started them."""

import contextlib
import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
_prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


@dataclass(frozen=True)
class Account:
    """The system user that a server runs as."""

    uid: int
    gid: int


def unprivileged_account() -> Account | None:
    """Who runs the servers: `nobody` for root, whom PostgreSQL refuses, else ourselves."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return Account(uid=nobody.pw_uid, gid=nobody.pw_gid)


def may_reach(path: Path, account: Account | None) -> bool:
    """Whether that user can open the path; asked of the kernel, as that user."""
    if account is None:
        return os.access(path, os.R_OK)
    test = ["/bin/sh", "-c", 'test -r "$1"', "sh", str(path)]
    return run(test, account=account, cwd=Path("/"), check=False).returncode == 0


def give(path: Path, account: Account | None) -> None:
    """Make the path the property of that user."""
    if account is not None:
        os.chown(path, account.uid, account.gid)


def die_with_parent(death_signal: signal.Signals, parent: int) -> None:
    """Have the kernel send this process a signal once its parent is gone (Linux only).

    Called in the child after setuid, because changing user clears the wish.
    """
    if _prctl is None:
        return
    _prctl(PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def run(
    argv: Sequence[str], *, account: Account | None = None, cwd: Path, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end as that user and keep what it said."""
    return subprocess.run(  # noqa: S603 - our own fixed commands
        argv, cwd=cwd, check=check, text=True, capture_output=True, **_identity(account)
    )


def spawn(
    argv: Sequence[str],
    *,
    log: Path | None,
    cwd: Path,
    death_signal: signal.Signals,
    account: Account | None = None,
    env: Mapping[str, str] | None = None,
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, so that Ctrl-C reaches only the launcher.

    It gets `death_signal` when the launcher dies. What it says is appended to `log`, or shown.
    """
    with log.open("ab") if log else contextlib.nullcontext() as output:
        return subprocess.Popen(  # noqa: S603 - our own fixed commands
            argv,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if log else None,
            start_new_session=True,
            pass_fds=pass_fds,
            preexec_fn=_tie(death_signal),  # noqa: PLW1509 - the launcher has one thread
            **_identity(account),
        )


def ask_to_stop(process: subprocess.Popen[bytes], sig: signal.Signals) -> None:
    """Send a signal to a process that may have ended already."""
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(sig)


def await_end(process: subprocess.Popen[bytes], patience: float) -> None:
    """Wait for a process that was asked to stop, then end it and what is left of its session."""
    try:
        process.wait(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    kill_session(process.pid)


def stop(process: subprocess.Popen[bytes], sig: signal.Signals, patience: float) -> None:
    """Ask a process to end; end it, and whatever is left of its session, when it does not."""
    ask_to_stop(process, sig)
    await_end(process, patience)


def kill_session(leader: int) -> None:
    """End what a dead session leader left behind."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def started_at(pid: int) -> str | None:
    """When a process started, which tells it apart from a later one with its number.

    None when there is no such process, or only its zombie.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except ProcessLookupError:
        return None
    except FileNotFoundError:
        return None if _prctl else _started_at_by_ps(pid)
    return None if fields[0] == "Z" else fields[19]


def _started_at_by_ps(pid: int) -> str | None:
    """The same where there is no /proc."""
    said = run(["/bin/ps", "-o", "lstart=", "-p", str(pid)], cwd=Path("/"), check=False)
    return said.stdout.strip() or None


def _identity(account: Account | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def _tie(death_signal: signal.Signals) -> Callable[[], None]:
    parent = os.getpid()
    return lambda: die_with_parent(death_signal, parent)
