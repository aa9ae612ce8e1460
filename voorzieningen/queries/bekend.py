"""Provisions that were read for an earlier question, kept until the catalogue changes.

Only for what everybody may see. Which provisions fit, and in which version, the database says
anew for every question; kept is what a version looks like, never who asked or for what.
"""

from collections.abc import Collection

from voorzieningen.antwoorden import Antwoorden
from voorzieningen.models import Voorziening
from voorzieningen.queries.gewicht import Versie
from voorzieningen.queries.stand import Stand

_BEKEND: Antwoorden[Voorziening] = Antwoorden()


def known_provisions(
    versies: Collection[Versie], relaties: Collection[str], stand: Stand
) -> dict[Versie, Voorziening]:
    """These versions with their relations, to read only; what is gone by now is left out.

    At most one query and one for each relation, for what nobody asked for before.
    """
    names = frozenset(relaties)
    found = {each: _BEKEND.find((each, names), stand) for each in versies}
    missing = {each.id: each for each, known in found.items() if known is None}
    if missing:
        for pk, read in Voorziening.objects.met(*names).in_bulk(list(missing)).items():
            found[missing[pk]] = read
            _BEKEND.keep((Versie(pk, read.gewijzigd_op), names), stand, read)
    return {each: known for each, known in found.items() if known is not None}
