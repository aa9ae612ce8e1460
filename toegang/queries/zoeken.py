"""The one search box: residents by name, birth date, address, BSN or case number."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import replace

from django.db import connection
from django.db.models import F, QuerySet, Value
from django.db.models.expressions import Combinable

from hengelo_sociaal.kern.geheim import fingerprint
from toegang.models import Huishouden, Inwoner, Lidmaatschap, Melding
from toegang.models.basis import Woordgelijkenis, Zoektekst
from toegang.queries.treffers import Treffer, describe_households, describe_residents
from toegang.queries.zoekopdracht import Zoekopdracht

MOST = 50
ENOUGH = 3  # with fewer exact hits, names with a typing error come along
ALIKE = 0.45
HARDLY_WRONG = 0.6  # one wrong letter in a name of seven
Ids = list[uuid.UUID]


def find_residents(opdracht: Zoekopdracht, *, op: dt.date, most: int = MOST) -> list[Treffer]:
    """Who fits what was typed, at most `most`, the best first.

    A BSN or a case number goes before everything else; a postcode or a house number
    finds the people who live there on `op`; a birth date and words narrow each other.
    Words are parts of names; when few fit, names that are nearly so come after them.
    """
    if opdracht.is_leeg:
        return []
    if opdracht.bsn:
        found = _ids(Inwoner.objects.filter(bsn_zoek=fingerprint(opdracht.bsn)), most)
        return describe_residents(found, op=op, reden="bsn")
    if opdracht.nummer:
        with_number = Melding.objects.filter(nummer=opdracht.nummer)
        found = list(with_number.values_list("inwoner_id", flat=True))
        return describe_residents(found, op=op, reden="nummer")
    if opdracht.postcode or opdracht.huisnummer is not None:
        return _at_address(opdracht, op=op, most=most)
    return _by_name(opdracht, op=op, most=most)


def _by_name(opdracht: Zoekopdracht, *, op: dt.date, most: int) -> list[Treffer]:
    people = Inwoner.objects.all()
    if opdracht.geboortedatum:
        people = people.filter(geboortedatum=opdracht.geboortedatum)
    exact = people
    for word in opdracht.woorden:
        exact = exact.filter(zoeknaam__contains=Zoektekst(Value(word)))
    found = _ids(exact.order_by("geslachtsnaam", "voornamen", "pk"), most)
    reden = "naam" if opdracht.woorden else "geboortedatum"
    hits = describe_residents(found, op=op, reden=reden)
    if len(hits) < ENOUGH and opdracht.woorden:
        near = [pk for pk in _nearly(people, opdracht, most) if pk not in found]
        hits += describe_residents(near, op=op, reden="gelijkend")
    if not hits and opdracht.woorden and not opdracht.geboortedatum:
        return _at_address(opdracht, op=op, most=most)
    return hits[:most]


def _nearly(people: QuerySet[Inwoner], opdracht: Zoekopdracht, most: int) -> Ids:
    """Names with a typing error, the least wrong first; every word has to be nearly there.

    When a page is full of names that are hardly wrong, the others would come after those: in
    a large town hundreds of names resemble any other, and they are not looked at then.
    """
    if len(opdracht.woorden) == 1:
        found = _alike(people, opdracht, HARDLY_WRONG, most)
        if len(found) == most:
            return found
    return _alike(people, opdracht, ALIKE, most)


def _alike(people: QuerySet[Inwoner], opdracht: Zoekopdracht, least: float, most: int) -> Ids:
    """Names of which every word is at least so much alike.

    The operator `%>` uses the trigram index; its threshold holds until the transaction
    of the search ends.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(least)]
        )
    near = people
    score: Combinable = Value(0.0)
    for word in opdracht.woorden:
        near = near.filter(zoeknaam__trigram_word_similar=Zoektekst(Value(word)))
        score = score + Woordgelijkenis(Zoektekst(Value(word)), "zoeknaam")
    return _ids(near.annotate(score=score).order_by(F("score").desc(), "pk"), most)


def _at_address(opdracht: Zoekopdracht, *, op: dt.date, most: int) -> list[Treffer]:
    """The people who live at an address, and households there with nobody in them."""
    homes = Huishouden.objects.filter(geheim=False)
    if opdracht.postcode:
        homes = homes.filter(postcode=opdracht.postcode)
    if opdracht.huisnummer is not None:
        homes = homes.filter(huisnummer=opdracht.huisnummer)
    for word in () if opdracht.postcode else opdracht.woorden:
        homes = homes.filter(zoekadres__contains=Zoektekst(Value(word)))
    if not (opdracht.postcode or opdracht.woorden):
        return []
    ids = _ids(homes.order_by("straat", "huisnummer", "toevoeging", "pk"), most)
    living = Lidmaatschap.objects.op(op).thuis().filter(huishouden__in=ids, inwoner__geheim=False)
    people = list(living.order_by("huishouden", "van").values_list("inwoner_id", "huishouden_id"))
    empty = [pk for pk in ids if pk not in {home for _, home in people}]
    hits = describe_residents([pk for pk, _ in people], op=op, reden="adres")
    hits = _narrow(hits, opdracht)
    if not opdracht.geboortedatum:
        hits += describe_households(empty)
    return hits[:most]


def _narrow(hits: list[Treffer], opdracht: Zoekopdracht) -> list[Treffer]:
    """With a birth date or a name beside a postcode, only who fits both."""
    tests: list[Callable[[Treffer], bool]] = []
    if opdracht.geboortedatum:
        tests.append(lambda hit: hit.geboortedatum == opdracht.geboortedatum)
    narrowed = [hit for hit in hits if all(test(hit) for test in tests)]
    if opdracht.postcode and opdracht.woorden:
        named = [
            hit
            for hit in narrowed
            if all(word.lower() in hit.naam.lower() for word in opdracht.woorden)
        ]
        return named or [replace(hit) for hit in narrowed]
    return narrowed


def _ids(people: QuerySet, most: int) -> Ids:  # type: ignore[type-arg]
    return list(people.values_list("pk", flat=True)[:most])
