"""Counting working days, and the traffic light that a screen shows for a running term."""

from collections.abc import Callable
from datetime import date, timedelta

from hengelo_sociaal.termijnen.rekenen.feestdagen import (
    EEN_DAG,
    Kalender,
    Uitzondering,
    volgende,
    zekere_uitzondering,
)
from hengelo_sociaal.termijnen.rekenen.soorten import MetLabel

BIJNA_WERKDAGEN = 5

Toets = Callable[[date], Uitzondering | None]


class Stoplicht(MetLabel):
    """How a running term stands, in words: colour alone is not enough."""

    RUIM = "ruim", "ruim"
    BIJNA = "bijna", "bijna"
    TE_LAAT = "te-laat", "te laat"


def add_werkdagen(start: date, aantal: int, toets: Toets) -> tuple[date, list[Uitzondering]]:
    """Return the `aantal`-th working day after `start`, and the days skipped on the way."""
    dag, geteld, overgeslagen = start, 0, []
    while geteld < aantal:
        dag = volgende(dag)
        uitzondering = toets(dag)
        if uitzondering is None:
            geteld += 1
        else:
            overgeslagen.append(uitzondering)
    return dag, overgeslagen


def werkdagen_tussen(van: date, tot: date, kalender: Kalender) -> int:
    """Count the working days after `van` up to and including `tot`; negative when `tot` is earlier.

    The inverse of adding working days: after n working days the count is n again.
    Refused with FeestdagenOnbekend when a day between lies in a year that is not covered.
    """
    if tot < van:
        return -werkdagen_tussen(tot, van, kalender)
    dagen = (van + timedelta(days=teller) for teller in range(1, (tot - van).days + 1))
    return sum(kalender.is_gewone_dag(dag) for dag in dagen)


def laatste_werkdag(dag: date, kalender: Kalender) -> date:
    """Return `dag` itself when it is an ordinary day, and otherwise the last one before it."""
    while not kalender.is_gewone_dag(dag):
        dag -= EEN_DAG
    return dag


def stoplicht(einddatum: date, vandaag: date) -> Stoplicht:
    """Say how a term stands: `te laat` after its last day, `bijna` in its last five working days.

    A light, not a legal date: decree days are left out, so it never fails on an unknown year
    and turns at most one working day late.
    """
    if vandaag > einddatum:
        return Stoplicht.TE_LAAT
    dag, geteld = vandaag, 0
    while dag < einddatum and geteld <= BIJNA_WERKDAGEN:
        dag += EEN_DAG
        geteld += zekere_uitzondering(dag) is None
    return Stoplicht.RUIM if geteld > BIJNA_WERKDAGEN else Stoplicht.BIJNA
