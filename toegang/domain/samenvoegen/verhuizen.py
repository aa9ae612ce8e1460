"""Moving all that points at one record to another, whatever app it belongs to."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import ForeignKey, Model, QuerySet

from hengelo_sociaal.kern.grootboek import Grootboek
from toegang.enums import Band
from toegang.models import Lidmaatschap

DAY = dt.timedelta(days=1)
Periode = tuple[dt.date, dt.date | None]


def pointers(record: Model) -> "Iterator[tuple[QuerySet[Any], ForeignKey[Any, Any]]]":
    """The rows that point at a record, per reference; also those without a way back."""
    for relation in record._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and not relation.concrete and not relation.many_to_many):
            continue
        reference = relation.field  # type: ignore[union-attr]
        rows = relation.related_model._base_manager.filter(**{reference.name: record})  # type: ignore[union-attr]
        yield rows, reference  # type: ignore[misc]


def move_pointers(van: Model, naar: Model, grootboek: Grootboek) -> None:
    """Let everything that points at `van` point at `naar`."""
    for rows, reference in pointers(van):
        if rows.model._meta.auto_created:
            _drop_twice(rows, reference, naar, grootboek)
        grootboek.zet(rows, **{reference.name: naar})


def _drop_twice(
    rows: "QuerySet[Any]", reference: "ForeignKey[Any, Any]", naar: Model, grootboek: Grootboek
) -> None:
    """Of a link between two tables, drop what is there already."""
    other = next(
        field.attname
        for field in rows.model._meta.concrete_fields
        if field.is_relation and field != reference
    )
    there = rows.model._base_manager.filter(**{reference.name: naar})
    known = set(there.values_list(other, flat=True))
    for row in [row for row in rows if getattr(row, other) in known]:
        grootboek.verwijder(row)


def outside(period: Periode, others: Iterable[Periode]) -> list[Periode]:
    """What is left of a period of whole days, both included, outside the others."""
    left = [period]
    for begin, end in others:
        left = [piece for one in left for piece in _minus(one, begin, end)]
    return left


def _minus(period: Periode, begin: dt.date, end: dt.date | None) -> Iterator[Periode]:
    van, tot = period
    if (tot is not None and tot < begin) or (end is not None and end < van):
        yield period
        return
    if van < begin:
        yield van, begin - DAY
    if end is not None and (tot is None or end < tot):
        yield end + DAY, tot


def shorten(row: Any, others: Iterable[Periode], grootboek: Grootboek) -> list[Periode]:
    """Keep of a row with `van` and `tot` only what lies outside the others; what is left."""
    pieces = outside((row.van, row.tot), others)
    if pieces == [(row.van, row.tot)]:
        return pieces
    model = type(row)
    grootboek.verwijder(model._base_manager.get(pk=row.pk))
    for van, tot in pieces:
        kept = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
        copy = model(**kept | {"id": None, "van": van, "tot": tot})
        copy.save(force_insert=True)
        grootboek.gemaakt(copy)
    return pieces


def make_room(
    moving: Iterable[Lidmaatschap],
    staying: Iterable[Lidmaatschap],
    together: Callable[[Lidmaatschap, Lidmaatschap], bool],
    grootboek: Grootboek,
) -> None:
    """Cut memberships of one person that would clash once they belong together.

    `together` says whether two will be of one household. Of two homes the one that stays
    goes first; a home goes before a family tie, because living there says more.
    """
    staying, homes = list(staying), []
    for row in list(moving):
        lives = row.band == Band.THUIS
        clash = [
            other
            for other in staying
            if (other.band == Band.THUIS and (lives or together(row, other)))
            or (not lives and together(row, other))
        ]
        left = shorten(row, _periods(clash), grootboek)
        homes += [(row, left)] if lives else []
    for tie in [other for other in staying if other.band != Band.THUIS]:
        over = [period for row, left in homes if together(row, tie) for period in left]
        shorten(tie, over, grootboek)


def _periods(rows: Iterable[Any]) -> list[Periode]:
    return [(row.van, row.tot) for row in rows]
