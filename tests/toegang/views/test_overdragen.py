"""Handing over all work of a colleague, from the board of the team."""

import pytest

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.web.panelen import HELEMAAL
from hengelo_sociaal.werk.models import Bericht
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory, member
from tests.factories.toegang import InwonerFactory, MeldingFactory
from tests.inloggen import logged_in
from tests.panelen import assert_vraagbudget
from toegang.domain.klacht import receive_klacht
from toegang.domain.melding import assign_melding
from toegang.models import Klacht, Melding, Werkoverdracht

pytestmark = pytest.mark.django_db


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
    assert "Een deel bleef" not in shown.content.decode()
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


def test_what_goes_and_what_stays_is_seen_before_it_is_saved(leider, anouk, karin):
    about = member(karin.teams.get(), teamleider=True, naam="Ilse Voortman")
    klacht = receive_klacht(
        by=leider, inwoner_id=InwonerFactory().pk, ontvangen_op=vandaag(), onderwerp="wachten",
        omschrijving="Het duurt te lang.", over_id=about.pk, at=nu(),
    )  # fmt: skip
    Klacht.objects.filter(pk=klacht.pk).update(behandelaar=anouk, status="behandeling")
    scherm = logged_in(leider)
    address = f"/team/collegas/{anouk.pk}/overdragen"

    page = scherm.get(address, {"naar_id": about.pk}).content.decode()

    assert "Dit gaat naar Ilse Voortman" in page
    assert "Deze klacht kan niet naar deze collega; de jurist kiest verder." in page
    assert (klacht.nummer in page, klacht.inwoner.geslachtsnaam in page) == (False, False)
    assert Melding.objects.get().consulent == anouk
    shown = scherm.post(address, {"naar_id": about.pk, "notitie": "Anouk gaat weg."}, follow=True)
    assert "Dit bleef bij Anouk Nijhuis" in shown.content.decode()
    said = "Het werk van Anouk Nijhuis is nu van Ilse Voortman. Een deel bleef bij Anouk Nijhuis."
    assert said in shown.content.decode()
    title = Bericht.objects.get(voor=about, soort="overgedragen").titel
    assert title == f"{leider.naam} droeg al het werk van Anouk Nijhuis aan u over"
    assert f'href="{address}"' in shown.content.decode()
    told = logged_in(about).get(f"/team/overdrachten/{Werkoverdracht.objects.get().pk}")
    assert "Anouk gaat weg." in told.content.decode()
    assert "lacht" not in told.content.decode().split("<main")[1]
    board = logged_in(about).get(address).content.decode()
    assert "Deze collega heeft geen werk om over te dragen." in board


@pytest.mark.parametrize("choice", ["", "x", "01a20430-7411-74a7-8891-7cfae7ac57e9"])
def test_a_choice_that_is_not_there_is_said_and_shows_nothing(leider, anouk, karin, choice):
    address = f"/team/collegas/{anouk.pk}/overdragen"
    scherm = logged_in(leider)

    looked = scherm.get(address, {"naar_id": choice})
    sent = scherm.post(address, {"naar_id": choice, "notitie": "x"})

    assert (looked.status_code, sent.status_code) == (200, 422)
    assert "Dit gaat naar" not in looked.content.decode() + sent.content.decode()
    assert "error" in sent.content.decode()


def test_who_can_do_none_of_it_gets_no_button(leider, anouk, karin):
    klacht = receive_klacht(
        by=leider, inwoner_id=InwonerFactory().pk, ontvangen_op=vandaag(), onderwerp="wachten",
        omschrijving="Het duurt te lang.", at=nu(),
    )  # fmt: skip
    Klacht.objects.filter(pk=klacht.pk).update(behandelaar=karin, status="behandeling")
    Melding.objects.update(consulent=None)
    scherm = logged_in(leider)

    page = scherm.get(f"/team/collegas/{karin.pk}/overdragen", {"naar_id": anouk.pk})

    assert "Kies een collega" in page.content.decode()
    assert "Alles overdragen</button>" not in page.content.decode()


@pytest.mark.parametrize("role", ["jurist", "loket"])
def test_whoever_got_some_of_it_reads_the_note(leider, anouk, role):
    taker = MedewerkerFactory(rollen=[role])
    made = Werkoverdracht.objects.create(
        van=anouk, naar=taker, door=leider, notitie="Anouk gaat weg.", op=nu(), stukken=[]
    )
    address = f"/team/overdrachten/{made.pk}"

    page = logged_in(taker).get(address)

    assert page.status_code == 200
    assert "Anouk gaat weg." in page.content.decode()
    assert 'href="/team"' not in page.content.decode()
    assert logged_in(taker).post(address, {"reden": "nee"}).status_code == 403
    assert logged_in(MedewerkerFactory(rollen=[role])).get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_complaints_stand_in_the_work_of_who_handles_them(leider, anouk, number):
    """Mine and nobody's; never one about me, nor that of a colleague (Awb 9:7)."""
    jurist = MedewerkerFactory(jurist=True)
    made = [
        receive_klacht(
            by=leider, inwoner_id=InwonerFactory().pk, ontvangen_op=vandaag(), onderwerp="wachten",
            omschrijving="Het duurt te lang.", over_id=over and over.pk, at=nu(),
        )
        for over in (None, None, leider, None)
        for _ in range(number)
    ]  # fmt: skip
    mine, nobodys, about, others = (
        made[place : place + number] for place in range(0, 4 * number, number)
    )
    for group, handler in ((mine, leider), (others, jurist)):
        numbers = [one.pk for one in group]
        Klacht.objects.filter(pk__in=numbers).update(behandelaar=handler, status="behandeling")

    html = assert_vraagbudget("mijn-werk", "klachten", leider, HELEMAAL)

    assert all(one.nummer in html for one in (*mine, *nobodys))
    assert not any(one.nummer in html for one in (*about, *others))
    assert assert_vraagbudget("mijn-werk", "klachten", MedewerkerFactory(jurist=True)) != ""
    Klacht.objects.update(behandelaar=jurist, over=None)
    assert assert_vraagbudget("mijn-werk", "klachten", leider) == ""
