"""How every cell of a year was published, in a few bytes each, to find those that changed.

Comparing tens of thousands of figures to find the hundred that one registration changed was
most of the work of counting again.
"""

from dataclasses import dataclass
from hashlib import blake2b

from dashboard.domain.cijferrijen import Jaarcijfers
from dashboard.onderdrukking import Cel
from dashboard.queries.tellen import read_cell, write_cell


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
        hidden, size = cijfers.verborgen.get, cijfers.tellingen.vorm.bytes
        counts = cijfers.tellingen.bundels.get
        lines = [
            f"{write_cell(cel)}\t{_digest(hidden(cel, 0), counts(cel, 0), size)}"
            for cel in cijfers.cellen
        ]
        head = ", ".join([*cijfers.bron.tellingen, *maten])
        return cls("\n".join([head, *sorted(lines)]))

    def changed_since(self, before: str) -> set[Cel] | None:
        """The cells that stand differently; None when everything may be different."""
        own_head, *own = self.text.split("\n")
        old_head, *old = before.split("\n")
        if own_head != old_head:
            return None
        lines = set(own).symmetric_difference(old)
        return {read_cell(line.rpartition("\t")[0]) for line in lines}


def _digest(masker: int, bundel: int, size: int) -> str:
    """Of what is hidden of a cell, and of its counts in all periods."""
    own = masker.to_bytes(4, "little") + bundel.to_bytes(size, "little")
    return blake2b(own, digest_size=8).hexdigest()
