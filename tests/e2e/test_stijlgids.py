"""Every component in a real browser: what it looks like, what axe finds, what the keys do."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(autouse=True)
def demo(settings):
    settings.DEMO = True


def test_desk_has_no_axe_violation(pagina, axe, schermafdruk):
    page = pagina("beheer", "/stijlgids")

    schermafdruk(page, "stijlgids")

    axe(page)


def test_tablet_has_no_axe_violation(pagina, axe, schermafdruk):
    page = pagina("beheer", "/stijlgids/tablet", tablet=True)

    schermafdruk(page, "stijlgids-tablet")

    axe(page)


def test_axe_sees_the_page_as_it_is_now(pagina, axe):
    page = pagina("beheer", "/stijlgids/tablet")
    page.evaluate("document.querySelector('main').append(new Image(20, 20))")

    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_stylesheet_and_font_really_work(pagina):
    page = pagina("beheer", "/stijlgids")

    button = page.get_by_role("button", name="Opslaan")

    expect(button).to_have_css("background-color", "rgb(15, 95, 126)")
    expect(button).to_have_css("min-block-size", "38px")
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')")


def test_refused_form_returns_with_summary_and_focus(pagina, axe, schermafdruk):
    page = pagina("beheer", "/stijlgids")

    page.get_by_role("button", name="Opslaan").click()

    summary = page.locator("#voorbeeldformulier [data-foutsamenvatting]")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Naam: Vul dit in.").click()
    expect(page.get_by_label("Naam", exact=True)).to_be_focused()
    schermafdruk(page, "formulier-met-fouten")
    axe(page)


def test_refusal_of_the_domain_lands_above_the_page(pagina):
    page = pagina("beheer", "/stijlgids")

    page.get_by_label("Naam", exact=True).fill("conflict")
    page.keyboard.press("Control+Enter")

    expect(page.locator("#berichten")).to_contain_text("Dit kan nu niet meer.")
    expect(page.get_by_label("Naam", exact=True)).to_have_value("conflict")


def test_keys_search_answer_and_walk(pagina):
    page = pagina("beheer", "/stijlgids")

    page.keyboard.press("/")
    expect(page.locator("#zoek")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hs-treffer").nth(1)).to_be_focused()
    page.locator("#id_gezondheid_0").focus()
    page.keyboard.press("3")

    expect(page.locator("#id_gezondheid_2")).to_be_checked()


def test_narrow_window_folds_the_menu_and_never_scrolls_sideways(pagina, schermafdruk):
    page = pagina("beheer", "/stijlgids")

    page.set_viewport_size({"width": 400, "height": 800})

    expect(page.locator(".hs-nav-inhoud")).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    expect(page.locator(".hs-nav").get_by_role("link", name="Mijn werk")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    schermafdruk(page, "stijlgids-smal")


def test_the_button_beside_a_refused_form_can_be_used_again(pagina):
    page = pagina("beheer", "/stijlgids")
    button = page.get_by_role("button", name="Opslaan")

    button.click()
    expect(page.locator("#voorbeeldformulier [data-foutsamenvatting]")).to_be_visible()

    expect(button).not_to_have_attribute("aria-busy", "true")
    with page.expect_request(lambda request: request.method == "POST"):
        button.click()
