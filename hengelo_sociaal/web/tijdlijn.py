"""The time line of a household: events that every app brings, on one line, newest first.

An app declares its kinds of events in its own `tijdlijn.py`, which is loaded at start. A kind
is a query of keys (when, which) and a teller that puts a page of them in words. One UNION
of the keys finds a page, so that ten years of history cost as much as one.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import DateTimeField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from hengelo_sociaal.kern.paginering import Cursor, OngeldigeCursor
from hengelo_sociaal.kern.tijd import begin_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht

PER_PAGINA = 30


@dataclass(frozen=True, kw_only=True)
class Gebeurtenis:
    """One event in words; `wie` is the resident it is about, `adres` where to read more."""

    titel: str
    tekst: str = ""
    wie: str = ""
    adres: str = ""


@dataclass(frozen=True)
class Bron:
    """A kind of event.

    `rijen` gives what somebody may see of a household; `moment` is the field (or expression)
    of when it happened, a day or a moment, and rows without it are left out; `inwoner` the
    field of whom it is about, empty when it is about everybody. `vertel` puts rows in
    words, by their key as text, in at most `vraagbudget` queries whatever their number.
    """

    code: str
    titel: str
    icoon: str
    volgorde: int
    rijen: Callable[[Medewerker, uuid.UUID], QuerySet[Any]]
    moment: str
    vertel: Callable[[QuerySet[Any]], Mapping[str, Gebeurtenis]]
    rechten: tuple[Recht, ...]
    vraagbudget: int
    inwoner: str = ""
    minstens: Bereik = Bereik.GETALLEN
    soort: str = ""

    @property
    def keuze(self) -> str:
        """The code of the filter; kinds with the same `soort` are chosen together."""
        return self.soort or self.code

    def toegestaan(self, medewerker: Medewerker) -> bool:
        """Whether this person may see this kind of event at all."""
        return any((recht.van(medewerker) or 0) >= self.minstens for recht in self.rechten)


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What somebody wants to see; both days are included."""

    soorten: frozenset[str] = frozenset()
    van: dt.date | None = None
    tot: dt.date | None = None
    inwoner_id: uuid.UUID | None = None


@dataclass(frozen=True)
class Punt:
    """An event on the line."""

    op: dt.datetime
    bron: Bron
    gebeurtenis: Gebeurtenis


@dataclass(frozen=True)
class Tijdlijn:
    """A page of the line, newest first, and where the older ones begin."""

    punten: list[Punt]
    ouder: Cursor | None


class Soort(NamedTuple):
    """A kind of event as a row: the fields of `Bron` that differ within one choice."""

    code: str
    icoon: str
    rijen: Callable[[Medewerker, uuid.UUID], QuerySet[Any]]
    moment: str
    vertel: Callable[[QuerySet[Any]], Mapping[str, Gebeurtenis]]
    vraagbudget: int = 1


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """One choice of the filter, and what the kinds of events below it have in common."""

    code: str
    titel: str
    volgorde: int
    rechten: tuple[Recht, ...]
    minstens: Bereik = Bereik.GETALLEN
    inwoner: str = ""

    def met(self, *soorten: Soort) -> list[Bron]:
        """The kinds of events of this choice."""
        return [
            Bron(
                **soort._asdict(),
                titel=self.titel,
                volgorde=self.volgorde,
                rechten=self.rechten,
                minstens=self.minstens,
                inwoner=self.inwoner,
                soort=self.code,
            )
            for soort in soorten
        ]


_BRONNEN: dict[str, Bron] = {}


def registreer(*bronnen: Bron) -> None:
    """Add kinds of events; the same code twice is a mistake."""
    for bron in bronnen:
        if _BRONNEN.get(bron.code, bron) != bron:
            raise ValueError(f"Events {bron.code} are declared twice")
        _BRONNEN[bron.code] = bron


def bronnen_van(medewerker: Medewerker) -> list[Bron]:
    """The kinds of events that somebody may see, in the order of the filter."""
    allowed = [bron for bron in _BRONNEN.values() if bron.toegestaan(medewerker)]
    return sorted(allowed, key=lambda bron: (bron.volgorde, bron.code))


