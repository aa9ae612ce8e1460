"""What is lighter, to show beside a maatwerkvoorziening."""

import uuid

from voorzieningen.queries.filters import lightest_first
from voorzieningen.queries.redenen import Treffer, reasons
from voorzieningen.queries.vraag import Zoekvraag


def lighter_than(vraag: Zoekvraag, *, behalve: uuid.UUID, aantal: int = 5) -> list[Treffer]:
    """General provisions that fit the same question, beside a maatwerkvoorziening."""
    found = lightest_first(vraag).exclude(pk=behalve).met_alles()[:aantal]
    return [Treffer(each, reasons(each, vraag)) for each in found]
