"""`manage.py demo`: fills an empty installation with a fictitious Hengelo."""

import datetime as dt
from typing import Any

from django.core.management.base import CommandError, CommandParser

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import fill, may_measure
from hengelo_sociaal.kern.datum import day_of
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import vandaag


def _between(name: str, text: str, low: int, high: int) -> int:
    if not str(text).isdecimal() or not low <= int(text) <= high:
        raise CommandError(f"Kies voor --{name} een getal van {low} tot en met {high}.")
    return int(text)


def _day(text: str) -> dt.date:
    day = day_of(text)
    if day is None:
        raise CommandError(
            f"'{text}' is geen bestaande datum. Schrijf de datum als jjjj-mm-dd, "
            "bijvoorbeeld 2026-01-05."
        )
    return day


class Command(Opdracht):
    help = "Vult een lege installatie met een verzonnen Hengelo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--maanden", default="24", help="hoeveel maanden")
        parser.add_argument("--zaad", default="1", help="zelfde zaad, zelfde stad")
        parser.add_argument("--schaal", default="1", help="8 is zo groot als Twente")
        parser.add_argument(
            "--tot", help="de dag van de demo, JJJJ-MM-DD; de gegevens lopen tot de avond ervoor"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        # Read here and not by the parser, which would refuse in English with all its options.
        stad = Stad(
            tot=_day(options["tot"]) if options["tot"] else vandaag(),
            maanden=_between("maanden", options["maanden"], 1, 240),
            zaad=_between("zaad", options["zaad"], 0, 10**9),
            schaal=_between("schaal", options["schaal"], 1, 30),
            stil=options["verbosity"] == 0,
        )
        if not may_measure():
            self.stderr.write(
                "Let op: dit duurt langer, want deze login mag de tabellen niet opmeten. "
                "Met DATABASE_URL_EIGENAAR in de omgeving gaat het sneller."
            )
        try:
            fill(stad)
        except DomeinFout as refusal:
            raise CommandError(refusal.melding) from refusal
        self.stdout.write("De demogemeente is klaar.")
