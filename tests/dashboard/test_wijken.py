"""The wijken beside each other, and one in depth; never a person."""

import datetime as dt

import pytest

from hengelo_sociaal.gebieden.models import Inwonertal
from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.voorzieningen import LocatieFactory, VoorzieningFactory
from voorzieningen.models import Gemis
from voorzieningen.queries.witte_vlekken import (
    Voorraad,
    gaps_per_leefgebied,
    gaps_per_wijk,
    matrix,
    reaching,
    supply_per_wijk,
)

pytestmark = pytest.mark.django_db
ES, NOORD = "WK016401", "WK016402"


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


def test_gaps_are_counted_per_wijk_and_leefgebied_within_the_days():
    missed(2)
    missed(1, wijk=None)
    Gemis.objects.filter(wijk=None).update(gemeld_op=nu() - dt.timedelta(days=400))
    year = (vandaag() - dt.timedelta(days=365), vandaag())

    assert gaps_per_wijk(*year) == {ES: 2}
    assert gaps_per_leefgebied(ES, *year) == {"netwerk": 2}


def test_all_wijken_stand_beside_each_other(beleid):
    Inwonertal.objects.create(gemeente_id="GM0164", wijk_id=ES, jaar=2025, aantal=12_345)
    for groep, aantal in (("0-11", 1_000), ("12-17", 543)):
        Inwonertal.objects.create(
            gemeente_id="GM0164", wijk_id=NOORD, jaar=2025, leeftijdsgroep=groep, aantal=aantal
        )
    VoorzieningFactory(wijken=[ES])

    page = beleid.get("/dashboard/wijken").content.decode()

    assert page.count('href="/dashboard/wijken/WK0164') >= 20
    assert "12.345" in page
    assert "1.543" in page


@pytest.mark.parametrize(
    ("times", "shown", "hidden"), [(9, "minder dan 10", ">9<"), (12, ">12<", "minder dan 10")]
)
def test_a_count_under_ten_is_told_in_words(beleid, times, shown, hidden):
    missed(times)

    page = beleid.get(f"/dashboard/wijken/{ES}").content.decode()

    assert shown in page
    assert hidden not in page


def test_two_wijken_are_compared_and_provisions_can_be_opened(beleid):
    made = VoorzieningFactory(naam="Eettafel", wijken=[ES])

    page = beleid.get(f"/dashboard/wijken/{ES}", {"naast": NOORD}).content.decode()

    assert f"/voorzieningen/{made.pk}" in page
    assert page.count("Preventiematrix: hoeveel") == 2


def test_a_wijk_that_does_not_exist_is_not_found(beleid):
    assert beleid.get("/dashboard/wijken/WK999999").status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_the_same_number_of_queries(beleid, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        VoorzieningFactory(wijken=[ES], preventieniveau="universeel")
        missed(1)
    beleid.get(f"/dashboard/wijken/{ES}")

    with django_assert_max_num_queries(30):
        beleid.get(f"/dashboard/wijken/{ES}")
