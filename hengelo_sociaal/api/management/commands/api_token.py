"""`manage.py api_token GEBRUIKER`: a new token for the API, shown once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from hengelo_sociaal.api.domain import issue_token
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker


class Command(Opdracht):
    """Prints the token alone on the last line."""

    help = "Maakt een API-token voor een medewerker en toont het één keer, op de laatste regel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gebruiker", help="de gebruikersnaam, zoals loket")
        parser.add_argument("--omschrijving", default="", help="waar het token voor is")

    def handle(self, *args: Any, **options: Any) -> None:
        token = issue_token(
            voor=self._medewerker(options["gebruiker"]),
            omschrijving=self._omschrijving(options["omschrijving"]),
            by=Medewerker.objects.systeem(),
            at=nu(),
        )[1]
        self.stdout.write("Bewaar dit token goed. Het wordt niet nog een keer getoond.")
        self.stdout.write(token)

    def _medewerker(self, name: str) -> Medewerker:
        found = Medewerker.objects.filter(gebruikersnaam__iexact=name, is_active=True).first()
        if found is None:
            raise CommandError(
                f"Er is geen medewerker met de gebruikersnaam {name} die mag inloggen."
            )
        return found

    def _omschrijving(self, text: str) -> str:
        longest = 120
        if len(text) > longest:
            raise CommandError(f"De omschrijving is te lang: gebruik hooguit {longest} tekens.")
        return text
