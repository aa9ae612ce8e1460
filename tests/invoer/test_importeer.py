"""The command, as somebody types it."""

import pytest
from django.core.management import CommandError, call_command

from dashboard.models import Begrotingsregel
from tests.factories.dashboard import BESTANDEN

pytestmark = pytest.mark.django_db


def test_the_command_takes_a_file_in_and_says_what_changed(capsys):
    call_command("importeer", "begroting", BESTANDEN / "begroting.csv")

    told = capsys.readouterr().out
    assert "61 regels gelezen: 61 nieuw" in told
    assert "Let op: regel" in told
    assert Begrotingsregel.objects.count() == 61


def test_a_bad_file_is_told_line_by_line_and_ends_the_command(tmp_path, capsys):
    file = tmp_path / "fout.csv"
    file.write_text(
        "taakveld;omschrijving;soort;jaar;bedrag_x1000;bron\n6.1;A;lasten;2019;veel;b\n"
    )

    with pytest.raises(CommandError, match="Er is niets ingelezen"):
        call_command("importeer", "begroting", file)

    assert "Regel 2: kolom 'bedrag_x1000': 'veel' is geen heel getal" in capsys.readouterr().err


def test_a_file_that_is_not_there_ends_the_command():
    with pytest.raises(CommandError, match="kan niet worden gelezen"):
        call_command("importeer", "begroting", "nergens.csv")


def test_an_unknown_kind_ends_the_command():
    with pytest.raises(CommandError, match="kennen we niet"):
        call_command("importeer", "recepten", BESTANDEN / "begroting.csv")
