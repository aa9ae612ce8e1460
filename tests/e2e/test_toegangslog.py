"""The access log, the resident's overview, the password and the administration in a browser."""

import datetime as dt
import uuid

import pytest
from playwright.sync_api import expect

from hengelo_sociaal.logboek.domain import log_access
from hengelo_sociaal.logboek.models import Handeling
from tests.factories.medewerkers import MedewerkerFactory

JOLANDA = uuid.UUID("019a8b3c-7d2e-7c41-9f0a-3b5d6e7f8a90")
NU = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)


@pytest.fixture
def looks():
    """Fifty-five looks into the dossier of one resident."""
    anouk = MedewerkerFactory(naam="Anouk Nijhuis", rollen=["consulent"], functie="consulent Wmo")
    for minute in range(55):
        log_access(
            by=anouk,
            handeling=Handeling.INGEZIEN,
            soort="huishouden",
            doel="behandelt een melding",
            at=NU + dt.timedelta(minutes=minute),
            inwoners=[JOLANDA],
        )


def test_privacy_filters_the_log_and_turns_the_page(pagina, axe, schermafdruk, looks):
    page = pagina("privacy", "/toegangslog")
    schermafdruk(page, "toegangslog")
    axe(page)

    page.get_by_label("Kenmerk van de inwoner").fill(str(JOLANDA))
    page.get_by_role("button", name="Toepassen").click()
    page.get_by_role("link", name="Ouder").click()

    expect(page.get_by_role("row")).to_have_count(6)
    page.get_by_role("link", name="Nieuwer").click()
    expect(page.get_by_role("cell", name="Anouk Nijhuis").first).to_be_visible()


def test_the_overview_can_be_printed(pagina, axe, schermafdruk, looks):
    page = pagina("privacy", f"/toegangslog/inwoners/{JOLANDA}")
    schermafdruk(page, "toegangslog-inwoner")
    axe(page)

    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Afdrukken")).to_be_hidden()
    expect(page.get_by_role("cell", name="behandelt een melding").first).to_be_visible()


def test_a_wrong_bsn_is_told_beside_the_field(pagina, axe):
    page = pagina("privacy", "/toegangslog/inwoners")

    page.get_by_label("BSN").fill("123456789")
    page.get_by_role("button", name="Maak het overzicht").click()

    expect(page.get_by_text("geen geldig BSN").first).to_be_visible()
    axe(page)


def test_a_password_form_is_usable(pagina, axe, schermafdruk):
    page = pagina("loket", "/wachtwoord")
    schermafdruk(page, "wachtwoord")

    page.get_by_role("button", name="Wijzig wachtwoord").click()

    expect(page.locator("[data-foutsamenvatting]")).to_be_visible()
    axe(page)


@pytest.mark.parametrize(
    ("naam", "pad"),
    [
        ("beheer", "/beheer/"),
        ("beheer-medewerkers", "/beheer/medewerkers/medewerker/"),
        ("beheer-nieuwe-medewerker", "/beheer/medewerkers/medewerker/add/"),
    ],
)
def test_the_administration_keeps_to_the_policy(pagina, schermafdruk, naam, pad):
    page = pagina("beheer", pad)  # a refusal of the policy fails in the fixture

    schermafdruk(page, naam)

    expect(page.get_by_role("link", name="Hengelo Sociaal")).to_be_visible()
