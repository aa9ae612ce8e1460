"""What is part of what in a year: as it was counted then, not as the lists have it now.

A question keeps the law that it was registered with, and a contact its wijk and gemeente. When
a kind of question moves to another law, or a wijk to another gemeente, what was counted before
still adds up as it did: whoever works out figures uses those sums, and so must hiding.
"""

from collections.abc import Mapping

from dashboard.enums import Dimensie
from dashboard.onderdrukking import Cel, Laag, Waarde, layer_of
from dashboard.onderdrukking.bundel import together, vorm
from dashboard.onderdrukking.vensters import JAARMAANDEN
from dashboard.queries.bronnen import Bron

_DEEL_VAN = {Dimensie.SOORT: Dimensie.WET, Dimensie.WIJK: Dimensie.GEMEENTE}


def family_tables(bron: Bron) -> list[Laag]:
    """The tables in which values stand beside what they are part of."""
    return [
        tuple(sorted((str(below), str(above))))
        for below, above in _DEEL_VAN.items()
        if {below, above} <= {*bron.dimensies}
    ]


def parents_in(bron: Bron, maanden: Mapping[Cel, int]) -> dict[Waarde, Waarde]:
    """Of every value what it was counted with, given the cells of its `family_tables`.

    With more than one, because a list or a question was changed in that year, that with which
    it was counted most.
    """
    tables, months = family_tables(bron), vorm(len(bron.tellingen)).fields(JAARMAANDEN)
    found: dict[Waarde, tuple[int, Waarde]] = {}
    for cel, counts in maanden.items():
        if counts and len(cel) > 1 and layer_of(cel) in tables:
            value, above = sorted(cel, key=lambda one: one[0] not in _DEEL_VAN)
            number = together(counts, months), above
            found[value] = max(found.get(value, number), number)
    return {value: above for value, (_, above) in found.items()}
