"""Filling: only where demo mode is on, only once, and twice the same."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import GeenDemo, NietLeeg, fill
from tests.demo.conftest import fingerprint, small_town

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("wrong", [["--maanden", "0"], ["--schaal", "31"], ["--tot", "morgen"]])
def test_an_impossible_size_or_day_is_refused(wrong: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("demo", *wrong, stdout=StringIO())


def test_the_same_seed_gives_the_same_town(stad: Stad, first_time: dict[str, str]) -> None:
    assert fingerprint() == first_time
