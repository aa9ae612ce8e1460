"""Households in a real browser: doubles, parting, the network, and calling back."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from hengelo_sociaal.kern.tijd import nu
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory, HuishoudenFactory, InwonerFactory
from toegang.models import Dubbelpaar, Inwoner, Lidmaatschap, Netwerklid, Terugbelverzoek


@pytest.fixture
def consulent(db):
    return MedewerkerFactory(rollen=["consulent"], naam="C. ter Horst")


def test_two_registrations_become_one_and_two_again(pagina, consulent, axe, schermafdruk):
    born = dt.date(1984, 3, 9)
    one = InwonerFactory(voornamen="Jolanda", geslachtsnaam="Bos", geboortedatum=born, telefoon="")
    other = InwonerFactory(
        voornamen="Yolanda", geslachtsnaam="Bos", geboortedatum=born, telefoon="0612345678"
    )
    HuishoudenFactory(leden=[one])
    ContactFactory(inwoner=other)
    first, second = sorted([one, other], key=lambda person: person.pk)
    Dubbelpaar.objects.create(
        eerste=first,
        tweede=second,
        score=79,
        waarom=["dezelfde geboortedatum", "dezelfde achternaam"],
        herkomst="registratie",
        gevonden_op=nu(),
    )
    page: Page = pagina(consulent, "/dubbelen")
    expect(page.get_by_text("Dezelfde geboortedatum")).to_be_visible()
    schermafdruk(page, "dubbelen")
    axe(page)

    page.get_by_role("link", name="Naast elkaar zetten").click()
    expect(page.get_by_role("heading", name="Zijn dit dezelfde?")).to_be_visible()
    schermafdruk(page, "samenvoegen")
    axe(page)
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("De inwoners zijn samengevoegd.")).to_be_visible()
    assert Inwoner.objects.count() == 1
    schermafdruk(page, "samengevoegd")
    axe(page)
    page.get_by_label("Waarom draait u dit terug?").fill("Toch twee mensen")
    page.get_by_role("button", name="Terugdraaien").click()
    expect(page.get_by_text("Teruggedraaid: beide zijn er weer")).to_be_visible()
    assert Inwoner.objects.count() == 2


def test_parting_leaves_a_child_with_two_homes(pagina, consulent, axe, schermafdruk):
    vader = InwonerFactory(voornamen="Henk", geslachtsnaam="Smit")
    home = HuishoudenFactory(
        leden=[InwonerFactory(voornamen="Karin", geslachtsnaam="Smit"), vader],
        betrokken=consulent,
    )
    child = InwonerFactory(voornamen="Daan", geslachtsnaam="Smit", kind=True)
    home.lidmaatschappen.create(inwoner=child, rol="kind", van=dt.date(2015, 5, 1))
    page: Page = pagina(consulent, f"/huishoudens/{home.pk}")

    page.get_by_role("link", name="Er verandert iets").click()
    schermafdruk(page, "verandering-kiezen")
    axe(page)
    page.get_by_role("link", name="Iemand gaat ergens anders wonen").click()
    page.get_by_label("Henk Smit").check()
    page.get_by_label("Straat").fill("Weverstraat")
    page.get_by_label("Daan Smit").last.check()
    schermafdruk(page, "vertrek")
    axe(page)
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("Dit is het nieuwe huishouden.")).to_be_visible()
    page.goto(f"/huishoudens/{home.pk}")
    expect(page.get_by_text("co-ouderschap").first).to_be_visible()
    schermafdruk(page, "na-vertrek")
    assert Lidmaatschap.objects.filter(inwoner=child, tot__isnull=True).count() == 2


def test_the_network_as_a_picture(pagina, consulent, axe, schermafdruk):
    home = HuishoudenFactory(
        leden=[InwonerFactory(voornamen="Jolanda", geslachtsnaam="Bos")], betrokken=consulent
    )
    for naam, relatie, band in (
        ("Anja", "familie", "sterk"),
        ("Buurman Kees", "buur", "gewoon"),
        ("Ria", "familie", "gespannen"),
        ("Fatma van Wijkracht", "hulpverlener", "zwak"),
    ):
        Netwerklid.objects.create(
            huishouden=home,
            naam=naam,
            relatie=relatie,
            band=band,
            is_mantelzorger=naam == "Anja",
            van=dt.date(2024, 1, 1),
        )

    page: Page = pagina(consulent, f"/huishoudens/{home.pk}")

    picture = page.get_by_role("img", name="Netwerk van het huishouden")
    expect(picture).to_be_visible()
    page.get_by_text("Toon als tabel").click()
    expect(page.get_by_role("rowheader", name="Buurman Kees")).to_be_visible()
    schermafdruk(page, "netwerk")
    axe(page)


def test_a_promise_to_call_by_the_keyboard_alone(pagina, consulent, axe, schermafdruk):
    loket = MedewerkerFactory(rollen=["loket"], naam="S. Kamphuis")
    page: Page = pagina(loket, "/contacten/nieuw")
    expect(page.get_by_label("Soort vraag")).to_be_focused()
    page.keyboard.type("Schu")
    summary = page.get_by_text("Laten terugbellen")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("0612345678")
    page.keyboard.press("Tab")
    page.keyboard.type("Mw. Bos")
    page.keyboard.press("Tab")
    page.keyboard.type("C. ter")
    schermafdruk(page, "terugbellen-maken")
    axe(page)
    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()
    assert Terugbelverzoek.objects.get().medewerker == consulent
    caller: Page = pagina(consulent, "/terugbellen")
    expect(caller.get_by_text("Mw. Bos", exact=True)).to_be_visible()
    schermafdruk(caller, "terugbellen")
    axe(caller)
    caller.get_by_role("button", name="Gesproken").click()
    expect(caller.get_by_text("Niemand wacht op een telefoontje.")).to_be_visible()
