"""Whether what is kept of a year can be right, before figures are made from it.

What is kept is only ever added to, so a wrong number in it would stay, and would be published.
Each of these looks at numbers that were read anyway.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from dashboard.domain.kubus import LEEG, Stand, Standen
from dashboard.onderdrukking import TOTAAL, Cel, Jaar, Laag, layer_of
from dashboard.onderdrukking.bundel import Vorm


class KloptNiet(ValueError):
    """What is kept contradicts itself, or the registrations that were just counted."""


def add_more(shape: Vorm, standen: Standen, more: Mapping[Cel, int]) -> Standen:
    """These cells with what is counted more, or less; nowhere can be less than nobody."""
    every_bit = reduce(or_, [stand.maanden for stand in standen.values()], 0)
    if shape.plus(every_bit, 0) is None:
        raise KloptNiet("a month of some cell cannot hold its count")
    found = dict(standen)
    for cel, extra in more.items():
        stand = standen.get(cel, LEEG)
        months = shape.plus(stand.maanden, extra)
        if months is None:
            raise KloptNiet(f"a month of a cell of {layer_of(cel)} cannot hold its count")
        found[cel] = Stand(months, stand.verborgen)
    return found


def check_sums(standen: Standen, tables: Iterable[Laag], total: int, counted: int) -> None:
    """Of every table that was read whole the cells are together the total, in every month.

    `total` are the months that were just counted, side by side, and `counted` their fields.
    """
    whole = standen.get(TOTAAL, LEEG).maanden
    if whole & counted != total:
        raise KloptNiet("the total is not that of the rows just counted")
    sums = dict.fromkeys(tables, 0)
    for cel, stand in standen.items():
        layer = layer_of(cel)
        if layer in sums:
            sums[layer] += stand.maanden
    for layer, together in sums.items():
        if together != whole:
            raise KloptNiet(f"the cells of {layer} are not together the total")


def check_hidden(jaar: Jaar, standen: Standen) -> None:
    """What was too small to be shown was hidden."""
    for cel, stand in standen.items():
        if jaar.klein(cel) & ~stand.verborgen:
            raise KloptNiet(f"a small group of {layer_of(cel)} was not hidden")
