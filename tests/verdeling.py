"""How the tests are divided over the cores by `make test` (pytest-xdist).

A file stays together, so that what it prepares once is prepared once; the folder `tests/demo`
does too, for all its files look at one town. What takes longest goes first. The browser comes
last: as long as it is open, Django keeps the connections of its thread somewhere else.
"""

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/demo/",)
FIRST = ("tests/demo/", "tests/dienst/", "tests/architecture/")
LAST = ("tests/e2e/test_rondgang.py", "tests/e2e/")


class Verdeling(LoadScopeScheduling):
    """Hands out whole files, or the folder that stays together."""

    def _split_scope(self, nodeid: str) -> str:
        together = [folder for folder in TOGETHER if nodeid.startswith(folder)]
        return together[0] if together else nodeid.partition("::")[0]


def in_order(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The same tests; within a group in the order they had."""
    groups = (*FIRST, "", *LAST)

    def group(item: pytest.Item) -> int:
        named = [n for n, start in enumerate(groups) if start and item.nodeid.startswith(start)]
        return named[0] if named else groups.index("")

    return sorted(items, key=group)
