"""`manage.py dienst`: the supervised process group of `make run`."""

import sys
from argparse import REMAINDER
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from hengelo_sociaal.dienst.launcher import main
from hengelo_sociaal.dienst.texts import HELP


class Command(BaseCommand):
    """Hands over to the launcher.

    `manage.py` itself does so before Django starts, because the first time there are no keys to
    read settings with; this makes `dienst` show up among the commands.
    """

    help = HELP
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("opties", nargs=REMAINDER)

    def handle(self, *args: Any, **options: Any) -> None:
        sys.exit(main(options["opties"]))
