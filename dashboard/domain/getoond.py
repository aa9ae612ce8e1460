"""From what is counted to what is shown: the parts of a kind of question, or a wijk, together."""

from collections.abc import Collection, Iterable
from itertools import product

from dashboard.domain.kubus import LEEG, Stand, Standen
from dashboard.onderdrukking import JAAR_BIT, TOTAAL, Cel, Waarde
from dashboard.queries.delen import parent_of, parts_of_wholes, shown_as, values_in, whole_of


def as_shown(standen: Standen, alleen: Collection[Cel] | None = None) -> Standen:
    """Cells as they are shown, or only these: parts together, hidden where one of them is."""
    found: Standen = {}
    for cel, stand in standen.items():
        shown = shown_as(cel)
        if alleen is None or shown in alleen:
            beside = found.get(shown, LEEG)
            found[shown] = Stand(beside.maanden + stand.maanden, beside.verborgen | stand.verborgen)
    return found


def shown_with(cellen: Iterable[Cel], waarden: Iterable[Waarde]) -> set[Cel]:
    """The cells that are shown together with these, given all values there are."""
    parts = parts_of_wholes(waarden)
    if not parts:
        return set()
    return {
        one
        for cel in cellen
        for one in product(*(parts.get(whole_of(value), [value]) for value in cel))
    }


def is_hidden_otherwise(standen: Standen) -> bool:
    """Whether all of the year was hidden, or all laws of some shared kind; see `hide`."""

    def is_hidden(cel: Cel) -> bool:
        return bool(standen.get(cel, LEEG).verborgen & JAAR_BIT)

    shared = parts_of_wholes(values_in(standen)).values()
    above = ([parent for one in parts if (parent := parent_of(one))] for parts in shared)
    return is_hidden(TOTAAL) or any(all(is_hidden((law,)) for law in laws) for laws in above)
