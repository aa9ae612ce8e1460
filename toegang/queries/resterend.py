"""What is left of a term, in working days and in words."""

import datetime as dt

from hengelo_sociaal.termijnen.exceptions import FeestdagenOnbekend
from hengelo_sociaal.termijnen.models import Termijn
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender
from hengelo_sociaal.termijnen.rekenen.werkdagen import werkdagen_tussen


def words_left(term: Termijn, *, op: dt.date, dagen: Kalender) -> str:
    """What is left of a running term; nothing when nobody waits for it.

    `dagen` is the calendar, read once for a whole list.
    """
    if term.einddatum is None or term.stoplicht(op) is None:
        return ""
    return workdays_in_words(term.einddatum, op=op, dagen=dagen)


def workdays_in_words(einddatum: dt.date, *, op: dt.date, dagen: Kalender) -> str:
    """`nog 3 werkdagen`, `vandaag` or `2 werkdagen te laat`.

    On a day off right after the last day no working day has passed, and yet it is late.
    Empty in a year whose decree days are not known here; a screen then counts days.
    """
    if einddatum == op:
        return "vandaag"
    try:
        left = abs(werkdagen_tussen(op, einddatum, dagen))
    except FeestdagenOnbekend:
        return ""
    days = {0: "minder dan 1 werkdag", 1: "1 werkdag"}.get(left, f"{left} werkdagen")
    return f"nog {days}" if einddatum > op else f"{days} te laat"
