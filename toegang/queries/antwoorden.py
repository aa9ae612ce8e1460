"""Answers: flat and nested, joined when two people wrote, compared in words.

Flat is one line per answer: `vragen.<code>`, and `leefgebieden.<leefgebied>.<who>.score`
or `.woorden`, where who is `huishouden` or the id of a resident. The names of the fields
of every form are these.
"""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.waarden.models import Leefgebied
from toegang.enums import Punt, Score
from toegang.models import Inwoner
from toegang.queries.vragenlijst import Inhoud, Vraag, questions_of

HUISHOUDEN = "huishouden"
Plat = dict[str, str]
Antwoorden = Mapping[str, Any]


def flatten(antwoorden: Antwoorden) -> Plat:
    """One line per answer."""
    flat = {f"vragen.{code}": answer for code, answer in antwoorden.get("vragen", {}).items()}
    for gebied, who, both in _per_leefgebied(antwoorden):
        flat |= {f"leefgebieden.{gebied}.{who}.{name}": text for name, text in both.items()}
    return flat


def nest(flat: Mapping[str, str]) -> dict[str, Any]:
    """The answers as they are stored; what was left empty is not in them."""
    nested: dict[str, Any] = {}
    for path, answer in flat.items():
        *steps, last = path.split(".")
        place = nested
        if answer.strip():
            for step in steps:
                place = place.setdefault(step, {})
            place[last] = answer
    return nested


def _per_leefgebied(antwoorden: Antwoorden) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for gebied, people in antwoorden.get("leefgebieden", {}).items():
        for who, both in people.items():
            yield gebied, who, both


def under_other_person(antwoorden: Antwoorden, gone: str, stays: str) -> dict[str, Any]:
    """The answers about somebody, now about the same person under another id.

    Where both were answered about, the answers about who stays count.
    """
    flat = flatten(antwoorden)
    moved = {path.replace(f".{gone}.", f".{stays}."): text for path, text in flat.items()}
    kept = {path: text for path, text in flat.items() if f".{gone}." not in path}
    return nest(moved | kept)


# -- is it an answer to what was asked -------------------------------------------------
def faults_in(antwoorden: Antwoorden, schema: Mapping[str, Any]) -> dict[str, str]:
    """Per place what does not fit the schema, in words; empty when everything fits."""
    validator = Draft202012Validator(dict(schema))
    found = {}
    for error in validator.iter_errors(dict(antwoorden)):
        place = ".".join(str(step) for step in error.absolute_path) or "antwoorden"
        found[place] = _REASONS.get(str(error.validator), "Dit past niet bij de vraag.")
    return found


def read_nested(given: Antwoorden, schema: Mapping[str, Any]) -> Plat:
    """Answers as another system sends them, flat; null takes an answer away.

    Refused with OngeldigeInvoer by place for what does not fit the schema.
    """
    found = faults_in(_without_null(given), schema)
    if found:
        raise OngeldigeInvoer(velden={f"antwoorden.{place}": why for place, why in found.items()})
    return {path: answer or "" for path, answer in flatten(given).items()}


def _without_null(given: Antwoorden) -> dict[str, Any]:
    """The same without answers that are null; null in another place stays, and is refused."""
    return {
        name: _drop_null(value, below=1 if name == "vragen" else 3) for name, value in given.items()
    }


def _drop_null(value: Any, *, below: int) -> Any:
    if not isinstance(value, Mapping):
        return value
    if below == 1:
        return {name: answer for name, answer in value.items() if answer is not None}
    return {name: _drop_null(inner, below=below - 1) for name, inner in value.items()}


_REASONS = {
    "enum": "Kies een antwoord uit de lijst.",
    "maxLength": "Dit is te lang. Maak het korter.",
    "additionalProperties": "Deze vraag staat niet in deze versie van de vragenlijst.",
    "propertyNames": "Kies het huishouden of een inwoner.",
    "type": "Dit is geen geldig antwoord.",
    "pattern": "Dit bevat een teken dat wij niet kunnen bewaren.",
}


def people_in(antwoorden: Antwoorden) -> set[uuid.UUID]:
    """The residents about whom something is answered."""
    named = {who for _, who, _ in _per_leefgebied(antwoorden)}
    return {uuid.UUID(who) for who in named if who != HUISHOUDEN}


# -- two people at once ----------------------------------------------------------------
@dataclass(frozen=True)
class Samen:
    """What two people's answers become, and where both changed the same one."""

    antwoorden: Plat
    botst: tuple[str, ...]


def join(*, basis: Plat, nu: Plat, gestuurd: Plat) -> Samen:
    """Put what somebody sent on what is stored, both begun from `basis`.

    What only one of the two changed is taken over; where both changed the same answer
    into something else, it is named in `botst` and what is stored stays.
    """
    joined, clashes = dict(nu), []
    for path, sent in gestuurd.items():
        before, stored = basis.get(path, ""), nu.get(path, "")
        if sent in (before, stored):
            continue
        if stored == before:
            joined[path] = sent
        else:
            clashes.append(path)
    return Samen(joined, tuple(clashes))


# -- in words --------------------------------------------------------------------------
@dataclass(frozen=True)
class Regel:
    """An answer as it is shown: about what, of whom, which answer and which words."""

    pad: str
    over: str
    wie: str
    antwoord: str
    toon: str = ""
    woorden: str = ""


SCORE_TONEN = {Score.GOED.value: "goed", Score.AANDACHT.value: "let", Score.HULP.value: "fout"}


