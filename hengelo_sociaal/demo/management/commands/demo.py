"""`manage.py demo`: fills an empty installation with a fictitious Hengelo."""

import argparse
import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import fill
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.tijd import vandaag


def _between(low: int, high: int) -> Any:
    def parse(text: str) -> int:
        if not text.isdigit() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"kies een getal van {low} tot en met {high}")
        return int(text)

    return parse


class Command(BaseCommand):
    help = "Vult een lege installatie met een verzonnen Hengelo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--maanden", type=_between(1, 240), default=24, help="hoeveel maanden")
        parser.add_argument("--zaad", type=int, default=1, help="zelfde zaad, zelfde stad")
        parser.add_argument(
            "--schaal", type=_between(1, 30), default=1, help="8 is zo groot als Twente"
        )
        parser.add_argument(
            "--tot",
            type=dt.date.fromisoformat,
            default=None,
            help="de dag van de demo, JJJJ-MM-DD; de gegevens lopen tot de avond ervoor",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stad = Stad(
            tot=options["tot"] or vandaag(),
            maanden=options["maanden"],
            zaad=options["zaad"],
            schaal=options["schaal"],
            stil=options["verbosity"] == 0,
        )
        try:
            fill(stad)
        except DomeinFout as refusal:
            raise CommandError(refusal.melding) from refusal
        self.stdout.write("De demogemeente is klaar.")
