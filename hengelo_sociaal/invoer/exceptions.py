"""Why a file was not taken in: always with what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengelo_sociaal.kern.fouten import DomeinFout


@dataclass(frozen=True, order=True)
class Regelfout:
    """What is wrong with one line; line 1 is the header."""

    regel: int
    reden: str

    def __str__(self) -> str:
        return f"Regel {self.regel}: {self.reden}"


class OnbekendeSoort(DomeinFout):
    """Nothing can be read under this name."""

    code = "onbekende-soort-bestand"
    melding = "Deze soort bestand kennen we niet."


class OnleesbaarBestand(DomeinFout):
    """The file cannot be read as a table: coding, delimiter, header or kind of file."""

    code = "onleesbaar-bestand"
    melding = "Dit bestand kan niet worden gelezen."


class InvoerGeweigerd(DomeinFout):
    """One or more lines are wrong; nothing was taken in."""

    code = "invoer-geweigerd"

    def __init__(self, fouten: Sequence[Regelfout]) -> None:
        self.fouten = sorted(set(fouten))
        number = len({fout.regel for fout in self.fouten})
        lines = "regel is" if number == 1 else "regels zijn"
        super().__init__(
            f"{number} {lines} niet goed. Er is niets ingelezen. Verbeter het bestand en "
            "lees het opnieuw in.",
            extra={"regels": [{"regel": f.regel, "reden": f.reden} for f in self.fouten]},
        )
