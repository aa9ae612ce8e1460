"""What is typed wrong after `manage.py` is told in Dutch, in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hengelo_sociaal.kern.opdrachten import in_dutch

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["termijn"], "Er ontbreekt iets: REGEL, START."),
        (["herbereken", "--van"], "Achter --van hoort een waarde."),
        (["demo", "--onbekend"], "Dit kennen we niet: --onbekend."),
        (["dienst", "--port", "x"], "Achter --port hoort een heel getal, niet 'x'."),
    ],
)
def test_one_sentence_and_an_exit_code(typed, told):
    done = subprocess.run(
        [sys.executable, "manage.py", *typed],
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.strip() == f"{told} Met --help ziet u wat erbij hoort."
    assert not done.stdout


def test_what_python_finds_to_say_later_is_told_in_dutch_too():
    assert in_dutch("Error: something new") == (
        "Deze opdracht klopt niet. Met --help ziet u wat erbij hoort."
    )
