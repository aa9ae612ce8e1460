"""What is counted finer than it is shown: a kind of question in its law, a wijk in its gemeente.

A question keeps the law that it was registered with, and a contact its wijk and gemeente, so one
kind can have been counted under two laws in a year: a list or a question was changed, or a kind
belongs to no law until somebody looks into it. Every kind within each law is therefore counted
as a value of its own, a part. A part is part of one law and of nothing else, whatever the lists
say by now. What is shown of a kind is that of its parts together.
"""

from collections.abc import Iterable
from functools import lru_cache

from dashboard.enums import Dimensie
from dashboard.onderdrukking import Cel, Waarde
from dashboard.queries.bronnen import Bron

_DEEL_VAN = {str(Dimensie.SOORT): str(Dimensie.WET), str(Dimensie.WIJK): str(Dimensie.GEMEENTE)}
# In no code of a list.
_IN = "@"


def finer(bron: Bron) -> dict[str, str]:
    """The dimensions of a source that are counted within another of its dimensions."""
    return {
        below: above for below, above in _DEEL_VAN.items() if {below, above} <= {*bron.dimensies}
    }


def part(code: str, above: str) -> str:
    """The code of a value within what it was counted with."""
    return f"{code}{_IN}{above}"


@lru_cache(maxsize=10_000)
def parent_of(waarde: Waarde) -> Waarde | None:
    """What a part is part of."""
    dimension, code = waarde
    _, within, above = code.rpartition(_IN)
    return (_DEEL_VAN[dimension], above) if within and dimension in _DEEL_VAN else None


@lru_cache(maxsize=10_000)
def whole_of(waarde: Waarde) -> Waarde:
    """What a value is shown as."""
    if parent_of(waarde) is None:
        return waarde
    dimension, code = waarde
    return dimension, code.rpartition(_IN)[0]


@lru_cache(maxsize=50_000)
def shown_as(cel: Cel) -> Cel:
    """The cell that a counted cell is shown in, alone or together with others."""
    return tuple([whole_of(waarde) for waarde in cel])


def parents_of(waarden: Iterable[Waarde]) -> dict[Waarde, Waarde]:
    """Of every part among these what it is part of."""
    return {value: above for value in waarden if (above := parent_of(value))}


def parts_of_wholes(waarden: Iterable[Waarde]) -> dict[Waarde, list[Waarde]]:
    """Of everything that is shown of several of these together its parts."""
    found: dict[Waarde, list[Waarde]] = {}
    for value in waarden:
        found.setdefault(whole_of(value), []).append(value)
    return {whole: parts for whole, parts in found.items() if len(parts) > 1}


def wholes_of(waarden: Iterable[Waarde]) -> dict[Waarde, Waarde]:
    """Of these the parts that are shown together with another, and as what."""
    return {value: whole for whole, parts in parts_of_wholes(waarden).items() for value in parts}


def values_in(cellen: Iterable[Cel]) -> list[Waarde]:
    """The values that have a split of their own among these cells."""
    return [cel[0] for cel in cellen if len(cel) == 1]
