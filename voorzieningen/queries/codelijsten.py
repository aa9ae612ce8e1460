"""The product categories of iWmo and iJw, from the municipality's own copy of the code lists.

The lists may not be shipped with the program (licence), so they are read by their path
(CODELIJSTEN). Without the file nothing is checked.
"""

import json
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

# The standard and the list of the productcategorie of each law that has them.
_LISTS = {"wmo": ("iwmo", "WMO020"), "jeugdwet": ("ijw", "JZ020")}


def product_categories(wetten: Collection[str] = ()) -> frozenset[str] | None:
    """Every category that a maatwerk product under these laws may have.

    Of a law without such a list, or of none, the categories of all. None when a list that is
    asked for is not at hand.
    """
    if not settings.CODELIJSTEN:
        return None
    path = Path(settings.CODELIJSTEN)
    if not path.is_file():
        return None
    known = _read(path, path.stat().st_mtime_ns)
    asked = [wet for wet in wetten if wet in _LISTS] or list(_LISTS)
    if not all(wet in known for wet in asked):
        return None
    return frozenset().union(*(known[wet] for wet in asked))


@lru_cache(maxsize=1)
def _read(path: Path, changed: int) -> Mapping[str, frozenset[str]]:
    """The categories by law; read once for each version of the file."""
    lists = json.loads(path.read_text(encoding="utf-8"))["lijsten"]
    return {
        wet: frozenset(content[name]["codes"])
        for wet, (prefix, name) in _LISTS.items()
        for standard, content in lists.items()
        if standard.startswith(prefix)
    }
