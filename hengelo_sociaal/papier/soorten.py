"""The kinds of documents, which apps declare in their own `documentsoorten.py`.

A kind says which fields and parts a text may use and which it must, with an example of
each, so that `beheer` can write a text and see it without a real household.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hengelo_sociaal.papier.document import Blok


@dataclass(frozen=True)
class Veld:
    """A word or sentence that differs per document: `{code}` in the text."""

    code: str
    omschrijving: str
    voorbeeld: str
    verplicht: bool = False


@dataclass(frozen=True)
class Onderdeel:
    """A part that the system makes, such as the goals: `[[code]]` on a line of its own."""

    code: str
    omschrijving: str
    voorbeeld: tuple[Blok, ...]
    verplicht: bool = False


@dataclass(frozen=True)
class Documentsoort:
    """A kind of document; `bestand` holds the text that we ship."""

    code: str
    naam: str
    waarvoor: str
    bestand: Path
    velden: tuple[Veld, ...]
    onderdelen: tuple[Onderdeel, ...] = ()

    def voorbeeld(self) -> "Invulling":
        """The example of a household that does not exist."""
        return Invulling(
            velden={veld.code: veld.voorbeeld for veld in self.velden},
            onderdelen={part.code: part.voorbeeld for part in self.onderdelen},
        )


@dataclass(frozen=True, kw_only=True)
class Invulling:
    """What is filled in for one document: words per field, blocks per part."""

    velden: Mapping[str, str]
    onderdelen: Mapping[str, tuple[Blok, ...]] = field(default_factory=dict)


_SOORTEN: dict[str, Documentsoort] = {}


def registreer(*soorten: Documentsoort) -> None:
    """Add kinds of documents; the same code twice is a mistake."""
    for soort in soorten:
        if _SOORTEN.get(soort.code, soort) != soort:
            raise ValueError(f"Document {soort.code} is declared twice")
        _SOORTEN[soort.code] = soort


def soort_van(code: str) -> Documentsoort | None:
    """The kind with this code, if an app declared it."""
    return _SOORTEN.get(code)


def soorten() -> list[Documentsoort]:
    """Every kind, by name."""
    return sorted(_SOORTEN.values(), key=lambda soort: soort.naam)
