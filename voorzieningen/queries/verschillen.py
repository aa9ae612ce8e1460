"""What differs between two versions of an entry, in words that people know."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from hengelo_sociaal.gebieden.models import Buurt, Wijk
from hengelo_sociaal.kern.nummers import readable_postcode
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.waarden.models import Leefgebied, Wet
from hengelo_sociaal.web.opmaak import datum
from voorzieningen.enums import Leveringsvorm
from voorzieningen.models import Doelgroep, Locatie, Organisatie, Versie, Voorziening

_RELATED: dict[str, type[Model]] = {
    "leefgebieden": Leefgebied,
    "wetten": Wet,
    "doelgroepen": Doelgroep,
    "wijken": Wijk,
    "locaties": Locatie,
    "organisatie": Organisatie,
    "eigenaar": Medewerker,
}
_DAYS = {"geldig_van", "geldig_tot", "gecontroleerd_op"}
LEEG = "leeg"
WEG = "bestaat niet meer"
_CONTACT = {
    "naam": "naam",
    "telefoon": "telefoon",
    "email": "e-mailadres",
    "website": "website",
}


@dataclass(frozen=True)
class Verschil:
    """One field that differs; `botst` when it was changed on another side as well."""

    naam: str
    oud: str
    nieuw: str
    botst: bool = False


@dataclass(frozen=True)
class Stap:
    """A version, and what it changed."""

    versie: Versie
    verschillen: list[Verschil]


def history(voorziening: Voorziening) -> list[Stap]:
    """Every version, newest first, each beside the one before it."""
    versions = list(voorziening.versies.select_related("door"))
    before = [*(each.inhoud for each in versions[1:]), {}][: len(versions)]
    names = _names([each.inhoud for each in versions])
    return [
        Stap(versie, _compare(old, versie.inhoud, names) if old else [])
        for versie, old in zip(versions, before, strict=True)
    ]


def compare(
    old: Mapping[str, Any], new: Mapping[str, Any], botsingen: Collection[str] = ()
) -> list[Verschil]:
    """What differs between two kept contents; of nothing before, all that is filled in."""
    return _compare(old, new, _names([old, new]), botsingen)


def compare_all(
    pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]],
) -> list[list[Verschil]]:
    """The same of many, in as many queries as of one."""
    names = _names([content for pair in pairs for content in pair])
    return [_compare(old, new, names) for old, new in pairs]


def compare_organisation(
    old: Mapping[str, Any], new: Mapping[str, Any], botsingen: Collection[str] = ()
) -> list[Verschil]:
    """What differs in the details and places of an organisation; a place that goes is empty.

    In `botsingen` stand fields, and places as `locatie:<name>`.
    """
    before, after = _told(old), _told(new)
    labels = {name[0].upper() + name[1:]: field for field, name in _CONTACT.items()}
    places = {f"Locatie {each['naam']}": f"locatie:{each['naam']}" for each in old["locaties"]}
    places |= {f"Locatie {each['naam']}": f"locatie:{each['naam']}" for each in new["locaties"]}
    keys = labels | places
    return [
        Verschil(name, before.get(name) or LEEG, after.get(name) or LEEG, keys[name] in botsingen)
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    ]


def _told(inhoud: Mapping[str, Any]) -> dict[str, str]:
    """Details and places by what people call them."""
    buurten = Buurt.objects.in_bulk([each["buurt"] for each in inhoud["locaties"] if each["buurt"]])
    told = {name[0].upper() + name[1:]: str(inhoud[field]) for field, name in _CONTACT.items()}
    for place in inhoud["locaties"]:
        street = f"{place['straat']} {place['huisnummer']}".strip()
        town = f"{readable_postcode(place['postcode'])} {place['woonplaats']}".strip()
        buurt = buurten.get(place["buurt"])
        parts = [street, town, f"buurt {buurt.naam}" if buurt else ""]
        told[f"Locatie {place['naam']}"] = ", ".join(part for part in parts if part)
    return told


def _compare(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    names: Mapping[str, str],
    botsingen: Collection[str] = (),
) -> list[Verschil]:
    return [
        Verschil(
            _label(name),
            _words(name, old.get(name), names),
            _words(name, value, names),
            name in botsingen,
        )
        for name, value in new.items()
        if old.get(name) != value and (old or value)
    ]


def _label(name: str) -> str:
    label = str(Voorziening._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return label[0].upper() + label[1:]


def _words(name: str, value: Any, names: Mapping[str, str]) -> str:
    if value in (None, "", []):
        return LEEG
    if name in _DAYS:
        return datum(dt.date.fromisoformat(value))
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        shown = names if name in _RELATED else dict(Leveringsvorm.choices)
        return ", ".join(sorted(shown.get(each, WEG) for each in value))
    if name in _RELATED:
        return names.get(str(value), WEG)
    choices = dict(Voorziening._meta.get_field(name).choices or ())  # type: ignore[union-attr]
    return str(choices.get(value, value))


def _names(contents: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The names behind all codes and ids, in one query per kind."""
    found: dict[str, str] = {}
    kept = list(contents)
    for field, model in _RELATED.items():
        keys: set[str] = set()
        for content in kept:
            value = content.get(field) or []
            keys.update(value if isinstance(value, list) else [value])
        if keys:
            rows = model._default_manager.filter(pk__in=keys)
            found |= {str(row.pk): str(row) for row in rows}
    return found
