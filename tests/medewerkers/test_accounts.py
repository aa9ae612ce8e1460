"""The first account of an installation, opened from the command line."""

import sys

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
GOED = "een lang wachtwoord 7"


class Invoer:
    """What comes in where there is no terminal."""

    def __init__(self, line: str) -> None:
        self.line = line

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        return self.line


@pytest.fixture
def given(monkeypatch):
    def give(line: str) -> None:
        monkeypatch.setattr(sys, "stdin", Invoer(line + "\n"))

    return give


def test_the_administrator_logs_in_and_opens_the_screens(client, given, capsys):
    given(GOED)

    call_command("beheerder", "a.smit", "Anna Smit")

    assert "Anna Smit kan nu inloggen als a.smit." in capsys.readouterr().out
    client.post(reverse("inloggen"), {"username": "a.smit", "password": GOED})
    assert client.get(reverse("admin:medewerkers_medewerker_add")).status_code == 200
    assert Medewerker.objects.get(gebruikersnaam="a.smit").rollen == ["beheer"]


def test_it_is_in_the_log_without_the_password(given):
    given(GOED)

    call_command("beheerder", "a.smit", "Anna Smit")

    line = Wijzigingsregel.objects.get(soort="medewerker")
    assert line.medewerker_id == Medewerker.objects.systeem().pk
    assert line.wijziging == {"gebruikersnaam": "a.smit", "rollen": ["beheer"]}


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [
        ("A.SMIT", GOED, "gebruikersnaam"),  # another Anna already has it
        ("b.smit", "te kort", "12"),
        ("b.smit", "", "12"),
        ("", GOED, "leeg"),
        ("b" * 61, GOED, "60"),
    ],
)
def test_what_cannot_be_an_account_is_refused_and_nothing_is_kept(given, name, password, told):
    MedewerkerFactory(gebruikersnaam="a.smit")
    given(password)

    with pytest.raises(CommandError, match=told):
        call_command("beheerder", name, "Anna Smit")

    assert not Medewerker.objects.filter(rollen=["beheer"]).exists()
    assert not Wijzigingsregel.objects.exists()


def test_two_passwords_that_differ_are_refused(monkeypatch):
    answers = iter([GOED, "een ander wachtwoord"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))

    with pytest.raises(CommandError, match="niet gelijk"):
        call_command("beheerder", "a.smit", "Anna Smit")
