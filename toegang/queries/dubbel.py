"""Residents who may be the same person as the one about to be registered."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import F, Q, QuerySet, Value

from toegang.models import Dubbelpaar, Inwoner, Lidmaatschap
from toegang.models.basis import Gelijkenis, Zoektekst
from toegang.queries.gelijkenis import VERDACHT, compare
from toegang.queries.treffers import Treffer, describe_residents

MOST = 10
ALIKE = 0.5  # "Jansen" and "Janssen" are 0.6, "Jansen" and "Jonker" 0.1
# Born the same day with nearly the same surname, and never put side by side before.
_UNSEEN = """
    SELECT een.id, ander.id
      FROM toegang_inwoner een
      JOIN toegang_inwoner ander ON ander.geboortedatum = een.geboortedatum AND een.id < ander.id
     WHERE similarity(toegang_zoektekst(een.geslachtsnaam),
                      toegang_zoektekst(ander.geslachtsnaam)) >= %s
       AND NOT EXISTS (SELECT FROM toegang_dubbelpaar paar
                        WHERE paar.eerste_id = een.id AND paar.tweede_id = ander.id)
"""


Adressleutel = tuple[str, int, str]


@dataclass(frozen=True, kw_only=True)
class Kandidaat(Treffer):
    """Somebody who may be the same person, how sure that is (0 to 100), and why in words."""

    score: int = 0
    waarom: tuple[str, ...] = ()


def address_key(postcode: str, huisnummer: int | None, toevoeging: str = "") -> Adressleutel | None:
    """By what two addresses are the same; None for one that is not complete."""
    plain = postcode.replace(" ", "").upper()
    if not plain or huisnummer is None:
        return None
    return plain, huisnummer, toevoeging.strip().lower()


def homes_of(inwoners: Iterable[uuid.UUID], *, op: dt.date) -> dict[uuid.UUID, set[Adressleutel]]:
    """Where residents live on a day, but for who is secret: nobody learns that by asking."""
    rows = (
        Lidmaatschap.objects.op(op)
        .thuis()
        .filter(inwoner__in=list(inwoners), huishouden__geheim=False, inwoner__geheim=False)
        .values_list(
            "inwoner_id",
            "huishouden__postcode",
            "huishouden__huisnummer",
            "huishouden__toevoeging",
        )
    )
    found: dict[uuid.UUID, set[Adressleutel]] = {}
    for pk, postcode, huisnummer, toevoeging in rows:
        key = address_key(postcode, huisnummer, toevoeging)
        if key is not None:
            found.setdefault(pk, set()).add(key)
    return found


def find_duplicates(
    inwoner: Inwoner, *, op: dt.date, adres: Adressleutel | None = None
) -> list[Kandidaat]:
    """Residents with the same BSN, or born the same day with a surname very much alike.

    Also with day and month of birth swapped. Without a birth date: the same full name. At
    most ten, the most alike first; `reden` is `bsn` or `gelijkend`. The same address counts:
    `adres`, or where somebody who is registered lives.
    """
    ids: list[uuid.UUID] = list(_alike(inwoner).values_list("pk", flat=True)[:MOST])
    if not ids:
        return []
    people = Inwoner.objects.in_bulk(ids)
    same_bsn = _same_bsn(inwoner)
    homes = homes_of([inwoner.pk, *ids], op=op)
    own = {adres} if adres else homes.get(inwoner.pk, set())
    found = [
        _candidate(
            hit,
            compare(
                inwoner,
                people[hit.inwoner_id],
                zelfde_adres=bool(own & homes.get(hit.inwoner_id, set())),
            ),
            same_bsn,
        )
        for hit in describe_residents(ids, op=op)
        if hit.inwoner_id
    ]
    return sorted(found, key=lambda one: -one.score)


def _candidate(hit: Treffer, alike: object, same_bsn: uuid.UUID | None) -> Kandidaat:
    reden = "bsn" if hit.inwoner_id == same_bsn else "gelijkend"
    return Kandidaat(**vars(hit) | vars(alike) | {"reden": reden})


def unseen_pairs(*, most: int) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Pairs that nobody put side by side yet, for the nightly check."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_UNSEEN} LIMIT {int(most)}", [ALIKE])
        return list(cursor.fetchall())


def open_pairs() -> "QuerySet[Dubbelpaar]":
    """The work list: pairs that nobody judged, the most alike first."""
    return Dubbelpaar.objects.filter(beoordeeld_op__isnull=True, score__gte=VERDACHT).order_by(
        "-score", "-id"
    )


@dataclass(frozen=True, kw_only=True)
class Werkpaar:
    """A row of the work list: two residents with what tells them apart."""

    paar: Dubbelpaar
    twee: tuple[Treffer, ...]

    @property
    def zekerheid(self) -> str:
        """How sure it is, in words."""
        words = {85: "Vrijwel zeker dezelfde", 65: "Waarschijnlijk dezelfde"}
        return next((w for least, w in words.items() if self.paar.score >= least), "Misschien")


def work_list(*, op: dt.date, most: int = 25) -> tuple[list[Werkpaar], bool]:
    """The first pairs of the work list, and whether there are more; three queries."""
    pairs = list(open_pairs()[: most + 1])
    ids = [pk for pair in pairs[:most] for pk in (pair.eerste_id, pair.tweede_id)]
    people = {hit.inwoner_id: hit for hit in describe_residents(ids, op=op)}
    rows = [
        Werkpaar(paar=pair, twee=(people[pair.eerste_id], people[pair.tweede_id]))
        for pair in pairs[:most]
    ]
    return rows, len(pairs) > most


def _alike(inwoner: Inwoner) -> QuerySet[Inwoner]:
    same_bsn = Q(bsn_zoek=inwoner.bsn_zoek) if inwoner.bsn_zoek else Q(pk__in=[])
    if inwoner.geboortedatum is None:
        same_name = Q(
            voornamen__iexact=inwoner.voornamen, geslachtsnaam__iexact=inwoner.geslachtsnaam
        )
        return Inwoner.objects.filter(same_bsn | (same_name & ~Q(voornamen=""))).order_by("pk")
    likeness = Gelijkenis(Zoektekst("geslachtsnaam"), Zoektekst(Value(inwoner.geslachtsnaam)))
    days = [inwoner.geboortedatum, *_swapped(inwoner.geboortedatum)]
    same_person = Q(geboortedatum__in=days, gelijkenis__gte=ALIKE)
    return (
        Inwoner.objects.annotate(gelijkenis=likeness)
        .filter(same_bsn | same_person)
        .order_by(F("gelijkenis").desc(), "pk")
    )


def _swapped(born: dt.date) -> list[dt.date]:
    """The day with day and month the other way round, where that is another day."""
    if born.day > 12 or born.day == born.month:
        return []
    return [dt.date(born.year, born.day, born.month)]


def _same_bsn(inwoner: Inwoner) -> uuid.UUID | None:
    if inwoner.bsn_zoek is None:
        return None
    return Inwoner.objects.filter(bsn_zoek=inwoner.bsn_zoek).values_list("pk", flat=True).first()
