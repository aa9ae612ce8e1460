"""A slow, obvious twin of the arithmetic: it walks the calendar one day at a time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.regel import Stilstand
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Telling
from tests.termijnen.soorten_regels import KALENDER, maak_regel

DAG = timedelta(days=1)
# Everything that is not an ordinary day in 2026, written out by hand.
VRIJ_2026 = {
    date.fromisoformat(f"2026-{dag}")
    for dag in (
        "01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25"  # and 26 December: Saturday
    ).split()
}
starts_2026 = st.dates(date(2026, 1, 1), date(2026, 6, 1))


def is_gewoon(dag: date) -> bool:
    return dag.weekday() < 5 and dag not in VRIJ_2026


def walk(start: date, dagen: int, stil: set[date]) -> date:
    """Count the days of a term one by one, those on which it stands still left out."""
    dag, over = start, dagen
    while over:
        dag += DAG
        if dag not in stil:
            over -= 1
    while not is_gewoon(dag):
        dag += DAG
    return dag


@given(start=starts_2026, weken=st.integers(2, 12), data=st.data())
def test_a_term_that_stands_still_is_walked_to_the_same_day(
    start: date, weken: int, data: st.DataObject
) -> None:
    begin = data.draw(st.integers(1, weken * 7))
    lengte = data.draw(st.integers(1, 40))
    van = start + begin * DAG
    stilstand = Stilstand(van=van, tot_en_met=van + (lengte - 1) * DAG)
    stil = {van + n * DAG for n in range(lengte)}

    gerekend = bereken(maak_regel(weken), start, kalender=KALENDER, stilstanden=[stilstand])

    assert gerekend.einddatum == walk(start, weken * 7, stil)
    assert gerekend.oorspronkelijk == walk(start, weken * 7, set())


@given(start=starts_2026, dagen=st.integers(3, 20))
def test_a_term_of_days_is_walked_to_the_same_day(start: date, dagen: int) -> None:
    einde = walk(start, dagen, set())
    while sum(is_gewoon(start + n * DAG) for n in range(1, (einde - start).days + 1)) < 2:
        einde += DAG
    while not is_gewoon(einde):
        einde += DAG

    gerekend = bereken(maak_regel(dagen, Eenheid.DAGEN), start, kalender=KALENDER)

    assert gerekend.einddatum == einde


@given(start=starts_2026, aantal=st.integers(1, 60))
def test_working_days_are_walked_to_the_same_day(start: date, aantal: int) -> None:
    dag, over = start, aantal
    while over:
        dag += DAG
        over -= is_gewoon(dag)

    regel = maak_regel(aantal, Eenheid.WERKDAGEN, telling=Telling.WERKDAG)

    assert bereken(regel, start, kalender=KALENDER).einddatum == dag
