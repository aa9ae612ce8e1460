"""Filling: only where demo mode is on, only once, and twice the same."""

import datetime as dt
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from hengelo_sociaal.demo.management.commands.demo import Command
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import (
    GeenDemo,
    JarenOnbekend,
    NietLeeg,
    fill,
    may_measure,
    require_known_years,
)
from tests.demo.conftest import fingerprint, small_town

pytestmark = pytest.mark.django_db
ONE = dt.timedelta(days=1)
ROOT = Path(__file__).resolve().parents[2]


def test_a_second_town_is_refused_with_one_sentence(stad: Stad) -> None:
    with pytest.raises(CommandError, match="Deze installatie is niet leeg") as refused:
        call_command("demo", "--maanden", "1", stdout=StringIO())

    assert str(refused.value).count("\n") == 0
    with pytest.raises(NietLeeg):
        fill(small_town())


def test_demo_mode_off_is_refused(stad: Stad, settings) -> None:
    settings.DEMO = False

    with pytest.raises(GeenDemo):
        fill(small_town())
    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("demo", stdout=StringIO())


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--maanden", "0"], "Kies voor --maanden een getal van 1 tot en met 240."),
        (["--schaal", "31"], "Kies voor --schaal een getal van 1 tot en met 30."),
        (["--zaad", "x"], "Kies voor --zaad een getal"),
        (["--tot", "morgen"], "'morgen' is geen bestaande datum."),
        (["--tot", "2026-02-30"], "'2026-02-30' is geen bestaande datum."),
        (["--tot", "20260105"], "'20260105' is geen bestaande datum."),
    ],
)
def test_an_impossible_size_or_day_is_refused(wrong: list[str], told: str) -> None:
    command = Command()
    command.create_parser("manage.py", "demo").parse_args(
        wrong
    )  # not the parser: it speaks English

    with pytest.raises(CommandError, match=told):
        call_command(command, *wrong, stdout=StringIO())


@pytest.mark.parametrize(
    "tot", ["2030-01-01", "2014-06-01", "2028-12-31", "9999-12-31", "0001-01-01"]
)
def test_a_town_in_years_whose_days_off_are_unknown_is_refused_with_days_that_do(
    tot: str, settings
) -> None:
    settings.DEMO = True

    with pytest.raises(CommandError, match="zijn niet alle vrije dagen bekend") as refused:
        call_command("demo", "--tot", tot, stdout=StringIO())

    first, last = re.findall(r"een dag van (\S+) tot en met (\S+), of", str(refused.value))[0]
    for day in (first, last):
        require_known_years(Stad(tot=dt.date.fromisoformat(day)))
    for day in (dt.date.fromisoformat(first) - ONE, dt.date.fromisoformat(last) + ONE):
        with pytest.raises(JarenOnbekend):
            require_known_years(Stad(tot=day))


def test_a_town_of_twenty_years_is_told_to_be_smaller(settings) -> None:
    settings.DEMO = True

    with pytest.raises(CommandError, match="Kies voor --maanden een kleiner getal"):
        call_command("demo", "--maanden", "240", stdout=StringIO())


def test_the_same_seed_gives_the_same_town(stad: Stad, first_time: dict[str, str]) -> None:
    assert fingerprint() == first_time


def test_the_database_measured_what_was_filled(stad: Stad) -> None:
    """Without it a single question about who lives where took three seconds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples FROM pg_class WHERE relname = ANY(%s)",
            [["toegang_contact", "toegang_lidmaatschap", "plannen_plan"]],
        )
        measured = [rows for (rows,) in cursor.fetchall()]

    assert len(measured) == 3
    assert min(measured) > 100


def test_the_command_works_as_the_owner_of_the_tables() -> None:
    """The owner alone may have a table measured; here neither of the two addresses answers."""
    nobody = {
        "DATABASE_URL": "postgres://web@127.0.0.1:1/leeg",
        "DATABASE_URL_EIGENAAR": "postgres://eigenaar@127.0.0.1:2/leeg",
        "DEMO": "1",
    }
    environment = {k: v for k, v in os.environ.items() if k != "HS_DATABASEROL"} | nobody
    command = [sys.executable, "manage.py", "demo"]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert "port 2 failed" in run.stderr


def test_another_login_is_told_that_it_takes_longer(servers) -> None:
    """Demo mode is off here, so that nothing is filled."""
    if not servers.web:
        pytest.skip("these servers have one login")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DATABASE_URL")}
    run = subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env=environment | {"DATABASE_URL": servers.web, "DEMO": "0"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert may_measure()
    assert "Let op: dit duurt langer" in run.stderr
    assert "De demo staat uit." in run.stderr
