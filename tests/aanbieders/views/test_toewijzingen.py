"""Toewijzingen on screen: with a name, under a pseudonym, and changed by administratie."""

import datetime as dt

import pytest

from aanbieders.models import Toewijzing
from aanbieders.queries.zicht import pseudonym
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.medewerkers.domain import involve
from hengelo_sociaal.medewerkers.models import Grond
from tests.factories.aanbieders import TariefFactory, ToewijzingFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import HuishoudenFactory

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("rol", ["contracten", "toezicht"])
def test_contractbeheer_and_toezicht_see_a_pseudonym(als, rol):
    toewijzing = ToewijzingFactory()
    client = als(rol)

    pages = text(client.get("/toewijzingen")) + text(client.get(f"/toewijzingen/{toewijzing.pk}"))

    assert pseudonym(toewijzing.inwoner_id) in pages
    assert toewijzing.inwoner.geslachtsnaam not in pages
    assert str(toewijzing.inwoner_id) not in pages


def test_administratie_sees_the_name_and_is_logged(als):
    toewijzing = ToewijzingFactory()
    client = als("administratie")

    assert toewijzing.inwoner.geslachtsnaam in text(client.get("/toewijzingen"))
    client.get(f"/toewijzingen/{toewijzing.pk}")

    lines = Toegangsregel.objects.order_by("pk")
    assert [line.handeling for line in lines] == [Handeling.LIJST, Handeling.INGEZIEN]
    assert all(line.inwoners == [toewijzing.inwoner_id] for line in lines)


def test_a_consulent_sees_only_the_households_they_are_involved_with(als):
    eigen, ander = ToewijzingFactory(), ToewijzingFactory()
    consulent = MedewerkerFactory(consulent=True)
    involve(
        medewerker=consulent,
        huishouden_id=eigen.huishouden_id,
        grond=Grond.PLAN,
        op=dt.date(2020, 1, 1),
    )
    client = als(consulent)

    page = text(client.get("/toewijzingen"))

    assert (eigen.nummer in page, ander.nummer in page) == (True, False)
    assert client.get(f"/toewijzingen/{ander.pk}").status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_the_same_number_of_queries(als, aantal, django_assert_num_queries):
    for _ in range(aantal):
        ToewijzingFactory()
    client = als("administratie")
    client.get("/toewijzingen")

    with django_assert_num_queries(7):
        client.get("/toewijzingen")


def test_filters_narrow_the_list(als):
    eerste, tweede = ToewijzingFactory(), ToewijzingFactory(beeindigd=True)
    client = als("administratie")

    ended = text(client.get("/toewijzingen", {"status": "beeindigd"}))
    by_number = text(client.get("/toewijzingen", {"nummer": eerste.nummer.lower()}))

    assert (eerste.nummer in ended, tweede.nummer in ended) == (False, True)
    assert (eerste.nummer in by_number, tweede.nummer in by_number) == (True, False)


def test_administratie_grants_in_two_steps(als):
    huishouden = HuishoudenFactory(met_leden=1)
    inwoner = huishouden.leden.get()
    tarief = TariefFactory(contract__tot=dt.date(2099, 12, 31))
    client = als("administratie")

    found = client.post("/toewijzingen/nieuw", {"q": inwoner.geslachtsnaam})
    address = f"/toewijzingen/nieuw/{inwoner.pk}?contract={tarief.contract_id}"
    choice = client.get(address)
    omvang = {"volume": "4", "frequentie": "2", "van": "1-3-2026", "tot": "31-12-2026"}
    rests_on = {"grondslag": "medische-verwijzing", "verwezen_door": "Huisarts De Vries"}
    rests_on |= {"verwezen_op": "20-2-2026"}
    client.post(address, {"tarief": tarief.pk} | rests_on | omvang)

    assert f"/toewijzingen/nieuw/{inwoner.pk}" in text(found)
    assert tarief.product.naam in text(choice)
    made = Toewijzing.objects.get()
    assert (made.inwoner, made.huishouden, made.omvang) == (inwoner, huishouden, "4 uur per week")


def test_a_refused_grant_keeps_what_was_typed_and_says_why(als):
    inwoner = HuishoudenFactory(met_leden=1).leden.get()
    tarief = TariefFactory(contract__tot=dt.date(2099, 12, 31))
    velden = {"tarief": tarief.pk, "grondslag": "rechter", "volume": "7", "frequentie": "2"}
    velden |= {"verwezen_door": "Rechtbank Overijssel", "verwezen_op": "20-2-2026"}

    page = als("administratie").post(
        f"/toewijzingen/nieuw/{inwoner.pk}?contract={tarief.contract_id}",
        velden | {"van": "1-3-2026"},
    )

    assert "die is verplicht bij een aantal per week" in text(page)
    assert 'value="7"' in text(page)
    assert not Toewijzing.objects.exists()


def test_administratie_ends_a_grant(als):
    toewijzing = ToewijzingFactory()
    client = als("administratie")

    without = client.post(f"/toewijzingen/{toewijzing.pk}/einde", {"reden": "doel-bereikt"})
    einde = {"reden": "doel-bereikt", "laatste_dag": "30-6-2026"}
    client.post(f"/toewijzingen/{toewijzing.pk}/einde", einde)

    assert "Vul de laatste dag in." in text(without)
    toewijzing.refresh_from_db()
    assert toewijzing.beeindigd_op == dt.date(2026, 6, 30)


def test_administratie_stretches_a_grant(als):
    toewijzing = ToewijzingFactory(
        tarief__contract__tot=dt.date(2099, 12, 31), tot=dt.date(2098, 12, 31)
    )
    wijziging = {"tot": "31-03-2099", "herziening_op": "01-01-2099"}

    als("administratie").post(f"/toewijzingen/{toewijzing.pk}/wijziging", wijziging)

    toewijzing.refresh_from_db()
    assert toewijzing.tot == dt.date(2099, 3, 31)


def test_looking_at_somebody_to_grant_help_to_is_logged(als):
    inwoner = HuishoudenFactory(met_leden=1).leden.get()

    als("administratie").get(f"/toewijzingen/nieuw/{inwoner.pk}")

    line = Toegangsregel.objects.get()
    assert (line.inwoners, line.doel) == ([inwoner.pk], "toewijzing maken")
