import datetime as dt
import uuid

import pytest
from django.db import transaction
from django.db.models import Value

from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    NU,
    HuishoudenFactory,
    InwonerFactory,
    LidmaatschapFactory,
    MeldingFactory,
)
from toegang.domain.zoeken import search
from toegang.exceptions import BsnOnjuist, ZoekopdrachtLeeg
from toegang.models import Inwoner
from toegang.models.basis import Woordgelijkenis

pytestmark = pytest.mark.django_db


@pytest.fixture
def jolanda(db):
    """Jolanda van den Bos, with a household of her own at Deldenerstraat 12."""
    inwoner = InwonerFactory(
        voornamen="Jolanda",
        tussenvoegsel="van den",
        geslachtsnaam="Bosveld",
        geboortedatum=dt.date(1984, 3, 9),
        met_bsn="123456782",
    )
    HuishoudenFactory(leden=[inwoner], huisnummer=12)
    InwonerFactory(voornamen="Kees", geslachtsnaam="Pietersen")
    return inwoner


def find(by, text):
    return search(by=by, tekst=text, at=NU)


@pytest.mark.parametrize(
    ("text", "reden"),
    [
        ("Bosveld", "naam"),
        ("jolanda bos", "naam"),
        ("BOSV JOL", "naam"),
        ("Jolánda", "naam"),
        ("Bosvelt", "gelijkend"),
        ("Jolanada", "gelijkend"),
        ("9-3-1984", "geboortedatum"),
        ("bosveld 9 maart 1984", "naam"),
        ("7551AA 12", "adres"),
        ("7551aa", "adres"),
        ("Deldenerstraat 12", "adres"),
        ("deldener", "adres"),
        ("123456782", "bsn"),
    ],
)
def test_she_is_found_the_way_people_ask(loket, jolanda, text, reden):
    (hit,) = find(loket, text)

    assert (hit.inwoner_id, hit.reden) == (jolanda.pk, reden)
    assert hit.naam == "Jolanda van den Bosveld"
    assert hit.adres == "Deldenerstraat 12, 7551 AA Hengelo"


@pytest.mark.parametrize(
    "text", ["Zwartkruis", "bosveld 10-3-1984", "7551AA 13", "111222333", "M-2020-00001"]
)
def test_who_does_not_fit_is_not_found(loket, jolanda, text):
    assert find(loket, text) == []


def test_a_case_number_finds_its_resident_and_what_is_in_hand(loket):
    melding = MeldingFactory(nummer="M-2026-00042")
    MeldingFactory(huishouden=melding.huishouden, afgerond=True)

    (hit,) = find(loket, "m-2026-00042")

    assert hit.inwoner_id == melding.inwoner_id
    assert (hit.huishouden_id, hit.lopende_meldingen) == (melding.huishouden_id, 1)


def test_an_earlier_home_is_not_the_address(loket):
    lidmaatschap = LidmaatschapFactory(tot=dt.date(2025, 1, 1))
    now = LidmaatschapFactory(inwoner=lidmaatschap.inwoner, van=dt.date(2025, 1, 2))

    (hit,) = find(loket, lidmaatschap.inwoner.geslachtsnaam)

    assert hit.huishouden_id == now.huishouden_id


def test_a_secret_address_is_not_shown_and_does_not_find(loket):
    inwoner = InwonerFactory(geslachtsnaam="Geheimzinnig")
    HuishoudenFactory(leden=[inwoner], huisnummer=99, geheim=True)

    (hit,) = find(loket, "Geheimzinnig")

    assert (hit.adres, hit.geheim) == ("", True)
    assert find(loket, "7551AA 99") == []


def test_a_household_with_nobody_in_it_is_found_by_its_address(loket):
    huishouden = HuishoudenFactory(huisnummer=77)

    (hit,) = find(loket, "7551AA 77")

    assert (hit.inwoner_id, hit.huishouden_id, hit.naam) == (None, huishouden.pk, "")


def test_at_most_fifty_come_back(loket):
    InwonerFactory.create_batch(55, geslachtsnaam="Velen")

    assert len(find(loket, "velen")) == 50


def least_wrong_first(typed: str) -> list[uuid.UUID]:
    """Everybody whose name resembles what was typed, compared one by one."""
    score = Woordgelijkenis(Value(typed), "zoeknaam")
    people = Inwoner.objects.annotate(score=score).filter(score__gte=0.45)
    return list(people.order_by("-score", "pk").values_list("pk", flat=True))


@pytest.mark.parametrize(("hardly", "further"), [(1, 3), (45, 8), (55, 8), (0, 55)])
def test_names_with_a_typing_error_come_the_least_wrong_first(loket, hardly, further):
    InwonerFactory.create_batch(further, geslachtsnaam="Hazenberg")
    InwonerFactory.create_batch(hardly, geslachtsnaam="Hazenkamp")

    found = [hit.inwoner_id for hit in find(loket, "Hazenkapm")]

    assert found == least_wrong_first("hazenkapm")[:50]
    assert len(found) == min(50, hardly + further)


@pytest.mark.parametrize("text", ["Bosveld", "7551AA", "9-3-1984"])
@pytest.mark.parametrize("number", [3, 6])
def test_more_hits_do_not_cost_more_statements(loket, text, number, django_assert_max_num_queries):
    for _ in range(number):
        inwoner = InwonerFactory(geslachtsnaam="Bosveld", geboortedatum=dt.date(1984, 3, 9))
        HuishoudenFactory(leden=[inwoner])

    with django_assert_max_num_queries(6):  # two of them are the savepoint of the test
        found = find(loket, text)

    assert len(found) == number


def test_a_search_is_one_line_without_what_was_typed(loket, jolanda):
    find(loket, "jolanda 9-3-1984")

    line = Toegangsregel.objects.get()
    assert (line.handeling, line.inwoners) == ("gezocht", [jolanda.pk])
    assert line.bijzonderheden == {"gezocht_op": "geboortedatum+naam", "aantal": 1}
    assert line.op == NU


def test_without_the_log_nothing_is_found(loket, jolanda, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("toegang.domain.zoeken.log_access", fail)

    with pytest.raises(RuntimeError), transaction.atomic():
        find(loket, "jolanda")


@pytest.mark.parametrize("text", ["", "  ", "?"])
def test_an_empty_search_says_what_to_do(loket, text):
    with pytest.raises(ZoekopdrachtLeeg):
        find(loket, text)


@pytest.mark.parametrize("rol", ["vindplaats", "beleid", "contracten", "privacy", "beheer"])
def test_who_may_not_search_does_not(rol):
    with pytest.raises(GeenRecht):
        find(MedewerkerFactory(rollen=[rol]), "jansen")


@pytest.mark.parametrize("rol", ["loket", "consulent", "teamleider", "jurist", "administratie"])
def test_who_may_search_does(rol, jolanda):
    assert len(find(MedewerkerFactory(rollen=[rol]), "bosveld")) == 1


def test_nine_digits_that_are_no_bsn_are_told_so(loket):
    with pytest.raises(BsnOnjuist):
        find(loket, "123456789")
