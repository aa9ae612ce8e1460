"""The network and who speaks for whom: noted, ended, and by whom."""

import datetime as dt
import uuid

import pytest

from hengelo_sociaal.kern.fouten import GeenRecht, NietGevonden, OngeldigeInvoer
from hengelo_sociaal.logboek.models import Wijzigingsregel
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory
from toegang.domain.netwerk import (
    NetwerkGegevens,
    VertegenwoordigerGegevens,
    add_netwerklid,
    add_vertegenwoordiger,
    end_netwerklid,
    end_vertegenwoordiger,
)
from toegang.exceptions import NietBetrokken
from toegang.queries.netwerk import network_of, other_homes, speakers_of_household

pytestmark = pytest.mark.django_db
ZUS = NetwerkGegevens(naam="Anja", relatie="familie", is_mantelzorger=True, mantelzorg_uren=12)
BEWIND = VertegenwoordigerGegevens(soort="bewindvoerder", naam="R. Smit", organisatie="Bewind BV")


@pytest.fixture
def huishouden(consulent):
    return HuishoudenFactory(met_leden=1, betrokken=consulent)


def test_somebody_joins_and_leaves_the_network(consulent, huishouden):
    anja = add_netwerklid(
        by=consulent, huishouden_id=huishouden.pk, gegevens=ZUS, van=VANDAAG, at=NU
    )
    assert network_of(huishouden.pk, op=VANDAAG) == [anja]

    end_netwerklid(by=consulent, netwerklid_id=anja.pk, tot=VANDAAG, at=NU)

    assert network_of(huishouden.pk, op=VANDAAG + dt.timedelta(days=1)) == []
    assert Wijzigingsregel.objects.filter(huishouden_id=huishouden.pk).count() == 2


def test_the_network_is_for_who_is_involved(consulent, loket, huishouden):
    elsewhere = HuishoudenFactory()

    with pytest.raises(GeenRecht):
        add_netwerklid(by=loket, huishouden_id=huishouden.pk, gegevens=ZUS, van=VANDAAG, at=NU)
    with pytest.raises(NietBetrokken):
        add_netwerklid(by=consulent, huishouden_id=elsewhere.pk, gegevens=ZUS, van=VANDAAG, at=NU)
    with pytest.raises(NietGevonden):
        end_netwerklid(by=consulent, netwerklid_id=uuid.uuid4(), tot=VANDAAG, at=NU)


def test_it_is_about_somebody_of_this_household(consulent, huishouden):
    other = NetwerkGegevens(naam="Anja", relatie="familie", voor_id=InwonerFactory().pk)

    with pytest.raises(OngeldigeInvoer):
        add_netwerklid(
            by=consulent, huishouden_id=huishouden.pk, gegevens=other, van=VANDAAG, at=NU
        )


def test_without_a_choice_somebody_may_what_is_usual(loket, huishouden):
    person = huishouden.leden.get()

    made = add_vertegenwoordiger(
        by=loket, inwoner_id=person.pk, gegevens=BEWIND, van=VANDAAG, at=NU
    )

    assert made.mag == ["gesprek", "geld", "post"]
    assert made.mag_woorden == "meepraten en bellen, over geld beslissen, brieven krijgen"
    assert speakers_of_household(huishouden.pk, op=VANDAAG) == [made]


def test_who_speaks_stops_on_a_day(loket, beleid, huishouden):
    person = huishouden.leden.get()
    made = add_vertegenwoordiger(
        by=loket, inwoner_id=person.pk, gegevens=BEWIND, van=VANDAAG, at=NU
    )

    with pytest.raises(OngeldigeInvoer):
        end_vertegenwoordiger(
            by=loket, vertegenwoordiger_id=made.pk, tot=VANDAAG - dt.timedelta(days=1), at=NU
        )
    with pytest.raises(GeenRecht):
        end_vertegenwoordiger(by=beleid, vertegenwoordiger_id=made.pk, tot=VANDAAG, at=NU)
    end_vertegenwoordiger(by=loket, vertegenwoordiger_id=made.pk, tot=VANDAAG, at=NU)

    assert speakers_of_household(huishouden.pk, op=VANDAAG + dt.timedelta(days=1)) == []


def test_what_cannot_be_is_refused(loket, beleid):
    person = InwonerFactory()
    strange = VertegenwoordigerGegevens(soort="mentor", naam="X", mag=["alles"])
    backwards = VertegenwoordigerGegevens(soort="mentor", naam="X", tot=dt.date(2020, 1, 1))

    for gegevens in (strange, backwards):
        with pytest.raises(OngeldigeInvoer):
            add_vertegenwoordiger(
                by=loket, inwoner_id=person.pk, gegevens=gegevens, van=VANDAAG, at=NU
            )
    with pytest.raises(NietGevonden):
        add_vertegenwoordiger(
            by=loket, inwoner_id=uuid.uuid4(), gegevens=BEWIND, van=VANDAAG, at=NU
        )
    with pytest.raises(GeenRecht):
        add_vertegenwoordiger(by=beleid, inwoner_id=person.pk, gegevens=BEWIND, van=VANDAAG, at=NU)


def test_other_homes_are_those_of_today(huishouden):
    person = huishouden.leden.get()
    other = HuishoudenFactory()
    other.lidmaatschappen.create(
        inwoner=person, rol="kind", band="familie", aard="co-ouderschap", van=VANDAAG
    )

    found = other_homes([person.pk], huishouden_id=huishouden.pk, op=VANDAAG)

    assert [row.huishouden_id for row in found[person.pk]] == [other.pk]
    before = VANDAAG - dt.timedelta(days=1)
    assert other_homes([person.pk], huishouden_id=huishouden.pk, op=before) == {}
