"""The clock, for the edges of the system only: operations get their moment passed in."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def nu() -> dt.datetime:
    """This moment, with its time zone."""
    return timezone.now()


def dag_van(moment: dt.datetime) -> dt.date:
    """The day in Amsterdam on which a moment falls."""
    return moment.astimezone(AMSTERDAM).date()


def begin_van(dag: dt.date) -> dt.datetime:
    """The moment at which a day begins in Amsterdam."""
    return dt.datetime.combine(dag, dt.time(), AMSTERDAM)


def vandaag() -> dt.date:
    """Today in Amsterdam."""
    return dag_van(nu())


def leeftijd_op(geboortedatum: dt.date, dag: dt.date) -> int:
    """Age in whole years; someone born on 29 February has their birthday on 1 March."""
    geweest = (dag.month, dag.day) >= (geboortedatum.month, geboortedatum.day)
    return dag.year - geboortedatum.year - (0 if geweest else 1)
