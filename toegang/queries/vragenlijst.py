"""The questions of a version: read from its data, checked, compared, and their JSON Schema.

`inhoud` is `{"inleiding", "onderdelen": [{"code", "titel", "laag", "vragen": [{"code",
"vraag", "hulp", "soort", "punten", "opties", "gebieden"}]}]}`. Only lists carry an order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toegang.enums import Laag, Punt, Score, Vraagsoort
from toegang.models import Vragenlijst, VragenlijstVersie

LONGEST = 2000  # characters of one answer in words
FEWEST_CORE, MOST_CORE = 4, 6  # decisions 8 to 10: short everywhere, deep at the visit
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WHO = r"^(huishouden|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$"

Inhoud = Mapping[str, Any]


@dataclass(frozen=True)
class Optie:
    """One of the answers to choose from; `toon` is its colour."""

    code: str
    label: str
    toon: str = ""


@dataclass(frozen=True)
class Vraag:
    """One question, with the points of Wmo 2.3.2 lid 4 that it is about."""

    code: str
    vraag: str
    soort: str
    hulp: str = ""
    punten: tuple[str, ...] = ()
    opties: tuple[Optie, ...] = ()
    gebieden: tuple[str, ...] = ()

    @property
    def mogelijk(self) -> tuple[Optie, ...]:
        """The answers to choose from, those of yes and no included."""
        if self.soort == Vraagsoort.JA_NEE:
            return (Optie("ja", "Ja", "goed"), Optie("nee", "Nee"))
        return self.opties


@dataclass(frozen=True)
class Onderdeel:
    """A part of the questionnaire with a heading of its own."""

    code: str
    titel: str
    laag: str
    vragen: tuple[Vraag, ...]


def sections_of(inhoud: Inhoud) -> list[Onderdeel]:
    """The sections in the order in which they are asked."""
    return [
        Onderdeel(
            part["code"],
            part["titel"],
            part["laag"],
            tuple(_question(one) for one in part["vragen"]),
        )
        for part in inhoud.get("onderdelen", ())
    ]


def questions_of(inhoud: Inhoud) -> Iterator[Vraag]:
    """All questions in the order in which they are asked."""
    for section in sections_of(inhoud):
        yield from section.vragen


def in_force(code: str) -> VragenlijstVersie | None:
    """The version of a questionnaire that is asked now."""
    found = VragenlijstVersie.objects.filter(vragenlijst=code, status="van-kracht")
    return found.select_related("vragenlijst").first()


def instruments() -> list[Vragenlijst]:
    """The optional instruments of which a version is in force."""
    found = Vragenlijst.objects.filter(is_instrument=True, versies__status="van-kracht")
    return list(found.order_by("code"))


def _question(one: Mapping[str, Any]) -> Vraag:
    return Vraag(
        code=one["code"],
        vraag=one["vraag"],
        soort=one["soort"],
        hulp=one.get("hulp", ""),
        punten=tuple(one.get("punten", ())),
        opties=tuple(Optie(**optie) for optie in one.get("opties", ())),
        gebieden=tuple(one.get("gebieden", ())),
    )


# -- the schema of the answers ---------------------------------------------------------
def schema_of(inhoud: Inhoud) -> dict[str, Any]:
    """The JSON Schema that the answers to these questions fit; every answer may be left out."""
    asked = list(questions_of(inhoud))
    plain = {vraag.code: _answer(vraag) for vraag in asked if not vraag.gebieden}
    properties = {"vragen": _closed(plain)}
    for vraag in asked:
        if vraag.gebieden:
            properties["leefgebieden"] = _closed(dict.fromkeys(vraag.gebieden, _PER_WHO))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_closed(properties)}


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


_WORDS = {"type": "string", "maxLength": LONGEST, "pattern": "^[^\\u0000]*$"}
_PER_WHO = {
    "type": "object",
    "propertyNames": {"pattern": WHO},
    "additionalProperties": _closed(
        {"score": {"type": "string", "enum": list(Score.values)}, "woorden": _WORDS}
    ),
}


def _answer(vraag: Vraag) -> dict[str, Any]:
    if vraag.mogelijk:
        return {"type": "string", "enum": [optie.code for optie in vraag.mogelijk]}
    return dict(_WORDS)


# -- what is wrong with a version ------------------------------------------------------
def faults_in(inhoud: Inhoud, *, is_instrument: bool = False) -> list[str]:
    """Why a version may not be put in force, in sentences; nothing when it may."""
    asked = list(questions_of(inhoud))
    found = [*_faults_of_questions(asked)]
    if not is_instrument:
        found += _faults_of_set(inhoud, asked)
    return found


def _faults_of_questions(asked: list[Vraag]) -> Iterator[str]:
    if not asked:
        yield "Er staan nog geen vragen in."
    for code, times in Counter(vraag.code for vraag in asked).items():
        if times > 1:
            yield f"De code '{code}' komt {times} keer voor."
    for vraag in asked:
        if not _CODE.fullmatch(vraag.code):
            yield f"De code '{vraag.code}' mag alleen kleine letters, cijfers en streepjes hebben."
        if not vraag.vraag.strip():
            yield f"De vraag met code '{vraag.code}' heeft geen tekst."
        if vraag.soort == Vraagsoort.KEUZE and len(vraag.opties) < 2:
            yield f"De vraag '{vraag.vraag}' heeft minstens twee antwoorden nodig."


def _faults_of_set(inhoud: Inhoud, asked: list[Vraag]) -> Iterator[str]:
    sections = sections_of(inhoud)
    core = [vraag for part in sections if part.laag == Laag.KERN for vraag in part.vragen]
    if not FEWEST_CORE <= len(core) <= MOST_CORE:
        yield f"Er zijn {len(core)} kernvragen. Het moeten er {FEWEST_CORE} tot {MOST_CORE} zijn."
    if not any(vraag.soort == Vraagsoort.LEEFGEBIEDEN for vraag in core):
        yield "Bij de kernvragen mist de vraag hoe het gaat per leefgebied."
    layers = [part.laag for part in sections]
    if layers != sorted(layers, key=lambda laag: laag != Laag.KERN):
        yield "De kernvragen horen voor de verdieping te staan."
    covered = {punt for vraag in asked for punt in vraag.punten}
    for punt in Punt:
        if punt.value not in covered:
            yield (
                f"Geen vraag gaat over punt {punt.value} van Wmo 2015 artikel 2.3.2 lid 4: "
                f"{punt.label.lower()}."
            )


# -- what a new version changes --------------------------------------------------------
def differences(old: Inhoud, new: Inhoud) -> list[str]:
    """What is different for who asks and who answers, in sentences."""
    before = {vraag.code: vraag for vraag in questions_of(old)}
    after = {vraag.code: vraag for vraag in questions_of(new)}
    found = [f"Nieuw: {after[code].vraag}" for code in after if code not in before]
    found += [f"Vervalt: {before[code].vraag}" for code in before if code not in after]
    for code in before.keys() & after.keys():
        found += _changed(before[code], after[code])
    if _layers(old) != _layers(new):
        moved = [c for c, laag in _layers(new).items() if _layers(old).get(c, laag) != laag]
        found += [f"Andere laag: {after[code].vraag}" for code in moved if code in after]
    kept = [code for code in after if code in before]
    if kept != [code for code in before if code in after]:
        found.append("De volgorde van de vragen is anders.")
    return found


def _changed(before: Vraag, after: Vraag) -> Iterator[str]:
    if before.vraag != after.vraag:
        yield f"Andere tekst: '{before.vraag}' wordt '{after.vraag}'"
    if before.hulp != after.hulp:
        yield f"Andere uitleg bij: {after.vraag}"
    if before.mogelijk != after.mogelijk:
        yield f"Andere antwoorden bij: {after.vraag}"
    if before.punten != after.punten:
        yield f"Andere wettelijke punten bij: {after.vraag}"


def incompatible(old: Inhoud, new: Inhoud) -> list[str]:
    """Questions that kept their code but are answered otherwise: not comparable any more."""
    before = {vraag.code: vraag.soort for vraag in questions_of(old)}
    return [
        f"De vraag '{vraag.vraag}' wordt nu anders beantwoord. Geef haar een nieuwe code."
        for vraag in questions_of(new)
        if before.get(vraag.code, vraag.soort) != vraag.soort
    ]


def _layers(inhoud: Inhoud) -> dict[str, str]:
    return {v.code: part.laag for part in sections_of(inhoud) for v in part.vragen}
