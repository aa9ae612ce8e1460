"""Twelve colleagues at the same moment: one record, and a sentence for the others."""

import datetime as dt
import threading
import uuid
from collections import Counter

import pytest
from django.db import connection

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    VANDAAG,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
)
from tests.wachten import PATIENCE
from toegang.domain.contact import ContactGegevens, Vraag, register_contact, withdraw_contact
from toegang.domain.huishouden import Lid, add_member
from toegang.domain.hulpvraag import change_hulpvraag
from toegang.domain.inwoner import InwonerGegevens, register_inwoner
from toegang.domain.melding import make_melding
from toegang.domain.samenvoegen.huishoudens import merge_huishoudens
from toegang.domain.samenvoegen.inwoners import merge_inwoners
from toegang.models import (
    Contact,
    Huishouden,
    Hulpvraag,
    Inwoner,
    Lidmaatschap,
    Melding,
    Samenvoeging,
)

pytestmark = pytest.mark.django_db(transaction=True)
COLLEGAS = 12


def race(work):
    """What each of twelve threads came to: `gelukt`, or the code of the refusal."""
    start, outcomes = threading.Barrier(COLLEGAS), []

    def run(number):
        try:
            start.wait(timeout=PATIENCE)
            work(number)
            outcomes.append("gelukt")
        except Exception as error:
            outcomes.append(getattr(error, "code", repr(error)))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(COLLEGAS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=PATIENCE)
    return Counter(outcomes)


@pytest.fixture
def loket():
    return MedewerkerFactory(rollen=["loket"])


def test_one_question_becomes_one_melding(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    def make(number):
        make_melding(by=loket, hulpvraag_id=vraag.pk, wet="wmo", ontvangen_op=VANDAAG, at=NU)

    assert race(make) == {"gelukt": 1, "melding-bestaat-al": COLLEGAS - 1}
    assert Melding.objects.count() == 1
    assert Melding.objects.get().termijnen.count() == 2


def test_a_resident_without_a_home_gets_one_household(loket):
    inwoner = InwonerFactory()
    vragen = [
        HulpvraagFactory(contact__bekend=False, contact__inwoner=inwoner) for _ in range(COLLEGAS)
    ]

    def make(number):
        make_melding(
            by=loket, hulpvraag_id=vragen[number].pk, wet="wi", ontvangen_op=VANDAAG, at=NU
        )

    assert race(make) == {"gelukt": COLLEGAS}
    assert Lidmaatschap.objects.filter(inwoner=inwoner).count() == 1
    assert Huishouden.objects.count() == 1
    assert len(set(Melding.objects.values_list("nummer", flat=True))) == COLLEGAS


def test_somebody_gets_one_home(loket):
    inwoner = InwonerFactory()
    huishoudens = HuishoudenFactory.create_batch(COLLEGAS)

    def join(number):
        add_member(
            by=loket,
            huishouden_id=huishoudens[number].pk,
            lid=Lid(inwoner_id=inwoner.pk),
            van=VANDAAG,
            at=NU,
        )

    assert race(join) == {"gelukt": 1, "al-thuis-elders": COLLEGAS - 1}
    assert Lidmaatschap.objects.count() == 1


def test_sending_twice_at_once_is_one_contact(loket):
    gegevens = ContactGegevens(
        kanaal="balie",
        vindplaats="zorgloket",
        plaatsgevonden_op=NU,
        vragen=[Vraag(soort="taal")],
    )
    sleutel = uuid.uuid4()

    def register(number):
        register_contact(by=loket, gegevens=gegevens, at=NU, sleutel=sleutel)

    assert race(register) == {"gelukt": COLLEGAS}
    assert Contact.objects.count() == Hulpvraag.objects.count() == 1


def test_one_bsn_is_one_resident(loket):
    def register(number):
        gegevens = InwonerGegevens(
            geslachtsnaam=f"Naam{number}", geboortedatum=dt.date(1950 + number, 1, 1)
        )
        register_inwoner(by=loket, gegevens=gegevens, bsn="123456782", at=NU)

    assert race(register) == {"gelukt": 1, "bsn-bestaat-al": COLLEGAS - 1}
    assert Inwoner.objects.count() == 1


def test_of_changes_to_one_state_one_wins(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    def change(number):
        waarden = {"uitkomst": "doorverwezen", "toelichting": f"{number}"}
        change_hulpvraag(by=loket, hulpvraag_id=vraag.pk, waarden=waarden, at=NU, revisie=1)

    assert race(change) == {"gelukt": 1, "verouderd": COLLEGAS - 1}


def test_a_contact_is_withdrawn_or_becomes_a_melding_never_both(loket):
    vraag = HulpvraagFactory(uitkomst_id="open")

    def either(number):
        if number % 2:
            withdraw_contact(by=loket, contact_id=vraag.contact_id, reden="dubbel", at=NU)
        else:
            make_melding(by=loket, hulpvraag_id=vraag.pk, wet="wi", ontvangen_op=VANDAAG, at=NU)

    outcomes = race(either)

    assert outcomes["gelukt"] == 1
    withdrawn = Contact.objects.get(pk=vraag.contact_id).is_ingetrokken
    assert withdrawn != Melding.objects.exists()


@pytest.mark.parametrize("merge", [merge_inwoners, merge_huishoudens])
def test_one_pair_is_merged_once_whichever_way_round(merge):
    consulent = MedewerkerFactory(consulent=True)
    make = InwonerFactory if merge is merge_inwoners else HuishoudenFactory
    one, other = make(), make()

    def run(number):
        stays, goes = (one, other) if number % 2 else (other, one)
        merge(by=consulent, blijft_id=stays.pk, vervalt_id=goes.pk, reden="dubbel", at=NU)

    assert race(run) == {"gelukt": 1, "al-samengevoegd": COLLEGAS - 1}
    assert type(one).objects.count() == 1
    assert Samenvoeging.objects.count() == 1
