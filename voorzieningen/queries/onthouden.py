"""What was found out with the words of the catalogue, as long as those are the same.

People ask for the same things in other words around them: "ik zoek huishoudhulp" is one that
somebody asked before. Kept are words apart and which provisions they find, never who asked.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from voorzieningen.antwoorden import Laatste
from voorzieningen.queries.vraag import Zoekvraag

if TYPE_CHECKING:  # they look things up in these words
    from voorzieningen.queries.gewicht import Gewogen
    from voorzieningen.queries.woorden import Zoekterm

MEESTE_WOORDEN, MEESTE_BLADZIJDEN = 2000, 200
GROOTSTE = 200  # of hits on a page; what is printed is larger


class Bladzijde(NamedTuple):
    """Which hits of which words in which filters: what decides about a page."""

    woorden: tuple[str, ...]
    filters: Zoekvraag
    vanaf: int
    aantal: int


@dataclass(frozen=True)
class Onthouden:
    """What a word was taken to mean, and what was found and weighed for words together."""

    termen: "Laatste[str, Zoekterm]" = field(default_factory=lambda: Laatste(MEESTE_WOORDEN))
    bladzijden: "Laatste[Bladzijde, Gewogen]" = field(
        default_factory=lambda: Laatste(MEESTE_BLADZIJDEN)
    )
