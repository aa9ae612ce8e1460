"""Deciding what is hidden, table by table: first what is small, then what would give it away.

Deciding looks at rough counts only: exact below ten, and above it how large they are. So a
number that changes but stays as large as it was cannot change what is hidden. It hides enough:
which numbers are small, or nobody at all, a rough count tells exactly, and where hidden numbers
must be ten or more together the rough ones are, which are never more than the real ones.
"""

from collections.abc import Collection

from dashboard.onderdrukking.aanvullen import protect
from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.raster import Laag, cells_of
from dashboard.onderdrukking.samengenomen import as_merged, merged, merged_parents
from dashboard.onderdrukking.tabel import Tabel, Uitkomst, Uitkomsten, valid_windows
from dashboard.onderdrukking.vensters import ALLES, VENSTERS, hidden_windows, numbers

# Raise this when a year of counts may be hidden differently: then every year is published anew.
REGELS = 4
Verborgen = dict[Cel, int]


def hide(jaar: Jaar) -> Verborgen:
    """The hidden periods of every cell of a year, as a mask of seventeen bits.

    Afterwards no number from 1 to 9 follows from the numbers that are shown, by adding
    and subtracting totals, splits, filters, months, quarters and the year. Hidden numbers
    that are known together, such as the rest of a row, are never together 1 to 9.
    """
    found = _hidden(jaar)
    if found is None and jaar.gehelen:
        found = _hidden_merged(jaar)
    return _everything(jaar) if found is None else found


def hide_tables(jaar: Jaar, tabellen: Collection[Laag]) -> Verborgen | None:
    """What `hide` gives of the total, the splits and these tables; None when it hides everything.

    `tabellen` are in the order of `stale_tables`, which knows which others these rest on. Of
    the year only the total, the splits and these tables need to be there.
    """
    besluit = Besluit(jaar)
    return besluit.verborgen if besluit.protect_splits() and besluit.protect(tabellen) else None


class Besluit:
    """What is decided of one year: of the total, then the splits, then the tables of two.

    What is decided of a table follows from its own rough counts, from what is decided of the
    splits by its dimensions, and from what is decided of the tables that it is part of.
    """

    def __init__(self, jaar: Jaar) -> None:
        self.jaar = jaar.rough()
        self.maskers = Maskers(self.jaar)
        self.geldig = valid_windows(self.jaar)
        self.klaar: Uitkomsten = {}
        self.verborgen: Verborgen = {}
        self.nullen: dict[Cel, int] = {TOTAAL: self.jaar.nullen(TOTAAL)}

    @property
    def tabellen(self) -> list[Laag]:
        """The tables of two dimensions, those that others are part of first."""
        return [layer for layer in self.jaar.lagen() if len(layer) > 1]

    def protect_splits(self) -> bool:
        """Decide total and splits; False when nothing but hiding everything will do."""
        if self.maskers.van(TOTAAL) == ALLES or not self._protect_total():
            return False
        if not all(self._decide(layer) for layer in self.jaar.lagen() if len(layer) == 1):
            return False
        self._note_total_and_splits()
        return True

    def protect(self, tabellen: Collection[Laag]) -> bool:
        """Decide these tables and no others, in this order; False as above."""
        for layer in tabellen:
            if not self._decide(layer):
                return False
            self._note(self.klaar[layer])
        return True

    def seen_by_all(self) -> tuple[object, ...]:
        """What every table is decided with."""
        return self.maskers.van(TOTAAL), self.geldig, self.nullen[TOTAAL]

    def seen_by(self, dimensie: str) -> list[tuple[object, ...]]:
        """What the tables with this dimension are decided with: its values and what they show."""
        found: list[tuple[object, ...]] = []
        for value in self.jaar.waarden.get(dimensie, ()):
            one = (dimensie, value)
            windows = self.maskers.open_windows_of(one)
            hidden = self.maskers.van((one,))
            found.append((value, self.jaar.ouder(one), hidden, windows, self.nullen[one,]))
        return found

    def _protect_total(self) -> bool:
        """Whether every small total is safe in a window; a window hides all splits along."""
        proven = 0
        for number in numbers(hidden_windows(self.maskers.van(TOTAAL)) & self.geldig):
            proven |= VENSTERS[number].bewijst
        return not self.jaar.klein(TOTAAL) & ~proven

    def _note_total_and_splits(self) -> None:
        """What is hidden of them, and where everybody can see that there is nobody."""
        cells = [cel for name in self.jaar.waarden for cel in cells_of(self.jaar, (name,))]
        for cel in [TOTAAL, *cells]:
            mask, zero = self.maskers.van(cel), self.jaar.nullen(cel)
            self.nullen[cel] = zero & ~mask if cel else zero
            if left := mask & ~(zero & self.nullen[TOTAAL]):
                self.verborgen[cel] = left

    def _decide(self, layer: Laag) -> bool:
        """Whether a table could be protected."""
        tabel = Tabel(self.jaar, self.maskers, layer, self.klaar, self.geldig)
        if not protect(tabel):
            return False
        self.klaar[layer] = tabel.uitkomst
        return True

    def _note(self, uitkomst: Uitkomst) -> None:
        """What is hidden of a table; zeros too, unless everybody can see that they are zero."""
        cells, zero = uitkomst.raster.cellen, self.jaar.nullen
        for number, mask in enumerate(uitkomst.maskers):
            if mask:
                cel = cells[number]
                one, other = cel
                seen = self.nullen[TOTAAL] | self.nullen[one,] | self.nullen[other,]
                if left := mask & ~(zero(cel) & seen) if mask & seen else mask:
                    self.verborgen[cel] = left


def _hidden(jaar: Jaar) -> Verborgen | None:
    besluit = Besluit(jaar)
    decided = besluit.protect_splits() and besluit.protect(besluit.tabellen)
    return besluit.verborgen if decided else None


def _hidden_merged(jaar: Jaar) -> Verborgen | None:
    """Nothing shown of the laws that share a kind, and the rest as if those were one law."""
    together, became = merged(jaar)
    hidden = _hidden(together)
    if hidden is None:
        return None
    found, laws = _everything(jaar), merged_parents(jaar)
    return {
        cel: left
        for cel, mask in found.items()
        if (left := mask if laws.keys() & cel else hidden.get(as_merged(cel, became), 0))
    }


def _everything(jaar: Jaar) -> Verborgen:
    """Everything hidden, but for what everybody knows to be zero."""
    zero = jaar.nullen(TOTAAL)
    layers: list[Laag] = [(), *jaar.lagen()]
    return {
        cel: left
        for layer in layers
        for cel in cells_of(jaar, layer)
        if (left := ALLES & ~(jaar.nullen(cel) & zero))
    }
