"""How every cell of a year was published, in a few bytes each, to find those that changed.

Comparing tens of thousands of figures to find the hundred that one registration changed was
most of the work of counting again.
"""

from dataclasses import dataclass
from sys import hash_info, implementation

from dashboard.domain.cijferrijen import Jaarcijfers
from dashboard.onderdrukking import Cel
from dashboard.queries.tellen import read_cell, write_cell

# The digests are Python's own of numbers, which are the same in every process of one version.
_PYTHON = f"{implementation.cache_tag} {hash_info.algorithm} {hash_info.width}"


@dataclass(frozen=True)
class Stand:
    """A first line with what holds for every cell, and a line for each: its name and digest."""

    text: str

    @classmethod
    def of(cls, cijfers: Jaarcijfers, versies: list[int]) -> "Stand":
        """The stand of a year, with the versions of the definitions of its indicators."""
        maten = [
            f"{maat.code} {maat.teller} {maat.noemer} {versie}"
            for maat, versie in zip(cijfers.bron.maten, versies, strict=True)
        ]
        hidden, counts = cijfers.verborgen, cijfers.tellingen
        lines = [
            f"{write_cell(cel)}\t{hash((hidden.get(cel, 0), *counts.reeks(cel))):x}"
            for cel in cijfers.cellen
        ]
        head = ", ".join([_PYTHON, *cijfers.bron.tellingen, *maten])
        return cls("\n".join([head, *sorted(lines)]))

    def changed_since(self, before: str) -> set[Cel] | None:
        """The cells that stand differently; None when everything may be different."""
        own_head, *own = self.text.split("\n")
        old_head, *old = before.split("\n")
        if own_head != old_head:
            return None
        lines = set(own).symmetric_difference(old)
        return {read_cell(line.rpartition("\t")[0]) for line in lines}
