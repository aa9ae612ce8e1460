import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuisbezoekFactory,
    HuishoudenFactory,
    MeldingFactory,
)
from toegang.domain.huisbezoek import (
    cancel_huisbezoek,
    carry_out_huisbezoek,
    plan_huisbezoek,
    skip_huisbezoek,
)
from toegang.exceptions import HuisbezoekNietGepland, StapNietMogelijk, ToestemmingNodig
from toegang.models import Huisbezoek

pytestmark = pytest.mark.django_db
STRAKS = NU + dt.timedelta(days=2)


def test_the_counter_plans_and_who_goes_is_involved(loket, consulent):
    huishouden = HuishoudenFactory()

    visit = plan_huisbezoek(
        by=loket,
        huishouden_id=huishouden.pk,
        medewerker_id=consulent.pk,
        gepland_op=STRAKS,
        at=NU,
    )

    assert (visit.status, visit.medewerker) == ("gepland", consulent)
    assert is_involved(consulent, huishouden.pk, op=VANDAAG)
    assert Wijzigingsregel.objects.get().object_id == visit.pk


def test_a_consulent_plans_where_involved_or_for_an_own_melding(consulent):
    melding = MeldingFactory()
    who = {"by": consulent, "medewerker_id": consulent.pk, "gepland_op": STRAKS, "at": NU}

    plan_huisbezoek(**who, huishouden_id=melding.huishouden_id, melding_id=melding.pk)

    with pytest.raises(NietGevonden):
        plan_huisbezoek(**who, huishouden_id=HuishoudenFactory().pk)
    with pytest.raises(NietGevonden):
        plan_huisbezoek(**who, huishouden_id=uuid.uuid4())


@pytest.mark.parametrize(
    ("change", "veld"),
    [
        ({"gepland_op": NU - dt.timedelta(days=1)}, "gepland_op"),
        ({"gepland_op": NU + dt.timedelta(days=400)}, "gepland_op"),
        ({"medewerker_id": uuid.uuid4()}, "medewerker"),
        ({"melding_id": uuid.uuid4()}, "melding"),
    ],
)
def test_bad_input_names_the_field(loket, consulent, change, veld):
    given = {
        "huishouden_id": HuishoudenFactory().pk,
        "medewerker_id": consulent.pk,
        "gepland_op": STRAKS,
    }

    with pytest.raises(OngeldigeInvoer) as refusal:
        plan_huisbezoek(by=loket, at=NU, **given | change)

    assert list(refusal.value.velden) == [veld]
    assert not Huisbezoek.objects.exists()


def test_a_visit_is_made_once(consulent):
    visit = HuisbezoekFactory(medewerker=consulent)
    who = {"by": consulent, "huisbezoek_id": visit.pk, "uitgevoerd_op": NU, "at": NU}

    with pytest.raises(Verouderd):
        carry_out_huisbezoek(**who, revisie=5)
    done = carry_out_huisbezoek(**who, verslag="Alles besproken.", revisie=1)

    assert (done.status, done.verslag, done.revisie) == ("uitgevoerd", "Alles besproken.", 2)
    assert "besproken" not in str(Wijzigingsregel.objects.get().wijziging)
    with pytest.raises(HuisbezoekNietGepland):
        carry_out_huisbezoek(**who)


def test_a_visit_that_is_still_to_come_was_not_made(consulent):
    visit = HuisbezoekFactory(medewerker=consulent)

    with pytest.raises(OngeldigeInvoer):
        carry_out_huisbezoek(by=consulent, huisbezoek_id=visit.pk, uitgevoerd_op=STRAKS, at=NU)


def test_under_the_participatiewet_consent_is_recorded(consulent):
    melding = MeldingFactory(wet_id="participatiewet")
    visit = HuisbezoekFactory(medewerker=consulent, melding=melding, huishouden=melding.huishouden)
    who = {"by": consulent, "huisbezoek_id": visit.pk, "uitgevoerd_op": NU, "at": NU}

    with pytest.raises(ToestemmingNodig):
        carry_out_huisbezoek(**who)

    assert carry_out_huisbezoek(**who, toestemming=False).toestemming is False


def test_a_planned_visit_is_cancelled(consulent):
    visit = HuisbezoekFactory(medewerker=consulent)

    done = cancel_huisbezoek(by=consulent, huisbezoek_id=visit.pk, reden="ziek", at=NU)

    assert done.status == "vervallen"
    with pytest.raises(HuisbezoekNietGepland):
        cancel_huisbezoek(by=consulent, huisbezoek_id=visit.pk, reden="ziek", at=NU)


def test_not_going_has_a_reason_and_cancels_what_was_planned(consulent):
    melding = MeldingFactory()
    visit = HuisbezoekFactory(melding=melding, huishouden=melding.huishouden)

    skip_huisbezoek(by=consulent, melding_id=melding.pk, reden="wil-niet", at=NU)

    melding.refresh_from_db()
    visit.refresh_from_db()
    assert (melding.afgezien_reden_id, visit.status) == ("wil-niet", "vervallen")
    with pytest.raises(OngeldigeInvoer):
        skip_huisbezoek(by=consulent, melding_id=melding.pk, reden="zomaar", at=NU)
    with pytest.raises(StapNietMogelijk):
        skip_huisbezoek(
            by=consulent, melding_id=MeldingFactory(afgerond=True).pk, reden="wil-niet", at=NU
        )


def test_rights_go_both_ways(loket, consulent, beleid):
    visit = HuisbezoekFactory(medewerker=MedewerkerFactory(consulent=True))
    who = {"huisbezoek_id": visit.pk, "uitgevoerd_op": NU, "at": NU}

    with pytest.raises(NietGevonden):
        carry_out_huisbezoek(by=consulent, **who)
    with pytest.raises(GeenRecht):
        carry_out_huisbezoek(by=loket, **who)
    with pytest.raises(GeenRecht):
        plan_huisbezoek(
            by=beleid,
            huishouden_id=visit.huishouden_id,
            medewerker_id=consulent.pk,
            gepland_op=STRAKS,
            at=NU,
        )


def test_who_went_is_involved_until_the_report_is_written(loket, consulent):
    huishouden = HuishoudenFactory()
    given = {"huishouden_id": huishouden.pk, "medewerker_id": consulent.pk}
    visit = plan_huisbezoek(by=loket, gepland_op=NU, at=NU, **given)
    carry_out_huisbezoek(by=consulent, huisbezoek_id=visit.pk, uitgevoerd_op=NU, at=NU)

    weeks_5, weeks_7 = (VANDAAG + dt.timedelta(weeks=weeks) for weeks in (5, 7))
    assert is_involved(consulent, huishouden.pk, op=weeks_5)
    assert not is_involved(consulent, huishouden.pk, op=weeks_7)
    again = plan_huisbezoek(by=loket, gepland_op=STRAKS, at=NU, **given)
    assert is_involved(consulent, huishouden.pk, op=weeks_7)
    cancel_huisbezoek(by=consulent, huisbezoek_id=again.pk, reden="ziek", at=NU)
    assert not is_involved(consulent, huishouden.pk, op=weeks_5)
