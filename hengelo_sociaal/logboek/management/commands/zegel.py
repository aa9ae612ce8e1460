"""`manage.py zegel`: seal the log now; with --controleer check every seal."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.logboek.domain.zegels import check_seals, folder, seal_log
from hengelo_sociaal.logboek.models import Zegel


class Command(Opdracht):
    """Exits non-zero when a seal is broken."""

    help = "Verzegelt het logboek, of controleert met --controleer of er niets aan is veranderd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--controleer", action="store_true", help="controleer alle zegels en verander niets"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["controleer"]:
            made = seal_log(at=nu())
            self.stdout.write(f"Gemaakt: {made} zegels. Ze staan ook in {folder()}.")
            return
        findings = check_seals()
        if findings:
            lines = "\n".join(f"  {found.zegel}: {found.wat}" for found in findings)
            raise CommandError(f"Het logboek is niet ongeschonden.\n{lines}")
        self.stdout.write(f"In orde: {Zegel.objects.count()} zegels, niets is veranderd.")
