import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.domain import is_involved
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    ContactFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
    MeldingFactory,
)
from toegang.domain.contact import withdraw_contact
from toegang.domain.melding import assign_melding, make_melding
from toegang.exceptions import (
    AnoniemGeenMelding,
    ContactIngetrokken,
    MeldingBestaatAl,
    StapNietMogelijk,
)
from toegang.models import Huishouden, Inwoner, Melding

pytestmark = pytest.mark.django_db


def make(by, vraag, **change):
    given = {"wet": "wmo", "ontvangen_op": VANDAAG, "at": NU} | change
    return make_melding(by=by, hulpvraag_id=vraag.pk, **given)


def regels(melding):
    return {termijn.regel.code: termijn for termijn in melding.termijnen.select_related("regel")}


def test_a_wmo_melding_starts_the_onderzoek_and_the_personal_plan(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    melding = make(loket, vraag)

    vraag.refresh_from_db()
    assert melding.nummer.startswith("M-2026-")
    assert (melding.status, melding.eerste_keer) == ("open", True)
    assert (vraag.uitkomst_id, vraag.revisie) == ("melding", 2)
    assert set(regels(melding)) == {"wmo_onderzoek", "wmo_persoonlijk_plan"}
    assert regels(melding)["wmo_onderzoek"].einddatum == dt.date(2026, 12, 29)
    assert Wijzigingsregel.objects.filter(object_id=melding.pk).count() == 1


@pytest.mark.parametrize(
    ("wet", "extra", "geboren", "verwacht"),
    [
        ("jeugdwet", {}, 2015, {"jeugd_besluit"}),
        ("jeugdwet", {"verwijzer": "gemeente"}, 2015, {"jeugd_besluit"}),
        ("jeugdwet", {"verwijzer": "huisarts"}, 2015, set()),
        ("participatiewet", {}, 2003, {"pw_zoektermijn"}),
        ("participatiewet", {}, 1980, set()),
        ("wgs", {}, 1980, {"wgs_gesprek"}),
        ("wgs", {"bedreigend": True}, 1980, {"wgs_bedreigend"}),
        ("wi", {}, 1980, set()),
    ],
)
def test_each_law_starts_its_own_terms(loket, wet, extra, geboren, verwacht):
    vraag = HulpvraagFactory()
    vraag.contact.inwoner.geboortedatum = dt.date(geboren, 1, 1)
    vraag.contact.inwoner.save()

    melding = make(loket, vraag, wet=wet, **extra)

    assert set(regels(melding)) == verwacht
    assert melding.wet_id == wet


def test_an_anonymous_contact_cannot_become_a_melding(loket):
    vraag = HulpvraagFactory(contact=ContactFactory())

    with pytest.raises(AnoniemGeenMelding):
        make(loket, vraag)


def test_one_question_is_one_melding(loket):
    vraag = HulpvraagFactory()
    first = make(loket, vraag)

    with pytest.raises(MeldingBestaatAl) as refusal:
        make(loket, vraag)

    assert refusal.value.extra == {"melding": str(first.pk), "nummer": first.nummer}
    assert Melding.objects.count() == 1


def test_a_resident_without_a_home_gets_a_household(loket):
    inwoner = InwonerFactory()
    vraag = HulpvraagFactory(contact=ContactFactory(inwoner=inwoner))

    melding = make(loket, vraag)

    assert melding.huishouden.leden.get() == inwoner
    assert melding.huishouden.adres == ""


def test_the_home_is_found_when_the_contact_did_not_know_it(loket):
    inwoner = InwonerFactory()
    vraag = HulpvraagFactory(contact=ContactFactory(inwoner=inwoner))
    home = HuishoudenFactory(leden=[inwoner])

    melding = make(loket, vraag)

    assert melding.huishouden == home
    assert Huishouden.objects.count() == 1


def test_it_is_not_the_first_time_when_anybody_of_the_household_had_support(loket):
    partner, inwoner = InwonerFactory(), InwonerFactory()
    elders = HuishoudenFactory()
    HuishoudenFactory(leden=[inwoner, partner])
    MeldingFactory(huishouden=elders, inwoner=partner, afgerond=True, ondersteuning_nodig=True)
    vraag = HulpvraagFactory(contact=ContactFactory(inwoner=inwoner))

    melding = make(loket, vraag)

    assert not melding.eerste_keer


def test_an_onderzoek_that_found_nothing_needed_does_not_count(loket):
    earlier = MeldingFactory(afgerond=True, ondersteuning_nodig=False)
    contact = ContactFactory(huishouden=earlier.huishouden, inwoner=earlier.inwoner)

    assert make(loket, HulpvraagFactory(contact=contact)).eerste_keer


@pytest.mark.parametrize(
    ("change", "veld"),
    [
        ({"wet": "bestaat-niet"}, "wet"),
        ({"verwijzer": "buurman"}, "verwijzer"),
        ({"ontvangen_op": VANDAAG + dt.timedelta(days=1)}, "ontvangen_op"),
        ({"ontvangen_op": dt.date(1899, 1, 1), "wet": "wi"}, "ontvangen_op"),
    ],
)
def test_bad_input_names_the_field(loket, change, veld):
    with pytest.raises(OngeldigeInvoer) as refusal:
        make(loket, HulpvraagFactory(), **change)

    assert list(refusal.value.velden) == [veld]


def test_a_question_of_a_withdrawn_contact_is_refused(loket):
    vraag = HulpvraagFactory()
    withdraw_contact(by=loket, contact_id=vraag.contact_id, reden="dubbel", at=NU)

    with pytest.raises(ContactIngetrokken):
        make(loket, vraag)


def test_when_a_term_cannot_start_nothing_is_stored(loket, monkeypatch):
    vraag = HulpvraagFactory(uitkomst_id="open")

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.melding.start_terms", fail)
    with pytest.raises(RuntimeError):
        make(loket, vraag)

    vraag.refresh_from_db()
    assert vraag.uitkomst_id == "open"
    assert not Melding.objects.exists()


def test_the_team_of_the_law_takes_it_up(loket):
    team = TeamFactory(code="wmo")

    assert make(loket, HulpvraagFactory()).team == team


def test_rights_go_both_ways(poh, beleid):
    own = HulpvraagFactory(
        contact=ContactFactory(bekend=True, vindplaats_id="poh-jeugd", geregistreerd_door=poh)
    )

    assert make(poh, own).geregistreerd_door == poh
    with pytest.raises(NietGevonden):
        make(poh, HulpvraagFactory())
    with pytest.raises(GeenRecht):
        make(beleid, HulpvraagFactory())


def test_who_gets_a_melding_is_involved_and_who_had_it_no_longer(consulent):
    melding = MeldingFactory()
    first, second = (MedewerkerFactory(consulent=True) for _ in range(2))

    assign_melding(by=consulent, melding_id=melding.pk, consulent_id=first.pk, at=NU)
    assert is_involved(first, melding.huishouden_id, op=VANDAAG)
    assign_melding(
        by=first, melding_id=melding.pk, consulent_id=second.pk, at=NU + dt.timedelta(days=1)
    )

    later = VANDAAG + dt.timedelta(days=2)
    assert is_involved(second, melding.huishouden_id, op=later)
    assert not is_involved(first, melding.huishouden_id, op=later)


def test_a_melding_goes_to_somebody_who_treats_meldingen(consulent, loket):
    melding = MeldingFactory()

    with pytest.raises(OngeldigeInvoer):
        assign_melding(by=consulent, melding_id=melding.pk, consulent_id=loket.pk, at=NU)


def test_a_melding_of_another_team_is_not_found(consulent):
    melding = MeldingFactory(team=TeamFactory())

    with pytest.raises(NietGevonden):
        assign_melding(by=consulent, melding_id=melding.pk, consulent_id=consulent.pk, at=NU)

    melding.team.leden.add(consulent)
    assign_melding(by=consulent, melding_id=melding.pk, consulent_id=consulent.pk, at=NU)


def test_what_has_ended_is_not_given_away(consulent):
    melding = MeldingFactory(afgerond=True)

    with pytest.raises(StapNietMogelijk):
        assign_melding(by=consulent, melding_id=melding.pk, consulent_id=consulent.pk, at=NU)


def test_the_counter_may_not_give_meldingen_away(loket):
    with pytest.raises(GeenRecht):
        assign_melding(by=loket, melding_id=MeldingFactory().pk, at=NU)


def test_the_home_is_locked_before_the_contact_and_nobody_who_has_one(loket):
    """Whoever sends a besluit locks the home and then the resident: never the other way round."""
    home = HuishoudenFactory(met_leden=1)
    vraag = HulpvraagFactory(
        contact__bekend=False, contact__inwoner=home.leden.get(), uitkomst_id="open"
    )

    with CaptureQueriesContext(connection) as asked:
        melding = make_melding(
            by=loket, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=VANDAAG, at=NU
        )

    locks = [one["sql"] for one in asked.captured_queries if "FOR NO KEY UPDATE" in one["sql"]]
    assert melding.huishouden == home
    assert f'FROM "{Huishouden._meta.db_table}"' in locks[0]
    assert not [sql for sql in locks if f'FROM "{Inwoner._meta.db_table}"' in sql]
