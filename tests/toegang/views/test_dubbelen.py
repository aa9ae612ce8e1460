"""The work list of doubles, two side by side, merging and undoing on screen."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import NU, ContactFactory, HuishoudenFactory, InwonerFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget
from tests.toegang.views.gemeen import log_lines
from toegang.models import Dubbelpaar, Huishouden, Inwoner, Samenvoeging

pytestmark = pytest.mark.django_db


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


def pair(**more):
    one, other = sorted([InwonerFactory(**more), InwonerFactory(**more)], key=lambda p: p.pk)
    return Dubbelpaar.objects.create(
        eerste=one,
        tweede=other,
        score=87,
        waarom=["dezelfde geboortedatum"],
        herkomst="registratie",
        gevonden_op=NU,
    )


def test_the_list_says_why_and_is_in_the_log(scherm: Client) -> None:
    row = pair(voornamen="Jolanda")

    page = scherm.get("/dubbelen").content.decode()

    assert "Vrijwel zeker dezelfde" in page
    assert "Dezelfde geboortedatum" in page
    (line,) = log_lines("inwoner")
    assert set(line.inwoners) == {row.eerste_id, row.tweede_id}


def test_a_secret_address_is_not_on_the_list(scherm: Client) -> None:
    row = pair(geheim=True)
    HuishoudenFactory(leden=[row.eerste], straat="Geheimelaan")

    page = scherm.get("/dubbelen").content.decode()

    assert "Geheimelaan" not in page
    assert "Adres geheim" in page


def test_the_list_asks_as_much_with_three_pairs_as_with_one(
    scherm: Client,
) -> None:
    scherm.get("/dubbelen")
    asked = []
    for _ in range(3):
        pair()
        with CaptureQueriesContext(connection) as queries:
            scherm.get("/dubbelen")
        asked.append(len(queries))
    assert asked[0] == asked[2]


def test_the_counter_judges_and_does_not_merge() -> None:
    row = pair()
    loket = client_of("loket")

    assert "Naast elkaar" not in loket.get("/dubbelen").content.decode()
    both = f"/inwoners/{row.eerste_id}/samenvoegen/{row.tweede_id}"
    assert loket.get(both).status_code == 403
    loket.post(f"/dubbelen/{row.pk}/anders")

    row.refresh_from_db()
    assert row.beoordeeld_op is not None
    assert "geen mogelijke dubbele" in loket.get("/dubbelen").content.decode()


def test_side_by_side_first_then_one(scherm: Client) -> None:
    one = InwonerFactory(telefoon="", email="oud@voorbeeld.example")
    other = InwonerFactory(telefoon="0612345678", email="nieuw@voorbeeld.example")
    HuishoudenFactory(leden=[one])
    ContactFactory(inwoner=other)
    path = f"/inwoners/{one.pk}/samenvoegen/{other.pk}"

    page = scherm.get(path).content.decode()
    assert "1 contact" in page
    assert "0612345678" in page
    assert Inwoner.objects.count() == 2
    refused = scherm.post(path, {"reden": "onzin"})
    assert refused.status_code == 422
    answer = scherm.post(path, {"reden": "dubbel", "overnemen": ["email"]}, follow=True)

    one.refresh_from_db()
    assert (one.telefoon, one.email) == ("0612345678", "nieuw@voorbeeld.example")
    assert "De inwoners zijn samengevoegd" in answer.content.decode()
    assert not Inwoner.objects.filter(pk=other.pk).exists()


def test_two_bsns_cannot_be_merged(scherm: Client) -> None:
    one, other = InwonerFactory(met_bsn="123456782"), InwonerFactory(met_bsn="111222333")
    path = f"/inwoners/{one.pk}/samenvoegen/{other.pk}"

    page = scherm.get(path).content.decode()
    answer = scherm.post(path, {"reden": "dubbel"})

    assert "het zijn twee mensen" in page
    assert "123456782" not in page
    assert answer.status_code == 422
    assert Inwoner.objects.count() == 2


def test_households_with_two_plans_ask_which_goes_on(scherm: Client) -> None:
    here, there = PlanFactory(met_doelen=1), PlanFactory(met_doelen=2)
    path = f"/huishoudens/{here.huishouden_id}/samenvoegen/{there.huishouden_id}"

    page = scherm.get(path).content.decode()
    assert "Welk plan gaat door?" in page
    assert here.nummer in page
    refused = scherm.post(path, {"reden": "dubbel"})
    assert refused.status_code == 422
    choices = {"reden": "dubbel", "plan": str(here.pk), "doelen": "overnemen"}
    scherm.post(path, choices)

    assert here.doelen.count() == 3
    assert not Huishouden.objects.filter(pk=there.huishouden_id).exists()


def test_an_old_address_leads_to_where_the_household_went(
    scherm: Client, consulent: Medewerker
) -> None:
    blijft = HuishoudenFactory(met_leden=1, betrokken=consulent)
    vervalt = HuishoudenFactory(met_leden=1)
    scherm.post(f"/huishoudens/{blijft.pk}/samenvoegen/{vervalt.pk}", {"reden": "dubbel"})

    answer = scherm.get(f"/huishoudens/{vervalt.pk}")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/huishoudens/{blijft.pk}")
    page = scherm.get(f"/huishoudens/{blijft.pk}").content.decode()
    assert "Samengevoegd op" in page


def test_undoing_asks_why_and_gives_both_back(scherm: Client) -> None:
    one, other = HuishoudenFactory(met_leden=1), HuishoudenFactory(met_leden=1)
    scherm.post(f"/huishoudens/{one.pk}/samenvoegen/{other.pk}", {"reden": "dubbel"})
    made = Samenvoeging.objects.get()

    assert scherm.post(f"/samenvoegingen/{made.pk}", {"reden": ""}).status_code == 422
    answer = scherm.post(f"/samenvoegingen/{made.pk}", {"reden": "toch niet"}, follow=True)

    assert "beide zijn er weer" in answer.content.decode()
    assert Huishouden.objects.filter(pk=other.pk).exists()
    again = scherm.post(f"/samenvoegingen/{made.pk}", {"reden": "nog eens"})
    assert "al teruggedraaid" in again.content.decode()


def test_the_other_registration_is_searched_from_the_household(
    scherm: Client, consulent: Medewerker
) -> None:
    home = HuishoudenFactory(leden=[InwonerFactory(geslachtsnaam="Bos")], betrokken=consulent)
    other = HuishoudenFactory(leden=[InwonerFactory(geslachtsnaam="Bosch")])

    page = scherm.post(f"/huishoudens/{home.pk}/dubbel", {"q": "Bosch"}).content.decode()

    assert f"/huishoudens/{home.pk}/samenvoegen/{other.pk}" in page
    assert "Zelfde als" in page


def test_the_panel_keeps_to_its_budget(consulent: Medewerker) -> None:
    home = HuishoudenFactory(met_leden=1)
    for number in range(3):
        assert_vraagbudget("dossier", "samengevoegd", consulent, home)
        Samenvoeging.objects.create(
            soort="huishouden",
            blijft_id=home.pk,
            vervalt_id=InwonerFactory().pk,
            reden="dubbel",
            door=MedewerkerFactory(),
            op=NU + dt.timedelta(minutes=number),
        )

    assert "Samengevoegd op" in assert_vraagbudget("dossier", "samengevoegd", consulent, home)
