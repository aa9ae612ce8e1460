"""A resident named by somebody who may not search."""

import dataclasses
import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import NU, HuishoudenFactory, InwonerFactory
from toegang.domain.contact import ContactGegevens, Vraag, register_contact
from toegang.domain.genoemd import Genoemd
from toegang.exceptions import NietUwVindplaats
from toegang.models import Contact, Dubbelpaar, Inwoner

pytestmark = pytest.mark.django_db
BSN, ANDER_BSN = "123456782", "111222333"
ROOS = Genoemd(voornamen="Roos", geslachtsnaam="Wegdam", geboortedatum=dt.date(2011, 4, 9))
GEGEVENS = ContactGegevens(
    kanaal="spreekuur",
    vindplaats="poh-jeugd",
    plaatsgevonden_op=NU,
    vragen=[Vraag(soort="opvoeden")],
    genoemd=ROOS,
)


def register(poh, *, sleutel=None, **genoemd):
    named = dataclasses.replace(ROOS, **genoemd)
    gegevens = dataclasses.replace(GEGEVENS, genoemd=named)
    return register_contact(by=poh, gegevens=gegevens, at=NU, sleutel=sleutel)


def roos(**known):
    return InwonerFactory(
        **{"voornamen": "Roos", "roepnaam": "", "geslachtsnaam": "Wegdam", "tussenvoegsel": ""}
        | {"geboortedatum": ROOS.geboortedatum}
        | known
    )


def test_somebody_new_is_made_with_the_contact(poh):
    contact = register(poh, bsn=BSN, telefoon="06-1")

    made = Inwoner.objects.get()
    assert contact.inwoner == made
    assert (made.naam, made.bsn, made.telefoon) == ("Roos Wegdam", BSN, "06-1")
    assert contact.leeftijdsgroep == "12-17"
    assert Wijzigingsregel.objects.get(object_id=made.pk).handeling == "inwoner genoemd"


@pytest.mark.parametrize("typed", [{}, {"voornamen": " ROOS "}, {"geslachtsnaam": "wegdam"}])
def test_who_is_there_by_exactly_this_name_is_meant(poh, typed):
    known = roos()
    home = HuishoudenFactory(leden=[known])

    contact = register(poh, **typed)

    assert (contact.inwoner, contact.huishouden_id) == (known, home.pk)
    assert Inwoner.objects.count() == 1


@pytest.mark.parametrize(
    "known",
    [{"voornamen": "Rosa"}, {"roepnaam": "Roosje"}, {"geslachtsnaam": "Wegdam-Kok"}],
)
def test_who_is_only_alike_is_another_record_and_waits_on_the_work_list(poh, known):
    alike = roos(**known)

    contact = register(poh)

    assert contact.inwoner != alike
    pair = Dubbelpaar.objects.get()
    assert {pair.eerste_id, pair.tweede_id} == {alike.pk, contact.inwoner_id}


def test_two_who_fit_are_neither(poh):
    roos()
    roos()

    register(poh)

    assert Inwoner.objects.count() == 3


def test_another_bsn_is_another_person(poh):
    known = roos()
    known.set_bsn(ANDER_BSN)
    known.save()

    contact = register(poh, bsn=BSN)

    assert contact.inwoner != known
    assert contact.inwoner.bsn == BSN


def test_the_bsn_of_somebody_with_another_name_is_not_given_to_a_second(poh):
    known = InwonerFactory(geslachtsnaam="Bos")
    known.set_bsn(BSN)
    known.save()

    contact = register(poh, bsn=BSN)

    assert contact.inwoner != known
    assert not contact.inwoner.heeft_bsn


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"bsn": "123456789"}, "bsn"),
        ({"voornamen": " "}, "voornamen"),
        ({"geslachtsnaam": " "}, "geslachtsnaam"),
        ({"geboortedatum": dt.date(1, 1, 1)}, "geboortedatum"),
        ({"geboortedatum": dt.date(2099, 1, 1)}, "geboortedatum"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(poh, typed, field):
    with pytest.raises(OngeldigeInvoer) as refused:
        register(poh, **typed)

    assert field in refused.value.velden
    assert not Inwoner.objects.exists()
    assert not Contact.objects.exists()


def test_a_refused_contact_leaves_no_resident(poh):
    elsewhere = dataclasses.replace(GEGEVENS, vindplaats="zorgloket")

    with pytest.raises(NietUwVindplaats):
        register_contact(by=poh, gegevens=elsewhere, at=NU)

    assert not Inwoner.objects.exists()


def test_sending_twice_is_one_contact_and_one_resident(poh):
    key = uuid.uuid4()

    first, second = register(poh, sleutel=key), register(poh, sleutel=key)

    assert first == second
    assert Inwoner.objects.count() == 1
