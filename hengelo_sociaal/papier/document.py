"""A document as plain data: what it says, in order, and never how it looks.

The same data is drawn as a page (`papier/_document.html`), set as PDF (`zetten`) and kept
with what was given to a resident. Texts are plain: nothing in them is ever read as code.
"""

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar


@dataclass(frozen=True)
class Vet:
    """A few words that stand out."""

    tekst: str


Deel = str | Vet


class Toon(StrEnum):
    """What a paragraph is for."""

    GEWOON = "gewoon"
    INLEIDING = "inleiding"
    CITAAT = "citaat"
    ZACHT = "zacht"
    LET_OP = "let-op"
    VOET = "voet"


@dataclass(frozen=True)
class Kop:
    """A heading; level 2 is the highest below the title, 3 below that."""

    soort: ClassVar[str] = "kop"
    tekst: str
    niveau: int = 2


@dataclass(frozen=True)
class Alinea:
    """A paragraph of plain text and words that stand out."""

    soort: ClassVar[str] = "alinea"
    delen: tuple[Deel, ...]
    toon: Toon = Toon.GEWOON

    @property
    def tekst(self) -> str:
        """The paragraph as one text."""
        return "".join(deel.tekst if isinstance(deel, Vet) else deel for deel in self.delen)


@dataclass(frozen=True)
class Lijst:
    """Points below each other, with numbers when their order matters."""

    soort: ClassVar[str] = "lijst"
    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Tabel:
    """A table whose first column names its rows; in large print each row becomes a block.

    `breedtes` are the shares of the columns; without them all are as wide.
    """

    soort: ClassVar[str] = "tabel"
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    breedtes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Feiten:
    """Names with their values, such as the reference and the date of a letter."""

    soort: ClassVar[str] = "feiten"
    regels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Adres:
    """To whom a letter goes, line by line; the place of the window of an envelope."""

    soort: ClassVar[str] = "adres"
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Handtekening:
    """Room for somebody's signature, or the signature itself as lines of points.

    `lijnen` holds strokes; a stroke is points of x and y in `breedte` by `hoogte`.
    """

    naam: str
    onderschrift: str = "Datum en handtekening"
    lijnen: tuple[tuple[tuple[float, float], ...], ...] = ()
    breedte: int = 600
    hoogte: int = 200

    @property
    def paden(self) -> str:
        """The strokes as the path of an SVG: numbers only."""
        return " ".join(_path(lijn) for lijn in self.lijnen if lijn)


@dataclass(frozen=True)
class Handtekeningen:
    """The place where people sign."""

    soort: ClassVar[str] = "handtekeningen"
    mensen: tuple[Handtekening, ...]


@dataclass(frozen=True)
class Streep:
    """A thin line before another part of the document."""

    soort: ClassVar[str] = "streep"


Blok = Kop | Alinea | Lijst | Tabel | Feiten | Adres | Handtekeningen | Streep


@dataclass(frozen=True)
class Document:
    """A whole document: one title, what stands below it, and its blocks.

    `datum` is the day on the document and in the file, never the clock: the same content
    has the same bytes. `kenmerk` is what the municipality finds it by, on every page.
    """

    titel: str
    organisatie: str
    datum: dt.date
    blokken: tuple[Blok, ...]
    onderkop: tuple[str, ...] = ()
    kenmerk: str = ""
    taal: str = field(default="nl")

    def as_data(self) -> dict[str, Any]:
        """The document as data for JSON; the same document is always the same data."""
        return {
            "titel": self.titel,
            "organisatie": self.organisatie,
            "datum": self.datum.isoformat(),
            "onderkop": list(self.onderkop),
            "kenmerk": self.kenmerk,
            "taal": self.taal,
            "blokken": [_block_data(blok) for blok in self.blokken],
        }

    def fingerprint(self) -> str:
        """SHA-256 of the content."""
        text = json.dumps(self.as_data(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def alinea(*delen: Deel, toon: Toon = Toon.GEWOON) -> Alinea:
    """A paragraph; empty parts are left out."""
    return Alinea(tuple(deel for deel in delen if deel), toon)


def texts_of(document: Document) -> Iterator[str]:
    """Every text of the document in reading order, as screen and paper both say it."""
    yield document.titel
    yield from document.onderkop
    for blok in document.blokken:
        yield from _texts(blok)


def _texts(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop() | Alinea():
            yield blok.tekst
        case Lijst():
            yield from blok.punten
        case Tabel():
            yield from blok.koppen
            for row in blok.rijen:
                yield from row
        case Feiten():
            for name, value in blok.regels:
                yield from (name, value)
        case Adres():
            yield from blok.regels
        case Handtekeningen():
            for one in blok.mensen:
                yield from (one.naam, one.onderschrift)


def _block_data(blok: Blok) -> dict[str, Any]:
    data = dataclasses.asdict(blok) | {"soort": blok.soort}
    if isinstance(blok, Alinea):
        data["delen"] = [
            {"vet": isinstance(deel, Vet), "tekst": deel.tekst if isinstance(deel, Vet) else deel}
            for deel in blok.delen
        ]
    if isinstance(blok, Handtekeningen):
        data["mensen"] = [dataclasses.asdict(one) | {"paden": one.paden} for one in blok.mensen]
    return data


def _path(lijn: tuple[tuple[float, float], ...]) -> str:
    points = [f"{float(x):.1f} {float(y):.1f}" for x, y in lijn]
    if len(points) == 1:
        return f"M{points[0]} l0.1 0"
    return "M" + " L".join(points)
