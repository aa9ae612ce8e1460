"""Urgency, a plan of one's own, and an independent supporter."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, HulpvraagFactory, MeldingFactory
from toegang.domain.melding import make_melding
from toegang.domain.melding_onderzoek import (
    mark_urgent,
    offer_client_support,
    receive_personal_plan,
)
from toegang.domain.termijnen import complete_term
from toegang.exceptions import SpoedNietMogelijk, StapNietMogelijk

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


def made(by, wet, **change):
    return make_melding(
        by=by, hulpvraag_id=HulpvraagFactory().pk, wet=wet, ontvangen_op=VANDAAG, at=NU, **change
    )


def codes(melding):
    return set(melding.termijnen.values_list("regel__code", flat=True))


@pytest.mark.parametrize(
    ("wet", "veld", "code"),
    [("wmo", "spoed", "wmo_spoed"), ("wgs", "bedreigend", "wgs_bedreigend")],
)
def test_urgency_starts_the_strict_term_from_the_day_of_receipt(consulent, wet, veld, code):
    melding = made(consulent, wet)

    urgent = mark_urgent(by=consulent, melding_id=melding.pk, at=NU + 3 * DAG)

    assert getattr(urgent, veld)
    assert melding.termijnen.get(regel__code=code).start == VANDAAG
    with pytest.raises(StapNietMogelijk):
        mark_urgent(by=consulent, melding_id=melding.pk, at=NU + 3 * DAG)


def test_an_urgent_wmo_melding_starts_its_term_at_once_and_ends_by_hand(consulent):
    melding = made(consulent, "wmo", spoed=True)
    term = melding.termijnen.get(regel__code="wmo_spoed")

    done = complete_term(by=consulent, termijn_id=term.pk, op=VANDAAG, at=NU)

    assert (melding.spoed, done.status) == (True, "gehaald")
    assert codes(melding) == {"wmo_spoed", "wmo_onderzoek", "wmo_persoonlijk_plan"}


def test_other_laws_know_no_urgent_procedure(consulent):
    assert made(consulent, "jeugdwet", spoed=True).spoed is False
    with pytest.raises(SpoedNietMogelijk):
        mark_urgent(by=consulent, melding_id=made(consulent, "jeugdwet").pk, at=NU)


def test_a_plan_of_ones_own_meets_its_seven_days(consulent):
    melding = made(consulent, "wmo")

    got = receive_personal_plan(
        by=consulent, melding_id=melding.pk, op=VANDAAG + 2 * DAG, at=NU + 2 * DAG
    )

    assert got.persoonlijk_plan_op == VANDAAG + 2 * DAG
    assert melding.termijnen.get(regel__code="wmo_persoonlijk_plan").status == "gehaald"


def test_a_plan_is_of_the_wmo_and_not_from_before_the_melding(consulent):
    with pytest.raises(StapNietMogelijk):
        receive_personal_plan(by=consulent, melding_id=made(consulent, "wgs").pk, op=VANDAAG, at=NU)
    with pytest.raises(OngeldigeInvoer):
        receive_personal_plan(
            by=consulent, melding_id=made(consulent, "wmo").pk, op=VANDAAG - DAG, at=NU
        )


def test_the_answer_about_a_supporter_is_kept_and_may_change(consulent):
    melding = made(consulent, "participatiewet")
    who = {"by": consulent, "melding_id": melding.pk, "op": VANDAAG, "at": NU}

    offer_client_support(**who, antwoord="later")
    changed = offer_client_support(**who, antwoord="ja")

    assert changed.ondersteuning_antwoord == "ja"
    lines = Wijzigingsregel.objects.filter(handeling="cliëntondersteuning aangeboden")
    assert [line.wijziging["antwoord"] for line in lines.order_by("id")] == [
        ["", "later"],
        ["later", "ja"],
    ]


def test_what_is_refused(consulent):
    melding = made(consulent, "wmo")
    closed = MeldingFactory(afgerond=True)
    who = {"by": consulent, "op": VANDAAG, "at": NU}
    with pytest.raises(OngeldigeInvoer):
        offer_client_support(**who, melding_id=melding.pk, antwoord="misschien")
    with pytest.raises(OngeldigeInvoer):
        offer_client_support(**who | {"op": VANDAAG + DAG}, melding_id=melding.pk, antwoord="ja")
    with pytest.raises(StapNietMogelijk):
        offer_client_support(**who, melding_id=closed.pk, antwoord="ja")
    with pytest.raises(Verouderd):
        offer_client_support(**who, melding_id=melding.pk, antwoord="ja", revisie=9)


@pytest.mark.parametrize("act", [mark_urgent, receive_personal_plan, offer_client_support])
def test_only_who_treats_the_melding(consulent, act):
    other = MedewerkerFactory(consulent=True)
    melding = MeldingFactory(van_consulent=other)
    extra = {
        mark_urgent: {},
        receive_personal_plan: {"op": VANDAAG},
        offer_client_support: {"op": VANDAAG, "antwoord": "ja"},
    }[act]

    with pytest.raises(NietGevonden):
        act(by=consulent, melding_id=melding.pk, at=NU, **extra)
    with pytest.raises(GeenRecht):
        act(by=MedewerkerFactory(), melding_id=melding.pk, at=NU, **extra)
