"""Two versions of a plan, side by side and in words."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from hengelo_sociaal.web.opmaak import datum
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

DAGEN = {"gewenst_op", "uiterlijk"}


@dataclass(frozen=True)
class Veldverschil:
    """One value that differs, as people read it; empty for nothing."""

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

    @property
    def zinnen(self) -> list[str]:
        """What is different, in sentences to read out together."""
        if self.wat == "Deelnemer":
            return [f"{self.titel} doet {'nu' if self.soort == 'nieuw' else 'niet meer'} mee."]
        goal = self.wat == "Doel"
        if self.soort == "nieuw":
            return [f"{'Nieuw' if goal else 'Nieuwe'} {self.wat.lower()}: “{self.titel}”."]
        if self.soort == "weg":
            return [f"{'Het' if goal else 'De'} {self.wat.lower()} “{self.titel}” is eruit."]
        about = "" if self.wat == "Plan" else f"Bij {self.wat.lower()} “{self.titel}”: "
        return [about + _changed(one, first=not about) for one in self.velden]


def _changed(veld: Veldverschil, *, first: bool) -> str:
    name = veld.naam if first else veld.naam[0].lower() + veld.naam[1:]
    if not veld.oud:
        return f"{name} is nu “{veld.nieuw}”."
    if not veld.nieuw:
        return f"{name} was “{veld.oud}” en is nu leeg."
    return f"{name} was “{veld.oud}” en is nu “{veld.nieuw}”."


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
        Veldverschil(NAMEN[name], _shown(name, old), _shown(name, new))
        for name in fields
        if (old.get(name) or "") != (new.get(name) or "")
    )
    return [Verschil("anders", wat, title, changed)] if changed else []


def _shown(name: str, values: dict[str, Any]) -> str:
    """A value as people read it; days in Dutch."""
    value = values.get(name) or ""
    return datum(dt.date.fromisoformat(value)) if value and name in DAGEN else value
