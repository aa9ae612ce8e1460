"""A letter that we are late, and what it costs until the besluit comes."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, HulpvraagFactory
from toegang.domain.dwangsom import confirm_dwangsom, dwangsom_of, receive_ingebrekestelling
from toegang.domain.melding import assign_melding, make_melding
from toegang.domain.melding_stappen import (
    decide_melding,
    finish_onderzoek,
    start_onderzoek,
    withdraw_melding,
)
from toegang.exceptions import AlInGebreke, GeenBeslistermijn, StapNietMogelijk
from toegang.models import Ingebrekestelling

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def melding(consulent):
    """A question under the Jeugdwet, with eight weeks to decide: until 12 January 2027."""
    made = make_melding(
        by=consulent, hulpvraag_id=HulpvraagFactory().pk, wet="jeugdwet", ontvangen_op=VANDAAG,
        at=NU,
    )  # fmt: skip
    return assign_melding(by=consulent, melding_id=made.pk, consulent_id=consulent.pk, at=NU)


@pytest.fixture
def besluit(melding):
    return melding.termijnen.get()


def letter(by, besluit, dagen_na, **change):
    day = besluit.einddatum + dagen_na * DAG
    return receive_ingebrekestelling(
        by=by, termijn_id=besluit.pk, ontvangen_op=day, at=NU + 200 * DAG, **change
    )


def test_two_weeks_after_the_letter_it_begins(consulent, besluit):
    made = letter(consulent, besluit, 3)

    assert besluit.einddatum == dt.date(2027, 1, 12)
    assert made.eerste_dag == dt.date(2027, 1, 30)  # the 15th, and fourteen days
    assert [step["datum"] for step in made.stappen][-1] == "2027-01-29"
    assert Wijzigingsregel.objects.filter(handeling="ingebrekestelling ontvangen").count() == 1


def test_it_is_computed_for_the_day_somebody_looks(consulent, besluit):
    made = letter(consulent, besluit, 3)

    owed = [dwangsom_of(made, op=made.eerste_dag + n * DAG).bedrag for n in (-1, 0, 13, 41, 99)]

    assert owed == [0, 2300, 32_200, 144_200, 144_200]


def test_a_letter_within_the_term_is_too_early_and_the_next_one_counts(consulent, besluit):
    early = letter(consulent, besluit, 0)
    assert (early.geen_dwangsom, early.eerste_dag) == ("te-vroeg", None)
    assert dwangsom_of(early, op=VANDAAG + 400 * DAG) is None

    later = letter(consulent, besluit, 1)

    assert (later.geen_dwangsom, later.pk) == ("", early.pk)
    with pytest.raises(AlInGebreke):
        letter(consulent, besluit, 2)


def test_a_reason_of_the_law_brings_no_dwangsom(consulent, besluit):
    made = letter(consulent, besluit, 300 - 200, geen_dwangsom="onredelijk-laat")

    assert dwangsom_of(made, op=VANDAAG + 400 * DAG) is None


def test_the_besluit_fixes_the_amount_and_its_own_day_does_not_count(consulent, melding, besluit):
    made = letter(consulent, besluit, 3)
    day = made.eerste_dag + 2 * DAG
    who = {"by": consulent, "melding_id": melding.pk, "at": NU + 200 * DAG}
    start_onderzoek(**who)
    finish_onderzoek(**who, op=day, ondersteuning_nodig=False)

    decide_melding(**who, op=day, toegekend=False)

    made.refresh_from_db()
    assert (made.gestopt_op, made.bedrag) == (day, 4600)
    assert dwangsom_of(made, op=day + 90 * DAG).bedrag == 4600


def test_a_withdrawn_application_stops_it_too(consulent, melding, besluit):
    made = letter(consulent, besluit, 3)

    withdraw_melding(
        by=consulent, melding_id=melding.pk, reden="inwoner-trekt-in", at=NU + 60 * DAG
    )

    made.refresh_from_db()
    assert made.bedrag == 0


def test_the_amount_is_confirmed_once_after_the_besluit(consulent, melding, besluit):
    made = letter(consulent, besluit, 3)
    who = {"by": consulent, "melding_id": melding.pk, "at": NU + 200 * DAG}
    with pytest.raises(StapNietMogelijk):
        confirm_dwangsom(**who, op=made.eerste_dag)
    start_onderzoek(**who)
    finish_onderzoek(**who, op=made.eerste_dag, ondersteuning_nodig=False)
    decide_melding(**who, op=made.eerste_dag + DAG, toegekend=False)

    with pytest.raises(OngeldigeInvoer):
        confirm_dwangsom(**who, op=made.eerste_dag)
    confirm_dwangsom(**who, op=made.eerste_dag + 10 * DAG)

    with pytest.raises(StapNietMogelijk):
        confirm_dwangsom(**who, op=made.eerste_dag + 11 * DAG)


def test_only_a_besluit_can_be_in_default(consulent):
    wmo = make_melding(
        by=consulent, hulpvraag_id=HulpvraagFactory().pk, wet="wmo", ontvangen_op=VANDAAG, at=NU
    )
    onderzoek = wmo.termijnen.get(regel__code="wmo_onderzoek")

    with pytest.raises(GeenBeslistermijn):
        letter(consulent, onderzoek, 3)


def test_only_who_treats_the_melding_notes_it(melding, besluit):
    elders = MedewerkerFactory(consulent=True)
    with pytest.raises(NietGevonden):
        letter(elders, besluit, 3)
    with pytest.raises(GeenRecht):
        letter(MedewerkerFactory(), besluit, 3)
    assert not Ingebrekestelling.objects.exists()


def test_the_consulent_is_told_when_a_colleague_notes_it(consulent, melding, besluit):
    leider = MedewerkerFactory(teamleider=True)

    involve(medewerker=leider, huishouden_id=melding.huishouden_id, grond=Grond.TEAM, op=VANDAAG)

    letter(leider, besluit, 3)

    assert "Dwangsom vanaf 30-01-2027" in Bericht.objects.get(soort="termijn", voor=consulent).titel


def test_without_its_log_line_nothing_is_noted(consulent, besluit, monkeypatch):
    monkeypatch.setattr("toegang.domain.melding.log_change", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        letter(consulent, besluit, 3)
    assert not Ingebrekestelling.objects.exists()
