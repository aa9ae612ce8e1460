"""How every cell of a year was published: what was counted, and what of it is hidden.

Comparing tens of thousands of figures to find the hundred that one registration changed was
most of the work of counting again, and reading eleven months that stayed the same another part.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.cijferrijen import Jaarcijfers
from dashboard.onderdrukking import Cel
from dashboard.queries.tellen import read_cell, write_cell

# The first word of a stand that is written as this module reads it.
_VORM = "per maand"
# Per month (1 to 12) the digest of its counts.
Afdrukken = Mapping[int, str]


@dataclass(frozen=True)
class Stand:
    """A line with what holds for every cell, one with the months, and a line for each cell.

    The line of a cell has its name, its hidden periods and its counts per month.
    """

    text: str

    @classmethod
    def of(cls, cijfers: Jaarcijfers, versies: list[int], maanden: Afdrukken) -> "Stand":
        """The stand of a year, with the versions of the definitions of its indicators."""
        maten = [
            f"{maat.code} {maat.teller} {maat.noemer} {versie}"
            for maat, versie in zip(cijfers.bron.maten, versies, strict=True)
        ]
        hidden, counts = cijfers.verborgen.get, cijfers.tellingen.bundels.get
        months = cijfers.tellingen.vorm.months
        lines = [
            f"{write_cell(cel)}\t{hidden(cel, 0):x}\t{months(counts(cel, 0)):x}"
            for cel in cijfers.cellen
        ]
        head = ", ".join([_VORM, *cijfers.bron.tellingen, *maten])
        digests = " ".join(f"{month}:{digest}" for month, digest in sorted(maanden.items()))
        return cls("\n".join([head, digests, *sorted(lines)]))

    def changed_since(self, before: str) -> set[Cel] | None:
        """The cells that stand differently; None when everything may be different."""
        own_head, _, *own = self.text.split("\n")
        old_head, *old = before.split("\n")
        if own_head != old_head:
            return None
        lines = set(own).symmetric_difference(old[1:])
        return {read_cell(line.partition("\t")[0]) for line in lines}

    def counted(self, tellingen: tuple[str, ...]) -> tuple[dict[int, str], dict[Cel, int]]:
        """The months it was made of by their digests, and what was counted in them per cell.

        Nothing when something else was counted then.
        """
        head, *rest = self.text.split("\n")
        if not head.startswith(", ".join([_VORM, *tellingen, ""])):
            return {}, {}
        pairs = (one.partition(":") for one in rest[0].split())
        found = {}
        for line in rest[1:]:
            name, _, counts = line.split("\t")
            found[read_cell(name)] = int(counts, 16)
        return {int(month): digest for month, _, digest in pairs}, found
