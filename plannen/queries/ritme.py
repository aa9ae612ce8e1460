"""On which days an afspraak comes back: computed from what was agreed, never stored."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator

from hengelo_sociaal.web.opmaak import datum
from plannen.enums import Herhaling, Weekdag
from plannen.models import Afspraak
from plannen.models.afspraak import LAATSTE_DAG

EEN_DAG = dt.timedelta(days=1)


def occurs_on(afspraak: Afspraak, dag: dt.date) -> bool:
    """Whether an afspraak that comes back falls on this day.

    Every other week counts from the week of the first time, weeks beginning on Monday.
    """
    first, last = afspraak.eerste_keer, afspraak.laatste_keer
    if first is None or dag < first or (last is not None and dag > last):
        return False
    if afspraak.herhaling == Herhaling.MAANDELIJKS:
        return dag.day == _day_of_month(afspraak, dag)
    if afspraak.herhaling == Herhaling.DAGELIJKS:
        return True
    weeks = (_monday(dag) - _monday(first)).days // 7
    every = 2 if afspraak.herhaling == Herhaling.TWEEWEKELIJKS else 1
    return dag.isoweekday() in afspraak.weekdagen and weeks % every == 0


def occurrences(afspraak: Afspraak, van: dt.date, tot: dt.date) -> Iterator[dt.date]:
    """The days on which it comes back, both ends included, in order."""
    dag = max(van, afspraak.eerste_keer or van)
    while dag <= tot:
        if occurs_on(afspraak, dag):
            yield dag
        dag += EEN_DAG


def next_time(afspraak: Afspraak, na: dt.date) -> dt.date | None:
    """The first day after `na`; None when it does not come back within a year."""
    van = max(na + EEN_DAG, afspraak.eerste_keer or na)
    return next(occurrences(afspraak, van, van + dt.timedelta(days=366)), None)


def how_often(afspraak: Afspraak) -> str:
    """In words, as "elke week op dinsdag en donderdag, van 1 december 2026 tot en met ..."."""
    words = str(afspraak.get_herhaling_display())
    if not afspraak.komt_terug:
        return words
    words += _on_days(afspraak)
    period = f"vanaf {datum(afspraak.eerste_keer)}"
    if afspraak.laatste_keer is not None:
        period = f"van {datum(afspraak.eerste_keer)} tot en met {datum(afspraak.laatste_keer)}"
    return f"{words}, {period}"


def days_in_words(weekdagen: list[int]) -> str:
    """As in "maandag, woensdag en vrijdag"; empty without days."""
    names = [str(Weekdag(day).label).lower() for day in sorted(weekdagen)]
    return " en ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _on_days(afspraak: Afspraak) -> str:
    if afspraak.maanddag == LAATSTE_DAG:
        return " op de laatste dag"
    if afspraak.maanddag is not None:
        return f" op de {afspraak.maanddag}e"
    days = days_in_words(afspraak.weekdagen)
    return f" op {days}" if days else ""


def _day_of_month(afspraak: Afspraak, dag: dt.date) -> int:
    return min(afspraak.maanddag or 0, monthrange(dag.year, dag.month)[1])


def _monday(dag: dt.date) -> dt.date:
    return dag - dt.timedelta(days=dag.weekday())
