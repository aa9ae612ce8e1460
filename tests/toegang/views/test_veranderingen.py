"""What happens to a household, who lives at its address, its network: on screen."""

import datetime as dt

import pytest
from django.test import Client

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import HuishoudenFactory, InwonerFactory, LidmaatschapFactory
from tests.inloggen import client_of, logged_in
from tests.panelen import assert_vraagbudget
from tests.toegang.views.gemeen import HOSTILE, log_lines
from toegang.domain.gebeurtenissen import Vertrek, split_huishouden
from toegang.domain.huishouden import Adres
from toegang.models import (
    Huishouden,
    Huishoudsplitsing,
    Lidmaatschap,
    Netwerklid,
    Vertegenwoordiger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def huishouden(consulent: Medewerker) -> Huishouden:
    home = HuishoudenFactory(
        leden=[InwonerFactory(geslachtsnaam="Bos"), InwonerFactory()], betrokken=consulent
    )
    LidmaatschapFactory(huishouden=home, inwoner=InwonerFactory(kind=True), rol="kind")
    return home


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


def path(home: Huishouden, rest: str = "") -> str:
    return f"/huishoudens/{home.pk}{rest}"


def test_everything_that_can_change_starts_on_one_page(scherm: Client, huishouden) -> None:
    page = scherm.get(path(huishouden, "/verandering")).content.decode()

    for soort in ("geboorte", "vertrek", "verhuizing"):
        assert path(huishouden, f"/verandering/{soort}") in page
    assert scherm.get(path(huishouden, "/verandering/anders")).status_code == 404


@pytest.mark.parametrize("soort", ["vertrek", "verhuizing"])
def test_who_moves_stays_in_this_municipality_unless_told(
    scherm: Client, huishouden, soort: str, settings
) -> None:
    settings.ORGANISATIE = "Gemeente Enschede"

    page = scherm.get(path(huishouden, f"/verandering/{soort}"))

    assert page.context["form"]["woonplaats"].value() == "Enschede"


def test_a_birth(scherm: Client, huishouden) -> None:
    form = scherm.get(path(huishouden, "/verandering/geboorte")).content.decode()
    assert 'value="Bos"' in form

    answer = scherm.post(
        path(huishouden, "/verandering/geboorte"),
        {
            "voornamen": "Sem",
            "geslachtsnaam": "Bos",
            "geboortedatum": str(vandaag()),
            "geslacht": "man",
        },
        follow=True,
    )

    assert "Sem Bos" in answer.content.decode()
    assert "Sem Bos is geboren" in answer.content.decode()


def test_parting_with_a_child_that_has_two_homes(scherm: Client, huishouden) -> None:
    leaver = huishouden.lidmaatschappen.filter(rol="partner").get()
    child = huishouden.lidmaatschappen.get(rol="kind")

    answer = scherm.post(
        path(huishouden, "/verandering/vertrek"),
        {
            "leden": [leaver.pk],
            "ook_daar": [child.pk],
            "op": str(vandaag()),
            "straat": "Weverstraat",
        },
        follow=True,
    )

    page = answer.content.decode()
    assert "Dit is het nieuwe huishouden" in page
    back = scherm.get(path(huishouden)).content.decode()
    assert "hoort ook bij" in back
    assert Huishouden.objects.filter(straat="Weverstraat").count() == 1


def test_a_plan_asks_how_it_goes_on(scherm: Client, consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent)
    leaver = plan.huishouden.lidmaatschappen.first()
    form = path(plan.huishouden, "/verandering/vertrek")

    assert "Hoe gaat het plan verder?" in scherm.get(form).content.decode()
    sent = {"leden": [leaver.pk], "op": str(vandaag())}
    assert scherm.post(form, sent).status_code == 422
    assert scherm.post(form, sent | {"plan": "mee"}).status_code == 302


def test_moving_house_and_who_lived_there(scherm: Client, huishouden) -> None:
    after = HuishoudenFactory(huisnummer=huishouden.huisnummer, met_leden=1)
    sent = {
        "op": str(vandaag()),
        "straat": "Weverstraat",
        "huisnummer": "3",
        "postcode": "7552 AB",
        "revisie": huishouden.revisie,
    }

    scherm.post(path(huishouden, "/verandering/verhuizing"), sent)
    page = client_of("loket").get(path(after, "/bewoners")).content.decode()

    assert "Bos" in page
    assert "Tot en met" in page
    assert log_lines("dossier")


def test_a_secret_address_shows_nobody(huishouden) -> None:
    Huishouden.objects.filter(pk=huishouden.pk).update(geheim=True)

    page = client_of("loket").get(path(huishouden, "/bewoners")).content.decode()

    assert huishouden.straat not in page
    assert "Daarom staat hier niemand" in page


@pytest.mark.parametrize("strange", HOSTILE)
def test_strange_input_is_refused_or_kept_as_text(scherm: Client, huishouden, strange) -> None:
    for rest in ("geboorte", "vertrek", "verhuizing"):
        answer = scherm.post(
            path(huishouden, f"/verandering/{rest}"),
            {"voornamen": strange, "geslachtsnaam": strange, "leden": strange, "op": strange},
        )
        assert answer.status_code in {302, 422}


def test_the_network_is_drawn_and_stands_in_a_table(scherm: Client, huishouden) -> None:
    sent = {
        "naam": "Anja de Groot",
        "relatie": "familie",
        "omschrijving": "zus",
        "band": "sterk",
        "is_mantelzorger": "on",
        "mantelzorg_uren": "12",
        "van": str(vandaag()),
    }

    page = scherm.post(path(huishouden, "/netwerk/nieuw"), sent, follow=True).content.decode()

    assert 'role="img"' in page
    assert "Anja de Groot" in page
    assert "12 uur per week" in page
    one = Netwerklid.objects.get()
    end = path(huishouden, f"/netwerk/{one.pk}/einde")
    scherm.post(end, {"tot": str(vandaag() - dt.timedelta(days=1))})
    one.refresh_from_db()
    assert one.tot is None  # the day lies before it began
    scherm.post(end, {"tot": str(vandaag())})
    one.refresh_from_db()
    assert one.tot == vandaag()


def test_the_counter_sees_who_speaks_and_not_the_network(huishouden) -> None:
    loket = client_of("loket")
    person = huishouden.leden.first()
    sent = {
        "inwoner": str(person.pk),
        "soort": "bewindvoerder",
        "naam": "R. Smit",
        "van": str(vandaag()),
    }

    page = loket.post(path(huishouden, "/vertegenwoordigers/nieuw"), sent, follow=True)

    words = page.content.decode()
    assert "over geld beslissen" in words
    assert "Netwerk" not in words
    assert loket.get(path(huishouden, "/netwerk/nieuw")).status_code == 403
    one = Vertegenwoordiger.objects.get()
    chosen = loket.get(f"/contacten/nieuw?inwoner={person.pk}").content.decode()
    assert "R. Smit" in chosen
    loket.post(path(huishouden, f"/vertegenwoordigers/{one.pk}/einde"), {"tot": str(vandaag())})
    one.refresh_from_db()
    assert one.tot == vandaag()


def test_the_panels_keep_to_their_budgets(consulent: Medewerker, huishouden) -> None:
    for number in range(3):
        Netwerklid.objects.create(
            huishouden=huishouden, naam=f"Naam {number}", relatie="buur", van=dt.date(2020, 1, 1)
        )
        Vertegenwoordiger.objects.create(
            inwoner=huishouden.leden.first(),
            soort="mentor",
            naam=f"Mentor {number}",
            mag=["zorg"],
            van=dt.date(2020, 1, 1),
        )
        assert_vraagbudget("dossier", "netwerk", consulent, huishouden)
        assert_vraagbudget("dossier", "geschiedenis", consulent, huishouden)
        assert_vraagbudget("dossier-zijde", "vertegenwoordigers", consulent, huishouden)
    assert Lidmaatschap.objects.filter(huishouden=huishouden).count() == 3


def test_parting_by_mistake_is_undone_on_screen(scherm: Client, huishouden, consulent) -> None:
    vader = huishouden.lidmaatschappen.exclude(rol="kind").first()
    made = split_huishouden(
        by=consulent,
        huishouden_id=huishouden.pk,
        vertrek=Vertrek(leden=[vader.pk], op=vandaag(), adres=Adres(straat="Weverstraat")),
        at=nu(),
    )
    split = Huishoudsplitsing.objects.get()
    address = f"/splitsingen/{split.pk}"
    assert address in scherm.get(path(huishouden)).content.decode()
    assert "1 bewoner ging ergens anders wonen" in scherm.get(address).content.decode()
    assert scherm.post(address, {"reden": " "}).status_code == 422
    stranger = client_of("consulent")
    assert stranger.post(address, {"reden": "vergissing"}).status_code == 403

    answer = scherm.post(address, {"reden": "vergissing"}, follow=True)

    assert "iedereen woont weer samen" in answer.content.decode()
    assert not Huishouden.objects.filter(pk=made.pk).exists()
    again = scherm.post(address, {"reden": "vergissing"})
    assert again.status_code == 422
    assert "al teruggedraaid" in again.content.decode()
