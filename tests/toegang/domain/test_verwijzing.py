"""Who referred a young person, and what that does to the terms."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from hengelo_sociaal.kern.fouten import NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, ContactFactory, HulpvraagFactory
from tests.inloggen import logged_in
from toegang.domain.melding import make_melding
from toegang.domain.verwezen import Verwezen
from toegang.domain.verwijzing import Verwijzing, record_referral
from toegang.exceptions import StapNietMogelijk
from toegang.models import Melding

pytestmark = pytest.mark.django_db
ARTS = Verwijzing(
    verwijzer="huisarts", naam="J. Bos", organisatie="De Praktijk", op=dt.date(2026, 11, 3)
)


@pytest.fixture
def melding(loket):
    vraag = HulpvraagFactory(contact=ContactFactory(bekend=True), soort_id="jeugdhulp")
    return make_melding(
        by=loket,
        hulpvraag_id=vraag.pk,
        wet="jeugdwet",
        ontvangen_op=VANDAAG,
        verwijzer="gemeente",
        at=NU,
    )


def running(melding):
    return list(
        melding.termijnen.filter(status="loopt")
        .order_by("pk")
        .values_list("regel__code", flat=True)
    )


def test_a_referral_of_a_doctor_takes_the_term_of_our_besluit_away(consulent, melding):
    assert running(melding) == ["jeugd_besluit"]

    made = record_referral(by=consulent, melding_id=melding.pk, verwijzing=ARTS, at=NU)

    assert (made.verwijzer_id, made.verwijzer_naam, made.verwijzer_organisatie) == (
        "huisarts",
        "J. Bos",
        "De Praktijk",
    )
    assert made.verwezen_op == dt.date(2026, 11, 3)
    assert running(melding) == []


def test_deciding_ourselves_after_all_starts_it_from_the_question(consulent, melding):
    record_referral(by=consulent, melding_id=melding.pk, verwijzing=ARTS, at=NU)

    ours = Verwijzing(verwijzer="gemeente", naam="J. Bos", op=VANDAAG)
    made = record_referral(by=consulent, melding_id=melding.pk, verwijzing=ours, at=NU)

    assert running(melding) == ["jeugd_besluit"]
    term = melding.termijnen.get(status="loopt")
    assert term.start == melding.ontvangen_op
    assert (made.verwijzer_naam, made.verwezen_op) == ("", None)


@pytest.mark.parametrize(
    ("verwijzing", "veld"),
    [
        (Verwijzing(verwijzer="buurman", naam="X", op=VANDAAG), "verwijzer"),
        (Verwijzing(verwijzer="huisarts", op=VANDAAG), "naam"),
        (Verwijzing(verwijzer="rechter", organisatie="Rechtbank"), "op"),
        (Verwijzing(verwijzer="rechter", naam="R", op=VANDAAG + dt.timedelta(days=1)), "op"),
    ],
)
def test_who_and_when_are_needed(consulent, melding, verwijzing, veld):
    with pytest.raises(OngeldigeInvoer) as refusal:
        record_referral(by=consulent, melding_id=melding.pk, verwijzing=verwijzing, at=NU)

    assert veld in refusal.value.velden
    assert running(melding) == ["jeugd_besluit"]


def test_only_for_youth_and_for_whose_melding_it_is(consulent, loket, melding):
    wmo = make_melding(
        by=loket, hulpvraag_id=HulpvraagFactory().pk, wet="wmo", ontvangen_op=VANDAAG, at=NU
    )
    with pytest.raises(StapNietMogelijk):
        record_referral(by=consulent, melding_id=wmo.pk, verwijzing=ARTS, at=NU)

    melding.consulent = MedewerkerFactory(rollen=["consulent"])
    melding.save()
    with pytest.raises(NietGevonden):
        record_referral(by=consulent, melding_id=melding.pk, verwijzing=ARTS, at=NU)


def test_who_was_overtaken_is_told(consulent, melding):
    record_referral(by=consulent, melding_id=melding.pk, verwijzing=ARTS, at=NU)

    with pytest.raises(Verouderd):
        record_referral(by=consulent, melding_id=melding.pk, verwijzing=ARTS, at=NU, revisie=1)


def test_a_name_without_a_kind_of_referrer_cannot_be(loket, melding):
    with pytest.raises(OngeldigeInvoer):
        make_melding(
            by=loket,
            hulpvraag_id=HulpvraagFactory().pk,
            wet="jeugdwet",
            ontvangen_op=VANDAAG,
            verwezen=Verwezen(naam="J. Bos"),
            at=NU,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Melding.objects.filter(pk=melding.pk).update(verwijzer=None, verwijzer_naam="J. Bos")
    with pytest.raises(IntegrityError), transaction.atomic():
        Melding.objects.filter(pk=melding.pk).update(
            verwijzer="gemeente", verwijzer_organisatie="De Praktijk"
        )


@pytest.mark.parametrize("wie", [Verwezen(naam="J. Bos"), Verwezen(op=VANDAAG)])
def test_nobody_refers_where_the_municipality_decides_itself(loket, wie):
    given = {
        "by": loket,
        "hulpvraag_id": HulpvraagFactory(soort_id="jeugdhulp").pk,
        "wet": "jeugdwet",
        "ontvangen_op": VANDAAG,
        "verwijzer": "gemeente",
        "at": NU,
    }

    with pytest.raises(OngeldigeInvoer) as refusal:
        make_melding(verwezen=wie, **given)

    assert "De gemeente beslist hier zelf" in refusal.value.velden["verwijzer"]
    made = make_melding(verwezen=Verwezen(), **given)
    assert (made.verwijzer_id, made.verwijzer_naam, made.verwezen_op) == ("gemeente", "", None)


def test_the_log_says_that_who_referred_was_taken_away(consulent, melding):
    record_referral(by=consulent, melding_id=melding.pk, verwijzing=ARTS, at=NU)

    ours = Verwijzing(verwijzer="gemeente")
    record_referral(by=consulent, melding_id=melding.pk, verwijzing=ours, at=NU)

    first, second = Wijzigingsregel.objects.filter(handeling="verwijzing vastgelegd")
    assert ("gewist" in first.wijziging, "gewist" in second.wijziging) == (False, True)


def test_on_screen_as_a_step_of_a_youth_melding(consulent, melding):
    path = f"/meldingen/{melding.pk}/stap/verwijzing"
    sent = {
        "verwijzing-verwijzer": "jeugdarts",
        "verwijzing-organisatie": "GGD Twente",
        "verwijzing-op": "2026-11-02",
        "verwijzing-revisie": str(melding.revisie),
    }

    saved = logged_in(consulent).post(path, sent)
    page = logged_in(consulent).get(f"/meldingen/{melding.pk}").content.decode()

    assert saved.status_code in (302, 303)
    assert "GGD Twente" in page
    assert "Verwijzing vastleggen" in page


def test_by_token_with_the_melding(client, loket):
    vraag = HulpvraagFactory(contact=ContactFactory(bekend=True), soort_id="jeugdhulp")
    body = {
        "wet": "jeugdwet",
        "ontvangenOp": "2026-11-02",
        "verwijzer": "huisarts",
        "verwijzerNaam": "J. Bos",
        "verwijzerOrganisatie": "De Praktijk",
        "verwezenOp": "2026-11-01",
    }
    path = f"/api/v1/hulpvragen/{vraag.pk}/melding"

    made = client.post(path, body, content_type="application/json", headers=bearer(loket))

    assert made.status_code == 201
    shown = made.json()
    assert {key: shown[key] for key in body} == body
    assert shown["termijnen"] == []
    listed = "/api/v1/meldingen?verwijzer="
    for code, number in (("huisarts", 1), ("rechter", 0)):
        answer = client.get(listed + code, headers=bearer(loket)).json()
        assert len(answer["resultaten"]) == number
