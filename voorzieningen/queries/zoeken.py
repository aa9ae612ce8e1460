"""What is there for this question, near this address, lightest first (domein.md, floor 2).

What fits the words equally well is ordered general before maatwerk and near before far.
"""

import datetime as dt
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable, OrderBy

from hengelo_sociaal.kern.tijd import vandaag
from voorzieningen.enums import Soort
from voorzieningen.models import Organisatie, Voorziening
from voorzieningen.models.voorzieningen import VoorzieningQuerySet
from voorzieningen.queries.gewicht import weigh
from voorzieningen.queries.redenen import reasons
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import Term, terms_of

_IN_NAME, _IN_TEXT = 2, 1
_NEAR, _WHOLE_TOWN, _FAR = 0, 1, 2


@dataclass(frozen=True)
class Treffer:
    """A provision that fits, and why, in words."""

    voorziening: Voorziening
    redenen: list[str]


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
    return hits(vraag, vanaf=vanaf, limiet=limiet)


def hits(vraag: Zoekvraag, *, vanaf: int = 0, limiet: int = 50) -> list[Treffer]:
    """The hits of a question from position `vanaf`, at most `limiet`."""
    terms = terms_of(vraag.tekst)
    found = ranked(vraag, terms).rijen.met_alles()[vanaf : vanaf + limiet]
    return [Treffer(each, reasons(each, vraag, terms)) for each in found]


@dataclass(frozen=True)
class Rangorde:
    """Everything that fits, best first; `totaal` where the words were already counted."""

    rijen: VoorzieningQuerySet
    totaal: int | None = None


def ranked(vraag: Zoekvraag, terms: list[Term]) -> Rangorde:
    """Everything that fits, best first, with `dekking_<n>` per term and `afstand`."""
    found = narrowed(vraag)
    if vraag.tekst and not terms:
        return Rangorde(found.none(), 0)
    order: list[str | OrderBy] = ["lichtheid", "afstand", "naam", "pk"]
    weging = None
    if terms:
        found = _matching(found, terms)
        weging = weigh(found, terms=len(terms))
        found = found.annotate(score=weging.score()).annotate(past=weging.fit())
        order = ["past", "lichtheid", "afstand", "-score", _rank(terms), "naam", "pk"]
    found = found.annotate(lichtheid=_lightness(), afstand=_distance(vraag.wijk))
    return Rangorde(found.order_by(*order), weging.totaal if weging else None)


def narrowed(vraag: Zoekvraag) -> VoorzieningQuerySet:
    """What the filters leave, without looking at words or order."""
    found = Voorziening.objects.geldig(vraag.op)
    if vraag.alleen_algemeen:
        found = found.algemeen()
    if vraag.soort:
        found = found.filter(soort=vraag.soort)
    if vraag.leefgebied:
        found = found.filter(leefgebieden=vraag.leefgebied)
    if vraag.doelgroep:
        found = found.filter(_for_group(vraag.doelgroep))
    if vraag.leeftijd is not None:
        found = found.filter(
            Q(leeftijd_van__isnull=True) | Q(leeftijd_van__lte=vraag.leeftijd),
            Q(leeftijd_tot__isnull=True) | Q(leeftijd_tot__gte=vraag.leeftijd),
        )
    return found


def _for_group(doelgroep: str) -> Q:
    """Meant for this group, or for everybody."""
    through = Voorziening.doelgroepen.through.objects.filter(voorziening=OuterRef("pk"))
    return Q(Exists(through.filter(doelgroep=doelgroep))) | ~Q(Exists(through))


def _lightness() -> Case:
    order = [Soort.ALGEMEEN, Soort.INKOMEN, Soort.MAATWERK]
    whens = [When(soort=soort, then=Value(place)) for place, soort in enumerate(order)]
    return Case(*whens, output_field=IntegerField())


def _distance(wijk: str | None) -> Combinable:
    """In this wijk, in the whole municipality, or only elsewhere."""
    if not wijk:
        return Value(_WHOLE_TOWN)
    offered = Voorziening.wijken.through.objects.filter(voorziening=OuterRef("pk"))
    places = Voorziening.locaties.through.objects.filter(
        voorziening=OuterRef("pk"), locatie__buurt__wijk=wijk
    )
    return Case(
        When(Exists(offered.filter(wijk=wijk)), then=Value(_NEAR)),
        When(Exists(places), then=Value(_NEAR)),
        When(~Exists(offered), then=Value(_WHOLE_TOWN)),
        default=Value(_FAR),
        output_field=IntegerField(),
    )


def _matching(found: VoorzieningQuerySet, terms: list[Term]) -> VoorzieningQuerySet:
    """Keep what any term finds, and count how much of the question is covered."""
    organisaties = _organisations(terms)
    conditions = [_anywhere(term) | Q(organisatie__in=organisaties[term]) for term in terms]
    found = found.filter(reduce(or_, conditions))
    for index, term in enumerate(terms):
        found = found.annotate(**{f"dekking_{index}": _coverage(term, organisaties[term])})
    return found


def _coverage(term: Term, organisaties: list[Organisatie]) -> Case:
    in_name = Q(zoekvector=_query(term, weights="AB")) | Q(organisatie__in=organisaties)
    return Case(
        When(in_name, then=Value(_IN_NAME)),
        When(_anywhere(term), then=Value(_IN_TEXT)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _anywhere(term: Term) -> Q:
    found = Q(zoekvector=_query(term))
    if term.is_long:
        found |= Q(zoektekst__trigram_strict_word_similar=term.woord)
    return found


def _query(term: Term, *, weights: str = "") -> SearchQuery:
    return SearchQuery(term.as_tsquery(weights), config="dutch", search_type="raw")


def _organisations(terms: list[Term]) -> dict[Term, list[Organisatie]]:
    """Which organisations a term names, so that "wijkracht" finds all that Wijkracht does."""
    flags = {
        f"term_{index}": Case(When(zoekvector=_query(term), then=True), default=False)
        for index, term in enumerate(terms)
    }
    any_term = reduce(or_, (Q(**{name: True}) for name in flags))
    named = list(Organisatie.objects.annotate(**flags).filter(any_term))
    return {
        term: [each for each in named if getattr(each, f"term_{index}")]
        for index, term in enumerate(terms)
    }


def _rank(terms: list[Term]) -> OrderBy:
    """Of what covers the same words: a name says more than a text."""
    return SearchRank(F("zoekvector"), reduce(or_, (_query(term) for term in terms))).desc()
