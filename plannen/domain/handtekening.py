"""A signature that was drawn on a screen: checked, and kept as plain lines."""

import json
import math
from typing import Any

from plannen.exceptions import HandtekeningOnleesbaar

MEESTE_TEKENS = 200_000
MEESTE_PUNTEN = 5_000
MINSTE_PUNTEN = 5
GROOTSTE = 4_000

Lijnen = list[list[list[float]]]


def read_signature(text: str) -> dict[str, Any] | None:
    """The lines that a screen sent as JSON: `{breedte, hoogte, lijnen: [[[x, y], ...], ...]}`.

    None for an empty text: signed on paper. Points are rounded to a tenth and kept inside
    the sheet. Refused with HandtekeningOnleesbaar for anything else, for a mere dot, and for
    more than 5,000 points.
    """
    if not text.strip():
        return None
    if len(text) > MEESTE_TEKENS:
        raise HandtekeningOnleesbaar()
    try:
        given = json.loads(text)
        width, height = _size(given["breedte"]), _size(given["hoogte"])
        lines = [[_point(point, width, height) for point in line] for line in given["lijnen"]]
    except (ValueError, TypeError, KeyError, RecursionError) as wrong:
        raise HandtekeningOnleesbaar() from wrong
    lines = [line for line in lines if line]
    if not MINSTE_PUNTEN <= sum(len(line) for line in lines) <= MEESTE_PUNTEN:
        raise HandtekeningOnleesbaar()
    return {"breedte": width, "hoogte": height, "lijnen": lines}


def _size(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= GROOTSTE:
        raise ValueError(value)
    return value


def _point(point: Any, width: int, height: int) -> list[float]:
    x, y = point
    return [_inside(x, width), _inside(y, height)]


def _inside(value: Any, most: int) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(value)
    return round(min(max(float(value), 0.0), float(most)), 1)
