import dataclasses
import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import (
    NU,
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
)
from toegang.domain.contact import ContactGegevens, Vraag, register_contact, withdraw_contact
from toegang.exceptions import ContactIngetrokken, MeldingLoopt, NietUwVindplaats
from toegang.models import Contact, Hulpvraag

pytestmark = pytest.mark.django_db
ANONIEM = ContactGegevens(
    kanaal="telefoon",
    vindplaats="zorgloket",
    plaatsgevonden_op=NU,
    vragen=[Vraag(soort="rolstoel", uitkomst="informatie-en-advies")],
)


def test_an_anonymous_contact_is_registered_with_its_questions(loket):
    contact = register_contact(by=loket, gegevens=ANONIEM, at=NU)

    stored = Contact.objects.get()
    vraag = stored.hulpvragen.get()
    assert stored == contact
    assert (stored.wijk, stored.gemeente, stored.leeftijdsgroep) == ("onbekend",) * 3
    assert stored.dag == dt.date(2026, 11, 17)
    assert (vraag.leefgebied_id, vraag.beleidsdomein_id, vraag.wet_id) == (
        "gezondheid",
        "zorg",
        "wmo",
    )
    assert Wijzigingsregel.objects.get(object_id=contact.pk).medewerker_id == loket.pk


def test_a_contact_freezes_where_the_resident_lived_and_how_old(loket):
    inwoner = InwonerFactory(jongere=True)
    huishouden = HuishoudenFactory(leden=[inwoner])

    contact = register_contact(
        by=loket, gegevens=dataclasses.replace(ANONIEM, inwoner_id=inwoner.pk), at=NU
    )

    assert contact.huishouden_id == huishouden.pk
    assert (contact.wijk, contact.gemeente) == ("WK016400", "GM0164")
    assert contact.leeftijdsgroep == "18-26"


def test_the_household_that_is_named_goes_before_the_home(loket):
    inwoner = InwonerFactory()
    HuishoudenFactory(leden=[inwoner])
    ander = HuishoudenFactory(buurt_id=None, gemeente_id="GM0147")
    gegevens = dataclasses.replace(ANONIEM, inwoner_id=inwoner.pk, huishouden_id=ander.pk)

    contact = register_contact(by=loket, gegevens=gegevens, at=NU)

    assert (contact.huishouden_id, contact.gemeente) == (ander.pk, "GM0147")
    assert (contact.wijk, contact.leeftijdsgroep) == ("onbekend", "27-64")


def test_law_and_leefgebied_may_differ_from_the_kind(loket):
    vraag = Vraag(soort="huishoudelijke-hulp", wet="jeugdwet", leefgebied="opvoeden")

    contact = register_contact(
        by=loket, gegevens=dataclasses.replace(ANONIEM, vragen=[vraag]), at=NU
    )

    stored = contact.hulpvragen.get()
    assert (stored.wet_id, stored.leefgebied_id) == ("jeugdwet", "opvoeden")
    assert stored.uitkomst_id == "open"


@pytest.mark.parametrize(
    ("change", "veld"),
    [
        ({"kanaal": "duif"}, "kanaal"),
        ({"vindplaats": "nergens"}, "vindplaats"),
        ({"namens": "niemand"}, "namens"),
        ({"vragen": []}, "hulpvragen"),
        ({"vragen": [Vraag(soort="nee")]}, "hulpvragen.0.soort"),
        ({"vragen": [Vraag(soort="taal", wet="nee")]}, "hulpvragen.0.wet"),
        ({"vragen": [Vraag(soort="taal", uitkomst="melding")]}, "hulpvragen.0.uitkomst"),
        ({"plaatsgevonden_op": NU + dt.timedelta(hours=1)}, "plaatsgevonden_op"),
        ({"plaatsgevonden_op": NU.replace(year=1890)}, "plaatsgevonden_op"),
        ({"inwoner_id": uuid.uuid4()}, "inwoner"),
        ({"huishouden_id": uuid.uuid4()}, "huishouden"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(loket, change, veld):
    gegevens = dataclasses.replace(ANONIEM, **change)

    with pytest.raises(OngeldigeInvoer) as refusal:
        register_contact(by=loket, gegevens=gegevens, at=NU)

    assert list(refusal.value.velden) == [veld]
    assert not Contact.objects.exists()


def test_sending_twice_is_one_record(loket, consulent):
    sleutel = uuid.uuid4()

    first = register_contact(by=loket, gegevens=ANONIEM, at=NU, sleutel=sleutel)
    again = register_contact(by=loket, gegevens=ANONIEM, at=NU, sleutel=sleutel)
    other = register_contact(by=consulent, gegevens=ANONIEM, at=NU, sleutel=sleutel)

    assert first.pk == again.pk != other.pk
    assert Contact.objects.count() == Hulpvraag.objects.count() == 2


def test_registering_asks_the_database_little(loket, django_assert_max_num_queries):
    inwoner = InwonerFactory()
    HuishoudenFactory(leden=[inwoner])
    register_contact(by=loket, gegevens=ANONIEM, at=NU)
    gegevens = dataclasses.replace(
        ANONIEM, inwoner_id=inwoner.pk, vragen=[Vraag(soort="rolstoel"), Vraag(soort="taal")]
    )

    with django_assert_max_num_queries(6):  # two of them are the savepoint of the test
        register_contact(by=loket, gegevens=gegevens, at=NU)


def test_without_the_audit_line_there_is_no_contact(loket, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.contact.log_change", fail)

    with pytest.raises(RuntimeError):
        register_contact(by=loket, gegevens=ANONIEM, at=NU)

    assert not Contact.objects.exists()


def test_policy_staff_may_not_register(beleid):
    with pytest.raises(GeenRecht):
        register_contact(by=beleid, gegevens=ANONIEM, at=NU)


def test_a_vindplaats_worker_registers_only_there(poh):
    elders = dataclasses.replace(ANONIEM, vindplaats="poh-jeugd")

    contact = register_contact(by=poh, gegevens=elders, at=NU)

    assert contact.vindplaats_id == "poh-jeugd"
    with pytest.raises(NietUwVindplaats):
        register_contact(by=poh, gegevens=ANONIEM, at=NU)


def test_a_withdrawn_contact_stays_with_its_reason(loket):
    contact = ContactFactory()

    withdraw_contact(by=loket, contact_id=contact.pk, reden="dubbel", at=NU)

    contact.refresh_from_db()
    assert contact.is_ingetrokken
    assert (contact.ingetrokken_reden_id, contact.ingetrokken_door) == ("dubbel", loket)
    with pytest.raises(ContactIngetrokken):
        withdraw_contact(by=loket, contact_id=contact.pk, reden="dubbel", at=NU)


def test_a_contact_with_a_running_melding_is_not_withdrawn(loket):
    melding = MeldingFactory()

    with pytest.raises(MeldingLoopt):
        withdraw_contact(by=loket, contact_id=melding.hulpvraag.contact_id, reden="dubbel", at=NU)


def test_a_vindplaats_worker_does_not_find_contacts_of_others(poh):
    contact = ContactFactory(vindplaats_id="poh-jeugd")

    with pytest.raises(NietGevonden):
        withdraw_contact(by=poh, contact_id=contact.pk, reden="dubbel", at=NU)
