"""What was offered for a question, and what the resident said to it."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HulpvraagFactory
from tests.factories.voorzieningen import ActiviteitFactory, VoorzieningFactory
from toegang.domain.aanbod import record_nothing_fits, record_offer, withdraw_offer
from toegang.domain.hulpvraag import change_hulpvraag
from toegang.enums import Aanboduitkomst, Weigerreden
from toegang.models import Aanbod, Soort
from toegang.queries.aanbod import matches
from toegang.queries.wachten import newly_possible
from voorzieningen.exceptions import PersoonInToelichting
from voorzieningen.models import Activiteit, Collectief, Gemis, Voorziening

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


def test_saying_again_that_nothing_fits_is_one_gap(vraag, consulent):
    later = NU + dt.timedelta(seconds=1)
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=consulent, at=NU)
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Alles is vol.", by=consulent, at=later)

    assert Gemis.objects.get().toelichting == "Alles is vol."
    assert vraag.aanbod.get().toelichting == "Alles is vol."


def test_taking_back_leaves_what_others_miss(vraag, consulent):
    other = HulpvraagFactory(soort=vraag.soort, leefgebied=vraag.leefgebied)
    later = NU + dt.timedelta(seconds=1)
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=consulent, at=NU)
    record_nothing_fits(hulpvraag_id=other.pk, toelichting="Ver weg.", by=consulent, at=later)

    withdraw_offer(hulpvraag_id=vraag.pk, aanbod_id=vraag.aanbod.get().pk, by=consulent, at=later)

    assert Gemis.objects.get().toelichting == "Ver weg."
    assert Aanbod.objects.get().hulpvraag == other
    taken_back = {"aanbod teruggenomen", "gemis teruggenomen"}
    assert Wijzigingsregel.objects.filter(handeling__in=taken_back).count() == 2


def test_taking_back_is_for_who_may_see_the_question(vraag, consulent):
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=consulent, at=NU)
    stranger = MedewerkerFactory(rollen=["vindplaats"])

    with pytest.raises(NietGevonden):
        withdraw_offer(hulpvraag_id=vraag.pk, aanbod_id=vraag.aanbod.get().pk, by=stranger, at=NU)

    assert vraag.aanbod.exists()


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


def test_the_counter_leaves_the_gap_that_a_consulent_signalled(vraag, consulent):
    loket = MedewerkerFactory(rollen=["loket"])
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=consulent, at=NU)

    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Nog steeds vol.", by=loket, at=NU)

    assert vraag.aanbod.get().gemis == Gemis.objects.get()
    assert Gemis.objects.get().toelichting == "Vol."


def test_a_gap_follows_the_question_to_another_kind(vraag, consulent):
    """Else it would be counted under both, and could not be taken back."""
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=consulent, at=NU)
    other = Soort.objects.exclude(leefgebied=vraag.leefgebied).first()
    assert other is not None

    change_hulpvraag(by=consulent, hulpvraag_id=vraag.pk, waarden={"soort": other.code}, at=NU)

    moved = Gemis.objects.get()
    assert (moved.soort, moved.leefgebied_id) == (other.code, other.leefgebied_id)
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Ver.", by=consulent, at=NU)
    assert Gemis.objects.get().soort == other.code
    withdraw_offer(hulpvraag_id=vraag.pk, aanbod_id=vraag.aanbod.get().pk, by=consulent, at=NU)
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


def waits_for(consulent, vraag, moment):
    """Nothing fitted, and a day later a partner took it up; its provision is returned."""
    record_nothing_fits(hulpvraag_id=vraag.pk, toelichting="Vol.", by=consulent, at=moment)
    activity = ActiviteitFactory()
    Collectief.objects.create(
        soort=vraag.soort_id,
        leefgebied=vraag.leefgebied,
        activiteit=activity,
        signalen=3,
        opgepakt_door=consulent,
        opgepakt_op=moment + dt.timedelta(days=1),
    )
    return activity.voorziening


@pytest.mark.parametrize(
    ("what", "reden", "still_waits"),
    [
        ("it", None, False),
        ("it", Weigerreden.TE_VER, False),
        ("other", None, False),
        ("other", Weigerreden.TE_VER, True),
    ],
)
def test_who_waits_is_told_until_it_was_offered(vraag, consulent, what, reden, still_waits):
    it = waits_for(consulent, vraag, NU)
    assert list(newly_possible(consulent, op=NU.date())) == [vraag.aanbod.get()]

    record_offer(
        hulpvraag_id=vraag.pk,
        voorziening=it if what == "it" else VoorzieningFactory(),
        reden=reden,
        by=consulent,
        at=NU + dt.timedelta(days=2),
    )

    assert newly_possible(consulent, op=NU.date()).exists() == still_waits


def test_what_is_there_for_the_people_who_ask_comes_before_what_is_for_all(consulent):
    vraag = HulpvraagFactory(soort_id="mantelzorg", leefgebied_id="netwerk")
    Voorziening.objects.all().delete()
    for_all = VoorzieningFactory(naam="Aanloop", leefgebieden=["netwerk"])
    for_them = VoorzieningFactory(
        naam="Zorg voor elkaar", leefgebieden=["netwerk"], doelgroepen=["mantelzorgers"]
    )
    VoorzieningFactory(naam="Bakkie", leefgebieden=["netwerk"], doelgroepen=["nieuwkomers"])

    found = [each.treffer for each in matches(vraag, op=NU.date())]

    assert [hit.voorziening for hit in found][:2] == [for_them, for_all]
    assert "voor mantelzorgers" in found[0].redenen
    assert "voor mantelzorgers" not in found[1].redenen


def test_what_stopped_meanwhile_is_not_told_as_new(vraag, consulent):
    waits_for(consulent, vraag, NU)
    Activiteit.objects.update(tot_en_met=NU.date())

    assert newly_possible(consulent, op=NU.date()).exists()
    assert not newly_possible(consulent, op=NU.date() + dt.timedelta(days=1)).exists()


def test_what_fits_comes_with_reasons_and_what_was_said(vraag, consulent):
    made = VoorzieningFactory(naam=vraag.soort.label, leefgebieden=[vraag.leefgebied_id])
    record_offer(hulpvraag_id=vraag.pk, voorziening=made, by=consulent, at=NU)

    [first, *_] = matches(vraag, op=NU.date())

    assert first.treffer.voorziening == made
    assert first.treffer.redenen
    assert first.aanbod.uitkomst == Aanboduitkomst.AANGENOMEN