@dataclass(frozen=True)
class Woordenboek:
    """The labels of leefgebieden, people, questions and answers, read once for a page."""

    gebieden: Mapping[str, str]
    mensen: Mapping[str, str]
    vragen: Mapping[str, Vraag]

    def over(self, path: str) -> str:
        """What a line of the answers is about: the question or the leefgebied."""
        kind, code, *_ = path.split(".")
        if kind == "vragen":
            return self.vragen[code].vraag if code in self.vragen else code
        return self.gebieden.get(code, code)

    def wie(self, path: str) -> str:
        """Of whom it is; empty for the whole household."""
        parts = path.split(".")
        who = parts[2] if len(parts) > 2 else HUISHOUDEN
        return "" if who == HUISHOUDEN else self.mensen.get(who, "iemand anders")

    def antwoord(self, path: str, value: str) -> str:
        """A value in words."""
        kind, code, *_ = path.split(".")
        if path.endswith(".score"):
            return str(Score(value).label) if value in Score.values else value
        options = self.vragen[code].mogelijk if kind == "vragen" and code in self.vragen else ()
        return next((optie.label for optie in options if optie.code == value), value)


def dictionary(inhoud: Inhoud, *antwoorden: Antwoorden) -> Woordenboek:
    """The words for these answers; two queries."""
    people = {pk for each in antwoorden for pk in people_in(each)}
    found = Inwoner.objects.filter(pk__in=people) if people else Inwoner.objects.none()
    return Woordenboek(
        gebieden=dict(Leefgebied.objects.values_list("code", "label")),
        mensen={str(one.pk): one.naam for one in found},
        vragen={vraag.code: vraag for vraag in questions_of(inhoud)},
    )


def lines_of_leefgebieden(antwoorden: Antwoorden, woorden: Woordenboek) -> list[Regel]:
    """Score and words per leefgebied in the fixed order, the household before the people."""
    given = antwoorden.get("leefgebieden", {})
    return [
        Regel(
            pad=f"leefgebieden.{code}.{who}",
            over=label,
            wie="" if who == HUISHOUDEN else woorden.mensen.get(who, "iemand anders"),
            antwoord=str(Score(both["score"]).label) if both.get("score") else "",
            toon=SCORE_TONEN.get(both.get("score", ""), ""),
            woorden=both.get("woorden", ""),
        )
        for code, label in woorden.gebieden.items()
        for who, both in sorted(
            given.get(code, {}).items(), key=lambda one: (one[0] != HUISHOUDEN, one[0])
        )
    ]


@dataclass(frozen=True)
class Verandering:
    """How one answer differs from the previous time, in words."""

    over: str
    wie: str
    was: str
    is_nu: str
    richting: str = ""  # "beter", "minder goed", or nothing where that cannot be said


_RANG = {Score.GOED.value: 2, Score.AANDACHT.value: 1, Score.HULP.value: 0}


def changes(vorige: Antwoorden, nieuwe: Antwoorden, woorden: Woordenboek) -> list[Verandering]:
    """What changed per leefgebied and person since the previous time, in the fixed order."""
    before, after = flatten(vorige), flatten(nieuwe)
    order = {code: place for place, code in enumerate(woorden.gebieden)}
    paths = sorted(
        {p for p in before.keys() | after.keys() if p.startswith("leefgebieden.")},
        key=lambda p: (order.get(p.split(".")[1], 99), "." + HUISHOUDEN not in p, p),
    )
    return [
        Verandering(
            over=woorden.over(path),
            wie=woorden.wie(path),
            was=woorden.antwoord(path, before.get(path, "")),
            is_nu=woorden.antwoord(path, after.get(path, "")),
            richting=_direction(before.get(path, ""), after.get(path, "")),
        )
        for path in paths
        if before.get(path, "") != after.get(path, "")
    ]


def _direction(before: str, after: str) -> str:
    if before not in _RANG or after not in _RANG:
        return ""
    return "beter" if _RANG[after] > _RANG[before] else "minder goed"


@dataclass(frozen=True)
class Bevinding:
    """What was found on one of the seven points of Wmo 2.3.2 lid 4."""

    punt: str
    naam: str
    antwoorden: tuple[tuple[str, str], ...]


def findings(inhoud: Inhoud, antwoorden: Antwoorden, woorden: Woordenboek) -> list[Bevinding]:
    """Per point of Wmo 2015 article 2.3.2 lid 4 the questions about it and their answers."""
    found = []
    for punt in Punt:
        asked = [vraag for vraag in questions_of(inhoud) if punt.value in vraag.punten]
        given = [(vraag.vraag, _said(vraag, antwoorden, woorden)) for vraag in asked]
        answered = tuple((question, words) for question, words in given if words)
        found.append(Bevinding(punt.value, str(punt.label), answered))
    return found


def _said(vraag: Vraag, antwoorden: Antwoorden, woorden: Woordenboek) -> str:
    """The answer to a question in words; of the leefgebieden what asks for attention."""
    if not vraag.gebieden:
        path = f"vragen.{vraag.code}"
        return woorden.antwoord(path, antwoorden.get("vragen", {}).get(vraag.code, ""))
    lines = [line for line in lines_of_leefgebieden(antwoorden, woorden) if line.toon != "goed"]
    return "\n".join(
        f"{line.over}{f' ({line.wie})' if line.wie else ''}: "
        + ". ".join(part for part in (line.antwoord.lower(), line.woorden) if part)
        for line in lines
    )
