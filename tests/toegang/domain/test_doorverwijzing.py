"""A question to a partner, with the answer coming back or a reminder."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, ContactFactory, HulpvraagFactory
from tests.factories.voorzieningen import OrganisatieFactory
from toegang.domain.doorverwijzing import record_answer, refer_to_partner, remind_unanswered
from toegang.exceptions import AnoniemGeenMelding, DoorverwijzingBeantwoord, ToestemmingPartner
from toegang.models import Doorverwijzing, Hulpvraag

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def partner():
    return OrganisatieFactory(naam="Wijkracht")


def refer(by, partner, hulpvraag=None, **change):
    hulpvraag = hulpvraag or HulpvraagFactory(uitkomst_id="open")
    given = {"vraag": "Kennismaken met het maatje", "warm": True, "toestemming": True} | change
    return refer_to_partner(
        by=by, hulpvraag_id=hulpvraag.pk, organisatie_id=partner.pk, at=NU, **given
    )


def answer(by, made, status, **change):
    given = {"op": VANDAAG, "at": NU} | change
    return record_answer(by=by, doorverwijzing_id=made.pk, status=status, **given)


def test_an_open_question_is_referred_and_one_with_a_melding_keeps_its_outcome(loket, partner):
    made = refer(loket, partner)
    other = HulpvraagFactory(uitkomst_id="melding")
    refer(loket, partner, other)

    assert Hulpvraag.objects.get(pk=made.hulpvraag_id).uitkomst_id == "doorverwezen"
    other.refresh_from_db()
    assert other.uitkomst_id == "melding"
    assert made.herinneren_op == VANDAAG + 14 * DAG
    assert Wijzigingsregel.objects.filter(soort="doorverwijzing").count() == 2


def test_nothing_goes_to_a_partner_without_consent_or_without_a_name(loket, partner):
    with pytest.raises(ToestemmingPartner):
        refer(loket, partner, toestemming=False)
    with pytest.raises(AnoniemGeenMelding):
        refer(loket, partner, HulpvraagFactory(contact=ContactFactory()))
    with pytest.raises(OngeldigeInvoer):
        refer(loket, partner, vraag=" ")
    assert not Doorverwijzing.objects.exists()


@pytest.mark.parametrize("rol", ["jurist", "vindplaats", "beleid"])
def test_who_may_not_refer(rol, partner):
    with pytest.raises(GeenRecht):
        refer(MedewerkerFactory(rollen=[rol]), partner)


def test_taking_it_up_waits_for_the_answer_and_an_answer_ends_it(loket, consulent, partner):
    made = refer(consulent, partner)

    taken = answer(loket, made, "geaccepteerd")
    assert (taken.is_open, taken.status) == (True, "geaccepteerd")
    done = answer(loket, made, "beantwoord", antwoord="Maatje gevonden")

    assert (done.is_open, done.antwoord) == (False, "Maatje gevonden")
    assert Bericht.objects.filter(voor=consulent, soort="partner").count() == 2
    with pytest.raises(DoorverwijzingBeantwoord):
        answer(loket, made, "geweigerd")


def test_impossible_answers_are_refused(loket, consulent, partner):
    made = refer(loket, partner)

    with pytest.raises(OngeldigeInvoer):
        answer(loket, made, "gevraagd")
    with pytest.raises(OngeldigeInvoer):
        answer(loket, made, "beantwoord", op=VANDAAG + DAG)
    with pytest.raises(NietGevonden):
        answer(consulent, made, "beantwoord")


def test_no_answer_brings_a_reminder_every_two_weeks(loket, partner):
    refer(loket, partner)

    told = [remind_unanswered(at=NU + n * DAG) for n in (13, 14, 14, 15, 28)]

    assert told == [0, 1, 0, 0, 1]
    assert Bericht.objects.filter(voor=loket, titel__startswith="Nog geen antwoord").count() == 2


def test_an_answered_question_is_not_reminded_of(loket, partner):
    answer(loket, refer(loket, partner), "geweigerd")

    assert remind_unanswered(at=NU + 90 * DAG) == 0


def test_without_its_log_line_nothing_is_referred(loket, partner, monkeypatch):
    vraag = HulpvraagFactory(uitkomst_id="open")
    monkeypatch.setattr("toegang.domain.doorverwijzing.log_change", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        refer(loket, partner, vraag)
    vraag.refresh_from_db()
    assert vraag.uitkomst_id == "open"
