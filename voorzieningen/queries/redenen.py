"""Why a provision fits a question, in words a resident understands."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengelo_sociaal.web.opmaak import kleine_letter
from voorzieningen.models import Voorziening
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.vraag import Zoekvraag

_OLD = 50


@dataclass(frozen=True)
class Treffer:
    """A provision that fits, why, in words, and which version of it this is or was just before."""

    voorziening: Voorziening
    redenen: list[str]
    versie: Versie | None = None


def found_by(woorden: Sequence[str]) -> str:
    """The most telling reason of all: the words of the question that it has."""
    return f"gevonden op: {', '.join(woorden)}"


def reasons(voorziening: Voorziening, vraag: Zoekvraag) -> list[str]:
    """The reasons that lie in the filters and in the provision, most telling first."""
    found = [
        _leefgebied(voorziening, vraag.leefgebied),
        _place(voorziening, vraag.wijk),
        _cost(voorziening),
        _group(voorziening, vraag.doelgroep),
        _age(voorziening, vraag.leeftijd),
        _access(voorziening),
    ]
    return [reason for reason in found if reason]


def _leefgebied(voorziening: Voorziening, code: str | None) -> str:
    if not code:
        return ""
    labels = [each.label for each in voorziening.leefgebieden.all() if each.code == code]
    return f"past bij {labels[0]}" if labels else ""


def _place(voorziening: Voorziening, wijk: str | None) -> str:
    if not wijk:
        return ""
    wijken = {each.code: each.naam for each in voorziening.wijken.all()}
    places = {place.wijkcode for place in voorziening.locaties.all()}
    if wijk in wijken or wijk in places:
        return "dichtbij: in uw wijk"
    if not wijken:
        return "in de hele gemeente"
    return f"in de {'wijk' if len(wijken) == 1 else 'wijken'} {', '.join(wijken.values())}"


def _cost(voorziening: Voorziening) -> str:
    return "gratis" if voorziening.is_gratis else ""


def _group(voorziening: Voorziening, code: str | None) -> str:
    if not code:
        return ""
    labels = [each.label for each in voorziening.doelgroepen.all() if each.code == code]
    return f"voor {kleine_letter(labels[0])}" if labels else ""


def _age(voorziening: Voorziening, leeftijd: int | None) -> str:
    if (
        voorziening.leeftijd_van
        and voorziening.leeftijd_van >= _OLD
        and voorziening.leeftijd_tot is None
    ):
        return f"voor {voorziening.leeftijd_van}-plus"
    if leeftijd is None or not voorziening.leeftijd:
        return ""
    return f"past bij de leeftijd ({voorziening.leeftijd})"


def _access(voorziening: Voorziening) -> str:
    return kleine_letter(voorziening.toegang)
