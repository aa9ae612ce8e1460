"""The wijken beside each other, and one in depth; never a person."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, VoorzieningFactory
from voorzieningen.models import Gemis
from voorzieningen.queries.witte_vlekken import (
    Voorraad,
    gaps_per_leefgebied,
    gaps_per_wijk,
    matrices,
    matrix,
    reaching,
    supply_per_buurt,
    supply_per_wijk,
)

pytestmark = pytest.mark.django_db
ES, NOORD = "WK016401", "WK016402"
BUURT, ANDERE_BUURT = "BU01640100", "BU01640101"


@pytest.fixture
def beleid(client):
    client.force_login(
        MedewerkerFactory(rollen=["beleid"]), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def missed(times: int, wijk: str | None = ES, leefgebied: str = "netwerk") -> None:
    consulent = MedewerkerFactory(rollen=["consulent"])
    for _ in range(times):
        Gemis.objects.create(
            soort="eenzaamheid",
            leefgebied_id=leefgebied,
            wijk_id=wijk,
            toelichting="Geen inloop.",
            gemeld_door=consulent,
            gemeld_op=nu(),
        )


def test_what_is_in_the_wijk_is_its_own_and_counted_once():
    both = VoorzieningFactory(wijken=[ES], plaatsen=10)
    both.locaties.add(LocatieFactory(buurt_id="BU01640100"))
    VoorzieningFactory()
    VoorzieningFactory(maatwerk=True, wijken=[ES])

    assert supply_per_wijk(vandaag()) == {ES: Voorraad(1, 10)}


def test_what_is_for_the_whole_town_reaches_every_wijk_and_what_is_elsewhere_does_not():
    town, here = VoorzieningFactory(), VoorzieningFactory(wijken=[ES])
    VoorzieningFactory(wijken=[NOORD])

    assert set(reaching(ES, vandaag())) == {town, here}


def test_the_matrix_shows_levels_by_leefgebied_with_holes():
    VoorzieningFactory(preventieniveau="universeel", leefgebieden=["netwerk", "geld"])
    VoorzieningFactory(preventieniveau="selectief", leefgebieden=["netwerk"], wijken=[NOORD])
    VoorzieningFactory(leefgebieden=["wonen"])

    found = matrix(ES, vandaag())

    assert found == {("universeel", "netwerk"): 1, ("universeel", "geld"): 1}
    assert found["selectief", "netwerk"] == 0


def test_the_matrices_of_all_wijken_are_those_of_each(django_assert_max_num_queries):
    both = VoorzieningFactory(preventieniveau="universeel", leefgebieden=["geld"], wijken=[ES])
    both.locaties.add(LocatieFactory(buurt_id="BU01640100"))
    VoorzieningFactory(preventieniveau="universeel", leefgebieden=["netwerk", "geld"])
    VoorzieningFactory(preventieniveau="selectief", leefgebieden=["netwerk"], wijken=[NOORD])
    VoorzieningFactory(maatwerk=True, preventieniveau="geindiceerd", wijken=[ES])

    with django_assert_max_num_queries(4):
        found = matrices(vandaag())

    for wijk in (ES, NOORD, "WK016400"):
        assert found[wijk] == matrix(wijk, vandaag())
    assert found[ES]["universeel", "geld"] == 2


def test_a_buurt_has_what_has_a_place_in_it():
    here = VoorzieningFactory(plaatsen=12, preventieniveau="universeel")
    here.locaties.add(LocatieFactory(buurt_id=BUURT), LocatieFactory(buurt_id=BUURT))
    wide = VoorzieningFactory(wijken=[ES])
    elsewhere = VoorzieningFactory(wijken=[NOORD])
    elsewhere.locaties.add(LocatieFactory(buurt_id=ANDERE_BUURT))

    assert supply_per_buurt(ES, vandaag())[BUURT] == Voorraad(1, 12)
    assert set(reaching(ES, vandaag(), buurt=BUURT)) == {here, wide}
    assert set(reaching(ES, vandaag())) == {here, wide, elsewhere}


def test_gaps_are_counted_per_wijk_and_leefgebied_within_the_days():
    missed(2)
    missed(1, wijk=None)
    Gemis.objects.filter(wijk=None).update(gemeld_op=nu() - dt.timedelta(days=400))
    year = (vandaag() - dt.timedelta(days=365), vandaag())

    assert gaps_per_wijk(*year) == {ES: 2}
    assert gaps_per_leefgebied(ES, *year) == {"netwerk": 2}
