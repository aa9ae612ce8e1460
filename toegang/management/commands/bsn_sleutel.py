"""`manage.py bsn_sleutel`: encrypts every BSN with the newest key of BSN_SLEUTELS."""

from typing import Any

from cryptography.exceptions import InvalidTag
from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from hengelo_sociaal.kern.geheim import newest_key
from hengelo_sociaal.kern.opdrachten import Opdracht
from hengelo_sociaal.kern.tijd import nu
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.domain.sleutels import encrypt_anew, with_older_key


class Command(Opdracht):
    """Goes on where an earlier run stopped; `--proef` only counts."""

    help = "Versleutelt elk BSN opnieuw, met de nieuwste sleutel uit BSN_SLEUTELS."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--proef", action="store_true", help="alleen tellen, niets wijzigen")

    def handle(self, *args: Any, **options: Any) -> None:
        left = with_older_key().count()
        if options["proef"]:
            self.stdout.write(f"{left} BSN's hebben nog niet sleutel {newest_key()}.")
            return
        silent = options["verbosity"] == 0
        try:
            with tqdm(total=left, desc="BSN's", disable=silent, file=self.stderr) as bar:
                for done in encrypt_anew(by=Medewerker.objects.systeem(), at=nu()):
                    bar.update(done)
        except (InvalidTag, KeyError) as error:
            raise CommandError(
                "Een BSN is niet te lezen met deze sleutels. Zet de oude sleutel terug in "
                "BSN_SLEUTELS en begin opnieuw; wat al klaar was, blijft goed."
            ) from error
        self.stdout.write(f"Elk BSN heeft nu sleutel {newest_key()}.")
