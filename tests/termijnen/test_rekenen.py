"""Corners of the calendar and of the law, one at a time."""

from datetime import date

import pytest

from hengelo_sociaal.termijnen.exceptions import (
    DatumOnmogelijk,
    DuurOnleesbaar,
    FeestdagenOnbekend,
    HerhalingOnmogelijk,
    OpschortenNietToegestaan,
    OpschortingOnmogelijk,
    TermijnregelNietGeldig,
    VerlengenNietToegestaan,
)
from hengelo_sociaal.termijnen.rekenen.berekenen import bereken
from hengelo_sociaal.termijnen.rekenen.bestand import geleverde_regels
from hengelo_sociaal.termijnen.rekenen.duur import Duur, read_duur, shift
from hengelo_sociaal.termijnen.rekenen.feestdagen import Kalender, feestdagen, koningsdag
from hengelo_sociaal.termijnen.rekenen.regel import (
    Regel,
    Stilstand,
    Uitstel,
    Verlengregel,
    stilstand_na_uitnodiging,
)
from hengelo_sociaal.termijnen.rekenen.soorten import (
    Eenheid,
    Opschortgrond,
    Soort,
    Telling,
    Verlengwijze,
)
from hengelo_sociaal.termijnen.rekenen.tekst import in_woorden, read_datum
from hengelo_sociaal.termijnen.rekenen.werkdagen import (
    Stoplicht,
    laatste_werkdag,
    stoplicht,
    werkdagen_tussen,
)
from tests.termijnen.soorten_regels import KALENDER, maak_regel


def einde(regel: Regel, start: str, **wat) -> date | None:
    return bereken(regel, date.fromisoformat(start), kalender=KALENDER, **wat).einddatum


# -- holidays --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [(2014, date(2014, 4, 26)), (2025, date(2025, 4, 26)), (2026, date(2026, 4, 27))],
)
def test_koningsdag_moves_to_saturday_when_the_27th_is_a_sunday(jaar, dag) -> None:
    assert koningsdag(jaar) == dag


def test_two_holidays_on_one_day_keep_both_names() -> None:
    assert feestdagen(2016)[date(2016, 5, 5)].naam == "Bevrijdingsdag en Hemelvaartsdag"


def test_liberation_day_is_a_holiday_every_year() -> None:
    assert all(date(jaar, 5, 5) in feestdagen(jaar) for jaar in range(2014, 2050))


@pytest.mark.parametrize(
    ("dag", "artikel"),
    [
        (date(2026, 4, 3), "Atw artikel 3 lid 2"),
        (date(2026, 1, 2), "Atw artikel 3 lid 3"),
        (date(2026, 4, 27), "Atw artikel 3 lid 1"),
        (date(2026, 4, 4), "Atw artikel 1 lid 1"),
    ],
)
def test_a_day_that_is_not_ordinary_names_its_article(dag, artikel) -> None:
    uitzondering = KALENDER.uitzondering(dag)

    assert uitzondering is not None
    assert uitzondering.artikel == artikel


def test_the_day_after_new_year_is_ordinary_in_a_year_without_that_decree() -> None:
    assert KALENDER.is_gewone_dag(date(2025, 1, 2))


@pytest.mark.parametrize("dag", [date(2022, 6, 1), date(2022, 6, 5), date(2029, 1, 1)])
def test_a_day_in_a_year_that_is_not_covered_is_an_error_never_a_guess(dag) -> None:
    with pytest.raises(FeestdagenOnbekend, match=str(dag.year)):
        KALENDER.uitzondering(dag)


def test_a_year_before_koningsdag_stays_out_of_reach_even_when_covered() -> None:
    with pytest.raises(FeestdagenOnbekend):
        Kalender.van([], [2013]).uitzondering(date(2013, 6, 3))


# -- rolling forward ---------------------------------------------------------------------


def test_a_term_may_begin_in_a_year_that_is_not_covered() -> None:
    assert einde(maak_regel(8), "2022-12-19") == date(2023, 2, 13)


def test_a_term_that_ends_in_a_year_that_is_not_covered_is_refused() -> None:
    with pytest.raises(FeestdagenOnbekend, match="2029"):
        einde(maak_regel(8), "2028-11-20")


def test_rolling_over_the_turn_of_a_covered_year() -> None:
    assert einde(maak_regel(2), "2025-12-18") == date(2026, 1, 5)


