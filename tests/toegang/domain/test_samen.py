"""Handing over, asking advice, asking a colleague to join."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Betrokkenheid
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory, member
from tests.factories.toegang import NU, VANDAAG, MeldingFactory
from tests.factories.werk import VerlofFactory
from toegang.domain.melding_stappen import start_onderzoek
from toegang.domain.samen import (
    answer_consult,
    ask_consult,
    hand_over,
    invite_colleague,
    withdraw_consult,
)
from toegang.exceptions import ConsultGesloten, StapNietMogelijk
from toegang.models import Consult, Melding, Overdracht
from toegang.queries.zicht import visible_meldingen

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def collega():
    return MedewerkerFactory(consulent=True, naam="Karin Lansink")


@pytest.fixture
def melding(consulent):
    return MeldingFactory(van_consulent=consulent, ontvangen_op=VANDAAG)


def ask(by, melding, aan, **change):
    given = {"vraag": "Is dit Wlz?", "uiterlijk_op": VANDAAG + 7 * DAG, "at": NU} | change
    return ask_consult(by=by, melding_id=melding.pk, aan_id=aan.pk, **given)


def test_handing_over_moves_melding_and_dossier_and_tells_once(consulent, collega, melding):
    made = hand_over(
        by=consulent, melding_id=melding.pk, naar_id=collega.pk, notitie="Belt liever 's ochtends",
        at=NU,
    )  # fmt: skip

    melding.refresh_from_db()
    assert (made.van, made.naar, melding.consulent) == (consulent, collega, collega)
    assert is_involved(collega, melding.huishouden_id, op=VANDAAG)
    assert not is_involved(consulent, melding.huishouden_id, op=VANDAAG + DAG)
    message = Bericht.objects.get()
    assert (message.voor, message.soort) == (collega, "overgedragen")
    assert message.notitie == "Belt liever 's ochtends"


def test_handing_over_needs_words_and_another_colleague(consulent, collega, melding):
    who = {"by": consulent, "melding_id": melding.pk, "at": NU}
    with pytest.raises(OngeldigeInvoer):
        hand_over(**who, naar_id=collega.pk, notitie="  ")
    with pytest.raises(OngeldigeInvoer):
        hand_over(**who, naar_id=consulent.pk, notitie="x")
    with pytest.raises(OngeldigeInvoer):
        hand_over(**who, naar_id=MedewerkerFactory().pk, notitie="x")
    with pytest.raises(Verouderd):
        hand_over(**who, naar_id=collega.pk, notitie="x", revisie=99)
    assert not Overdracht.objects.exists()


def test_a_closed_melding_is_not_handed_over(consulent, collega):
    closed = MeldingFactory(afgerond=True, van_consulent=consulent)

    with pytest.raises(StapNietMogelijk):
        hand_over(by=consulent, melding_id=closed.pk, naar_id=collega.pk, notitie="x", at=NU)


def test_without_its_log_line_nothing_is_handed_over(consulent, collega, melding, monkeypatch):
    monkeypatch.setattr("toegang.domain.melding.log_change", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        hand_over(by=consulent, melding_id=melding.pk, naar_id=collega.pk, notitie="x", at=NU)
    assert Melding.objects.get().consulent == consulent
    assert not Bericht.objects.exists()


def test_who_is_asked_may_look_until_two_weeks_after_the_day(consulent, collega, melding):
    ask(consulent, melding, collega)

    days = [0, 21, 22]
    seen = [is_involved(collega, melding.huishouden_id, op=VANDAAG + n * DAG) for n in days]
    assert seen == [True, True, False]
    assert Bericht.objects.get(voor=collega).soort == "consult"


def test_asking_again_makes_the_time_longer_and_not_shorter(consulent, collega, melding):
    ask(consulent, melding, collega, uiterlijk_op=VANDAAG + 30 * DAG)
    ask(consulent, melding, collega)

    assert Betrokkenheid.objects.get(medewerker=collega).tot == VANDAAG + 44 * DAG


def test_an_answer_comes_back_once(consulent, collega, melding):
    asked = ask(consulent, melding, collega)

    done = answer_consult(by=collega, consult_id=asked.pk, antwoord="Ja, Wlz.", at=NU)

    assert (done.status, done.antwoord) == ("beantwoord", "Ja, Wlz.")
    assert Bericht.objects.get(voor=consulent).soort == "antwoord"
    with pytest.raises(ConsultGesloten):
        answer_consult(by=collega, consult_id=asked.pk, antwoord="Toch niet", at=NU)


def test_only_who_was_asked_answers_and_only_who_asked_takes_back(consulent, collega, melding):
    asked = ask(consulent, melding, collega)

    with pytest.raises(NietGevonden):
        answer_consult(by=consulent, consult_id=asked.pk, antwoord="x", at=NU)
    with pytest.raises(NietGevonden):
        withdraw_consult(by=collega, consult_id=asked.pk, at=NU)
    assert withdraw_consult(by=consulent, consult_id=asked.pk, at=NU).status == "ingetrokken"


def test_a_question_that_is_taken_back_closes_the_dossier(consulent, collega, melding):
    first, second = ask(consulent, melding, collega), ask(consulent, melding, collega)
    home, tomorrow = melding.huishouden_id, VANDAAG + DAG

    withdraw_consult(by=consulent, consult_id=first.pk, at=NU)
    assert is_involved(collega, home, op=tomorrow)
    withdraw_consult(by=consulent, consult_id=second.pk, at=NU)

    assert is_involved(collega, home, op=VANDAAG)
    assert not is_involved(collega, home, op=tomorrow)


def test_who_was_asked_hears_that_the_question_is_off(consulent, collega, melding):
    asked = ask(consulent, melding, collega)

    withdraw_consult(by=consulent, consult_id=asked.pk, at=NU)

    told = collega.berichten.exclude(titel__contains="vraagt uw advies").get()
    assert told.titel == f"{consulent.naam} trok de vraag om advies bij melding {melding.nummer} in"
    assert (told.notitie, told.adres) == ("U hoeft niets meer te doen.", "/")
    assert not consulent.berichten.exists()


def test_who_took_the_melding_over_takes_the_question_back(consulent, collega, melding):
    asked, karin = ask(consulent, melding, collega), MedewerkerFactory(consulent=True)
    with pytest.raises(NietGevonden):
        withdraw_consult(by=karin, consult_id=asked.pk, at=NU)
    hand_over(by=consulent, melding_id=melding.pk, naar_id=karin.pk, notitie="x", at=NU)

    withdraw_consult(by=karin, consult_id=asked.pk, at=NU)

    asked.refresh_from_db()
    assert asked.status == "ingetrokken"
    assert consulent.berichten.get().titel.startswith(f"{karin.naam} trok de vraag om advies")


def test_when_both_have_left_who_leads_the_team_takes_it_back(consulent, collega):
    team = TeamFactory(code="wmo")
    leider, other = member(team, teamleider=True), MedewerkerFactory(teamleider=True)
    melding = MeldingFactory(van_consulent=consulent, ontvangen_op=VANDAAG, team=team)
    asked = ask(consulent, melding, collega)
    with pytest.raises(NietGevonden):
        withdraw_consult(by=leider, consult_id=asked.pk, at=NU)
    type(consulent).objects.filter(pk=consulent.pk).update(is_active=False)

    with pytest.raises(NietGevonden):
        withdraw_consult(by=other, consult_id=asked.pk, at=NU)
    assert withdraw_consult(by=leider, consult_id=asked.pk, at=NU).status == "ingetrokken"


def test_who_no_longer_works_in_meldingen_takes_nothing_back(consulent, collega, melding):
    asked = ask(consulent, melding, collega)
    consulent.rollen = ["beleid"]
    consulent.save()

    with pytest.raises(GeenRecht):
        withdraw_consult(by=consulent, consult_id=asked.pk, at=NU)


def test_what_was_promised_with_an_answer_stays_when_another_question_is_off(
    consulent, collega, melding
):
    """The dossier stays open until two weeks after the day of the question that was answered."""
    first = ask(consulent, melding, collega, uiterlijk_op=VANDAAG + 3 * DAG)
    answer_consult(by=collega, consult_id=first.pk, antwoord="Ja.", at=NU)
    second = ask(consulent, melding, collega, uiterlijk_op=VANDAAG + 30 * DAG)

    withdraw_consult(by=consulent, consult_id=second.pk, at=NU)

    days = [0, 17, 18]
    seen = [is_involved(collega, melding.huishouden_id, op=VANDAAG + n * DAG) for n in days]
    assert seen == [True, True, False]


@pytest.mark.parametrize(
    "change",
    [{"vraag": " "}, {"uiterlijk_op": VANDAAG - DAG}, {"uiterlijk_op": VANDAAG + 367 * DAG}],
)
def test_impossible_questions_are_refused(consulent, collega, melding, change):
    with pytest.raises(OngeldigeInvoer):
        ask(consulent, melding, collega, **change)
    assert not Consult.objects.exists()


def test_nobody_asks_themselves_or_about_the_melding_of_others(consulent, collega, melding):
    with pytest.raises(OngeldigeInvoer):
        ask(consulent, melding, consulent)
    with pytest.raises(NietGevonden):
        ask(collega, melding, consulent)
    with pytest.raises(GeenRecht):
        ask(MedewerkerFactory(), melding, consulent)


def test_a_colleague_who_joins_may_work_for_as_long_as_was_said(consulent, collega, melding):
    made = invite_colleague(
        by=consulent,
        melding_id=melding.pk,
        medewerker_id=collega.pk,
        tot=VANDAAG + 30 * DAG,
        reden="Kennis van schulden",
        at=NU,
    )

    assert (made.grond, made.van, made.tot) == ("meedoen", VANDAAG, VANDAAG + 30 * DAG)
    assert visible_meldingen(collega, op=VANDAAG).filter(pk=melding.pk).exists()
    assert not is_involved(collega, melding.huishouden_id, op=VANDAAG + 31 * DAG)


@pytest.mark.parametrize(
    "change",
    [{"tot": VANDAAG - DAG}, {"tot": VANDAAG + 999 * DAG}, {"reden": ""}],
)
def test_an_invitation_has_an_end_and_a_reason(consulent, collega, melding, change):
    given = {"tot": VANDAAG, "reden": "x"} | change

    with pytest.raises(OngeldigeInvoer):
        invite_colleague(
            by=consulent, melding_id=melding.pk, medewerker_id=collega.pk, at=NU, **given
        )


def test_a_substitute_works_on_and_the_log_says_for_whom(consulent, collega, melding):
    VerlofFactory(medewerker=consulent, vervanger=collega)

    start_onderzoek(by=collega, melding_id=melding.pk, at=NU)

    line = Wijzigingsregel.objects.get(handeling="onderzoek begonnen")
    assert line.medewerker_id == collega.pk
    assert line.wijziging["vervangt"] == str(consulent.pk)
