"""Provisions that were read for an earlier question, kept until the catalogue changes.

Which provisions fit, and in which version, says the index of words (ADR 56); what is not known
yet is read through the same filters, so what was taken from view since is not read. Kept is what a
version looks like and why it fits the filters, never who asked or in which words.
"""

from collections.abc import Collection

from voorzieningen.antwoorden import Antwoorden
from voorzieningen.queries.filters import narrowed
from voorzieningen.queries.redenen import Treffer, reasons
from voorzieningen.queries.stand import Stand
from voorzieningen.queries.trefwoorden import Versie
from voorzieningen.queries.vraag import Zoekvraag

_BEKEND: Antwoorden[Treffer] = Antwoorden(meeste=1000)


def known_hits(
    versies: Collection[Versie], filters: Zoekvraag, relaties: Collection[str], stand: Stand
) -> dict[Versie, Treffer]:
    """These versions with the reasons of the filters, to read only; what is gone is left out.

    At most one query and one for each relation, for what nobody asked for before.
    """
    names = frozenset(relaties)
    found = {each: _BEKEND.find((each, names, filters), stand) for each in versies}
    missing = [each for each, known in found.items() if known is None]
    if missing:
        for version, hit in read_hits(missing, filters, names).items():
            found[version] = hit
            now = Versie(version.id, hit.voorziening.gewijzigd_op)
            _BEKEND.keep((now, names, filters), stand, hit)
    return {each: known for each, known in found.items() if known is not None}


def read_hits(
    versies: Collection[Versie], filters: Zoekvraag, relaties: Collection[str]
) -> dict[Versie, Treffer]:
    """The same, as it is in the database now: what the filters no longer leave is left out."""
    rows = narrowed(filters).met(*relaties).in_bulk([each.id for each in versies])
    return {
        each: Treffer(rows[each.id], reasons(rows[each.id], filters))
        for each in versies
        if each.id in rows
    }
