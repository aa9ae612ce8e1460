import datetime as dt
from functools import partial

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import involve, is_involved
from hengelo_sociaal.medewerkers.models import Grond
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    HulpvraagFactory,
    InwonerFactory,
    MeldingFactory,
)
from toegang.domain.contact import withdraw_contact
from toegang.domain.melding import make_melding
from toegang.domain.melding_stappen import (
    close_melding,
    decide_melding,
    finish_onderzoek,
    receive_aanvraag,
    reopen_melding,
    start_onderzoek,
    withdraw_melding,
)
from toegang.exceptions import (
    ContactIngetrokken,
    HuisbezoekNodig,
    MeldingBestaatAl,
    OnderzoekEerst,
    StapNietMogelijk,
    ZoektermijnLoopt,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def melding(loket):
    """A Wmo melding of today, with its terms."""
    return make_melding(
        by=loket, hulpvraag_id=HulpvraagFactory().pk, wet="wmo", ontvangen_op=VANDAAG, at=NU
    )


def status_of(melding, code):
    return melding.termijnen.get(regel__code=code).status


def later(days):
    return {"op": VANDAAG + dt.timedelta(days=days), "at": NU + dt.timedelta(days=days)}


def test_the_whole_way_of_a_wmo_melding(consulent, melding):
    who = {"by": consulent, "melding_id": melding.pk}
    HuisbezoekFactory(uitgevoerd=True, huishouden=melding.huishouden)

    start_onderzoek(**who, at=NU)
    done = finish_onderzoek(**who, **later(20), ondersteuning_nodig=True)
    assert (done.status, status_of(melding, "wmo_onderzoek")) == ("onderzocht", "gehaald")
    applied = receive_aanvraag(**who, **later(21))
    assert (applied.status, status_of(melding, "wmo_besluit")) == ("aanvraag", "loopt")
    decided = decide_melding(**who, **later(30), toegekend=True)

    assert (decided.status, decided.afgerond_op) == ("afgerond", VANDAAG + dt.timedelta(days=30))
    assert status_of(melding, "wmo_besluit") == "gehaald"
    assert Wijzigingsregel.objects.filter(object_id=melding.pk).count() == 5


def test_the_seven_days_for_a_personal_plan_end_with_the_onderzoek(consulent, melding):
    who = {"by": consulent, "melding_id": melding.pk}
    start_onderzoek(**who, at=NU)
    assert status_of(melding, "wmo_persoonlijk_plan") == "loopt"

    finish_onderzoek(**who, **later(3), ondersteuning_nodig=False)

    assert status_of(melding, "wmo_persoonlijk_plan") == "vervallen"
    (line,) = Wijzigingsregel.objects.filter(handeling="termijn-vervallen")
    assert line.wijziging["reden"] == "onderzoek-afgerond"


def test_an_aanvraag_without_onderzoek_leaves_no_personal_plan_waiting(consulent, melding):
    receive_aanvraag(by=consulent, melding_id=melding.pk, **later(60))

    assert status_of(melding, "wmo_persoonlijk_plan") == "vervallen"
    assert status_of(melding, "wmo_besluit") == "loopt"


def test_support_for_the_first_time_needs_a_visit_or_a_reason(consulent, melding):
    who = {"by": consulent, "melding_id": melding.pk}
    start_onderzoek(**who, at=NU)

    with pytest.raises(HuisbezoekNodig):
        finish_onderzoek(**who, **later(1), ondersteuning_nodig=True)

    done = finish_onderzoek(**who, **later(1), ondersteuning_nodig=True, afgezien_reden="wil-niet")
    assert done.afgezien_reden_id == "wil-niet"


def test_no_visit_is_needed_when_no_support_is_or_when_they_were_here_before(consulent, melding):
    start_onderzoek(by=consulent, melding_id=melding.pk, at=NU)
    known = MeldingFactory(in_onderzoek=True, eerste_keer=False)

    none_needed = finish_onderzoek(
        by=consulent, melding_id=melding.pk, **later(1), ondersteuning_nodig=False
    )
    again = finish_onderzoek(
        by=consulent, melding_id=known.pk, **later(1), ondersteuning_nodig=True
    )

    assert none_needed.status == again.status == "onderzocht"


def test_an_application_under_the_wmo_comes_after_the_onderzoek(consulent, melding):
    who = {"by": consulent, "melding_id": melding.pk}

    with pytest.raises(OnderzoekEerst):
        receive_aanvraag(**who, **later(42))

    assert receive_aanvraag(**who, **later(43)).status == "aanvraag"


def test_under_27_the_application_waits_four_weeks(consulent):
    vraag = HulpvraagFactory()
    jongere = InwonerFactory(jongere=True)
    vraag.contact.inwoner = jongere
    vraag.contact.save()
    made = make_melding(
        by=consulent, hulpvraag_id=vraag.pk, wet="participatiewet", ontvangen_op=VANDAAG, at=NU
    )
    who = {"by": consulent, "melding_id": made.pk}

    with pytest.raises(ZoektermijnLoopt):
        receive_aanvraag(**who, **later(10))
    receive_aanvraag(**who, **later(10), zoektermijn_reden="pro-vso")

    assert status_of(made, "pw_zoektermijn") == "gehaald"
    assert status_of(made, "pw_besluit") == "loopt"


def test_the_besluit_term_of_a_debt_starts_with_the_talk(consulent):
    made = make_melding(
        by=consulent, hulpvraag_id=HulpvraagFactory().pk, wet="wgs", ontvangen_op=VANDAAG, at=NU
    )
    who = {"by": consulent, "melding_id": made.pk}

    start_onderzoek(**who, at=NU)
    finish_onderzoek(**who, **later(5), ondersteuning_nodig=True, afgezien_reden="gesprek-elders")

    assert status_of(made, "wgs_gesprek") == "gehaald"
    assert status_of(made, "wgs_besluit") == "loopt"
    assert decide_melding(**who, **later(9), toegekend=True).status == "afgerond"


def test_under_the_jeugdwet_the_question_is_the_application(consulent):
    made = make_melding(
        by=consulent,
        hulpvraag_id=HulpvraagFactory().pk,
        wet="jeugdwet",
        ontvangen_op=VANDAAG,
        at=NU,
    )
    who = {"by": consulent, "melding_id": made.pk}

    start_onderzoek(**who, at=NU)
    finish_onderzoek(**who, **later(5), ondersteuning_nodig=False)
    with pytest.raises(StapNietMogelijk):
        receive_aanvraag(**who, **later(6))

    assert decide_melding(**who, **later(9), toegekend=False).status == "afgerond"
    assert status_of(made, "jeugd_besluit") == "gehaald"


def test_a_melding_without_application_is_closed_not_decided(consulent, melding):
    who = {"by": consulent, "melding_id": melding.pk}

    with pytest.raises(StapNietMogelijk):
        decide_melding(**who, **later(1), toegekend=True)
    closed = close_melding(**who, **later(1))

    assert closed.status == "afgerond"
    assert status_of(melding, "wmo_onderzoek") == "vervallen"


def test_steps_come_in_their_order(consulent, melding):
    who = {"by": consulent, "melding_id": melding.pk}
    start_onderzoek(**who, at=NU)

    with pytest.raises(StapNietMogelijk) as refusal:
        start_onderzoek(**who, at=NU)
    with pytest.raises(StapNietMogelijk):
        close_melding(**who, **later(1))

    assert refusal.value.extra == {"status": "onderzoek"}


def test_withdrawing_ends_terms_and_reopening_does_not_give_time(consulent):
    vraag = HulpvraagFactory()
    made = make_melding(by=consulent, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=VANDAAG, at=NU)
    who = {"by": consulent, "melding_id": made.pk}

    withdraw_melding(**who, reden="inwoner-trekt-in", at=NU)
    vraag.refresh_from_db()
    assert vraag.uitkomst_id == "ingetrokken"
    assert status_of(made, "wmo_onderzoek") == "vervallen"
    reopened = reopen_melding(**who, reden="vergissing", at=NU + dt.timedelta(days=10))

    vraag.refresh_from_db()
    assert (reopened.status, vraag.uitkomst_id) == ("open", "melding")
    running = made.termijnen.get(regel__code="wmo_onderzoek", status="loopt")
    assert running.einddatum == dt.date(2026, 12, 29)


def test_withdrawing_ends_the_involvement_and_reopening_begins_it_again(consulent):
    melding = MeldingFactory(van_consulent=consulent)
    who = {"by": consulent, "melding_id": melding.pk}
    days = [VANDAAG + dt.timedelta(days=number) for number in (1, 9, 10, 30)]

    withdraw_melding(**who, reden="inwoner-trekt-in", at=NU)
    reopen_melding(**who, reden="vergissing", at=NU + dt.timedelta(days=10))

    involved = [is_involved(consulent, melding.huishouden_id, op=day) for day in days]
    assert involved == [False, False, True, True]


def test_who_treated_a_melding_is_no_longer_involved_when_it_is_done(consulent):
    melding = MeldingFactory(van_consulent=consulent, in_onderzoek=True, eerste_keer=False)
    who = {"by": consulent, "melding_id": melding.pk}

    finish_onderzoek(**who, op=VANDAAG, at=NU, ondersteuning_nodig=False)
    close_melding(**who, op=VANDAAG, at=NU)

    tomorrow = VANDAAG + dt.timedelta(days=1)
    assert not is_involved(consulent, melding.huishouden_id, op=tomorrow)


def test_a_day_of_before_the_melding_was_taken_over_ends_the_involvement_too(consulent):
    melding = MeldingFactory(in_onderzoek=True, eerste_keer=False)
    who, monday = {"by": consulent, "melding_id": melding.pk}, NU + dt.timedelta(days=3)
    melding.consulent = consulent
    melding.save()
    involve(
        medewerker=consulent,
        huishouden_id=melding.huishouden_id,
        grond=Grond.MELDING,
        op=monday.date(),
    )

    finish_onderzoek(**who, op=VANDAAG, at=monday, ondersteuning_nodig=False)
    close_melding(**who, op=VANDAAG, at=monday)

    assert is_involved(consulent, melding.huishouden_id, op=monday.date())
    tomorrow = monday.date() + dt.timedelta(days=1)
    assert not is_involved(consulent, melding.huishouden_id, op=tomorrow)


def test_a_step_on_an_older_state_is_refused(consulent, melding):
    with pytest.raises(Verouderd):
        start_onderzoek(by=consulent, melding_id=melding.pk, at=NU, revisie=7)


def test_rights_go_both_ways(loket, melding):
    other = MeldingFactory(van_consulent=None)

    with pytest.raises(GeenRecht):
        start_onderzoek(by=loket, melding_id=melding.pk, at=NU)
    assert other.status == "open"


def test_a_melding_of_a_colleague_is_not_found(consulent):
    melding = MeldingFactory(van_consulent=MedewerkerFactory(consulent=True))

    with pytest.raises(NietGevonden):
        start_onderzoek(by=consulent, melding_id=melding.pk, at=NU)


def test_nothing_is_done_before_the_melding_came_in(consulent):
    made = make_melding(
        by=consulent, hulpvraag_id=HulpvraagFactory().pk, wet="wi", ontvangen_op=VANDAAG, at=NU
    )
    before = {"by": consulent, "melding_id": made.pk, "op": VANDAAG - dt.timedelta(1), "at": NU}

    for step in (
        close_melding,
        receive_aanvraag,
        partial(decide_melding, toegekend=True),
        partial(finish_onderzoek, ondersteuning_nodig=False),
    ):
        with pytest.raises(OngeldigeInvoer):
            step(**before)


def test_a_melding_of_a_withdrawn_contact_is_not_taken_up_again(consulent, loket):
    melding = MeldingFactory()
    who = {"by": consulent, "melding_id": melding.pk, "at": NU}
    withdraw_melding(**who, reden="vergissing")
    withdraw_contact(by=loket, contact_id=melding.hulpvraag.contact_id, reden="vergissing", at=NU)

    with pytest.raises(ContactIngetrokken):
        reopen_melding(**who, reden="vergissing")


def test_a_second_melding_of_the_question_stops_reopening_the_first(consulent):
    melding = MeldingFactory()
    who = {"by": consulent, "at": NU}
    withdraw_melding(**who, melding_id=melding.pk, reden="vergissing")
    make_melding(**who, hulpvraag_id=melding.hulpvraag_id, wet="wi", ontvangen_op=VANDAAG)

    with pytest.raises(MeldingBestaatAl):
        reopen_melding(**who, melding_id=melding.pk, reden="vergissing")
