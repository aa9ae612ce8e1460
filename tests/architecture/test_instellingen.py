"""Every variable of the environment that the code reads is in docs/beheer/instellingen.md."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/beheer/instellingen.md"
# Set by the programs themselves, not by whoever runs them.
OWN = {"DJANGO_SETTINGS_MODULE", "PATH"}
READS = re.compile(
    r"(?:env\.\w+|environ\.get|_database|given\.get|environ)[(\[]\s*\"([A-Z][A-Z_0-9]+)\""
)
FALLBACK = re.compile(r"_database\(\"[A-Z_]+\", \"([A-Z_]+)\"\)")


def read_variables() -> set[str]:
    found: set[str] = set()
    for file in [*ROOT.glob("hengelo_sociaal/**/*.py"), ROOT / "manage.py"]:
        text = file.read_text()
        found |= set(READS.findall(text)) | set(FALLBACK.findall(text))
    return found - OWN


def documented() -> dict[str, str]:
    rows = re.findall(r"^\| `([A-Z_0-9]+)` \| (.+?) \| (.+?) \|$", PAGE.read_text(), re.MULTILINE)
    return {name: default for name, _, default in rows}


def test_the_search_finds_what_is_known_to_be_read():
    assert {"SECRET_KEY", "DATA_DIR", "DATABASE_URL_EIGENAAR", "WEB_THREADS"} <= read_variables()


def test_every_variable_is_described():
    assert read_variables() - set(documented()) == set()


def test_nothing_is_described_that_is_not_read():
    text = "".join(file.read_text() for file in ROOT.glob("hengelo_sociaal/**/*.py"))
    unused = {name for name in documented() if not re.search(rf"[\"']{name}[\"']", text)}

    assert unused == set()


def test_the_defaults_of_plain_variables_are_told_right():
    settings = (ROOT / "hengelo_sociaal/settings.py").read_text()
    told = documented()
    plain = re.findall(r"env\.(?:str|int)\(\"(\w+)\", default=(?:\"([^\"]+)\"|(\d+))\)", settings)

    assert plain
    for name, text, number in plain:
        assert (text or number) in told[name], name


def test_a_command_without_settings_says_so_in_one_sentence(tmp_path):
    ended = subprocess.run(
        [sys.executable, ROOT / "manage.py", "termijn", "wmo_onderzoek", "2026-01-05"],
        env={"DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "SECRET_KEY is niet ingesteld. Start met `make run`, of zet SECRET_KEY in de omgeving."
    ]
