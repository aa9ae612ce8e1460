"""What is there for this question, near this address, lightest first (domein.md, floor 2).

What fits the words equally well is ordered general before maatwerk and near before far.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from hengelo_sociaal.kern.tijd import vandaag
from voorzieningen.models.voorzieningen import ALLES
from voorzieningen.queries.bekend import known_hits, read_hits
from voorzieningen.queries.filters import lightest_first, narrowed
from voorzieningen.queries.gewicht import Gewogen, weigh
from voorzieningen.queries.lezen import Woordenschat
from voorzieningen.queries.nummers import Versie
from voorzieningen.queries.onthouden import GROOTSTE, Bladzijde
from voorzieningen.queries.redenen import Treffer, found_by, reasons
from voorzieningen.queries.stand import Stand
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import Zoekterm, terms_of
from voorzieningen.queries.woordenschat import vocabulary


@dataclass(frozen=True)
class Zoekresultaat:
    """One page of hits and how many there are in all."""

    treffers: list[Treffer]
    totaal: int


def search_voorzieningen(
    *,
    tekst: str = "",
    leefgebied: str | None = None,
    wijk: str | None = None,
    doelgroep: str | None = None,
    leeftijd: int | None = None,
    soort: str | None = None,
    alleen_algemeen: bool = False,
    op: dt.date | None = None,
    vanaf: int = 0,
    limiet: int = 50,
) -> list[Treffer]:
    """The provisions that fit, best first, with their reasons.

    First what fits the words well, then general before maatwerk, then near before far.
    A number of queries that does not grow with the catalogue.
    """
    vraag = Zoekvraag(
        tekst, leefgebied, wijk, doelgroep, leeftijd, soort, alleen_algemeen, op or vandaag()
    )
    return search_page(vraag, vanaf=vanaf, aantal=limiet, tellen=False).treffers


def search_page(
    vraag: Zoekvraag,
    *,
    vanaf: int,
    aantal: int,
    met: Sequence[str] = ALLES,
    tellen: bool = True,
    stand: Stand | None = None,
) -> Zoekresultaat:
    """The hits from position `vanaf` on, at most `aantal`, with their reasons.

    `met` are the relations that the page shows; those that a reason needs are always read.
    Without `tellen` the total is only what is at hand. With the `stand` of this moment, what
    words find is not read again as long as it holds; the provisions are then to read only.
    """
    if vraag.tekst:
        return _by_words(vraag, vanaf, aantal, met, stand)
    found = lightest_first(vraag).met(*met, *_for_reasons(vraag))
    nummers = vocabulary(stand).nummers if stand else None
    hits = [
        Treffer(each, reasons(each, vraag), nummers.known(each.pk) if nummers else None)
        for each in found[vanaf : vanaf + aantal]
    ]
    complete = len(hits) < aantal and (hits or not vanaf)
    if complete or not tellen:
        return Zoekresultaat(hits, vanaf + len(hits))
    return Zoekresultaat(hits, narrowed(vraag).count())


def _by_words(
    vraag: Zoekvraag, vanaf: int, aantal: int, met: Sequence[str], stand: Stand | None
) -> Zoekresultaat:
    """What is remembered of the catalogue finds, weighs and counts; then the page is read."""
    known, filters = vocabulary(stand), replace(vraag, tekst="")
    terms = terms_of(vraag.tekst, known)
    sought = [term for term in terms if term.lezingen or term.organisaties]
    if not sought:
        return Zoekresultaat([], 0)
    page = _weighed(known, sought, filters, vanaf, aantal)
    shown = _records(page.dekking, filters, [*met, *_for_reasons(vraag)], stand)
    hits = []
    for version, found in shown.items():
        covered = zip(sought, page.dekking[version], strict=True)
        words = [term.woord for term, degree in covered if degree]
        why = [found_by(words), *found.redenen]
        hits.append(Treffer(found.voorziening, why, version))
    return Zoekresultaat(hits, page.totaal)


def _weighed(
    known: Woordenschat, terms: Sequence[Zoekterm], filters: Zoekvraag, vanaf: int, aantal: int
) -> Gewogen:
    """A page of what words find, weighed once for who asks for it in other words around them."""
    place = Bladzijde(tuple(term.woord for term in terms), filters, vanaf, aantal)
    page = known.onthouden.bladzijden.get(place)
    if page is None:
        layers = known.zeef.layers(filters)
        page = weigh(known, layers, terms=terms, vanaf=vanaf, aantal=aantal)
        if aantal <= GROOTSTE:
            known.onthouden.bladzijden.keep(place, page)
    return page


def _records(
    versies: Collection[Versie],
    filters: Zoekvraag,
    relaties: Sequence[str],
    stand: Stand | None,
) -> dict[Versie, Treffer]:
    """What stands on a page, in its order; what is gone since it was found is left out.

    With the reasons of the filters. With a `stand` it is what is known, to read only.
    """
    if stand:
        return known_hits(versies, filters, relaties)
    return read_hits(versies, filters, relaties)


def _for_reasons(vraag: Zoekvraag) -> list[str]:
    """The relations that the reasons of a hit look at."""
    names = ["doelgroepen"]
    if vraag.leefgebied:
        names.append("leefgebieden")
    if vraag.wijk:
        names += ["wijken", "locaties"]
    return names
