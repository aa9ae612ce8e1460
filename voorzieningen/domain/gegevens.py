"""All that is kept about a provision, apart from the record: to compare, keep and put back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from hengelo_sociaal.medewerkers.models import Medewerker
from voorzieningen.enums import Publicatie
from voorzieningen.models import Locatie, Organisatie, Voorziening

LIJSTEN = ("leefgebieden", "wetten", "doelgroepen", "wijken", "locaties")
EMPTY_IS_ALL = ("doelgroepen", "wijken")  # none is everybody, or the whole municipality
_DAYS = ("geldig_van", "geldig_tot", "gecontroleerd_op")


@dataclass(frozen=True)
class VoorzieningGegevens:
    """All that is kept about a provision; lists hold codes (locaties: records)."""

    code: str
    naam: str
    omschrijving: str
    soort: str
    vorm: str
    geldig_van: dt.date
    leefgebieden: Sequence[str]
    gefinancierd: bool = True
    preventieniveau: str | None = None
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    aanmelden: str = ""
    kosten: str = ""
    wanneer: str = ""
    organisatie: Organisatie | None = None
    wachttijd_dagen: int | None = None
    plaatsen: int | None = None
    productcategorie: str = ""
    productcode: str = ""
    leveringsvormen: Sequence[str] = ()
    geldig_tot: dt.date | None = None
    gecontroleerd_op: dt.date | None = None
    bron: str = ""
    zoekwoorden: str = ""
    status: str = Publicatie.GEPUBLICEERD
    eigenaar: Medewerker | None = None
    wetten: Sequence[str] = ()
    doelgroepen: Sequence[str] = ()
    wijken: Sequence[str] = ()
    locaties: Sequence[Locatie] = ()


def gegevens_of(voorziening: Voorziening) -> VoorzieningGegevens:
    """What is kept now; lists in the order of their codes."""
    values: dict[str, Any] = {
        each.name: getattr(voorziening, each.name)
        for each in fields(VoorzieningGegevens)
        if each.name not in LIJSTEN
    }
    for name in LIJSTEN:
        related = sorted(getattr(voorziening, name).all(), key=key_of)
        values[name] = related if name == "locaties" else [each.pk for each in related]
    return VoorzieningGegevens(**values)


def as_json(gegevens: VoorzieningGegevens) -> dict[str, Any]:
    """The same, to keep in a column: records by their id, days as text."""
    kept: dict[str, Any] = {}
    for each in fields(gegevens):
        value = getattr(gegevens, each.name)
        if each.name in LIJSTEN:
            kept[each.name] = sorted(key_of(one) for one in value)
        elif each.name in _DAYS:
            kept[each.name] = value.isoformat() if value else None
        else:
            kept[each.name] = str(value.pk) if hasattr(value, "pk") else plain(value)
    return kept


def from_json(inhoud: Mapping[str, Any]) -> VoorzieningGegevens:
    """What was kept; a place, organisation or person that is gone is left out."""
    values = dict(inhoud)
    for name in _DAYS:
        values[name] = dt.date.fromisoformat(values[name]) if values[name] else None
    values["organisatie"] = Organisatie.objects.filter(pk=values["organisatie"]).first()
    values["eigenaar"] = Medewerker.objects.filter(pk=values["eigenaar"]).first()
    values["locaties"] = list(Locatie.objects.filter(pk__in=values["locaties"]))
    return VoorzieningGegevens(**values)


def differences(voorziening: Voorziening, gegevens: VoorzieningGegevens) -> dict[str, list[object]]:
    """Per field what it is and would become; empty when nothing differs."""
    changes: dict[str, list[object]] = {}
    for each in fields(gegevens):
        old, new = getattr(voorziening, each.name), getattr(gegevens, each.name)
        if each.name in LIJSTEN:
            old, new = sorted(key_of(i) for i in old.all()), sorted(key_of(i) for i in new)
        old, new = plain(old), plain(new)
        if old != new:
            changes[each.name] = [_shown(old), _shown(new)]
    return changes


def plain(value: object) -> object:
    """As it is kept: a tuple as a list, and lines of a text that end as everywhere.

    A browser ends them otherwise, which a spreadsheet shows as signs in the text.
    """
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return list(value) if isinstance(value, tuple) else value


def key_of(item: object) -> str:
    """The code or id of a related record."""
    return str(getattr(item, "pk", item))


def _shown(value: object) -> object:
    return str(value) if isinstance(value, Organisatie | Medewerker) else value
