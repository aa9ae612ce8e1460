"""The standards that are not ours to ship: beside the project, or where STANDAARDEN_DIR says.

A test that needs one skips with a reason where it is not at hand.
"""

import os
from pathlib import Path

import pytest

CODELIJSTEN = "istandaarden/codelijsten.json"
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "standaarden"


def place_of(name: str) -> Path:
    """Where one of these files is, if it is at hand."""
    return Path(os.environ.get("STANDAARDEN_DIR") or _BESIDE) / name


def standaard(name: str) -> Path:
    """One of these files; without it the test that asks is skipped."""
    path = place_of(name)
    if not path.is_file():
        pytest.skip(f"{name} is not ours to ship and not at hand (STANDAARDEN_DIR)")
    return path
