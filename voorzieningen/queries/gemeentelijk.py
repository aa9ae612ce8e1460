"""What the municipality itself may help with, where nothing that residents walk in to fits well."""

from dataclasses import replace
from functools import reduce
from operator import or_

from voorzieningen.enums import Soort
from voorzieningen.queries.gewicht import best_scores
from voorzieningen.queries.redenen import Treffer
from voorzieningen.queries.stand import Stand
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import terms_of
from voorzieningen.queries.woordenschat import vocabulary
from voorzieningen.queries.zoeken import search_page

# Youth protection and probation: a judge imposes them (Jeugdwet, article 1.1), nobody asks.
OPGELEGD = frozenset({"jeugdbescherming", "jeugdreclassering"})
MEESTE = 3
# Fits poorly: covers less than this part of the question, compared with what fits best.
_POOR = 0.5


def from_the_municipality(vraag: Zoekvraag, stand: Stand) -> list[Treffer]:
    """What is no general provision, when those do not fit the words or fit them poorly.

    Who asks for a winter coat for the children is not helped by what is there for children. What
    a judge imposes is no offer.
    """
    wider = replace(vraag, alleen_algemeen=False)
    if not vraag.tekst or not _fits_poorly(vraag, wider, stand):
        return []
    found = search_page(wider, vanaf=0, aantal=2 * MEESTE, met=(), tellen=False, stand=stand)
    offered = [
        hit
        for hit in found.treffers
        if hit.voorziening.soort != Soort.ALGEMEEN and hit.voorziening.code not in OPGELEGD
    ]
    return offered[:MEESTE]


def _fits_poorly(vraag: Zoekvraag, wider: Zoekvraag, stand: Stand) -> bool:
    """Whether the best of what a question finds is less than half as good as with the wider one."""
    known = vocabulary(stand)
    terms = terms_of(vraag.tekst, known)
    left, all_left = (
        reduce(or_, known.zeef.layers(replace(each, tekst="")), 0) for each in (vraag, wider)
    )
    own, best = best_scores(known, left, all_left, terms=terms)
    return own < best * _POOR
