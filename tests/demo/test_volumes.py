"""The town is as busy as the municipality's own papers say (bronnen/volumes.csv).

The figures of the papers stand here, because that file does not travel with the program.
"""

import pytest
from django.db.models import Count, Q, Sum

from hengelo_sociaal.demo.adressen import AANDEEL_PER_WIJK, INWONERS
from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.gebieden.demo import AANDEEL_PER_LEEFTIJD, growth
from hengelo_sociaal.gebieden.models import Inwonertal, Leeftijdsgroep
from tests.demo.conftest import MAANDEN, TOT
from toegang.models import Contact, Hulpvraag, Melding

pytestmark = pytest.mark.django_db


def months() -> float:
    """How many months of records there are: the running month counts for its days."""
    return MAANDEN - 1 + TOT.day / 30


def counter():
    return Contact.objects.filter(vindplaats="zorgloket")


def share(part: int, whole: int) -> float:
    return part / whole


def test_the_zorgloket_has_about_1100_contacts_a_month(stad: Stad) -> None:
    assert counter().count() / months() == pytest.approx(1100, rel=0.15)


def test_four_of_five_come_by_telephone(stad: Stad) -> None:
    by_phone = counter().filter(kanaal="telefoon").count()

    assert share(by_phone, counter().count()) == pytest.approx(0.80, abs=0.04)


def test_three_of_five_are_information_and_advice(stad: Stad) -> None:
    others = Count("hulpvragen", filter=~Q(hulpvragen__uitkomst="informatie-en-advies"))
    advice = counter().annotate(others=others).filter(others=0).count()

    assert share(advice, counter().count()) == pytest.approx(0.60, abs=0.04)


def test_four_of_five_are_about_the_wmo(stad: Stad) -> None:
    questions = Hulpvraag.objects.filter(contact__vindplaats="zorgloket")

    assert share(questions.filter(wet="wmo").count(), questions.count()) == pytest.approx(
        0.80, abs=0.05
    )


@pytest.mark.parametrize(
    ("laws", "low", "high"),
    [
        (["wmo"], 300, 400),
        (["jeugdwet"], 80, 120),
        (["participatiewet"], 80, 135),
        (["wgs"], 15, 40),
    ],
)
def test_meldingen_a_month(stad: Stad, laws: list[str], low: int, high: int) -> None:
    made = Melding.objects.filter(wet__in=laws).count() / months()

    assert low * 0.9 <= made <= high * 1.1


def test_who_refers_to_youth_help(stad: Stad) -> None:
    youth = Melding.objects.filter(wet="jeugdwet")
    found = {
        row["verwijzer"]: row["n"] for row in youth.values("verwijzer").annotate(n=Count("pk"))
    }
    expected = {
        "gemeente": 0.33,
        "huisarts": 0.43,
        "jeugdarts": 0.07,
        "kinderarts": 0.07,
        "gecertificeerde-instelling": 0.10,
    }

    assert set(found) == set(expected)
    for verwijzer, part in expected.items():
        assert share(found[verwijzer], youth.count()) == pytest.approx(part, abs=0.08)


def test_borne_and_haaksbergen_come_for_income_only(stad: Stad) -> None:
    neighbours = Contact.objects.filter(gemeente__in=["GM0147", "GM0158"])

    assert neighbours.exists()
    assert set(neighbours.values_list("vindplaats", flat=True)) <= {"werkplein", "werk-nl"}


def test_the_number_of_inhabitants_differs_from_year_to_year() -> None:
    """This town has one year only, so the growth itself is looked at."""
    ages = AANDEEL_PER_LEEFTIJD.items()
    before = {
        wijk: sum(part * growth(wijk, groep, -2) for groep, part in ages)
        for wijk in AANDEEL_PER_WIJK
    }

    assert all(abs(people - 1) > 0.0005 for people in before.values())
    assert {people > 1 for people in before.values()} == {True, False}
    assert growth("WK016400", Leeftijdsgroep.KIND, 0) == 1


def test_the_wijken_hold_all_inhabitants_and_say_that_it_is_an_estimate(stad: Stad) -> None:
    rows = Inwonertal.objects.filter(jaar=TOT.year, buurt=None)

    assert rows.aggregate(n=Sum("aantal"))["n"] == pytest.approx(INWONERS, rel=0.001)
    assert set(rows.values_list("bron", flat=True)) == {"schatting voor de demo"}
