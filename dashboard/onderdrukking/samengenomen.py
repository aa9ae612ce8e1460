"""A year in which laws that share a kind of question are taken as one.

Figures that do not tell those laws apart cannot tell how many of such a kind fell under which.
"""

from collections.abc import Mapping

from dashboard.onderdrukking.jaar import Cel, Jaar, Waarde

Afbeelding = dict[Waarde, Waarde]


def merged_parents(jaar: Jaar) -> dict[Waarde, frozenset[Waarde]]:
    """Of every law with part of a shared kind all the laws that it cannot be told apart from."""
    groups: dict[Waarde, frozenset[Waarde]] = {}
    for parents in parents_of_wholes(jaar).values():
        group = frozenset().union(*(groups.get(one, frozenset([one])) for one in parents))
        groups.update(dict.fromkeys(group, group))
    return groups


def parents_of_wholes(jaar: Jaar) -> dict[Waarde, set[Waarde]]:
    """Of everything that is shown of several values together what those are part of."""
    found: dict[Waarde, set[Waarde]] = {}
    for value, whole in jaar.gehelen.items():
        found.setdefault(whole, set()).add(jaar.ouders[value])
    return found


def merged(jaar: Jaar) -> tuple[Jaar, Afbeelding]:
    """The year with such laws as one, and each shared kind as one; and what became what."""
    names = {
        law: (law[0], "+".join(sorted(code for _, code in group)))
        for law, group in merged_parents(jaar).items()
    }
    became: Afbeelding = {**jaar.gehelen, **names}
    months: dict[Cel, int] = {}
    for cel, counts in jaar.maanden.items():
        one = as_merged(cel, became)
        months[one] = months.get(one, 0) + counts
    above = {became.get(value, value): names.get(law, law) for value, law in jaar.ouders.items()}
    return Jaar.of_months(months, above, jaar.vorm.tellingen), became


def as_merged(cel: Cel, became: Mapping[Waarde, Waarde]) -> Cel:
    """The cell of the merged year that this one is in."""
    return tuple([became.get(value, value) for value in cel])
