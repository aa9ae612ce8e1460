"""Deciding what is hidden, table by table: first what is small, then what would give it away."""

from dashboard.onderdrukking.aanvullen import protect
from dashboard.onderdrukking.jaar import TOTAAL, Cel, Jaar
from dashboard.onderdrukking.maskers import Maskers
from dashboard.onderdrukking.tabel import Bewezen, Tabel, cells_of, valid_windows
from dashboard.onderdrukking.vensters import ALLES, VENSTERS, hidden_windows, numbers


def hide(jaar: Jaar) -> dict[Cel, int]:
    """The hidden periods of every cell of a year, as a mask of seventeen bits.

    Afterwards no number from 1 to 9 follows from the numbers that are shown, by adding
    and subtracting totals, splits, filters, months, quarters and the year. Hidden numbers
    that are known together, such as the rest of a row, are never together 1 to 9.
    """
    maskers = Maskers(jaar)
    if maskers.van(TOTAAL) != ALLES and not _protect_everything(jaar, maskers):
        maskers.hide(TOTAAL, ALLES)
    return _hidden_cells(jaar, maskers)


def _protect_everything(jaar: Jaar, maskers: Maskers) -> bool:
    valid = valid_windows(jaar)
    if not _protect_total(jaar, maskers, valid):
        return False
    proven: Bewezen = {}
    return all(protect(Tabel(jaar, maskers, layer, proven, valid)) for layer in jaar.lagen())


def _protect_total(jaar: Jaar, maskers: Maskers, valid: int) -> bool:
    """Whether every small total is safe in a window; a window hides all splits along."""
    proven = 0
    for number in numbers(hidden_windows(maskers.van(TOTAAL)) & valid):
        proven |= VENSTERS[number].bewijst
    return not jaar.klein(TOTAAL) & ~proven


def _hidden_cells(jaar: Jaar, maskers: Maskers) -> dict[Cel, int]:
    """Every cell with something hidden; zeros too, unless everybody can see they are zero."""
    cells: dict[Cel, int] = {}
    for layer in [(), *jaar.lagen()]:
        for cel in cells_of(jaar, layer):
            mask = maskers.van(cel)
            if mask:
                mask = _without_known_zeros(jaar, maskers, cel, mask)
            if mask:
                cells[cel] = mask
    return cells


def _without_known_zeros(jaar: Jaar, maskers: Maskers, cel: Cel, mask: int) -> int:
    above: list[Cel] = [TOTAAL] if len(cel) < 2 else [(value,) for value in cel]
    known = jaar.nullen(TOTAAL)
    for one in above:
        known |= jaar.nullen(one) & ~maskers.van(one)
    return mask & ~(jaar.nullen(cel) & known)
