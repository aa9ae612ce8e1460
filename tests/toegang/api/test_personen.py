import datetime as dt
import uuid

import pytest

from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HuishoudenFactory, InwonerFactory
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db
BSN = "123456782"


def send(client, path, body):
    return client.post(f"/api/v1/{path}", body, content_type="application/json")


@pytest.fixture
def jolanda(db):
    """Jolanda Bos, born on 9 March 1984, at Deldenerstraat 12."""
    inwoner = InwonerFactory(
        voornamen="Jolanda",
        geslachtsnaam="Bos",
        geboortedatum=dt.date(1984, 3, 9),
        met_bsn=BSN,
    )
    HuishoudenFactory(leden=[inwoner], huisnummer=12)
    return inwoner


@pytest.mark.parametrize(
    "body",
    [
        {"bsn": BSN},
        {"geslachtsnaam": "Bos", "geboortedatum": "1984-03-09"},
        {"postcode": "7551 aa", "huisnummer": 12},
        {"vrij": "jolanda bos"},
    ],
)
def test_somebody_is_found_and_the_log_says_how_not_what(als_loket, jolanda, body):
    InwonerFactory(geslachtsnaam="Pieters")

    found = send(als_loket, "inwoners/zoeken", body)

    (hit,) = found.json()["resultaten"]
    assert found.status_code == 200
    assert (hit["inwoner"], hit["naam"]) == (str(jolanda.pk), "Jolanda Bos")
    assert hit["geboortedatum"] == "1984-03-09"
    assert hit["adres"] == "Deldenerstraat 12, 7551 AA Hengelo"
    assert BSN not in found.content.decode()
    line = Toegangsregel.objects.get()
    assert (line.handeling, line.inwoners) == ("gezocht", [jolanda.pk])
    assert "Bos" not in str(line.bijzonderheden)


@pytest.mark.parametrize("body", [{}, {"bsn": "1"}, {"huisnummer": 3}, {"vrij": ""}, {"x": 1}])
def test_nothing_to_search_for_is_refused(als_loket, body):
    assert send(als_loket, "inwoners/zoeken", body).status_code == 400


def test_a_bsn_that_is_none_is_told_by_field(als_loket):
    refused = send(als_loket, "inwoners/zoeken", {"bsn": "123456789"}).json()

    assert [param["name"] for param in refused["invalidParams"]] == ["bsn"]


def test_a_resident_is_registered_once(als_loket, jolanda):
    body = {"voornamen": "Jolanda", "geslachtsnaam": "Boss", "geboortedatum": "1984-03-09"}

    refused = send(als_loket, "inwoners", body)
    made = send(als_loket, "inwoners", body | {"negeerDuplicaat": {"reden": "tweeling"}})

    assert refused.status_code == 409
    assert [one["id"] for one in refused.json()["kandidaten"]] == [str(jolanda.pk)]
    assert made.status_code == 201
    assert als_loket.get(made["Location"]).json() == made.json()
    assert made.json()["bsnBekend"] is False


def test_a_bsn_never_comes_out_and_is_used_once(als_loket, jolanda):
    body = {"geslachtsnaam": "Anders", "bsn": BSN}

    refused = send(als_loket, "inwoners", body | {"negeerDuplicaat": {"reden": "anders"}})
    wrong = send(als_loket, "inwoners", body | {"bsn": "123456789"})

    assert (refused.status_code, refused.json()["code"]) == (409, "bsn-bestaat-al")
    assert wrong.status_code == 400
    assert BSN not in als_loket.get(f"/api/v1/inwoners/{jolanda.pk}").content.decode()
    assert Inwoner.objects.count() == 1


def test_a_household_is_registered_with_its_members(als_loket):
    inwoner = InwonerFactory()
    body = {
        "adres": {
            "straat": "Deldenerstraat",
            "huisnummer": 12,
            "postcode": "7551 aa",
            "woonplaats": "Hengelo",
        },
        "leden": [{"inwoner": str(inwoner.pk), "rol": "aanvrager"}],
    }

    made = send(als_loket, "huishoudens", body)
    again = send(als_loket, "huishoudens", body)
    empty = send(als_loket, "huishoudens", body | {"leden": []})

    assert made.status_code == 201
    assert made.json()["adres"]["postcode"] == "7551AA"
    assert made.json()["adres"]["gemeente"] == "GM0164"
    (lid,) = made.json()["leden"]
    assert (lid["inwoner"], lid["rol"], lid["band"]) == (str(inwoner.pk), "aanvrager", "thuis")
    assert als_loket.get(made["Location"]).json() == made.json()
    assert (again.status_code, again.json()["code"]) == (409, "al-thuis-elders")
    assert empty.status_code == 201


@pytest.mark.parametrize(
    ("adres", "leden", "name"),
    [
        ({"postcode": "12"}, [], "postcode"),
        ({"postcode": ""}, [], "adres.postcode"),
        ({"huisnummer": "twaalf"}, [], "adres.huisnummer"),
        ({}, [{"inwoner": str(uuid.uuid4()), "rol": "kind"}], "leden"),
    ],
)
def test_a_wrong_household_is_told_by_field(als_loket, adres, leden, name):
    good = {"straat": "A", "huisnummer": 1, "postcode": "7551AA", "woonplaats": "Hengelo"}

    refused = send(als_loket, "huishoudens", {"adres": good | adres, "leden": leden})

    assert refused.status_code == 400
    assert [param["name"] for param in refused.json()["invalidParams"]] == [name]


def test_who_is_not_involved_states_a_purpose(als_consulent, consulent):
    other = HuishoudenFactory(met_leden=2)
    own = HuishoudenFactory(betrokken=consulent)
    path = f"/api/v1/huishoudens/{other.pk}"

    asked = als_consulent.get(path)
    opened = als_consulent.get(path, {"doel": "vervanging"})

    assert (asked.status_code, asked.json()["code"]) == (403, "doel-nodig")
    assert opened.status_code == 200
    assert als_consulent.get(f"/api/v1/huishoudens/{own.pk}").status_code == 200
    assert als_consulent.get(path, {"doel": "nieuwsgierig"}).status_code == 400
    lines = Toegangsregel.objects.filter(object_id=other.pk)
    assert [len(line.inwoners) for line in lines] == [1, 1]
    assert {line.doel for line in lines} == {"collega vervangen"}


def test_who_registers_a_household_reads_it_back_that_day(als_consulent, api):
    adres = {"straat": "A", "huisnummer": 1, "postcode": "7551AA", "woonplaats": "Hengelo"}
    made = send(als_consulent, "huishoudens", {"adres": adres})

    read = als_consulent.get(made["Location"])
    somebody_else = api(MedewerkerFactory(rollen=["teamleider"])).get(made["Location"])

    assert (read.status_code, read.json()) == (200, made.json())
    assert Toegangsregel.objects.get().doel == "vandaag zelf geregistreerd"
    assert (somebody_else.status_code, somebody_else.json()["code"]) == (403, "doel-nodig")


def test_who_only_searches_does_not_read_how_to_reach_somebody(api, jolanda):
    """The dossier is closed to administratie: a hit tells people apart and nothing more."""
    client = api(MedewerkerFactory(rollen=["administratie"]))

    assert send(client, "inwoners/zoeken", {"bsn": BSN}).status_code == 200
    assert client.get(f"/api/v1/inwoners/{jolanda.pk}").status_code == 403
