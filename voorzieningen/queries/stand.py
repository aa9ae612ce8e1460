"""Whether what is remembered of the catalogue still holds: one small query, seen at once.

Triggers leave a mark for every change of what the catalogue shows or finds by. Changes may be
committed in another order than they were marked, so the newest mark alone does not tell: how
many there are counts as well.
"""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from hengelo_sociaal.kern.uitgeschreven import fetch_one
from voorzieningen.models import Cataloguswijziging

_STAND = "SELECT count(*), max(id), max(op) FROM voorzieningen_cataloguswijziging"


class Stand(NamedTuple):
    """What the catalogue is now: equal as long as nothing was added, changed or taken away."""

    wijzigingen: int
    laatste: int | None
    gewijzigd_op: dt.datetime | None


def current_state() -> Stand:
    """The state of the catalogue at this moment."""
    row = fetch_one(_STAND, [])
    if row is None:  # it counts, so there always is one
        raise LookupError(_STAND)
    return Stand(*row)


class Merk(NamedTuple):
    """What a change touched: rows of a table by their keys, or without keys anything at all."""

    tabel: str
    sleutels: list[UUID] | None


def current_marks() -> tuple[Stand, Mapping[int, Merk]]:
    """The state of the catalogue at this moment, with every mark that it is made of."""
    marks = Cataloguswijziging.objects.order_by("pk")
    rows = list(marks.values_list("pk", "op", "tabel", "sleutels"))
    latest = max((row[0] for row in rows), default=None)
    stand = Stand(len(rows), latest, max((row[1] for row in rows), default=None))
    return stand, {pk: Merk(table, keys) for pk, _, table, keys in rows}
