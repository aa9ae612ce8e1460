"""The product categories of iWmo and iJw, from the municipality's own copy of the code lists.

The lists may not be shipped with the program (licence), so they are read by their path
(CODELIJSTEN). Without the file nothing is checked.
"""

import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings

# Standard and list: productcategorie in iWmo and in iJw.
_LISTS = (("iwmo", "WMO020"), ("ijw", "JZ020"))


def product_categories() -> frozenset[str] | None:
    """Every category that a maatwerk product may have; None when the lists are not at hand."""
    if not settings.CODELIJSTEN:
        return None
    path = Path(settings.CODELIJSTEN)
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=1)
def _read(path: Path, changed: int) -> frozenset[str]:
    """Read once for each version of the file."""
    lists = json.loads(path.read_text(encoding="utf-8"))["lijsten"]
    return frozenset(
        code
        for standard, content in lists.items()
        for prefix, name in _LISTS
        if standard.startswith(prefix)
        for code in content[name]["codes"]
    )
