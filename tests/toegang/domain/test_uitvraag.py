"""Asking once: beginning, keeping, going on together, finishing; and whose it is."""

import datetime as dt

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer, Verouderd
from hengelo_sociaal.logboek.models import Toegangsregel, Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
    MeldingFactory,
    UitvraagFactory,
)
from toegang.domain.samenvoegen.inwoners import merge_inwoners
from toegang.domain.samenvoegen.vastleggen import undo_merge
from toegang.domain.uitvraag import (
    finish_uitvraag,
    look_at_uitvraag,
    may_go_on,
    save_answers,
    take_over,
)
from toegang.domain.uitvraag_begin import UitvraagGegevens, start_uitvraag
from toegang.exceptions import GeenVragenlijst, UitvraagAfgerond, UitvraagLoopt
from toegang.models import Uitvraag, VragenlijstVersie
from toegang.models.uitvraag import BREED
from toegang.queries.uitvragen import found_per_point

pytestmark = pytest.mark.django_db
WONEN = "leefgebieden.wonen.huishouden"
LATER = NU + dt.timedelta(minutes=10)


def begin(by, *, kanaal="telefoon", at=NU, **of):
    return start_uitvraag(by=by, gegevens=UitvraagGegevens(kanaal=kanaal, **of), at=at)


def keep(by, uitvraag, antwoorden, *, revisie=None, at=LATER):
    return save_answers(
        by=by,
        uitvraag_id=uitvraag.pk,
        antwoorden=antwoorden,
        revisie=uitvraag.revisie if revisie is None else revisie,
        at=at,
    )


# -- beginning -------------------------------------------------------------------------
def test_the_counter_begins_for_a_melding_and_everything_hangs_together(loket):
    melding = MeldingFactory()

    made = begin(loket, melding_id=melding.pk)

    assert made.huishouden == melding.huishouden
    assert made.inwoner == melding.inwoner
    assert made.contact == melding.hulpvraag.contact
    assert made.versie.vragenlijst_id == BREED
    assert made.begonnen_door == loket
    assert Wijzigingsregel.objects.filter(soort="uitvraag", object_id=made.pk).count() == 1


def test_at_the_visit_it_belongs_to_the_visit(consulent):
    visit = HuisbezoekFactory(medewerker=consulent)

    made = begin(consulent, kanaal="huisbezoek", huisbezoek_id=visit.pk)

    assert made.huisbezoek == visit
    assert made.huishouden == visit.huishouden


def test_a_second_one_beside_an_open_one_is_refused_with_where_to_go_on(loket):
    household = HuishoudenFactory(met_leden=1)
    first = begin(loket, huishouden_id=household.pk)

    with pytest.raises(UitvraagLoopt) as refusal:
        begin(loket, huishouden_id=household.pk)

    assert refusal.value.extra["uitvraag"] == str(first.pk)
    assert Uitvraag.objects.count() == 1


def test_after_finishing_a_new_one_can_begin(loket):
    done = UitvraagFactory(afgerond=True)

    assert begin(loket, huishouden_id=done.huishouden_id).is_concept


def test_without_a_version_in_force_nothing_is_asked(loket):
    with pytest.raises(GeenVragenlijst):
        begin(loket, huishouden_id=HuishoudenFactory().pk, vragenlijst="zelfredzaamheid")


def test_a_consultant_begins_only_where_they_are_involved(consulent):
    strange, own = HuishoudenFactory(), HuishoudenFactory(betrokken=consulent)

    with pytest.raises(NietGevonden):
        begin(consulent, huishouden_id=strange.pk)
    assert begin(consulent, huishouden_id=own.pk).huishouden == own


def test_a_vindplaats_begins_for_its_own_contact_and_at_its_own_place(poh):
    own = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")
    other = ContactFactory(bekend=True)

    made = begin(poh, kanaal="spreekuur", contact_id=own.pk)

    assert made.vindplaats_id == "poh-jeugd"
    with pytest.raises(NietGevonden):
        begin(poh, contact_id=other.pk)
    with pytest.raises(NietGevonden):
        begin(poh, huishouden_id=own.huishouden_id)


def test_a_colleague_elsewhere_is_not_in_the_way_of_a_vindplaats(poh, loket):
    contact = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")
    begin(loket, huishouden_id=contact.huishouden_id)

    assert begin(poh, kanaal="spreekuur", contact_id=contact.pk).is_concept


@pytest.mark.parametrize("rol", ["jurist", "beleid", "privacy", "administratie", "beheer"])
def test_other_roles_ask_nothing(rol):
    with pytest.raises(GeenRecht):
        begin(MedewerkerFactory(rollen=[rol]), huishouden_id=HuishoudenFactory().pk)


