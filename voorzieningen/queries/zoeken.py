"""What is there for this question, near this address, lightest first (domein.md, floor 2).

What fits the words equally well is ordered general before maatwerk and near before far.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from hengelo_sociaal.kern.tijd import vandaag
from voorzieningen.enums import Soort
from voorzieningen.functies import Bevat, Rang
from voorzieningen.models import Voorziening
from voorzieningen.models.voorzieningen import ALLES, VoorzieningQuerySet
from voorzieningen.queries.bekend import known_provisions
from voorzieningen.queries.gewicht import Versie, weigh
from voorzieningen.queries.redenen import reasons
from voorzieningen.queries.stand import Stand
from voorzieningen.queries.vraag import Zoekvraag
from voorzieningen.queries.woorden import Zoekterm, terms_of

_IN_NAME, _IN_TEXT = 2, 1
_NEAR, _WHOLE_TOWN, _FAR = 0, 1, 2
_LIGHTEST_FIRST = (Soort.ALGEMEEN, Soort.INKOMEN, Soort.MAATWERK)


@dataclass(frozen=True)
class Treffer:
    """A provision that fits, and why, in words."""

    voorziening: Voorziening
    redenen: list[str]


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
    hits = [Treffer(each, reasons(each, vraag)) for each in found[vanaf : vanaf + aantal]]
    complete = len(hits) < aantal and (hits or not vanaf)
    if complete or not tellen:
        return Zoekresultaat(hits, vanaf + len(hits))
    return Zoekresultaat(hits, narrowed(vraag).count())


def lightest_first(vraag: Zoekvraag) -> VoorzieningQuerySet:
    """What the filters leave: general before maatwerk, near before far."""
    found, order = narrowed(vraag), ["naam", "pk"]
    if vraag.wijk:
        found, order = found.annotate(afstand=_distance(vraag.wijk)), ["afstand", *order]
    if not vraag.soort and not vraag.alleen_algemeen:
        found, order = found.annotate(lichtheid=_lightness()), ["lichtheid", *order]
    return found.order_by(*order)


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


def _by_words(
    vraag: Zoekvraag, vanaf: int, aantal: int, met: Sequence[str], stand: Stand | None
) -> Zoekresultaat:
    """One statement finds, weighs and counts; the records of the page are read after it."""
    sought = [term for term in terms_of(vraag.tekst, stand) if term.overal or term.organisaties]
    if not sought:
        return Zoekresultaat([], 0)
    page = weigh(_matching(vraag, sought), terms=len(sought), vanaf=vanaf, aantal=aantal)
    rows = _records(page.dekking, [*met, *_for_reasons(vraag)], stand)
    hits = []
    for version, found in rows.items():
        covered = zip(sought, page.dekking[version], strict=True)
        words = [term.woord for term, degree in covered if degree]
        hits.append(Treffer(found, reasons(found, vraag, words)))
    return Zoekresultaat(hits, page.totaal)


def _records(
    versies: Collection[Versie], relaties: Sequence[str], stand: Stand | None
) -> dict[Versie, Voorziening]:
    """The provisions of a page, in its order; what is gone since they were found is left out."""
    if stand:
        return known_provisions(versies, relaties, stand)
    rows = Voorziening.objects.met(*relaties).in_bulk([each.id for each in versies])
    return {each: rows[each.id] for each in versies if each.id in rows}


def _matching(vraag: Zoekvraag, terms: list[Zoekterm]) -> QuerySet[Any, Any]:
    """What any term finds, with how each is covered, the kind, the distance and the rank."""
    found = narrowed(vraag)
    any_word = " | ".join(f"({term.overal})" for term in terms if term.overal)
    providers = [pk for term in terms for pk in term.organisaties]
    covered = {f"dekking_{n}": _coverage(term) for n, term in enumerate(terms)}
    return (
        found.filter(_has(any_word) | _offered_by(providers))
        .order_by()
        .values("id", "naam", "gewijzigd_op")
        .annotate(
            lichtheid=_lightness(),
            afstand=_distance(vraag.wijk),
            rang=Rang(F("zoekvector"), Value(any_word)),
            **covered,
        )
    )


def _coverage(term: Zoekterm) -> Case:
    """2 in the name or search words or by the organisation, 1 in the text, else 0."""
    return Case(
        When(_has(term.kern) | _offered_by(term.organisaties), then=Value(_IN_NAME)),
        When(_has(term.overal), then=Value(_IN_TEXT)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _has(query: str) -> Q:
    return Q(Bevat(F("zoekvector"), Value(query))) if query else Q(pk__in=[])


def _offered_by(organisaties: Sequence[uuid.UUID]) -> Q:
    return Q(organisatie__in=organisaties) if organisaties else Q(pk__in=[])


def _for_reasons(vraag: Zoekvraag) -> list[str]:
    """The relations that the reasons of a hit look at."""
    names = ["doelgroepen"]
    if vraag.leefgebied:
        names.append("leefgebieden")
    if vraag.wijk:
        names += ["wijken", "locaties"]
    return names


def _for_group(doelgroep: str) -> Q:
    """Meant for this group, or for everybody."""
    through = Voorziening.doelgroepen.through.objects.filter(voorziening=OuterRef("pk"))
    return Q(Exists(through.filter(doelgroep=doelgroep))) | ~Q(Exists(through))


def _lightness() -> Case:
    whens = [When(soort=soort, then=Value(n)) for n, soort in enumerate(_LIGHTEST_FIRST)]
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
