"""What make installs on a bare checkout: the tools of the goal that was asked, and no less."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SYNC = "pip sync"


@pytest.fixture
def bare(tmp_path):
    """A checkout with nothing installed but uv."""
    for name in ("Makefile", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    (tmp_path / ".tools" / "bin").mkdir(parents=True)
    (tmp_path / ".tools" / "bin" / "uv").touch()
    return tmp_path


def installed_by(folder: Path, goal: str) -> list[str]:
    """The sets of packages that a goal installs, in order."""
    plan = subprocess.run(
        ["make", "--dry-run", goal], cwd=folder, capture_output=True, text=True, check=True
    )
    return [Path(line.split()[-1]).stem for line in plan.stdout.splitlines() if SYNC in line]


@pytest.mark.parametrize(
    ("goal", "packages"),
    [("run", ["lokaal"]), ("test", ["dev"]), ("lint", ["dev"]), ("bench", ["dev"])],
)
def test_a_goal_installs_its_own_packages_once(bare, goal, packages):
    assert installed_by(bare, goal) == packages


def test_running_does_not_take_the_test_tools_away(bare):
    (bare / ".venv" / "bin").mkdir(parents=True)
    (bare / ".venv" / "bin" / "pytest").touch()

    assert installed_by(bare, "run") == ["dev"]
