"""Calculating with the rules of the database, without storing anything."""

import datetime as dt
from collections.abc import Sequence

from hengelo_sociaal.termijnen.models import Termijnregel
from hengelo_sociaal.termijnen.queries.regels import find_regel, kalender, list_regels
from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.opgave import Opgave
from hengelo_sociaal.termijnen.rekenen.regel import Berekening, Stilstand, Uitstel
from hengelo_sociaal.termijnen.rekenen.werkdagen import werkdagen_tussen


def bereken_termijn(
    code: str,
    start: dt.date,
    *,
    variant: str = "",
    stilstanden: Sequence[Stilstand] = (),
    uitstel: Sequence[Uitstel] = (),
    herhaling: int = 1,
) -> Berekening:
    """Return when a term ends and why; refusals as in `find_regel` and `bereken`."""
    regel = find_regel(code, start, variant=variant)
    return bereken(
        regel.to_regel(),
        start,
        kalender=kalender(),
        stilstanden=stilstanden,
        uitstel=uitstel,
        herhaling=herhaling,
    )


def bereken_opgave(code: str, opgave: Opgave) -> Berekening:
    """Answer what somebody asks through the API or the command; refusals as `bereken_termijn`."""
    return bereken_termijn(
        code,
        opgave.start,
        variant=opgave.variant,
        stilstanden=opgave.stilstanden(),
        uitstel=opgave.uitstel(),
        herhaling=opgave.herhaling,
    )


def regels_op(dag: dt.date) -> list[Termijnregel]:
    """Return the rules that apply on a day, one for each code and variant."""
    return [regel for regel in list_regels() if regel.to_regel().geldt_op(dag)]


def werkdagen_over(einddatum: dt.date, vandaag: dt.date) -> int:
    """Return how many working days are left after today; negative when the day has passed."""
    return werkdagen_tussen(vandaag, einddatum, kalender())
