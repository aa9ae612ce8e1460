"""What must hold for every term, not only for the ones that someone thought of."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.duur import Duur, shift
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender, feestdagen
from hengelo_sociaal.termijnen.rekenen.opschuiven import (
    ALTIJD_TWEE_GEWONE_DAGEN,
    roll_forward,
)
from hengelo_sociaal.termijnen.rekenen.regel import Regel, Uitstel
from hengelo_sociaal.termijnen.rekenen.soorten import Eenheid, Telling
from hengelo_sociaal.termijnen.rekenen.werkdagen import (
    Stoplicht,
    add_werkdagen,
    stoplicht,
    werkdagen_tussen,
)
from tests.termijnen.soorten_regels import (
    KALENDER,
    atw_regels,
    maak_regel,
    starts,
    stilstanden_binnen,
    werkdagaantallen,
)


def _einde(regel: Regel, start: date) -> date:
    einde = bereken(regel, start, kalender=KALENDER).einddatum
    assert einde is not None
    return einde


@given(regel=atw_regels, start=starts)
def test_a_term_never_ends_on_a_day_that_the_atw_excludes(regel: Regel, start: date) -> None:
    einde = _einde(regel, start)

    assert KALENDER.is_gewone_dag(einde)
    assert einde >= shift(start, regel.duur)


@given(regel=atw_regels, start=starts)
def test_only_excluded_days_lie_between_the_counted_end_and_the_end(
    regel: Regel, start: date
) -> None:
    einde = _einde(regel, start)

    dag = shift(start, regel.duur)
    gewone = sum(KALENDER.is_gewone_dag(dag + timedelta(n)) for n in range((einde - dag).days))
    assert gewone == 0 or (einde - start).days < ALTIJD_TWEE_GEWONE_DAGEN


@given(regel=atw_regels, start=starts)
def test_a_term_of_three_days_or_more_holds_two_ordinary_days(regel: Regel, start: date) -> None:
    einde = _einde(regel, start)

    gewone = werkdagen_tussen(start, einde, KALENDER)
    kort = regel.duur.eenheid is Eenheid.DAGEN and regel.duur.aantal < 3
    assert gewone >= (1 if kort else 2)


@given(regel=atw_regels, start=starts, later=st.integers(0, 40))
def test_a_later_event_never_gives_an_earlier_end(regel: Regel, start: date, later: int) -> None:
    eerste = _einde(regel, start)

    assert _einde(regel, start + timedelta(days=later)) >= eerste


@given(dag=starts)
def test_rolling_forward_twice_changes_nothing(dag: date) -> None:
    einde, _ = roll_forward(dag, KALENDER.uitzondering)

    assert roll_forward(einde, KALENDER.uitzondering) == (einde, [])


@given(regel=atw_regels, start=st.dates(date(2023, 1, 2), date(2027, 12, 1)), data=st.data())
def test_standing_still_k_days_moves_the_end_by_at_least_k_days(
    regel: Regel, start: date, data: st.DataObject
) -> None:
    zonder = _einde(regel, start)
    stilstand = data.draw(stilstanden_binnen(start, zonder))

    met = bereken(regel, start, kalender=KALENDER, stilstanden=[stilstand])

    assert met.einddatum is not None
    assert met.einddatum >= zonder
    assert met.einddatum >= shift(start, regel.duur) + timedelta(days=stilstand.dagen)
    assert met.einddatum > stilstand.tot_en_met
    assert met.oorspronkelijk == zonder
    assert KALENDER.is_gewone_dag(met.einddatum)


@given(start=st.dates(date(2023, 1, 2), date(2027, 6, 1)), data=st.data())
def test_the_order_in_which_suspensions_are_given_does_not_matter(
    start: date, data: st.DataObject
) -> None:
    regel = maak_regel()
    eerste = data.draw(stilstanden_binnen(start, start + timedelta(days=20)))
    na = eerste.tot_en_met
    tweede = data.draw(stilstanden_binnen(na, na + timedelta(days=20)))

    heen = bereken(regel, start, kalender=KALENDER, stilstanden=[eerste, tweede])

    terug = bereken(regel, start, kalender=KALENDER, stilstanden=[tweede, eerste])
    assert heen == terug


@given(start=starts, weken=st.integers(1, 6))
def test_extending_never_ends_earlier(start: date, weken: int) -> None:
    regel = maak_regel()
    uitstel = Uitstel(duur=Duur(weken, Eenheid.WEKEN))

    met = bereken(regel, start, kalender=KALENDER, uitstel=[uitstel])

    assert met.einddatum is not None
    assert met.einddatum >= _einde(regel, start) + timedelta(weeks=weken) - timedelta(days=5)
    assert met.einddatum > _einde(regel, start)


@given(regel=atw_regels, start=starts)
def test_the_explanation_begins_at_the_event_and_ends_at_the_end(regel: Regel, start: date) -> None:
    uitkomst = bereken(regel, start, kalender=KALENDER)

    assert uitkomst.stappen[0].datum == start
    assert uitkomst.stappen[-1].datum == uitkomst.einddatum
    assert all(stap.waarom.endswith(".") for stap in uitkomst.stappen)


@given(start=starts, aantal=werkdagaantallen)
def test_counting_working_days_is_the_inverse_of_adding_them(start: date, aantal: int) -> None:
    einde, _ = add_werkdagen(start, aantal, KALENDER.uitzondering)

    assert KALENDER.is_gewone_dag(einde)
    assert werkdagen_tussen(start, einde, KALENDER) == aantal
    assert werkdagen_tussen(einde, start, KALENDER) == -aantal


@given(start=starts, aantal=werkdagaantallen)
def test_the_strict_reading_is_never_later(start: date, aantal: int) -> None:
    regel = maak_regel(aantal, Eenheid.WERKDAGEN, telling=Telling.WERKDAG)

    uitkomst = bereken(regel, start, kalender=KALENDER)

    assert uitkomst.einddatum is not None
    assert uitkomst.streefdatum is None or uitkomst.streefdatum < uitkomst.einddatum


@given(einddatum=starts, vandaag=starts)
def test_the_traffic_light_follows_the_working_days_left(einddatum: date, vandaag: date) -> None:
    licht = stoplicht(einddatum, vandaag)

    assert (licht is Stoplicht.TE_LAAT) == (vandaag > einddatum)
    if licht is Stoplicht.BIJNA:
        assert werkdagen_tussen(vandaag, einddatum, KALENDER) <= 5


@given(jaar=st.integers(2014, 2200))
def test_fourteen_days_hold_two_ordinary_days_in_every_year(jaar: int) -> None:
    ruim = Kalender.van((), (jaar - 1, jaar, jaar + 1))
    begin = date(jaar, 1, 1)

    vensters = (
        werkdagen_tussen(dag, dag + timedelta(days=ALTIJD_TWEE_GEWONE_DAGEN), ruim)
        for dag in (begin + timedelta(days=n) for n in range(350))
    )

    # A decree frees two days a year at most so far; four would still leave two ordinary ones.
    assert min(vensters) >= 6


@given(jaar=st.integers(2014, 4099))
def test_the_computed_holidays_of_a_year_lie_in_that_year(jaar: int) -> None:
    dagen = feestdagen(jaar)

    assert 8 <= len(dagen) <= 9
    assert all(dag.year == jaar for dag in dagen)
    assert list(dagen) == sorted(dagen)
