"""A page of hits, for screens and the API."""

import uuid
from dataclasses import dataclass

from voorzieningen.queries.redenen import reasons
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import terms_of
from voorzieningen.queries.zoeken import Treffer, ranked


@dataclass(frozen=True)
class Zoekresultaat:
    """One page of hits and how many there are in all."""

    treffers: list[Treffer]
    totaal: int


def search_page(vraag: Zoekvraag, *, vanaf: int, aantal: int) -> Zoekresultaat:
    """The hits from position `vanaf` on, at most `aantal`, with their reasons."""
    terms = terms_of(vraag.tekst)
    order = ranked(vraag, terms)
    found = order.rijen.met_alles()[vanaf : vanaf + aantal]
    hits = [Treffer(each, reasons(each, vraag, terms)) for each in found]
    if order.totaal is not None:
        return Zoekresultaat(hits, order.totaal)
    complete = len(hits) < aantal and (hits or not vanaf)
    return Zoekresultaat(hits, vanaf + len(hits) if complete else order.rijen.order_by().count())


def lighter_than(vraag: Zoekvraag, *, behalve: uuid.UUID, aantal: int = 5) -> list[Treffer]:
    """General provisions that fit the same question, beside a maatwerkvoorziening."""
    found = ranked(vraag, []).rijen.exclude(pk=behalve).met_alles()[:aantal]
    return [Treffer(each, reasons(each, vraag, [])) for each in found]
