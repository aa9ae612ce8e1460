"""The official linter of the NL API Design Rules, installed once into `.tools`.

Fetching its packages takes up to minutes, most of it waiting for the registry. So it begins when
the tests that use it are about to run (tests/api/conftest.py), in a process beside them; whoever
comes second, another process of pytest-xdist say, waits for the first and finds it there.
"""

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

from hengelo_sociaal.dienst import npm

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".tools" / "spectral"
COMMAND = HOME / "node_modules" / ".bin" / "spectral"
RULESET = "adr/nlgov-adr-ruleset.yaml"  # of Logius, and not ours to ship


def begin_install() -> subprocess.Popen[str]:
    """Install it if it is not there; what went wrong is on its output."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.api.linter"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def install() -> int:
    """The exit status of npm; 0 when there was nothing to do."""
    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / "slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if COMMAND.exists():
            return 0
        shutil.copytree(ROOT / "tests" / "api" / "spectral", HOME, dirs_exist_ok=True)
        quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]
        return npm.main(["ci", "--ignore-scripts", *quiet, "--prefix", str(HOME)])


if __name__ == "__main__":
    sys.exit(install())
