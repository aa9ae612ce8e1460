"""What is published of wijken and buurten, from real registrations."""

import datetime as dt

import pytest

from dashboard.domain.gebieden import publish_areas
from dashboard.enums import Gebiedsmaat
from dashboard.models import Gebiedscijfer, Gebiedsjaar
from dashboard.queries.gebiedscijfers import read_areas
from dashboard.tasks import tel_gebieden
from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.kern.tijd import AMSTERDAM, vandaag
from plannen.models import Plan
from tests.factories.aanbieders import ContractFactory, TariefFactory, ToewijzingFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, PlanFactory
from tests.factories.toegang import ContactFactory, HuishoudenFactory
from tests.factories.voorzieningen import VoorzieningFactory
from toegang.models import Aanbod

pytestmark = pytest.mark.django_db
NU = dt.datetime(2026, 11, 22, 4, tzinfo=AMSTERDAM)
IN_2026 = dt.datetime(2026, 5, 1, 12, tzinfo=AMSTERDAM)
ES, BUURT = "WK016401", "BU01640100"


@pytest.fixture
def buurten():
    """Two buurten of the Hengelose Es."""
    return list(Buurt.objects.filter(wijk=ES).order_by("code").values_list("code", flat=True)[:2])


def uses(number: int, voorziening, buurt: str, **anders) -> None:
    for _ in range(number):
        household = HuishoudenFactory(buurt_id=buurt)
        goal = DoelFactory(plan=PlanFactory(huishouden=household))
        AfspraakFactory(
            doel=goal, trede="algemeen", voorziening=voorziening, **{"gemaakt_op": IN_2026} | anders
        )


def numbers(maat: Gebiedsmaat = Gebiedsmaat.GEBRUIK) -> dict[tuple[str, str], int]:
    rows = Gebiedscijfer.objects.filter(jaar__maat=maat, jaar__jaar=2026)
    return {(row.gebied, row.categorie): row.aantal for row in rows}


def test_what_a_vindplaats_drafted_is_no_use_until_it_is_taken_over(buurten):
    uses(12, VoorzieningFactory(code="eettafel"), buurten[0])
    Plan.objects.update(vindplaats="poh-jeugd")

    publish_areas(jaren=[2026], at=NU)

    assert numbers() == {}


def test_households_that_use_something_are_counted_per_wijk_and_buurt(buurten):
    eettafel = VoorzieningFactory(code="eettafel")
    uses(12, eettafel, buurten[0])
    uses(17, eettafel, buurten[1])

    publish_areas(jaren=[2026], at=NU)

    assert numbers() == {
        (area, category): number
        for area, number in ((buurten[0], 10), (buurten[1], 20), (ES, 30))
        for category in ("eettafel", "soort:algemeen", "")
    }


def test_a_household_counts_once_however_often_it_does(buurten):
    koffie, eettafel = VoorzieningFactory(code="koffie"), VoorzieningFactory(code="eettafel")
    for _ in range(11):
        household = HuishoudenFactory(buurt_id=buurten[0])
        goal = DoelFactory(plan=PlanFactory(huishouden=household))
        for one in (koffie, koffie, eettafel):
            AfspraakFactory(doel=goal, trede="algemeen", voorziening=one, gemaakt_op=IN_2026)

    publish_areas(jaren=[2026], at=NU)

    assert numbers()[ES, ""] == numbers()[ES, "koffie"] == 10


@pytest.mark.parametrize(
    "anders", [{"status": "vervallen"}, {"gemaakt_op": IN_2026.replace(year=2025)}]
)
def test_what_lapsed_or_was_of_another_year_does_not_count(buurten, anders):
    uses(12, VoorzieningFactory(), buurten[0], **anders)

    publish_areas(jaren=[2026], at=NU)

    assert numbers() == {}


def test_help_that_was_granted_counts_in_every_year_it_runs(buurten):
    hulp = VoorzieningFactory(code="hulp", maatwerk=True)
    tarief = TariefFactory(contract=ContractFactory(van=dt.date(2024, 1, 1)))
    tarief.product.voorziening = hulp
    tarief.product.save()
    for _ in range(10):
        household = HuishoudenFactory(buurt_id=buurten[0], met_leden=1)
        ToewijzingFactory(
            tarief=tarief,
            huishouden=household,
            inwoner=household.leden.get(),
            van=dt.date(2025, 6, 1),
            tot=dt.date(2026, 1, 1),
        )

    publish_areas(jaren=[2025, 2026, 2027], at=NU)

    found = Gebiedscijfer.objects.filter(gebied=ES, categorie="soort:maatwerk")
    assert list(found.values_list("jaar__jaar", "aantal")) == [(2025, 10), (2026, 10)]


@pytest.mark.parametrize(("uitkomst", "number"), [("aangenomen", 10), ("geweigerd", None)])
def test_an_offer_counts_when_it_was_accepted(buurten, uitkomst, number):
    koffie = VoorzieningFactory()
    for _ in range(10):
        contact = ContactFactory(
            huishouden=HuishoudenFactory(buurt_id=buurten[0]), hulpvragen=["open"]
        )
        Aanbod.objects.create(
            hulpvraag=contact.hulpvragen.get(),
            voorziening=koffie,
            uitkomst=uitkomst,
            reden="tijd" if uitkomst == "geweigerd" else None,
            door=contact.geregistreerd_door,
            op=IN_2026,
        )

    publish_areas(jaren=[2026], at=NU)

    assert numbers().get((ES, "")) == number


