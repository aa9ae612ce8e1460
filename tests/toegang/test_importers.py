"""`importeer signalen`: the columns, all or nothing, and no BSN in a complaint."""

import pytest

from hengelo_sociaal.invoer.domain import import_file
from hengelo_sociaal.invoer.exceptions import InvoerGeweigerd, OnleesbaarBestand
from hengelo_sociaal.kern.fouten import GeenRecht
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.signalen import csv_line, take_in_csv
from tests.factories.toegang import NU
from toegang.models import Signaal, Signaalzaak

pytestmark = pytest.mark.django_db


def test_a_file_of_a_creditor():
    report = take_in_csv(csv_line(), csv_line(kenmerk="V-2", huisnummer="14", achterstand="80"))

    assert report.telling.nieuw == 2
    assert Signaalzaak.objects.count() == 2
    signal = Signaal.objects.get(kenmerk="V-1")
    assert (signal.bedrag, signal.soort, signal.zaak.postcode) == (12_345, "water", "7551AA")


def test_a_second_time_changes_nothing_and_a_trial_neither():
    assert take_in_csv(csv_line(), proef=True).telling.nieuw == 1
    assert not Signaal.objects.exists()
    take_in_csv(csv_line())

    assert not take_in_csv(csv_line()).telling.verandert


@pytest.mark.parametrize(
    "change",
    [
        {"soort": "telefoon"},
        {"postcode": "75A1"},
        {"bsn": "123456789"},
        {"achterstand": "-5"},
        {"achterstand": "veel"},
        {"maanden": "-1"},
        {"ontvangen_op": "2036-01-01"},
        {"ontvangen_op": "2020-01-01"},
        {"geboortedatum": "2036-01-01"},
        {"geslachtsnaam": ""},
        {"huisnummer": ""},
        {"kenmerk": "x" * 61},
    ],
)
def test_a_bad_line_takes_nothing_in(change):
    with pytest.raises(InvoerGeweigerd) as refusal:
        take_in_csv(csv_line(kenmerk="goed"), csv_line(**change))

    assert [fault.regel for fault in refusal.value.fouten] == [3]
    assert "123456789" not in str(refusal.value.fouten)
    assert not Signaal.objects.exists()


def test_the_same_reference_twice_names_the_first():
    with pytest.raises(InvoerGeweigerd, match="1 regel"):
        take_in_csv(csv_line(), csv_line())


def test_another_header_says_what_is_expected():
    with pytest.raises(OnleesbaarBestand, match="Wij verwachten: melder;soort;kenmerk"):
        import_file(
            soort="signalen",
            inhoud=b"a;b\n1;2\n",
            naam="x.csv",
            by=MedewerkerFactory(teamleider=True),
            at=NU,
        )


@pytest.mark.parametrize("rol", ["consulent", "jurist", "beleid", "administratie"])
def test_who_may_not_take_it_in(rol):
    with pytest.raises(GeenRecht):
        take_in_csv(csv_line(), by=MedewerkerFactory(rollen=[rol]))
