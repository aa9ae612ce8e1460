"""Deciding what is hidden, table by table: first what is small, then what would give it away.

Deciding looks at rough counts only: exact below ten, and above it how large they are. So a
number that changes but stays as large as it was cannot change what is hidden. It hides enough:
which numbers are small, or nobody at all, a rough count tells exactly, and where hidden numbers
must be ten or more together the rough ones are, which are never more than the real ones.
"""

from dashboard.onderdrukking.aanvullen import protect
from dashboard.onderdrukking.besluit import Besluit, Besluiten, digest_of
from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.raster import Laag, cells_of, raster_of
from dashboard.onderdrukking.tabel import Tabel, Uitkomst, Uitkomsten, valid_windows
from dashboard.onderdrukking.vensters import ALLES, VENSTERS, hidden_windows, numbers

Verborgen = dict[Cel, int]


def hide(jaar: Jaar) -> Verborgen:
    """The hidden periods of every cell of a year, as a mask of seventeen bits.

    Afterwards no number from 1 to 9 follows from the numbers that are shown, by adding
    and subtracting totals, splits, filters, months, quarters and the year. Hidden numbers
    that are known together, such as the rest of a row, are never together 1 to 9.
    """
    return decide(jaar, {})[0]


def decide(jaar: Jaar, eerder: Besluiten) -> tuple[Verborgen, dict[Laag, Besluit]]:
    """What `hide` gives, and the decisions per table.

    With earlier decisions only those tables are decided of which something is different.
    """
    year = _Jaarbesluit(jaar.rough(), eerder)
    if not year.protect():
        return _everything(jaar), {}
    return year.verborgen, year.besluiten


class _Jaarbesluit:
    """The deciding of one year."""

    def __init__(self, jaar: Jaar, eerder: Besluiten) -> None:
        self.jaar, self.eerder = jaar, eerder
        self.maskers = Maskers(jaar)
        self.geldig = valid_windows(jaar)
        self.klaar: Uitkomsten = {}
        self.besluiten: dict[Laag, Besluit] = {}
        self.verborgen: Verborgen = {}
        self.nullen: dict[Cel, int] = {TOTAAL: jaar.nullen(TOTAAL)}
        self.boven = {above for above, _ in jaar.ouders.values()}

    def protect(self) -> bool:
        """Decide every table; False when nothing but hiding everything will do."""
        if self.maskers.van(TOTAAL) == ALLES or not self._protect_total():
            return False
        layers = self.jaar.lagen()
        single = [layer for layer in layers if len(layer) == 1]
        if not all(self._decide(layer) for layer in single):
            return False
        self._note_total_and_splits()
        return all(self._decide_double(layer) for layer in layers[len(single) :])

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

    def _decide_double(self, layer: Laag) -> bool:
        """The same for two dimensions, unless it was decided before of all the same."""
        digest = digest_of(
            self.jaar, self.maskers, layer, self.klaar, geldig=self.geldig, nullen=self.nullen
        )
        before = self.eerder.get(layer)
        if before is not None and before.afdruk == digest:
            if before.uitkomst:
                self.klaar[layer] = before.uitkomst
            self._note(layer, before)
            return True
        if not self._decide(layer):
            return False
        outcome = self.klaar[layer]
        kept = outcome if self.boven.intersection(layer) else None
        self._note(layer, Besluit(digest, self._hidden_of(outcome), kept))
        return True

    def _note(self, layer: Laag, besluit: Besluit) -> None:
        self.besluiten[layer] = besluit
        cells = raster_of(self.jaar, layer).cellen
        for number, mask in besluit.verborgen.items():
            self.verborgen[cells[number]] = mask

    def _hidden_of(self, uitkomst: Uitkomst) -> dict[int, int]:
        """What is hidden; zeros too, unless everybody can see that they are zero."""
        found = {}
        cells, zero = uitkomst.raster.cellen, self.jaar.nullen
        for number, mask in enumerate(uitkomst.maskers):
            if mask:
                one, other = cells[number]
                seen = self.nullen[TOTAAL] | self.nullen[one,] | self.nullen[other,]
                if left := mask & ~(zero(cells[number]) & seen):
                    found[number] = left
        return found


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