def test_rolling_into_a_year_that_is_not_covered_is_refused() -> None:
    with pytest.raises(FeestdagenOnbekend, match="2029"):
        einde(maak_regel(2), "2028-12-16")


def test_a_short_term_looks_at_its_days_only_as_far_as_needed() -> None:
    assert einde(maak_regel(4, Eenheid.DAGEN), "2022-12-30") == date(2023, 1, 3)


@pytest.mark.parametrize(
    ("dagen", "start", "verwacht"),
    [
        (3, "2026-06-12", "2026-06-16"),  # Friday: Saturday, Sunday, Monday: one ordinary day
        (3, "2026-06-11", "2026-06-15"),  # Thursday: Friday and Monday: two
        (2, "2026-06-12", "2026-06-15"),  # two days: article 2 does not apply
        (4, "2026-04-02", "2026-04-08"),  # Good Friday to Easter Monday, then Tuesday alone
    ],
)
def test_three_days_or_more_hold_two_ordinary_days(dagen, start, verwacht) -> None:
    assert einde(maak_regel(dagen, Eenheid.DAGEN), start) == date.fromisoformat(verwacht)


@pytest.mark.parametrize(
    ("duur", "buiten"),
    [
        (Duur(90, Eenheid.DAGEN), False),
        (Duur(91, Eenheid.DAGEN), True),
        (Duur(12, Eenheid.WEKEN), False),
        (Duur(13, Eenheid.WEKEN), True),
        (Duur(3, Eenheid.MAANDEN), False),
        (Duur(4, Eenheid.MAANDEN), True),
        (Duur(1, Eenheid.JAREN), True),
    ],
)
def test_long_terms_fall_outside_the_atw_and_stay_on_their_day(duur, buiten) -> None:
    zaterdag = date(2026, 6, 13)
    start = shift(zaterdag, duur, terug=True)

    uitkomst = bereken(maak_regel(duur.aantal, duur.eenheid), start, kalender=KALENDER)

    assert (uitkomst.einddatum == zaterdag) == buiten
    assert ("Atw artikel 4" in uitkomst.stappen[-1].waarom) == buiten


def test_a_term_outside_the_atw_needs_no_covered_year() -> None:
    assert einde(maak_regel(1, Eenheid.JAREN), "2028-06-01") == date(2029, 6, 1)


def test_the_european_terms_roll_over_weekend_and_official_holidays_only() -> None:
    inzage = geleverde_regels()["avg_inzage", ""]

    assert einde(inzage, "2026-01-31") == date(2026, 3, 2)
    assert einde(inzage, "2026-03-03") == date(2026, 4, 3)  # Good Friday is no official holiday
    assert einde(inzage, "2026-04-14") == date(2026, 5, 15)  # Ascension Day is one
    assert einde(inzage, "2034-01-31") == date(2034, 2, 28)  # and no decree is needed


