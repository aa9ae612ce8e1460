"""Two versions of a plan, side by side and in words."""

from dataclasses import dataclass
from typing import Any

from plannen.queries.inhoud import Inhoud

NAMEN = {
    "wat_telt": "Wat het belangrijkst is",
    "regisseur": "Regisseur",
    "omschrijving": "Omschrijving",
    "leefgebied": "Leefgebied",
    "van": "Van wie",
    "prioriteit": "Prioriteit",
    "gewenst_op": "Gewenst op",
    "status": "Status",
    "trede": "Soort hulp",
    "wie": "Wie",
    "uiterlijk": "Klaar voor",
    "hoe_vaak": "Hoe vaak",
    "wet": "Wet",
    "voorziening": "Voorziening",
    "reden_niet_lichter": "Waarom geen lichtere hulp",
}


@dataclass(frozen=True)
class Veldverschil:
    """One value that differs; dates as ISO days, empty for nothing."""

    naam: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Verschil:
    """Something that is new, gone or different between two versions."""

    soort: str  # "nieuw", "weg" or "anders"
    wat: str  # "Doel", "Afspraak", "Deelnemer" or "Plan"
    titel: str
    velden: tuple[Veldverschil, ...] = ()


def compare(old: Inhoud, new: Inhoud) -> list[Verschil]:
    """What changed from `old` to `new`, in the order of the newest version."""
    differences = _fields("Plan", "Het plan", old, new, ("wat_telt", "regisseur"))
    differences += _lists("Deelnemer", "inwoner", "naam", old["deelnemers"], new["deelnemers"], ())
    differences += _lists(
        "Doel",
        "id",
        "omschrijving",
        old["doelen"],
        new["doelen"],
        ("omschrijving", "leefgebied", "van", "prioriteit", "gewenst_op", "status"),
    )
    differences += _lists(
        "Afspraak",
        "id",
        "omschrijving",
        _all_afspraken(old),
        _all_afspraken(new),
        ("omschrijving", "trede", "wie", "uiterlijk", "hoe_vaak", "wet", "voorziening"),
    )
    return differences


def _all_afspraken(inhoud: Inhoud) -> list[dict[str, Any]]:
    return [afspraak for doel in inhoud["doelen"] for afspraak in doel["afspraken"]]


def _lists(
    wat: str,
    key: str,
    title: str,
    old: list[dict[str, Any]],
    new: list[dict[str, Any]],
    fields: tuple[str, ...],
) -> list[Verschil]:
    before = {one[key]: one for one in old}
    after = {one[key]: one for one in new}
    found: list[Verschil] = []
    for identifier, one in after.items():
        if identifier not in before:
            found.append(Verschil("nieuw", wat, one[title]))
        else:
            found += _fields(wat, one[title], before[identifier], one, fields)
    gone = (one for identifier, one in before.items() if identifier not in after)
    return found + [Verschil("weg", wat, one[title]) for one in gone]


def _fields(
    wat: str, title: str, old: dict[str, Any], new: dict[str, Any], fields: tuple[str, ...]
) -> list[Verschil]:
    changed = tuple(
        Veldverschil(NAMEN[name], old.get(name) or "", new.get(name) or "")
        for name in fields
        if (old.get(name) or "") != (new.get(name) or "")
    )
    return [Verschil("anders", wat, title, changed)] if changed else []
