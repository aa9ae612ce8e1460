"""The icons that the built sprite holds; the build reads the same list."""

import json
from functools import cache
from pathlib import Path

LIJST = Path(__file__).parent / "assets" / "iconen.json"


@cache
def namen() -> frozenset[str]:
    """Every icon that can be drawn."""
    return frozenset(json.loads(LIJST.read_text(encoding="utf-8")))
