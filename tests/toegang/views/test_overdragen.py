"""Handing over all work of a colleague, from the board of the team."""

import pytest

from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.toegang import MeldingFactory
from tests.inloggen import logged_in
from toegang.domain.melding import assign_melding
from toegang.models import Melding, Werkoverdracht

pytestmark = pytest.mark.django_db


def member(team, **traits):
    made = MedewerkerFactory(**traits)
    team.leden.add(made)
    return made


@pytest.fixture
def team():
    return TeamFactory(code="wmo")


@pytest.fixture
def leider(team):
    return member(team, teamleider=True)


@pytest.fixture
def anouk(leider, team):
    made = member(team, consulent=True, naam="Anouk Nijhuis")
    melding = MeldingFactory(team=team)
    assign_melding(by=leider, melding_id=melding.pk, consulent_id=made.pk, at=nu())
    return made


@pytest.fixture
def karin(team):
    return member(team, consulent=True, naam="Karin Lansink")


def test_from_the_board_and_back_again(leider, anouk, karin):
    scherm = logged_in(leider)
    address = f"/team/collegas/{anouk.pk}/overdragen"
    assert address in scherm.get("/team").content.decode()
    page = scherm.get(address).content.decode()
    assert "1 melding" in page
    assert "Karin Lansink (0 meldingen)" in page
    refused = scherm.post(address, {"naar_id": karin.pk, "notitie": ""})
    assert refused.status_code == 422

    shown = scherm.post(address, {"naar_id": karin.pk, "notitie": "Anouk is ziek."}, follow=True)

    made = Werkoverdracht.objects.get()
    assert "Het werk van Anouk Nijhuis is nu van Karin Lansink." in shown.content.decode()
    assert Melding.objects.get().nummer in shown.content.decode()
    assert f"/team/overdrachten/{made.pk}" in scherm.get("/team").content.decode()
    back = scherm.post(f"/team/overdrachten/{made.pk}", {"reden": "beter"}, follow=True)
    assert "Teruggedraaid: 1 ging terug." in back.content.decode()
    assert Melding.objects.get().consulent == anouk


def test_who_got_the_work_reads_the_note_and_undoes_nothing(leider, anouk, karin):
    form = {"naar_id": karin.pk, "notitie": "Anouk is ziek."}
    logged_in(leider).post(f"/team/collegas/{anouk.pk}/overdragen", form)
    address = f"/team/overdrachten/{Werkoverdracht.objects.get().pk}"
    scherm = logged_in(karin)

    page = scherm.get(address).content.decode()

    assert "Anouk is ziek." in page
    assert "Waarom draait u dit terug?" not in page
    assert scherm.post(address, {"reden": "nee"}).status_code == 403
    stranger = MedewerkerFactory(consulent=True)
    assert logged_in(stranger).get(address).status_code == 404


def test_a_colleague_who_left_is_on_the_board_until_the_work_is_gone(leider, anouk, karin):
    anouk.is_active = False
    anouk.save()
    scherm = logged_in(leider)

    before = scherm.get("/team").content.decode()
    form = {"naar_id": karin.pk, "notitie": "Anouk werkt hier niet meer."}
    scherm.post(f"/team/collegas/{anouk.pk}/overdragen", form)
    after = scherm.get("/team").content.decode()

    assert "Werkt hier niet meer" in before
    assert "Werkt hier niet meer" not in after
    other = logged_in(member(TeamFactory(), teamleider=True))
    assert other.get(f"/team/collegas/{anouk.pk}/overdragen").status_code == 404
