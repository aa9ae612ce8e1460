"""Whether what is remembered of the catalogue still holds: one small query, seen at once."""

import datetime as dt
from typing import NamedTuple

from django.db import connection

# The words of synonyms and organisations are few, so a sum of their prints is quickly made.
_STAND = """
    SELECT (SELECT max(gewijzigd_op) FROM voorzieningen_voorziening),
           (SELECT sum(hashtextextended(woord || '=' || betekenis, 0)) FROM voorzieningen_synoniem),
           (SELECT sum(hashtextextended(naam || id::text, 0)) FROM voorzieningen_organisatie)
"""


class Stand(NamedTuple):
    """What the catalogue is now: equal as long as nothing was added, changed or taken away."""

    gewijzigd_op: dt.datetime | None
    synoniemen: object
    organisaties: object


def current_state() -> Stand:
    """The state of the catalogue at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(_STAND)
        return Stand(*cursor.fetchone())
