"""The shell around every page: log-in, menu, errors, paper, large text."""

import pytest
from playwright.sync_api import expect

from tests.factories.medewerkers import MedewerkerFactory


@pytest.fixture(autouse=True)
def demo(settings):
    settings.DEMO = True


def test_log_in_with_a_wrong_and_a_right_password(pagina, axe, schermafdruk):
    medewerker = MedewerkerFactory(gebruikersnaam="anna", naam="Anna Smit")
    medewerker.set_password("goed-wachtwoord")
    medewerker.save()
    page = pagina(None, "/hulp")

    page.get_by_label("Gebruikersnaam").fill("anna")
    page.get_by_label("Wachtwoord").fill("fout")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.locator("[data-foutsamenvatting]")).to_be_focused()
    schermafdruk(page, "inloggen")
    axe(page)
    page.get_by_label("Wachtwoord").fill("goed-wachtwoord")
    page.get_by_role("button", name="Inloggen").click()

    expect(page).to_have_url("/hulp")
    expect(page.get_by_role("heading", name="Hulp")).to_be_visible()


def test_log_out_from_the_header(pagina):
    page = pagina("loket")

    page.get_by_role("button", name="Uitloggen").click()

    expect(page).to_have_url("/inloggen")


@pytest.mark.parametrize(
    ("rol", "pad", "kop"),
    [
        ("loket", "/bestaat-niet", "Deze pagina is niet gevonden"),
        ("loket", "/stijlgids", "U heeft hier geen toegang toe"),
        (None, "/bestaat-niet", "Deze pagina is niet gevonden"),
    ],
)
def test_error_pages_have_no_axe_violation(pagina, axe, schermafdruk, rol, pad, kop):
    page = pagina(rol, pad)

    expect(page.get_by_role("heading", name=kop)).to_be_visible()
    schermafdruk(page, f"fout-{rol or 'openbaar'}-{pad.strip('/')}")
    axe(page)


def test_my_work_and_help_have_no_axe_violation(pagina, axe, schermafdruk):
    for pad, naam in (("/", "mijn-werk"), ("/hulp", "hulp")):
        page = pagina("loket", pad)

        schermafdruk(page, naam)
        axe(page)


def test_the_skip_link_goes_past_the_menu(pagina):
    page = pagina("loket")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#inhoud")).to_be_focused()


def test_on_paper_there_is_no_menu_and_no_button(pagina, schermafdruk):
    page = pagina("beheer", "/stijlgids")

    page.emulate_media(media="print")

    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.get_by_role("button", name="Opslaan")).to_be_hidden()
    expect(page.get_by_role("img", name="Nieuwe hulpvragen per maand")).to_be_visible()
    schermafdruk(page, "stijlgids-druk")


def test_at_twice_the_size_everything_can_still_be_reached(pagina):
    page = pagina("beheer", "/stijlgids")

    page.set_viewport_size({"width": 720, "height": 450})

    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    page.get_by_role("button", name="Opslaan").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Opslaan")).to_be_in_viewport()
    assert page.locator(".hs-balk").bounding_box()["height"] < 150


def test_on_a_phone_every_field_of_a_form_is_as_wide(pagina):
    page = pagina("beleid", "/voorzieningen/nieuw")

    page.set_viewport_size({"width": 390, "height": 844})

    widths = page.locator(".hs-velden > .hs-veld").evaluate_all(
        "fields => fields.map((each) => Math.round(each.getBoundingClientRect().width))"
    )
    assert len(widths) > 20
    assert len(set(widths)) == 1


def test_a_form_is_sent_once_however_often_it_is_clicked(pagina):
    page = pagina("beheer", "/stijlgids")
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)

    page.get_by_role("button", name="Opslaan").dblclick()
    expect(page.locator("#voorbeeldformulier [data-foutsamenvatting]")).to_be_visible()

    assert len(sent) == 1


def test_the_administration_keeps_to_the_policy_of_the_pages(pagina, schermafdruk):
    page = pagina("beheer")

    menu = page.get_by_role("navigation", name="Hoofdmenu")
    menu.get_by_role("link", name="Beheer", exact=True).click()

    expect(page).to_have_url("/beheer/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    schermafdruk(page, "beheer")


UNDER_THE_BAR = """() => {
    const one = document.activeElement, bar = document.querySelector('.hs-balk');
    if (!bar || one === document.body || bar.contains(one)) return '';
    const box = one.getBoundingClientRect(), cover = bar.getBoundingClientRect();
    const hidden = getComputedStyle(bar).position === 'sticky'
        && box.top >= cover.top && box.bottom <= cover.bottom
        && box.left >= cover.left && box.right <= cover.right;
    return hidden ? one.outerHTML.slice(0, 80) : '';
}"""


@pytest.mark.parametrize("size", [(1440, 900), (1440, 600), (720, 450)])
def test_what_has_the_focus_never_lies_under_the_bar(pagina, size):
    """WCAG 2.4.11: on a large screen, a low one, and at 200 %."""
    page = pagina("loket", "/inwoners/nieuw")
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    reached = set()

    for _ in range(45):
        page.keyboard.press("Tab")
        assert page.evaluate(UNDER_THE_BAR) == ""
        reached.add(page.evaluate("document.activeElement.name || ''"))

    assert {"voornamen", "woonplaats"} <= reached
