"""Whether what is remembered of the catalogue still holds: one small query, seen at once.

Triggers leave a mark for every change of what the catalogue shows or finds by. Changes may be
committed in another order than they were marked, so the newest mark alone does not tell: how
many there are counts as well.
"""

import datetime as dt
from typing import NamedTuple

from django.db import connection

_STAND = "SELECT count(*), max(id), max(op) FROM voorzieningen_cataloguswijziging"


class Stand(NamedTuple):
    """What the catalogue is now: equal as long as nothing was added, changed or taken away."""

    wijzigingen: int
    laatste: int | None
    gewijzigd_op: dt.datetime | None


def current_state() -> Stand:
    """The state of the catalogue at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(_STAND)
        return Stand(*cursor.fetchone())
