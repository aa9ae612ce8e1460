"""Signals about debts through the API: taking in, the list with its filters, one case."""

import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.signalen import made_zaak
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from toegang.models import Signaal, Signaalzaak

pytestmark = pytest.mark.django_db
SIGNALEN = "/api/v1/signalen"


def line(**change):
    given = {
        "melder": "Welbions",
        "soort": "huur",
        "kenmerk": "K-1",
        "ontvangenOp": vandaag().isoformat(),
        "bedrag": 184250,
        "maanden": 3,
        "geslachtsnaam": "Bos",
        "huisnummer": 12,
        "postcode": "7551 aa",
    }
    return given | change


def send(client, *lines):
    return client.post(SIGNALEN, {"signalen": list(lines)}, content_type="application/json")


def test_signals_come_in_as_one_case_for_an_address(als_loket):
    born = dt.date(1980, 5, 1)
    bos = InwonerFactory(geslachtsnaam="Bos", geboortedatum=born)
    home = HuishoudenFactory(leden=[bos], huisnummer=12, postcode="7551AA")
    water = line(melder="Vitens", soort="water", kenmerk="V-9", bedrag=9000)

    made = send(als_loket, line(geboortedatum=born.isoformat()), water)
    again = send(als_loket, line(geboortedatum=born.isoformat()), water | {"bedrag": 12000})

    assert (made.status_code, made.json()) == (200, {"nieuw": 2, "gewijzigd": 0, "gelijk": 0})
    assert again.json() == {"nieuw": 0, "gewijzigd": 1, "gelijk": 1}
    zaak = Signaalzaak.objects.get()
    assert (zaak.inwoner, zaak.huishouden) == (bos, home)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"soort": "telefoon"}, "signalen.0.soort"),
        ({"postcode": "75511"}, "signalen.0.postcode"),
        ({"bsn": "123456789"}, "signalen.0.bsn"),
        ({"bedrag": -1}, "signalen.0.bedrag"),
        ({"ontvangenOp": "2020-01-01"}, "signalen.0.ontvangenOp"),
        ({"geboortedatum": "2999-01-01"}, "signalen.0.geboortedatum"),
        ({"onbekend": 1}, "signalen.0.onbekend"),
        ({"postcode": None}, "signalen.0.postcode"),
    ],
)
def test_one_bad_line_refuses_all(als_loket, change, name):
    refused = send(als_loket, line(**change), line(kenmerk="K-2"))

    assert refused.status_code == 400
    assert [fault["name"] for fault in refused.json()["invalidParams"]] == [name]
    assert "123456789" not in refused.content.decode()
    assert not Signaal.objects.exists()


def test_the_same_signal_twice_in_one_request_is_refused(als_loket):
    assert send(als_loket, line(), line(bedrag=1)).status_code == 400
    assert send(als_loket).status_code == 400


def test_the_list_narrows_and_every_look_is_logged(als_loket):
    first = made_zaak(kenmerk="A", huisnummer=1, ontvangen_op=dt.date(2026, 10, 1))
    second = made_zaak(kenmerk="B", huisnummer=2, ontvangen_op=dt.date(2026, 11, 1))
    Signaalzaak.objects.update(inwoner=InwonerFactory())

    def found(query=""):
        return [one["id"] for one in als_loket.get(SIGNALEN + query).json()["resultaten"]]

    assert found() == [str(second.pk), str(first.pk)]
    assert found("?ontvangenTot=2026-10-31") == [str(first.pk)]
    assert found("?ontvangenVan=2026-10-02&status=nieuw") == [str(second.pk)]
    assert found("?status=afgesloten") == []
    assert als_loket.get(SIGNALEN + "?status=weg").status_code == 400
    backwards = "?ontvangenVan=2026-11-01&ontvangenTot=2026-10-01"
    assert als_loket.get(SIGNALEN + backwards).status_code == 400
    assert Toegangsregel.objects.filter(soort="signaalzaak").count() == 3


def test_pages_follow_each_other(als_loket):
    for number in range(5):
        made_zaak(kenmerk=f"K{number}", huisnummer=number + 1)

    first = als_loket.get(SIGNALEN + "?paginaGrootte=3").json()
    rest = als_loket.get(first["volgende"]).json()

    assert (len(first["resultaten"]), len(rest["resultaten"])) == (3, 2)
    assert rest["volgende"] is None


@pytest.mark.parametrize("number", [1, 4])
def test_a_page_takes_a_fixed_number_of_queries(als_loket, number, django_assert_max_num_queries):
    for place in range(number):
        made_zaak(kenmerk=f"K{place}", huisnummer=place + 1)
    als_loket.get(SIGNALEN)

    with django_assert_max_num_queries(6):
        als_loket.get(SIGNALEN)


def test_one_case_has_its_signals_and_attempts(als_loket):
    zaak = made_zaak()

    body = als_loket.get(f"{SIGNALEN}/{zaak.pk}").json()

    assert (body["nummer"], body["aantalSignalen"], body["pogingen"]) == (zaak.nummer, 1, [])
    assert body["signalen"][0]["bedrag"] == 184_250
    assert body["aanbodUiterlijk"] == zaak.termijn.einddatum.isoformat()
    assert "bsn" not in str(body)


@pytest.mark.parametrize("rol", ["vindplaats", "jurist", "beleid", "administratie", "beheer"])
def test_other_roles_see_and_bring_nothing(api, rol):
    client = api(MedewerkerFactory(rollen=[rol]))

    assert client.get(SIGNALEN).status_code == 403
    assert send(client, line()).status_code == 403


def test_a_consulent_sees_own_cases_and_takes_none_in(api, als_consulent, consulent):
    mine = made_zaak(kenmerk="A", huisnummer=1)
    theirs = made_zaak(kenmerk="B", huisnummer=2)
    Signaalzaak.objects.filter(pk=mine.pk).update(consulent=consulent)
    other = MedewerkerFactory(rollen=["consulent"])
    Signaalzaak.objects.filter(pk=theirs.pk).update(consulent=other, team=None)

    found = als_consulent.get(SIGNALEN).json()["resultaten"]

    assert [one["id"] for one in found] == [str(mine.pk)]
    assert als_consulent.get(f"{SIGNALEN}/{theirs.pk}").status_code == 404
    assert send(als_consulent, line()).status_code == 403