# -- keeping answers -------------------------------------------------------------------
def test_answers_are_joined_with_what_is_there_and_taken_away_when_emptied(loket):
    uitvraag = UitvraagFactory(begonnen_door=loket)

    first = keep(loket, uitvraag, {"vragen.belangrijk": "Rust", f"{WONEN}.score": "goed"})
    again = keep(loket, first, {f"{WONEN}.score": "", f"{WONEN}.woorden": " De trap "})

    assert again.antwoorden == {
        "vragen": {"belangrijk": "Rust"},
        "leefgebieden": {"wonen": {"huishouden": {"woorden": "De trap"}}},
    }
    assert again.revisie == 3


def test_the_same_answers_change_nothing(loket):
    uitvraag = keep(loket, UitvraagFactory(begonnen_door=loket), {"vragen.belangrijk": "Rust"})

    assert keep(loket, uitvraag, {"vragen.belangrijk": "Rust"}).revisie == uitvraag.revisie


def test_what_was_not_asked_is_refused_and_nothing_is_kept(loket):
    uitvraag = UitvraagFactory(begonnen_door=loket)

    with pytest.raises(OngeldigeInvoer):
        keep(loket, uitvraag, {"vragen.belangrijk": "Rust", "vragen.bestaat-niet": "x"})

    uitvraag.refresh_from_db()
    assert uitvraag.antwoorden == {}
    assert uitvraag.revisie == 1


def test_only_people_of_the_household_are_answered_about(loket):
    uitvraag = UitvraagFactory(begonnen_door=loket)
    member, stranger = uitvraag.huishouden.leden.get(), InwonerFactory()

    kept = keep(loket, uitvraag, {f"leefgebieden.wonen.{member.pk}.score": "hulp"})

    assert str(member.pk) in kept.antwoorden["leefgebieden"]["wonen"]
    with pytest.raises(OngeldigeInvoer):
        keep(loket, kept, {f"leefgebieden.wonen.{stranger.pk}.score": "hulp"})


def test_a_draft_that_is_kept_often_is_one_line_in_the_log(loket):
    uitvraag = UitvraagFactory(begonnen_door=loket)
    for words in ("Ru", "Rus", "Rust"):
        uitvraag = keep(loket, uitvraag, {"vragen.belangrijk": words})

    assert Wijzigingsregel.objects.filter(object_id=uitvraag.pk).count() == 1


# -- together --------------------------------------------------------------------------
@pytest.fixture
def collega():
    return MedewerkerFactory(rollen=["loket"])


def test_two_colleagues_who_write_elsewhere_both_keep_what_they_wrote(loket, collega):
    read = UitvraagFactory(begonnen_door=loket)
    keep(loket, read, {"vragen.belangrijk": "Rust"}, revisie=1)

    both = keep(collega, read, {"vragen.belangrijk": "", "vragen.hulp-nu": "School"}, revisie=1)

    assert both.antwoorden["vragen"] == {"belangrijk": "Rust", "hulp-nu": "School"}


def test_where_both_changed_the_same_answer_both_are_shown_and_nothing_is_lost(loket, collega):
    read = UitvraagFactory(begonnen_door=loket)
    keep(loket, read, {f"{WONEN}.score": "goed"}, revisie=1)

    with pytest.raises(Verouderd) as refusal:
        keep(collega, read, {f"{WONEN}.score": "hulp", "vragen.hulp-nu": "School"}, revisie=1)

    assert refusal.value.extra["verschillen"] == [
        {"pad": f"{WONEN}.score", "veld": "Wonen", "nu": "Gaat goed", "ingevuld": "Hulp nodig"}
    ]
    assert refusal.value.extra["antwoorden"] == {
        f"{WONEN}.score": "hulp",
        "vragen.hulp-nu": "School",
    }
    read.refresh_from_db()
    assert read.antwoorden == {"leefgebieden": {"wonen": {"huishouden": {"score": "goed"}}}}


def test_somebody_who_kept_a_draft_a_moment_ago_is_no_colleague(loket):
    read = UitvraagFactory(begonnen_door=loket)
    keep(loket, read, {"vragen.belangrijk": "Ru"}, revisie=1)

    kept = keep(loket, read, {"vragen.belangrijk": "Rust"}, revisie=1)

    assert kept.antwoorden["vragen"]["belangrijk"] == "Rust"