# -- counting ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "later"),
    [
        ("2028-01-31", "2028-02-29"),
        ("2027-01-31", "2027-02-28"),
        ("2024-02-29", "2024-03-29"),
        ("2026-12-15", "2027-01-15"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(start, later) -> None:
    een_maand = Duur(1, Eenheid.MAANDEN)

    assert shift(date.fromisoformat(start), een_maand) == date.fromisoformat(later)


def test_a_year_after_29_february_is_28_february() -> None:
    assert shift(date(2024, 2, 29), Duur(1, Eenheid.JAREN)) == date(2025, 2, 28)


def test_counting_back_three_months_from_the_end_of_may_reaches_february() -> None:
    uitkomst = bereken(
        geleverde_regels()["pw_terugwerkend", ""], date(2026, 5, 31), kalender=KALENDER
    )

    assert uitkomst.einddatum is None
    assert uitkomst.stappen[-1].datum == date(2026, 2, 28)
    assert "Atw artikel 1 lid 2" in uitkomst.stappen[-1].waarom


@pytest.mark.parametrize("code", ["wmo_spoed", "avg_datalek", "pw_terugwerkend"])
def test_a_rule_without_a_day_explains_itself_and_needs_no_calendar(code) -> None:
    uitkomst = bereken(geleverde_regels()[code, ""], date(2030, 1, 1), kalender=Kalender())

    assert uitkomst.einddatum is None
    assert len(uitkomst.stappen) == 2


def test_the_nth_payment_follows_every_four_weeks_from_the_application() -> None:
    voorschot = geleverde_regels()["pw_voorschot", ""]

    data = [einde(voorschot, "2026-04-17", herhaling=keer) for keer in (1, 2, 3)]

    assert data == [date(2026, 5, 18), date(2026, 6, 12), date(2026, 7, 10)]


def test_a_payment_on_an_ordinary_day_has_no_earlier_target() -> None:
    voorschot = geleverde_regels()["pw_voorschot", ""]

    uitkomst = bereken(voorschot, date(2026, 6, 1), kalender=KALENDER)

    assert uitkomst.streefdatum is None


def test_working_days_skip_what_the_explanation_names() -> None:
    uitkomst = bereken(
        geleverde_regels()["istd_declaratie_antwoord", ""], date(2026, 5, 4), kalender=KALENDER
    )

    uitleg = " ".join(stap.waarom for stap in uitkomst.stappen)
    assert "Hemelvaartsdag" in uitleg
    assert "10e werkdag" in uitleg


# -- suspension and extension --------------------------------------------------------------


@pytest.mark.parametrize(
    ("aangevuld", "hersteltermijn", "dagen"),
    [
        (date(2026, 6, 25), date(2026, 6, 29), 9),
        (None, date(2026, 6, 29), 13),
        (date(2026, 7, 5), date(2026, 6, 29), 13),
        (date(2026, 6, 16), date(2026, 6, 29), 0),
        (date(2026, 6, 15), None, 0),
        (date(2026, 6, 17), None, 1),
    ],
)
def test_a_term_stands_still_until_completion_or_an_unused_recovery_term(
    aangevuld, hersteltermijn, dagen
) -> None:
    stilstand = stilstand_na_uitnodiging(
        uitgenodigd_op=date(2026, 6, 15),
        hersteltermijn_tot=hersteltermijn,
        aangevuld_op=aangevuld,
    )

    assert stilstand.van == date(2026, 6, 16)
    assert stilstand.dagen == dagen


def test_no_days_of_standing_still_move_nothing() -> None:
    niets = stilstand_na_uitnodiging(
        uitgenodigd_op=date(2026, 6, 15), aangevuld_op=date(2026, 6, 16)
    )

    assert einde(maak_regel(), "2026-06-01", stilstanden=[niets]) == date(2026, 7, 27)


def test_a_suspension_in_the_days_that_the_atw_added_runs_on_after_them() -> None:
    zaterdag = maak_regel(12, Eenheid.DAGEN)  # from 1 June: Saturday the 13th, so Monday the 15th
    zondag = Stilstand(van=date(2026, 6, 14), tot_en_met=date(2026, 6, 20))

    assert einde(zaterdag, "2026-06-01") == date(2026, 6, 15)
    assert einde(zaterdag, "2026-06-01", stilstanden=[zondag]) == date(2026, 6, 22)


@pytest.mark.parametrize(
    ("van", "tot"),
    [
        ("2026-06-01", "2026-06-05"),  # the day of the event itself
        ("2026-07-28", "2026-08-05"),  # after the last day
        ("2026-06-10", "2026-06-01"),  # ends before it begins
    ],
)
def test_a_suspension_outside_the_term_is_refused(van, tot) -> None:
    with pytest.raises(OpschortingOnmogelijk):
        einde(
            maak_regel(),
            "2026-06-01",
            stilstanden=[
                Stilstand(van=date.fromisoformat(van), tot_en_met=date.fromisoformat(tot))
            ],
        )


def test_suspensions_that_overlap_are_refused() -> None:
    eerste = Stilstand(van=date(2026, 6, 10), tot_en_met=date(2026, 6, 20))
    tweede = Stilstand(van=date(2026, 6, 20), tot_en_met=date(2026, 6, 25))

    with pytest.raises(OpschortingOnmogelijk, match="overlappen"):
        einde(maak_regel(), "2026-06-01", stilstanden=[tweede, eerste])


def test_an_invitation_without_an_end_is_refused() -> None:
    with pytest.raises(OpschortingOnmogelijk):
        stilstand_na_uitnodiging(uitgenodigd_op=date(2026, 6, 15))


def test_an_extension_makes_room_for_a_suspension_after_the_first_end() -> None:
    later = Stilstand(van=date(2026, 8, 3), tot_en_met=date(2026, 8, 7))
    uitstel = Uitstel(duur=Duur(6, Eenheid.WEKEN))

    met = einde(maak_regel(), "2026-06-01", stilstanden=[later], uitstel=[uitstel])

    assert met == date(2026, 9, 14)  # 27 July + 6 weeks + 5 days is a Saturday


def test_a_self_set_end_next_to_the_first_end_proposes_the_next_working_day() -> None:
    regel = maak_regel(
        verlenging=Verlengregel(artikel="Awb artikel 4:14 lid 3", wijze=Verlengwijze.ZELF_GESTELD)
    )

    uitkomst = bereken(
        regel,
        date(2026, 6, 5),
        kalender=KALENDER,
        uitstel=[Uitstel(duur=Duur(1, Eenheid.DAGEN))],
    )

    assert uitkomst.einddatum == date(2026, 8, 1)  # Friday 31 July and a day
    assert uitkomst.voorstel == date(2026, 8, 3)


@pytest.mark.parametrize(
    ("wijze", "verwacht"),
    [
        (Verlengwijze.WETTELIJK, date(2026, 8, 3)),  # Saturday 1 August and two days
        (Verlengwijze.ZELF_GESTELD, date(2026, 8, 5)),  # Monday 3 August and two days
        (Verlengwijze.MEEDELING, date(2026, 8, 3)),  # the end stays, the promise is 5 August
    ],
)
def test_an_extension_counts_from_the_end_that_its_article_means(wijze, verwacht) -> None:
    regel = maak_regel(verlenging=Verlengregel(artikel="Awb artikel 4:14", wijze=wijze))

    uitkomst = bereken(
        regel,
        date(2026, 6, 6),
        kalender=KALENDER,
        uitstel=[Uitstel(duur=Duur(2, Eenheid.DAGEN))],
    )

    assert uitkomst.einddatum == verwacht
    belofte = date(2026, 8, 5) if wijze is Verlengwijze.MEEDELING else None
    assert uitkomst.toegezegd == belofte


def test_a_suspension_may_hold_no_days_but_not_fewer() -> None:
    van = date(2026, 6, 16)

    assert Stilstand(van=van, tot_en_met=date(2026, 6, 15)).dagen == 0
    with pytest.raises(OpschortingOnmogelijk):
        Stilstand(van=van, tot_en_met=date(2026, 6, 14))


NIET_OP_TE_SCHORTEN = [
    regel for regel in geleverde_regels().values() if regel.soort is not Soort.BESLISTERMIJN
]


@pytest.mark.parametrize("regel", NIET_OP_TE_SCHORTEN, ids=lambda regel: regel.code)
def test_nothing_but_a_beslistermijn_is_suspended_or_extended(regel: Regel) -> None:
    stilstand = Stilstand(van=date(2026, 6, 10), tot_en_met=date(2026, 6, 12))

    with pytest.raises(OpschortenNietToegestaan, match="4:15"):
        einde(regel, "2026-06-01", stilstanden=[stilstand])
    with pytest.raises(VerlengenNietToegestaan, match="4:14"):
        einde(regel, "2026-06-01", uitstel=[Uitstel(duur=Duur(1, Eenheid.WEKEN))])


def test_a_beslistermijn_without_room_in_the_law_says_so() -> None:
    stilstand = Stilstand(van=date(2026, 6, 10), tot_en_met=date(2026, 6, 12))

    with pytest.raises(OpschortenNietToegestaan, match="AVG, artikel 12 lid 3"):
        einde(geleverde_regels()["avg_inzage", ""], "2026-06-01", stilstanden=[stilstand])


def test_a_reason_of_another_article_is_refused() -> None:
    stilstand = Stilstand(
        van=date(2026, 6, 10), tot_en_met=date(2026, 6, 12), grond=Opschortgrond.VERZUIM
    )

    with pytest.raises(OpschortenNietToegestaan):
        einde(maak_regel(), "2026-06-01", stilstanden=[stilstand])


@pytest.mark.parametrize(
    "uitstel",
    [
        [Duur(43, Eenheid.DAGEN)],
        [Duur(2, Eenheid.MAANDEN)],
        [Duur(0, Eenheid.WEKEN)],
        [Duur(3, Eenheid.WERKDAGEN)],
        [Duur(1, Eenheid.WEKEN), Duur(1, Eenheid.WEKEN)],
    ],
)
def test_too_long_too_often_or_not_in_calendar_units_is_refused(uitstel) -> None:
    with pytest.raises(VerlengenNietToegestaan):
        einde(maak_regel(), "2026-06-01", uitstel=[Uitstel(duur=duur) for duur in uitstel])


# -- what is asked -------------------------------------------------------------------------


def test_a_rule_counts_only_in_its_own_period() -> None:
    regel = maak_regel(geldig_van=date(2026, 1, 1), geldig_tot=date(2026, 6, 30))

    assert einde(regel, "2026-01-01") is not None
    assert einde(regel, "2026-06-30") is not None
    for dag in ("2025-12-31", "2026-07-01"):
        with pytest.raises(TermijnregelNietGeldig):
            einde(regel, dag)


@pytest.mark.parametrize("keer", [0, -1, 2])
def test_a_term_that_does_not_repeat_has_no_second_date(keer) -> None:
    with pytest.raises(HerhalingOnmogelijk):
        einde(maak_regel(), "2026-06-01", herhaling=keer)


@pytest.mark.parametrize("start", [date.max, date(9999, 12, 1)])
def test_the_end_of_the_calendar_is_refused(start) -> None:
    for regel in (maak_regel(), maak_regel(40, Eenheid.WERKDAGEN, telling=Telling.WERKDAG)):
        with pytest.raises((DatumOnmogelijk, FeestdagenOnbekend)):
            bereken(regel, start, kalender=KALENDER)


@pytest.mark.parametrize("tekst", ["2026-02-30", "2026-2-1", "20260201", "2026-W02-1", "", "nu"])
def test_only_an_existing_date_in_full_is_read(tekst) -> None:
    with pytest.raises(DatumOnmogelijk):
        read_datum(tekst)


@pytest.mark.parametrize(
    ("tekst", "duur"),
    [
        ("6 weken", Duur(6, Eenheid.WEKEN)),
        ("1-maand", Duur(1, Eenheid.MAANDEN)),
        ("P6W", Duur(6, Eenheid.WEKEN)),
        ("P28D", Duur(28, Eenheid.DAGEN)),
        ("3 werkdagen", Duur(3, Eenheid.WERKDAGEN)),
        ("72 uur", Duur(72, Eenheid.UREN)),
    ],
)
def test_a_duration_is_read_in_dutch_and_in_iso(tekst, duur) -> None:
    assert read_duur(tekst) == duur
    assert read_duur(str(duur)) == duur


@pytest.mark.parametrize("tekst", ["", "6", "weken", "P6", "P-6W", "zes weken", "6 eeuwen"])
def test_another_text_is_no_duration(tekst) -> None:
    with pytest.raises(DuurOnleesbaar):
        read_duur(tekst)


def test_a_date_in_words() -> None:
    assert in_woorden(date(2026, 4, 3)) == "vrijdag 3 april 2026"


# -- for the screens -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vandaag", "licht"),
    [
        ("2026-07-17", Stoplicht.RUIM),
        ("2026-07-20", Stoplicht.BIJNA),
        ("2026-07-27", Stoplicht.BIJNA),
        ("2026-07-28", Stoplicht.TE_LAAT),
    ],
)
def test_the_light_turns_in_the_last_five_working_days(vandaag, licht) -> None:
    assert stoplicht(date(2026, 7, 27), date.fromisoformat(vandaag)) is licht
    assert licht.label in {"ruim", "bijna", "te laat"}


def test_the_light_never_fails_on_an_unknown_year() -> None:
    assert stoplicht(date(2040, 1, 2), date(2039, 12, 30)) is Stoplicht.BIJNA


def test_working_days_between_two_days() -> None:
    assert werkdagen_tussen(date(2026, 4, 2), date(2026, 4, 9), KALENDER) == 3
    assert werkdagen_tussen(date(2026, 4, 9), date(2026, 4, 9), KALENDER) == 0


def test_the_last_working_day_before_a_holiday() -> None:
    assert laatste_werkdag(date(2026, 5, 15), KALENDER) == date(2026, 5, 13)
    assert laatste_werkdag(date(2026, 5, 13), KALENDER) == date(2026, 5, 13)