def test_questions_are_counted_per_buurt_where_the_household_still_lives_in_the_wijk(buurten):
    for _ in range(30):
        ContactFactory(
            huishouden=HuishoudenFactory(buurt_id=buurten[0]),
            wijk=ES,
            gemeente="GM0164",
            plaatsgevonden_op=IN_2026,
            hulpvragen=["open"],
        )
    for _ in range(20):
        ContactFactory(wijk=ES, gemeente="GM0164", plaatsgevonden_op=IN_2026, hulpvragen=["open"])
    soort = ContactFactory(hulpvragen=["open"]).hulpvragen.get().soort_id

    publish_areas(jaren=[2026], at=NU)

    assert numbers(Gebiedsmaat.VRAGEN) == {(buurten[0], soort): 30, (buurten[0], ""): 30}


def missed(number: int, buurt: str) -> None:
    for _ in range(number):
        contact = ContactFactory(huishouden=HuishoudenFactory(buurt_id=buurt), hulpvragen=["open"])
        contact.hulpvragen.update(leefgebied="netwerk")
        Aanbod.objects.create(
            hulpvraag=contact.hulpvragen.get(),
            voorziening=None,
            uitkomst="niets",
            door=contact.geregistreerd_door,
            op=IN_2026,
        )


def test_households_that_found_nothing_light_are_counted_per_buurt_and_leefgebied(buurten):
    missed(12, buurten[0])
    missed(17, buurten[1])

    publish_areas(jaren=[2026], at=NU)

    assert numbers(Gebiedsmaat.GEMIST) == {
        (area, category): number
        for area, number in ((buurten[0], 10), (buurten[1], 20), (ES, 30))
        for category in ("netwerk", "")
    }


def test_a_small_number_that_was_missed_is_not_shown(buurten):
    missed(14, buurten[0])
    missed(3, buurten[1])

    publish_areas(jaren=[2026], at=NU)

    assert {area for area, _ in numbers(Gebiedsmaat.GEMIST)} == {buurten[0], ES}


@pytest.mark.parametrize(
    ("reden", "number"), [("niet-in-de-buurt", 10), ("zwaarte", None), ("veiligheid", None)]
)
def test_maatwerk_counts_as_missed_when_nothing_lighter_was_near(buurten, reden, number):
    for _ in range(10):
        household = HuishoudenFactory(buurt_id=buurten[0])
        goal = DoelFactory(plan=PlanFactory(huishouden=household))
        for _ in range(2):
            AfspraakFactory(
                doel=goal, trede="maatwerk", reden_niet_lichter=reden, gemaakt_op=IN_2026
            )

    publish_areas(jaren=[2026], at=NU)

    assert numbers(Gebiedsmaat.GEMIST).get((ES, "")) == number


def test_a_small_group_is_not_in_the_table_nor_behind_its_rest(buurten):
    eettafel = VoorzieningFactory(code="eettafel")
    uses(22, eettafel, buurten[0])
    uses(3, eettafel, buurten[1])

    publish_areas(jaren=[2026], at=NU)

    assert not any(area == buurten[1] for area, _ in numbers())
    assert set(numbers().values()) <= {20, 30}


def test_counting_again_changes_only_what_changed_and_when(buurten):
    eettafel = VoorzieningFactory()
    uses(12, eettafel, buurten[0])
    publish_areas(jaren=[2026], at=NU)
    first = set(Gebiedscijfer.objects.values_list("pk", flat=True))
    later = NU + dt.timedelta(days=1)

    assert publish_areas(jaren=[2026], at=later) == 0
    assert set(Gebiedscijfer.objects.values_list("pk", flat=True)) == first
    assert {year.berekend_op for year in Gebiedsjaar.objects.all()} == {later}
    uses(10, eettafel, buurten[0])
    assert publish_areas(jaren=[2026], at=later) > 0
    assert numbers()[ES, ""] == 20


def test_the_nightly_task_counts_this_year_and_the_last():
    tel_gebieden()

    year = vandaag().year
    assert set(Gebiedsjaar.objects.values_list("jaar", flat=True)) == {year - 1, year}


def test_reading_takes_two_queries_however_many_areas(django_assert_num_queries, buurten):
    uses(12, VoorzieningFactory(), buurten[0])
    publish_areas(jaren=[2026], at=NU)

    with django_assert_num_queries(2, using="dashboard"):
        found = read_areas(Gebiedsmaat.GEBRUIK, 2026, [ES, *buurten])

    assert (found.van(ES), found.van(buurten[1])) == (10, None)
    assert [number for _, number in found.rijen(ES)] == [10, 10]
    assert read_areas(Gebiedsmaat.GEBRUIK, 1999, [ES]).berekend_op is None
