"""Provisions that were read for an earlier question, kept for as long as they are the same.

Which provisions fit, and in which version, says the index of words (ADR 56); what is not known
yet is read through the same filters, so what was taken from view since is not read. Kept is what a
version looks like and why it fits the filters, never who asked or in which words.
"""

from collections.abc import Collection

from voorzieningen.antwoorden import Laatste
from voorzieningen.models import Voorziening
from voorzieningen.queries.filters import narrowed
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.redenen import Treffer, reasons
from voorzieningen.queries.vraag import Zoekvraag

# What was read for everybody is apart: it was seen to be for everybody when it was read.
_GELEZEN: Laatste[tuple[Versie, frozenset[str], bool], Voorziening] = Laatste(1000)
_BEKEND: Laatste[tuple[Versie, frozenset[str], Zoekvraag], Treffer] = Laatste(1000)


def known_hits(
    versies: Collection[Versie], filters: Zoekvraag, relaties: Collection[str]
) -> dict[Versie, Treffer]:
    """These versions with the reasons of the filters, to read only; what is gone is left out.

    At most one query and one for each relation, for what nobody asked for before.
    """
    names = frozenset(relaties)
    found = {each: _BEKEND.get((each, names, filters)) for each in versies}
    missing = [each for each, known in found.items() if known is None]
    if missing:
        for version, record in _records(missing, filters, names).items():
            found[version] = hit = Treffer(record, reasons(record, filters), version)
            _BEKEND.keep((version, names, filters), hit)
    return {each: known for each, known in found.items() if known is not None}


def _records(
    versies: Collection[Versie], filters: Zoekvraag, names: frozenset[str]
) -> dict[Versie, Voorziening]:
    """The provisions themselves, those that are not known yet as they are in the database now."""
    public = filters.alleen_algemeen
    known = {each: _GELEZEN.get((each, names, public)) for each in versies}
    missing = [each for each, record in known.items() if record is None]
    if missing:
        rows = narrowed(filters).met(*names).in_bulk([each.id for each in missing])
        for version in missing:
            if record := rows.get(version.id):
                known[version] = record
                _GELEZEN.keep((version, names, public), record)
    return {each: record for each, record in known.items() if record is not None}


def read_hits(
    versies: Collection[Versie], filters: Zoekvraag, relaties: Collection[str]
) -> dict[Versie, Treffer]:
    """The same, as it is in the database now: what the filters no longer leave is left out."""
    rows = narrowed(filters).met(*relaties).in_bulk([each.id for each in versies])
    return {
        each: Treffer(rows[each.id], reasons(rows[each.id], filters), each)
        for each in versies
        if each.id in rows
    }
