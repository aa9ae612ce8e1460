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
    """Parts that add up to a whole: another number of the table, or one that is known exactly."""

    delen: Sequence[Sleutel]
    geheel: Sleutel | None = None
    bekend: int | None = None


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
    keys = {key for line in lijnen for key in line.delen} | set(tellingen)
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
    """Of every line that tells too much of a small number: its smallest part that is shown."""
    bounds = bounds_of(tellingen, shown, lijnen)
    found = set()
    for line in lijnen:
        parts = [key for key in line.delen if key in shown]
        small = (key for key in line.delen if tellingen.get(key, 0) < STAP)
        if parts and any(_is_narrow(bounds[key]) for key in small):
            found.add(min(parts, key=lambda key: (tellingen[key], key)))
    return found


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
    lows = sum(found[key][0] for key in line.delen)
    open_ended = sum(math.isinf(found[key][1]) for key in line.delen)
    highs = sum(found[key][1] for key in line.delen if not math.isinf(found[key][1]))
    whole_low, whole_high = lows, math.inf if open_ended else highs
    if line.bekend is not None:
        whole_low = whole_high = line.bekend
    elif line.geheel is not None:
        low, high = found[line.geheel]
        whole_low, whole_high = max(low, whole_low), min(high, whole_high)
        changed = _set(found, line.geheel, (whole_low, whole_high))
    for key in line.delen:
        low, high = found[key]
        others_open = open_ended - math.isinf(high)
        others_high = math.inf if others_open else highs - (0 if math.isinf(high) else high)
        narrower = (max(low, whole_low - others_high), min(high, whole_high - (lows - low)))
        changed = _set(found, key, narrower) or changed
        lows, highs = _moved(lows, highs, (low, high), found[key])
        open_ended -= math.isinf(high) and not math.isinf(found[key][1])
    return changed


def _moved(lows: float, highs: float, was: Grenzen, now: Grenzen) -> tuple[float, float]:
    """The sums of a line after one of its numbers became narrower."""
    high_was = 0 if math.isinf(was[1]) else was[1]
    high_now = 0 if math.isinf(now[1]) else now[1]
    return lows - was[0] + now[0], highs - high_was + high_now


def _set(found: dict[Sleutel, Grenzen], key: Sleutel, bounds: Grenzen) -> bool:
    """Keep narrower bounds; whether they are."""
    if found[key] == bounds or bounds[0] > bounds[1]:
        return False
    found[key] = bounds
    return True
