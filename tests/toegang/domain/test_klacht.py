"""Complaints: taken by everybody, read by few, never handled by whom they are about."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Toegangsregel, Wijzigingsregel
from hengelo_sociaal.termijnen.exceptions import VerlengenNietToegestaan
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, InwonerFactory, MeldingFactory
from toegang.domain.klacht import (
    assign_klacht,
    look_at_klacht,
    postpone_klacht,
    receive_klacht,
    settle_klacht,
)
from toegang.exceptions import KlachtAfgehandeld, KlachtOverZelf
from toegang.models import Klacht

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def jurist():
    return MedewerkerFactory(jurist=True)


def receive(by, **change):
    melding = change.pop("melding", None) or MeldingFactory()
    given = {
        "inwoner_id": melding.inwoner_id,
        "melding_id": melding.pk,
        "ontvangen_op": VANDAAG,
        "onderwerp": "bejegening",
        "omschrijving": "Ik werd niet gehoord.",
        "at": NU,
    } | change
    return receive_klacht(by=by, **given)


def settle(by, klacht, **change):
    given = {"op": VANDAAG, "uitkomst": "gegrond", "conclusie": "Excuses.", "at": NU} | change
    return settle_klacht(by=by, klacht_id=klacht.pk, **given)


def test_a_complaint_starts_its_six_weeks_and_the_jurist_hears_of_it(loket, jurist):
    klacht = receive(loket)

    assert klacht.nummer.startswith("K-2026-")
    assert klacht.termijn.einddatum == dt.date(2026, 12, 29)
    assert Bericht.objects.get().voor == jurist
    assert Wijzigingsregel.objects.filter(object_id=klacht.pk).count() == 1


def test_with_a_committee_it_takes_ten_weeks(loket):
    assert receive(loket, commissie=True).termijn.einddatum == dt.date(2027, 1, 26)


@pytest.mark.parametrize("rol", ["loket", "consulent", "teamleider", "jurist"])
def test_everybody_who_speaks_with_residents_takes_complaints(rol):
    assert receive(MedewerkerFactory(rollen=[rol]))


@pytest.mark.parametrize("rol", ["vindplaats", "beleid", "beheer", "privacy"])
def test_others_take_none(rol):
    with pytest.raises(GeenRecht):
        receive(MedewerkerFactory(rollen=[rol]))
    assert not Klacht.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"onderwerp": "weer"},
        {"omschrijving": "  "},
        {"ontvangen_op": VANDAAG + DAG},
        {"over_id": "019a0000-0000-7000-8000-000000000000"},
    ],
)
def test_impossible_complaints_are_refused(loket, change):
    with pytest.raises(OngeldigeInvoer):
        receive(loket, **change)


def test_a_melding_of_somebody_else_is_not_there(loket):
    with pytest.raises(NietGevonden):
        receive(loket, inwoner_id=InwonerFactory().pk)


def test_nobody_sees_or_handles_a_complaint_about_themselves(loket, jurist):
    klacht = receive(loket, over_id=jurist.pk)
    other = MedewerkerFactory(jurist=True)

    with pytest.raises(NietGevonden):
        look_at_klacht(by=jurist, klacht_id=klacht.pk, at=NU)
    with pytest.raises(KlachtOverZelf):
        assign_klacht(by=other, klacht_id=klacht.pk, behandelaar_id=jurist.pk, at=NU)
    assert not Bericht.objects.filter(voor=jurist).exists()


def test_the_counter_does_not_read_what_it_took_down(loket, jurist):
    klacht = receive(loket)

    with pytest.raises(GeenRecht):
        look_at_klacht(by=loket, klacht_id=klacht.pk, at=NU)
    assert look_at_klacht(by=jurist, klacht_id=klacht.pk, at=NU) == klacht
    assert Toegangsregel.objects.get(soort="klacht").inwoners == [klacht.inwoner_id]


def test_a_handler_is_told(loket, jurist):
    klacht = receive(loket)
    leider = MedewerkerFactory(teamleider=True)

    given = assign_klacht(by=jurist, klacht_id=klacht.pk, behandelaar_id=leider.pk, at=NU)

    assert (given.behandelaar, given.status) == (leider, "behandeling")
    assert Bericht.objects.filter(voor=leider, soort="klacht").count() == 1
    with pytest.raises(OngeldigeInvoer):
        assign_klacht(by=jurist, klacht_id=klacht.pk, behandelaar_id=loket.pk, at=NU)


def test_four_weeks_more_once(loket, jurist):
    klacht = receive(loket)

    later = postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)

    assert later.termijn.einddatum == dt.date(2027, 1, 26)
    with pytest.raises(VerlengenNietToegestaan):
        postpone_klacht(by=jurist, klacht_id=klacht.pk, kennisgeving_op=VANDAAG, at=NU)


def test_an_answer_ends_it(loket, jurist):
    klacht = settle(jurist, receive(loket))

    klacht.termijn.refresh_from_db()
    assert (klacht.status, klacht.uitkomst, klacht.behandelaar) == (
        "afgehandeld", "gegrond", jurist,
    )  # fmt: skip
    assert klacht.termijn.status == "gehaald"
    with pytest.raises(KlachtAfgehandeld):
        settle(jurist, klacht)


def test_a_late_answer_is_late(loket, jurist):
    klacht = receive(loket)

    settle(jurist, klacht, op=VANDAAG + 60 * DAG, at=NU + 60 * DAG)

    klacht.termijn.refresh_from_db()
    assert klacht.termijn.status == "verlopen"


def test_an_answer_needs_an_outcome_and_a_possible_day(loket, jurist):
    klacht = receive(loket)

    with pytest.raises(OngeldigeInvoer):
        settle(jurist, klacht, uitkomst="misschien")
    with pytest.raises(OngeldigeInvoer):
        settle(jurist, klacht, op=VANDAAG - DAG)
    with pytest.raises(Verouderd):
        settle(jurist, klacht, revisie=7)
    with pytest.raises(GeenRecht):
        settle(loket, klacht)


def test_without_its_log_line_there_is_no_complaint(loket, monkeypatch):
    monkeypatch.setattr("toegang.domain.klacht.log_change", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        receive(loket)
    assert not Klacht.objects.exists()
