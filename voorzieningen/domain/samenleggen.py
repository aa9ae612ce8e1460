"""Putting a proposal beside what changed since it was made, so that nobody's change is lost.

Three contents are laid together: what the partner saw (`basis`), what the partner proposes, and
what is kept now. Only what the partner changed is taken over; what was added or changed since
stays. Where both changed the same, the proposal is shown as a clash: a person chooses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from voorzieningen.domain.gegevens import EMPTY_IS_ALL

_REQUIRED = ("leefgebieden",)

Inhoud = Mapping[str, Any]


@dataclass(frozen=True)
class Samengelegd:
    """What it would become, and the fields that were changed on both sides."""

    inhoud: dict[str, Any]
    botsingen: frozenset[str] = frozenset()


def merge(basis: Inhoud, voorstel: Inhoud, nu: Inhoud) -> Samengelegd:
    """What a proposal makes of what is kept now; a list is a set of codes.

    What one side changed becomes so. What both changed differently is a clash, but for a list:
    both add and take away, unless it was, is or would become empty while that means everybody.

    Without a basis, of a proposal from before there was one, it is the proposal as it stands.
    """
    if not basis or not nu:
        return Samengelegd(dict(voorstel))
    merged: dict[str, Any] = {}
    clashes = set()
    for name, value in voorstel.items():
        before, now = basis.get(name), nu.get(name)
        if value == before:
            merged[name] = now
        elif now in (before, value):
            merged[name] = value
        else:
            together = _together(name, before, value, now)
            merged[name] = value if together is None else together
            if together is None:
                clashes.add(name)
    return Samengelegd(merged, frozenset(clashes))


def merge_places(
    basis: Sequence[Inhoud], voorstel: Sequence[Inhoud], nu: Sequence[Inhoud]
) -> tuple[list[dict[str, Any]], frozenset[str]]:
    """The same for places of an organisation, and the names of those that clash.

    A place that was added since stays, also when the proposal does not know it. One that the
    proposal takes away, but that was changed since, goes with a clash; one that was taken away
    since and is changed in the proposal comes back as a new one, with a clash.
    """
    known, kept = _by_id(basis), _by_id(nu)
    wanted = _by_id(voorstel)
    clashes = {
        str(kept[key]["naam"])
        for key, place in known.items()
        if key in kept and key not in wanted and kept[key] != place
    }
    places = [dict(place) for key, place in kept.items() if key not in known]
    for place in voorstel:
        before, now = known.get(place["id"], {}), kept.get(place["id"])
        if now is not None:
            found = merge(before, place, now)
            places.append(found.inhoud)
            if found.botsingen:
                clashes.add(str(place["naam"]))
        elif not before:
            places = _added(places, place, clashes)
        elif place != before:
            places.append({**place, "id": None})
            clashes.add(str(place["naam"]))
    return places, frozenset(clashes)


def _added(places: list[dict[str, Any]], place: Inhoud, clashes: set[str]) -> list[dict[str, Any]]:
    """A new place; when somebody added one of that name since, it is that one."""
    same = next((each for each in places if each["naam"] == place["naam"]), None)
    if same is None:
        return [*places, dict(place)]
    became = {**place, "id": same["id"]}
    if became != same:
        clashes.add(str(place["naam"]))
    return [became if each is same else each for each in places]


def _together(name: str, before: Any, wanted: Any, now: Any) -> list[Any] | None:
    """What both sides make of a list; None when it is no list, or only a person can choose.

    No wijken is not less than one wijk but the whole municipality: what was, or would become,
    for everybody is not laid together code by code. Nor is what may not become empty.
    """
    if not isinstance(wanted, list):
        return None
    lists = [before or [], wanted, now or []]
    if name in EMPTY_IS_ALL and not all(lists):
        return None
    found = _merged_list(*lists)
    return None if not found and name in (*EMPTY_IS_ALL, *_REQUIRED) else found


def _merged_list(before: Sequence[Any], wanted: Sequence[Any], now: Sequence[Any]) -> list[Any]:
    """What is there now, without what the proposal takes away and with what it adds."""
    stays = [each for each in now if each in wanted or each not in before]
    return sorted({*stays, *(each for each in wanted if each not in before)})


def _by_id(places: Sequence[Inhoud]) -> dict[str, Inhoud]:
    return {each["id"]: each for each in places if each["id"]}
