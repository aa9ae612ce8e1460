"""Figures of small areas: rounded to tens, and left out where a small group could be worked out.

Pure functions. What is published of a buurt is a multiple of ten; what is under ten is left
out. Somebody who adds and subtracts all that is published, knowing that the parts of a line
add up to its whole, still learns no more of a number that is left out for being small than
that it is anything from 0 to 9. Where that would go wrong, more of the line is left out.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

STAP = 10
Sleutel = tuple[str, str]
Tellingen = Mapping[Sleutel, int]
Grenzen = tuple[float, float]


@dataclass(frozen=True)
class Lijn:
    """Parts that add up to another number of the table, or to at most what is known exactly.

    At most, because what is known may also count what belongs to none of the parts.
    """

    delen: Sequence[Sleutel]
    geheel: Sleutel | None = None
    hoogstens: int | None = None


def publish(tellingen: Tellingen, lijnen: Sequence[Lijn]) -> dict[Sleutel, int]:
    """What may be shown, rounded to tens; what is not in it is not shown."""
    shown = {key for key, number in tellingen.items() if number >= STAP}
    while telling := _telling_too_much(tellingen, shown, lijnen):
        shown -= telling
    return {key: rounded(tellingen[key]) for key in shown}


def rounded(aantal: int) -> int:
    """To the nearest ten, five upwards."""
    return (aantal + STAP // 2) // STAP * STAP


def bounds_of(
    tellingen: Tellingen, shown: set[Sleutel], lijnen: Sequence[Lijn]
) -> dict[Sleutel, Grenzen]:
    """Between what every number must lie, for who knows what is shown and adds it up.

    Numbers hidden for being small are taken to be under ten, as everybody may guess; what
    is hidden beside them may be anything.
    """
    keys = {key for line in lijnen for key in _numbers(line)} | set(tellingen)
    found = {
        key: _as_shown(tellingen[key]) if key in shown else _as_hidden(tellingen.get(key, 0))
        for key in keys
    }
    changed = True
    while changed:
        changed = False
        for line in lijnen:
            changed = _narrow(line, found) or changed
    return found


def _telling_too_much(
    tellingen: Tellingen, shown: set[Sleutel], lijnen: Sequence[Lijn]
) -> set[Sleutel]:
    """Of every line that tells too much of a small number: the smallest shown part behind it."""
    bounds = bounds_of(tellingen, shown, lijnen)
    found = set()
    for line in lijnen:
        told = _told_by(line, bounds)
        if any(_is_narrow(told[key]) for key in line.delen if tellingen.get(key, 0) < STAP):
            behind = [key for key in line.delen if key in shown] or _beside(line, shown, lijnen)
            if behind:
                found.add(min(behind, key=lambda key: (tellingen[key], key)))
    return found


def _beside(line: Lijn, shown: set[Sleutel], lijnen: Sequence[Lijn]) -> list[Sleutel]:
    """What is shown of the lines that share a hidden number with one that shows nothing."""
    own = set(line.delen)
    crossing = [one for one in lijnen if one is not line and own & set(one.delen)]
    numbers = {key for one in crossing for key in _numbers(one)}
    return sorted(numbers & shown)


def _numbers(line: Lijn) -> list[Sleutel]:
    return [*line.delen, *([line.geheel] if line.geheel else [])]


def _is_narrow(bounds: Grenzen) -> bool:
    low, high = bounds
    return low > 0 or high < STAP - 1


def _as_shown(number: int) -> Grenzen:
    middle = rounded(number)
    return max(STAP, middle - STAP // 2), middle + STAP // 2 - 1


def _as_hidden(number: int) -> Grenzen:
    return 0, STAP - 1 if number < STAP else math.inf


def _narrow(line: Lijn, found: dict[Sleutel, Grenzen]) -> bool:
    """Narrow the numbers of a line by each other; whether anything changed."""
    changed = False
    for key, (low, high) in _told_by(line, found).items():
        narrower = max(found[key][0], low), min(found[key][1], high)
        if narrower != found[key] and narrower[0] <= narrower[1]:
            found[key] = narrower
            changed = True
    return changed


def _told_by(line: Lijn, found: Mapping[Sleutel, Grenzen]) -> dict[Sleutel, Grenzen]:
    """What a line says of each of its numbers to who knows the bounds of the others."""
    lows = sum(found[key][0] for key in line.delen)
    finite = [found[key][1] for key in line.delen if not math.isinf(found[key][1])]
    highs, endless = sum(finite), len(line.delen) - len(finite)
    told: dict[Sleutel, Grenzen] = {}
    least, most = 0.0, math.inf
    if line.hoogstens is not None:
        most = line.hoogstens
    elif line.geheel is not None:
        least, most = found[line.geheel]
        told[line.geheel] = lows, math.inf if endless else highs
    for key in line.delen:
        low, high = found[key]
        others_endless = endless - math.isinf(high) > 0
        others_high = math.inf if others_endless else highs - (0 if math.isinf(high) else high)
        told[key] = least - others_high, most - (lows - low)
    return told
