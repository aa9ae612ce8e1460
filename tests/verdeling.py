"""How the tests are divided over the cores by `make test` (pytest-xdist).

A file stays together, so that what it prepares once is prepared once; the folder `tests/demo`
does too, for all its files look at one town. What takes longest goes first: the small files
fill the gap at the end.
"""

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/demo/",)
FIRST = (
    "tests/demo/",
    "tests/e2e/test_rondgang.py",
    "tests/dienst/",
    "tests/e2e/",
    "tests/architecture/",
)


class Verdeling(LoadScopeScheduling):
    """Hands out whole files, or the folder that stays together."""

    def _split_scope(self, nodeid: str) -> str:
        together = [folder for folder in TOGETHER if nodeid.startswith(folder)]
        if together:
            return together[0]
        return nodeid.partition("::")[0]


def longest_first(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The same tests; within a group in the order they had."""

    def group(item: pytest.Item) -> int:
        hits = (n for n, start in enumerate(FIRST) if item.nodeid.startswith(start))
        return next(hits, len(FIRST))

    return sorted(items, key=group)
