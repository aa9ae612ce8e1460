"""Which files can be read; every app adds its own in `importers.py`.

INDELING = Indeling(
    "aanbieders",
    kolommen=(Kolom("naam"), Kolom("kvk")),
    sleutel=("kvk",),
    bewaar=save_providers,
)
registreer(Importer("aanbieders", "Aanbieders", recht=AANBIEDERS_SCHRIJVEN, indelingen=(INDELING,)))
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from hengelo_sociaal.invoer.exceptions import OnbekendeSoort, Regelfout
from hengelo_sociaal.invoer.kolommen import Kolom
from hengelo_sociaal.kern.gezien import print_of
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht


@dataclass(frozen=True)
class Rij:
    """One line of a file, its cells read by column."""

    regel: int
    velden: Mapping[str, Any]

    def __getitem__(self, kolom: str) -> Any:
        return self.velden[kolom]


class Wijziging(NamedTuple):
    """What a file changes of something, in words for whoever brings it in."""

    wat: str
    veld: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Telling:
    """What a file changed; `wijzigingen` when the layout tells them one by one."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    wijzigingen: tuple[Wijziging, ...] = ()

    def __add__(self, other: "Telling") -> "Telling":
        return Telling(
            self.nieuw + other.nieuw,
            self.gewijzigd + other.gewijzigd,
            self.gelijk + other.gelijk,
            self.wijzigingen + other.wijzigingen,
        )

    @property
    def afdruk(self) -> str:
        """A print of all that changes, to take in what was looked at and nothing else."""
        return print_of(vars(self))

    @property
    def verandert(self) -> bool:
        """Whether anything is different now."""
        return bool(self.nieuw or self.gewijzigd)


@dataclass
class Invoer:
    """Who brings a file in and when; `voortgang` is called after every line that was saved."""

    by: Medewerker
    at: dt.datetime
    voortgang: Callable[[int], object] = lambda lines: None


Controle = Callable[[Sequence[Rij]], Iterable[Regelfout]]
Opmerkingen = Callable[[Sequence[Rij]], Iterable[str]]
Bewaar = Callable[[Sequence[Rij], Invoer], Telling]


def no_faults(rijen: Sequence[Rij]) -> Iterable[Regelfout]:
    """Nothing to check beyond the cells."""
    return ()


def no_remarks(rijen: Sequence[Rij]) -> Iterable[str]:
    """Nothing worth a warning."""
    return ()


@dataclass(frozen=True)
class Indeling:
    """A layout: the header by which a file is recognised, and what is done with its lines.

    `optioneel` are columns that are read where the file has them: a line has no value for
    one that it does not have. `sleutel` names the columns that may not occur twice together.
    `controleer` finds faults across lines, `waarschuw` what a person should know although
    it is taken in, and `bewaar` makes one call into the app's domain.
    """

    naam: str
    kolommen: tuple[Kolom, ...]
    bewaar: Bewaar
    optioneel: tuple[Kolom, ...] = ()
    sleutel: tuple[str, ...] = ()
    controleer: Controle = no_faults
    waarschuw: Opmerkingen = no_remarks


@dataclass(frozen=True)
class Importer:
    """A kind of file, the right it asks, and the layouts it comes in."""

    soort: str
    naam: str
    recht: Recht
    indelingen: tuple[Indeling, ...]
    geojson: Indeling | None = field(default=None)


IMPORTERS: dict[str, Importer] = {}


def registreer(importer: Importer) -> Importer:
    """Add a kind of file; twice the same name is a mistake in the code."""
    if importer.soort in IMPORTERS:
        raise ValueError(f"importer {importer.soort} is registered twice")
    IMPORTERS[importer.soort] = importer
    return importer


def find_importer(soort: str) -> Importer:
    """The importer of a kind of file, or OnbekendeSoort."""
    if soort not in IMPORTERS:
        raise OnbekendeSoort(f"'{soort}' kennen we niet. Kies uit: {', '.join(sorted(IMPORTERS))}.")
    return IMPORTERS[soort]