def timeline(
    by: Medewerker,
    huishouden_id: uuid.UUID,
    vraag: Vraag,
    *,
    cursor: Cursor | None = None,
    size: int = PER_PAGINA,
) -> Tijdlijn:
    """A page of the time line of a household as far as `by` may see it.

    One query for the keys and those of the kinds that are on the page. Refused with
    OngeldigeCursor (400).
    """
    asked = [bron for bron in bronnen_van(by) if not vraag.soorten or bron.keuze in vraag.soorten]
    asked = [bron for bron in asked if vraag.inwoner_id is None or bron.inwoner]
    rows = {bron.code: bron.rijen(by, huishouden_id) for bron in asked}
    keys = _keys(asked, rows, vraag, cursor, size)
    more, keys = len(keys) > size, keys[:size]
    told = _tell(asked, rows, keys)
    punten = [
        Punt(op, _BRONNEN[code], told[code, pk]) for op, code, pk in keys if (code, pk) in told
    ]
    return Tijdlijn(punten, _at(keys[-1]) if more else None)


Sleutel = tuple[dt.datetime, str, str]


def _at(key: Sleutel) -> Cursor:
    """Where the next page begins."""
    op, code, pk = key
    return Cursor(False, op.isoformat(), f"{code}:{pk}")


def _keys(
    asked: Sequence[Bron],
    rows: Mapping[str, QuerySet[Any]],
    vraag: Vraag,
    cursor: Cursor | None,
    size: int,
) -> list[Sleutel]:
    """The keys of a page and one more, newest first; one query over all kinds."""
    if not asked:
        return []
    parts = [_part(bron, rows[bron.code], vraag, cursor) for bron in asked]
    whole = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    found = whole.order_by("-tl_op", "-tl_sleutel")[: size + 1]
    return [(op, *key.split(":", 1)) for op, key in found]


def _part(bron: Bron, rows: QuerySet[Any], vraag: Vraag, cursor: Cursor | None) -> QuerySet[Any]:
    found: QuerySet[Any] = (
        rows.order_by()
        .filter(**{f"{bron.moment}__isnull": False})
        .annotate(
            tl_op=Cast(F(bron.moment), DateTimeField()),
            tl_sleutel=Concat(
                Value(f"{bron.code}:"), Cast("pk", TextField()), output_field=TextField()
            ),
        )
    )
    if vraag.inwoner_id is not None:
        found = found.filter(**{bron.inwoner: vraag.inwoner_id})
    if vraag.van is not None:
        found = found.filter(tl_op__gte=begin_van(vraag.van))
    if vraag.tot is not None:
        found = found.filter(tl_op__lt=begin_van(vraag.tot + dt.timedelta(days=1)))
    if cursor is not None:
        found = found.filter(_before(cursor))
    keys: QuerySet[Any] = found.values_list("tl_op", "tl_sleutel")
    return keys


def _before(cursor: Cursor) -> Q:
    try:
        op = dt.datetime.fromisoformat(str(cursor.waarde))
    except ValueError as wrong:
        raise OngeldigeCursor() from wrong
    if op.tzinfo is None or "\0" in cursor.id:
        raise OngeldigeCursor()
    return Q(tl_op__lt=op) | Q(tl_op=op, tl_sleutel__lt=cursor.id)


def _tell(
    asked: Sequence[Bron], rows: Mapping[str, QuerySet[Any]], keys: Sequence[Sleutel]
) -> dict[tuple[str, str], Gebeurtenis]:
    """The events of a page in words, kind by kind."""
    told: dict[tuple[str, str], Gebeurtenis] = {}
    for bron in asked:
        ids = [pk for _, code, pk in keys if code == bron.code]
        if ids:
            words = bron.vertel(rows[bron.code].filter(pk__in=ids))
            told |= {(bron.code, pk): event for pk, event in words.items()}
    return told
