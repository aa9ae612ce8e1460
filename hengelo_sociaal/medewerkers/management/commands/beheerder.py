"""`manage.py beheerder GEBRUIKERSNAAM NAAM`: the account that opens the others."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.domain.accounts import open_beheerder
from hengelo_sociaal.medewerkers.models import Medewerker


class Command(Opdracht):
    """Asks for the password twice; without a terminal it is the first line of the input."""

    help = "Opent een account voor functioneel beheer. Het wachtwoord wordt gevraagd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gebruikersnaam", help="waarmee hij of zij inlogt, zoals a.smit")
        parser.add_argument("naam", help='hoe collega\'s hem of haar zien, zoals "Anna Smit"')

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = open_beheerder(
                by=Medewerker.objects.systeem(),
                gebruikersnaam=options["gebruikersnaam"],
                naam=options["naam"],
                wachtwoord=_ask_password(),
                at=nu(),
            )
        except DomeinFout as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{made.naam} kan nu inloggen als {made.gebruikersnaam}.")


def _ask_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    given = getpass.getpass("Wachtwoord, minstens twaalf tekens: ")
    if given != getpass.getpass("Nog een keer: "):
        raise CommandError("De twee wachtwoorden zijn niet gelijk. Probeer het opnieuw.")
    return given
