"""Which tables must be decided again, after some numbers of a year became different.

Deciding is a function of rough counts, table by table (verbergen.py). A table that has the same
rough counts as before, of which both dimensions are decided as before, and that is part of no
table that is decided again, would be hidden exactly as it is. All others are decided again.
"""

from collections.abc import Iterable

from dashboard.onderdrukking.jaar import Cel, Jaar
from dashboard.onderdrukking.raster import Laag, layer_of
from dashboard.onderdrukking.verbergen import Besluit


def stale_tables(before: Jaar, after: Jaar) -> list[Laag] | None:
    """The tables to decide again with those that they rest on; None when it must be all.

    Both years need the total, all splits, and of the tables only what became different. When a
    value is part of something else, or of nothing any more, it is all.
    """
    if before.ouders != after.ouders or before.gehelen != after.gehelen:
        return None
    changed = set(map(layer_of, _changed_roughly(before, after)))
    stale = {layer for layer in changed if len(layer) > 1}
    if len(stale) < len(changed):
        dimensions = _decided_differently(before, after)
        if dimensions is None:
            return None
        stale.update(one for one in _tables(after) if dimensions.intersection(one))
    stale.update(one for one in _tables(after) if stale.intersection(tables_above(after, one)))
    below = {above for one in stale for above in tables_above(after, one)}
    return [one for one in _tables(after) if one in stale or one in below]


def tables_above(jaar: Jaar, laag: Laag) -> list[Laag]:
    """The tables that a table is part of, directly or by way of another."""
    above: list[Laag] = []
    todo = [laag]
    while todo:
        layer = todo.pop()
        for place, name in enumerate(layer):
            beside = layer[:place] + layer[place + 1 :]
            for parent in sorted(jaar.dimensies_boven(name)):
                one = tuple(sorted([parent, *beside]))
                if parent not in beside and one not in above:
                    above.append(one)
                    todo.append(one)
    return above


def _tables(jaar: Jaar) -> list[Laag]:
    return [layer for layer in jaar.lagen() if len(layer) > 1]


def _changed_roughly(before: Jaar, after: Jaar) -> Iterable[Cel]:
    rough = after.vorm.rough
    for cel in before.maanden.keys() | after.maanden.keys():
        old, new = before.maanden.get(cel, 0), after.maanden.get(cel, 0)
        if old != new and rough(old) != rough(new):
            yield cel


def _decided_differently(before: Jaar, after: Jaar) -> set[str] | None:
    """The dimensions of which the splits are decided in another way; None for all."""
    old, new = Besluit(before), Besluit(after)
    if not (old.protect_splits() and new.protect_splits()):
        return None
    if before.waarden.keys() != after.waarden.keys() or old.seen_by_all() != new.seen_by_all():
        return None
    return {name for name in after.waarden if old.seen_by(name) != new.seen_by(name)}
