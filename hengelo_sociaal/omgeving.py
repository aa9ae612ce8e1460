"""Reads the environment: the variables of the process, then what `make run` wrote in DATA_DIR.

`make run` keeps its addresses and keys in DATA_DIR/omgeving.env (mode 0600), so that
`DATA_DIR=... manage.py ...` finds the embedded servers by itself. A variable of the
process always wins, and with DATABASE_URL set the file is not read at all.
"""

import os
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / ".data").resolve()


def read_environment() -> environ.Env:
    """The environment to read settings from."""
    env = environ.Env()
    file = DATA_DIR / "omgeving.env"
    if "DATABASE_URL" not in os.environ and file.is_file():
        environ.Env.read_env(str(file))
    return env
