"""What was offered for a question, and what the resident said to it."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HulpvraagFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.domain.aanbod import record_nothing_fits, record_offer
from toegang.enums import Aanboduitkomst, Weigerreden
from toegang.models import Aanbod
from toegang.queries.aanbod import matches
from voorzieningen.exceptions import PersoonInToelichting
from voorzieningen.models import Gemis

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)


@pytest.fixture
def vraag():
    return HulpvraagFactory()


@pytest.fixture
def consulent():
    return MedewerkerFactory(rollen=["consulent"])


def test_what_was_taken_and_what_was_refused_and_why(vraag, consulent):
    taken, refused = VoorzieningFactory(), VoorzieningFactory()

    record_offer(hulpvraag_id=vraag.pk, voorziening=taken, by=consulent, at=NU)
    record_offer(
        hulpvraag_id=vraag.pk,
        voorziening=refused,
        reden=Weigerreden.TE_VER,
        by=consulent,
        at=NU,
    )

    assert [(each.voorziening, each.uitkomst, each.reden) for each in vraag.aanbod.all()] == [
        (taken, Aanboduitkomst.AANGENOMEN, None),
        (refused, Aanboduitkomst.GEWEIGERD, Weigerreden.TE_VER),
    ]
    assert Wijzigingsregel.objects.filter(handeling="aanbod vastgelegd").count() == 2


def test_offering_again_replaces_what_was_said(vraag, consulent):
    made = VoorzieningFactory()
    record_offer(hulpvraag_id=vraag.pk, voorziening=made, reden="tijd", by=consulent, at=NU)

    record_offer(hulpvraag_id=vraag.pk, voorziening=made, by=consulent, at=NU)

    assert Aanbod.objects.get().uitkomst == Aanboduitkomst.AANGENOMEN


def test_nothing_light_is_a_gap_without_the_person(vraag, consulent):
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="", by=consulent, at=NU)

    gemis = Gemis.objects.get()
    assert (gemis.soort, gemis.leefgebied_id) == (vraag.soort_id, vraag.leefgebied_id)
    assert vraag.aanbod.get().uitkomst == Aanboduitkomst.NIETS


def test_words_about_a_person_undo_all_of_it(vraag, consulent):
    with pytest.raises(PersoonInToelichting):
        record_nothing_fits(
            hulpvraag_id=vraag.pk, toelichting="Bel 06-12345678", by=consulent, at=NU
        )

    assert not Aanbod.objects.exists()
    assert not Gemis.objects.exists()


def test_the_counter_records_it_but_signals_no_gap(vraag):
    loket = MedewerkerFactory(rollen=["loket"])

    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=loket, at=NU)

    assert vraag.aanbod.count() == 1
    assert not Gemis.objects.exists()


@pytest.mark.parametrize("rol", ["beleid", "jurist", "beheer"])
def test_who_may_not_register_may_not_offer(vraag, rol):
    with pytest.raises(GeenRecht):
        record_offer(
            hulpvraag_id=vraag.pk,
            voorziening=VoorzieningFactory(),
            by=MedewerkerFactory(rollen=[rol]),
            at=NU,
        )


def test_a_vindplaats_finds_only_its_own_questions(vraag):
    with pytest.raises(NietGevonden):
        record_offer(
            hulpvraag_id=vraag.pk,
            voorziening=VoorzieningFactory(),
            by=MedewerkerFactory(rollen=["vindplaats"]),
            at=NU,
        )


def test_a_reason_that_does_not_exist_is_refused(vraag, consulent):
    with pytest.raises(OngeldigeInvoer):
        record_offer(
            hulpvraag_id=vraag.pk,
            voorziening=VoorzieningFactory(),
            reden="zomaar",
            by=consulent,
            at=NU,
        )


def test_what_fits_comes_with_reasons_and_what_was_said(vraag, consulent):
    made = VoorzieningFactory(naam=vraag.soort.label, leefgebieden=[vraag.leefgebied_id])
    record_offer(hulpvraag_id=vraag.pk, voorziening=made, by=consulent, at=NU)

    [first, *_] = matches(vraag, op=NU.date())

    assert first.treffer.voorziening == made
    assert first.treffer.redenen
    assert first.aanbod.uitkomst == Aanboduitkomst.AANGENOMEN
