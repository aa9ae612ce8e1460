"""Commands that say in Dutch what was typed wrong."""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

_ZINNEN = (
    (r"the following arguments are required: (.+)", "Er ontbreekt iets: {0}."),
    (r"unrecognized arguments: (.+)", "Dit kennen we niet: {0}."),
    (r"ambiguous option: (\S+) could match (.+)", "{0} is niet duidelijk. Kies uit: {1}."),
    (r"argument (\S+): expected .+", "Achter {0} hoort een waarde."),
    (r"argument (\S+): ignored explicit argument .+", "Achter {0} hoort niets."),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} en {1} gaan niet samen."),
    (
        r"argument (\S+): invalid choice: (\S+) \(choose from (.+)\)",
        "{1} past niet bij {0}. Kies uit: {2}.",
    ),
    (r"argument (\S+): invalid int value: (\S+)", "Achter {0} hoort een heel getal, niet {1}."),
)


def in_dutch(refusal: str) -> str:
    """What Python's parser of arguments refuses, as a sentence that says what to do."""
    for pattern, sentence in _ZINNEN:
        found = re.fullmatch(rf"(?:Error: )?{pattern}", refusal)
        if found:
            return f"{sentence.format(*found.groups())} Met --help ziet u wat erbij hoort."
    return "Deze opdracht klopt niet. Met --help ziet u wat erbij hoort."


class Opdracht(BaseCommand):
    """A command of ours; of what is typed wrong it tells in one sentence, and exits with 2."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        # It then raises what it refuses, instead of printing that in English.
        parser.called_from_command_line = False
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        """Refusals of the work itself are told by the framework; these are of the arguments."""
        try:
            super().run_from_argv(argv)
        except CommandError as refused:
            if "--traceback" in argv:
                raise
            self.stderr.write(in_dutch(str(refused)))
            raise SystemExit(2) from refused
