"""Two people at one besluit at the same moment, in real threads on a real database."""

import datetime as dt
import threading

import pytest
from django.db import connection, transaction

from aanbieders.models import Toewijzing
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.domain.besluit.beoordelen import take_besluit
from plannen.domain.besluit.toewijzen import carry_out_besluit
from plannen.exceptions import BesluitNodig, BesluitVast, StapPastNiet
from plannen.models import Besluit
from tests.factories.besluiten import BesluitFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, MeldingFactory
from tests.plannen.domain.test_gelijktijdig import race
from tests.wachten import eventually, somebody_waits
from toegang.models import Huishouden, Melding

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_decide_one_wins() -> None:
    besluit = BesluitFactory(ingediend=True, met_controles=True)
    people = MedewerkerFactory.create_batch(2, jurist=True)

    results = race(2, lambda i: take_besluit(besluit_id=besluit.pk, by=people[i], at=NU))

    (won,) = [one for one in results if isinstance(one, Besluit)]
    assert sum(isinstance(one, StapPastNiet) for one in results) == 1
    besluit.refresh_from_db()
    assert besluit.genomen_door_id == won.genomen_door_id
    assert besluit.beoordelingen.count() == 1


def test_of_two_who_send_one_wins() -> None:
    besluit = BesluitFactory(genomen=True)
    by = MedewerkerFactory(jurist=True)

    results = race(2, lambda i: publish_besluit(besluit_id=besluit.pk, op=VANDAAG, by=by, at=NU))

    assert sum(isinstance(one, Besluit) for one in results) == 1
    assert sum(isinstance(one, BesluitVast) for one in results) == 1


def test_of_two_who_make_the_toewijzing_one_wins() -> None:
    besluit = BesluitFactory(bekend=True)
    by = MedewerkerFactory(rollen=["administratie"])

    results = race(2, lambda i: carry_out_besluit(besluit_id=besluit.pk, by=by, at=NU))

    assert sum(isinstance(one, Toewijzing) for one in results) == 1
    assert sum(isinstance(one, BesluitNodig) for one in results) == 1


def test_a_toewijzing_cannot_begin_on_what_is_being_withdrawn() -> None:
    besluit = BesluitFactory(bekend=True, van=dt.date(2026, 11, 1))
    jurist = MedewerkerFactory(jurist=True)
    administratie = MedewerkerFactory(rollen=["administratie"])
    taking_back = BesluitFactory(
        soort="intrekking",
        eerder=besluit,
        inwoner=besluit.inwoner,
        huishouden=besluit.huishouden,
        genomen=True,
        leveringsvorm=None,
        van=dt.date(2026, 11, 2),
        tot=None,
        reden_id="op-verzoek",
        motivering="Op verzoek.",
    )

    def act(place: int) -> object:
        if place:
            return carry_out_besluit(besluit_id=besluit.pk, by=administratie, at=NU)
        return publish_besluit(besluit_id=taking_back.pk, op=VANDAAG, by=jurist, at=NU)

    results = race(2, act)

    besluit.refresh_from_db()
    assert isinstance(results[0], Besluit), results
    assert besluit.vervangen_per == dt.date(2026, 11, 2)
    for toewijzing in Toewijzing.objects.exclude(status="vervallen"):
        assert toewijzing.laatste_dag == dt.date(2026, 11, 1)


def test_who_sends_waits_for_the_household_with_free_hands() -> None:
    """Handing over and merging lock households and then the besluiten and meldingen in them:
    waiting for a household with one of those in hand makes the database end one of the two."""
    melding = MeldingFactory(
        status="aanvraag", ontvangen_op=VANDAAG, aanvraag_op=VANDAAG, ondersteuning_nodig=True
    )
    besluit = BesluitFactory(
        genomen=True, inwoner=melding.inwoner, huishouden=melding.huishouden, melding=melding
    )
    by = MedewerkerFactory(jurist=True)
    sent: list[Besluit] = []

    def send() -> None:
        try:
            sent.append(publish_besluit(besluit_id=besluit.pk, op=VANDAAG, by=by, at=NU))
        finally:
            connection.close()

    sender = threading.Thread(target=send)
    with transaction.atomic():
        Huishouden.objects.select_for_update().get(pk=melding.huishouden_id)
        sender.start()
        assert eventually(somebody_waits)
        for rows in (Besluit.objects.filter(pk=besluit.pk), Melding.objects.filter(pk=melding.pk)):
            rows.select_for_update(of=("self",), skip_locked=True).get()
    sender.join()

    assert sent == [besluit]