def test_a_colleague_at_the_counter_goes_on_where_another_stopped(loket, collega, consulent):
    uitvraag = keep(
        loket, begin(loket, huishouden_id=HuishoudenFactory().pk), {WONEN + ".score": "goed"}
    )

    assert may_go_on(collega, uitvraag, op=NU.date())
    assert not may_go_on(consulent, uitvraag, op=NU.date())
    with pytest.raises(NietGevonden):
        keep(consulent, uitvraag, {"vragen.belangrijk": "x"})


def test_the_consultant_of_the_melding_goes_on(loket, consulent):
    melding = MeldingFactory(van_consulent=consulent)
    uitvraag = begin(loket, melding_id=melding.pk)

    assert keep(consulent, uitvraag, {"vragen.belangrijk": "Rust"}).bewaard_door == consulent


def test_the_counter_does_not_write_in_what_was_asked_at_home(loket, consulent):
    visit = HuisbezoekFactory(medewerker=consulent)
    uitvraag = begin(consulent, kanaal="huisbezoek", huisbezoek_id=visit.pk)

    assert not may_go_on(loket, uitvraag, op=NU.date())
    assert look_at_uitvraag(by=loket, uitvraag_id=uitvraag.pk, at=NU) == uitvraag


# -- what was answered before ----------------------------------------------------------
def test_earlier_answers_are_kept_one_by_one_or_all_that_is_open(loket):
    before = UitvraagFactory(
        afgerond=True,
        begonnen_op=NU - dt.timedelta(days=90),
        antwoorden={
            "vragen": {"belangrijk": "Rust", "hulp-nu": "School"},
            "leefgebieden": {"wonen": {"huishouden": {"score": "hulp", "woorden": "Trap"}}},
        },
    )
    uitvraag = begin(loket, huishouden_id=before.huishouden_id)

    one = take_over(
        by=loket, uitvraag_id=uitvraag.pk, revisie=1, at=LATER, paden=["vragen.belangrijk"]
    )
    other = keep(loket, one, {f"{WONEN}.score": "goed"})
    rest = take_over(by=loket, uitvraag_id=uitvraag.pk, revisie=other.revisie, at=LATER)

    assert one.antwoorden == {"vragen": {"belangrijk": "Rust"}}
    assert rest.antwoorden == {
        "vragen": {"belangrijk": "Rust", "hulp-nu": "School"},
        "leefgebieden": {"wonen": {"huishouden": {"score": "goed", "woorden": "Trap"}}},
    }


def test_answers_to_questions_that_are_no_longer_asked_stay_behind(loket):
    old = VragenlijstVersie.objects.create(
        vragenlijst_id=BREED,
        nummer=90,
        status="vervallen",
        van=dt.date(2019, 1, 1),
        tot=dt.date(2020, 1, 1),
        inhoud={"onderdelen": []},
    )
    before = UitvraagFactory(
        afgerond=True,
        versie=old,
        begonnen_op=NU - dt.timedelta(days=90),
        antwoorden={"vragen": {"belangrijk": "Rust", "van-vroeger": "Ja"}},
    )
    uitvraag = begin(loket, huishouden_id=before.huishouden_id)

    kept = take_over(by=loket, uitvraag_id=uitvraag.pk, revisie=1, at=LATER)

    assert kept.antwoorden == {"vragen": {"belangrijk": "Rust"}}


def test_a_vindplaats_does_not_get_what_others_were_told(poh):
    contact = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")
    UitvraagFactory(
        afgerond=True,
        huishouden=contact.huishouden,
        begonnen_op=NU - dt.timedelta(days=9),
        antwoorden={"vragen": {"belangrijk": "Geheim"}},
    )
    uitvraag = begin(poh, kanaal="spreekuur", contact_id=contact.pk)

    kept = take_over(by=poh, uitvraag_id=uitvraag.pk, revisie=1, at=LATER)

    assert kept.antwoorden == {}


# -- finishing and looking -------------------------------------------------------------
def test_finished_it_stays_as_it_is(loket):
    uitvraag = keep(loket, UitvraagFactory(begonnen_door=loket), {"vragen.belangrijk": "Rust"})

    done = finish_uitvraag(by=loket, uitvraag_id=uitvraag.pk, revisie=uitvraag.revisie, at=LATER)

    assert not done.is_concept
    assert done.standen.count() == 0
    with pytest.raises(UitvraagAfgerond):
        keep(loket, done, {"vragen.belangrijk": "Anders"})
    with pytest.raises(UitvraagAfgerond):
        finish_uitvraag(by=loket, uitvraag_id=done.pk, revisie=done.revisie, at=LATER)


