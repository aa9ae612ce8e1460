"""`manage.py importeer begroting begroting.csv [--proef]`"""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from hengelo_sociaal.invoer.domain import Verslag, import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd
from hengelo_sociaal.invoer.register import IMPORTERS
from hengelo_sociaal.kern.fouten import DomeinFout
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker


class Command(Opdracht):
    help = (
        "Leest een bestand in (CSV, XLSX of GeoJSON): alles of niets. Elke foute regel wordt "
        "gemeld met nummer en reden. Twee keer hetzelfde bestand verandert niets."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("soort", help=f"een van: {', '.join(sorted(IMPORTERS))}")
        parser.add_argument("bestand", type=Path, help="het bestand")
        parser.add_argument(
            "--proef", action="store_true", help="alleen melden wat er zou veranderen"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["bestand"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CommandError(
                f"Het bestand {path} kan niet worden gelezen: controleer de naam."
            ) from error
        self.report(self.take_in(options["soort"], path.name, content, proef=options["proef"]))

    def take_in(self, soort: str, naam: str, content: bytes, *, proef: bool) -> Verslag:
        """Take the file in with a progress bar, or stop with every fault by line."""
        with tqdm(
            total=content.count(b"\n"), unit=" regels", file=sys.stderr, disable=None, leave=False
        ) as bar:
            try:
                return import_file(
                    soort=soort,
                    inhoud=content,
                    naam=naam,
                    by=Medewerker.objects.systeem(),
                    at=nu(),
                    proef=proef,
                    voortgang=bar.update,
                )
            except InvoerGeweigerd as refusal:
                for fault in refusal.fouten:
                    self.stderr.write(str(fault))
                raise CommandError(refusal.melding) from refusal
            except DomeinFout as refusal:
                raise CommandError(refusal.melding) from refusal

    def report(self, verslag: Verslag) -> None:
        """Say what changed."""
        for warning in verslag.waarschuwingen:
            self.stdout.write(f"Let op: {warning}")
        self.stdout.write(verslag.samenvatting)