def test_an_empty_one_or_one_that_changed_is_not_finished(loket, collega):
    uitvraag = UitvraagFactory(begonnen_door=loket)

    with pytest.raises(OngeldigeInvoer):
        finish_uitvraag(by=loket, uitvraag_id=uitvraag.pk, revisie=1, at=LATER)
    keep(collega, uitvraag, {"vragen.belangrijk": "Rust"})
    with pytest.raises(Verouderd):
        finish_uitvraag(by=loket, uitvraag_id=uitvraag.pk, revisie=1, at=LATER)


def test_a_look_is_logged_with_everybody_who_is_in_it(loket):
    uitvraag = UitvraagFactory(huishouden=HuishoudenFactory(met_leden=2))

    look_at_uitvraag(by=loket, uitvraag_id=uitvraag.pk, at=NU)

    line = Toegangsregel.objects.get(soort="uitvraag")
    assert set(line.inwoners) == set(uitvraag.huishouden.leden.values_list("pk", flat=True))


def test_a_vindplaats_sees_only_its_own(poh):
    contact = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")
    own = begin(poh, kanaal="spreekuur", contact_id=contact.pk)
    other = UitvraagFactory(huishouden=contact.huishouden)

    assert look_at_uitvraag(by=poh, uitvraag_id=own.pk, at=NU) == own
    with pytest.raises(NietGevonden):
        look_at_uitvraag(by=poh, uitvraag_id=other.pk, at=NU)


def test_the_answers_and_the_line_in_the_log_go_back_together(loket, monkeypatch):
    uitvraag = UitvraagFactory(begonnen_door=loket)

    def broken(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.uitvraag.log_change", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        keep(loket, uitvraag, {"vragen.belangrijk": "Rust"})

    uitvraag.refresh_from_db()
    assert uitvraag.antwoorden == {}
    assert uitvraag.standen.count() == 0


# -- what the database guards ----------------------------------------------------------
def test_an_uitvraag_is_of_somebody():
    with pytest.raises(IntegrityError, match="uitvraag_van_iemand"):
        UitvraagFactory(huishouden=None)


@pytest.mark.parametrize("change", ["inhoud = '{}'", "schema = '{}'", "status = 'concept'"])
def test_questions_that_were_asked_cannot_be_changed_in_the_database_either(change):
    with (
        pytest.raises(ProgrammingError, match="veranderen niet meer"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE toegang_vragenlijstversie SET {change} WHERE status <> 'concept'")


def test_the_system_asks_for_the_website():
    contact = ContactFactory()

    made = begin(Medewerker.objects.systeem(), kanaal="digitaal", contact_id=contact.pk)

    assert made.huishouden is None
    assert made.contact == contact


def test_a_question_of_the_website_that_is_nobodys_yet_is_for_who_treats_meldingen(consulent):
    made = begin(Medewerker.objects.systeem(), kanaal="digitaal", contact_id=ContactFactory().pk)

    assert look_at_uitvraag(by=consulent, uitvraag_id=made.pk, at=NU) == made
    assert HulpvraagFactory().contact_id != made.contact_id


# -- what others do with it ------------------------------------------------------------
def test_the_report_of_the_onderzoek_says_what_was_found_per_point(loket):
    melding = MeldingFactory()
    uitvraag = begin(loket, melding_id=melding.pk)
    keep(loket, uitvraag, {"vragen.netwerk": "De buren", "vragen.bijdrage": "Past in het budget"})

    found = found_per_point(melding)

    assert found == {"c": "De buren", "g": "Past in het budget"}
    assert found_per_point(MeldingFactory()) == {}


def test_answers_go_along_when_a_resident_was_registered_twice(consulent):
    household = HuishoudenFactory(met_leden=1)
    stays, goes = household.leden.get(), InwonerFactory()
    uitvraag = UitvraagFactory(
        huishouden=household,
        inwoner=goes,
        antwoorden={"leefgebieden": {"wonen": {str(goes.pk): {"score": "hulp"}}}},
    )

    made = merge_inwoners(
        by=consulent,
        blijft_id=stays.pk,
        vervalt_id=goes.pk,
        reden="dubbel",
        at=NU,
    )

    uitvraag.refresh_from_db()
    assert uitvraag.inwoner == stays
    assert uitvraag.antwoorden == {"leefgebieden": {"wonen": {str(stays.pk): {"score": "hulp"}}}}
    undo_merge(by=consulent, samenvoeging_id=made.pk, reden="vergissing", at=LATER)
    uitvraag.refresh_from_db()
    assert list(uitvraag.antwoorden["leefgebieden"]["wonen"]) == [str(goes.pk)]
