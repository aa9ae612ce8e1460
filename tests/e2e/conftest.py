"""The browser for the journeys: Debian's chromium, driven by playwright.

- `browser`: one chromium for the whole run; skipped where none is installed.
- `pagina(rol)`: a page on the live server, logged in as somebody with that role (or as a
  given `Medewerker`); `tablet=True` for the size of the tablet, `rol=None` without login.
- `search_for(page, words)`: types in the search box that has the focus, until its list is there.
- `axe(page)`: asserts that axe-core finds nothing against WCAG 2.2 AA.
- `schermafdruk(page, naam)`: saves the screen in `.test-artefacten/`, to look at; not with
  `SCHERMAFDRUKKEN=0`, for drawing them is a tenth of the work.

Console errors and refusals of the content security policy make a journey fail.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory

# playwright's loop makes Django think that its calls are asynchronous
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

ROOT = Path(__file__).parents[2]
ARTEFACTEN = ROOT / ".test-artefacten"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SCHERMAFDRUKKEN = os.environ.get("SCHERMAFDRUKKEN") != "0"
BUREAU = {"width": 1440, "height": 900}
TABLET = {"width": 820, "height": 1180}
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Milliseconds. Playwright's five seconds are luck on a busy machine; this only ends what hangs.
GEDULD = 180_000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=nl-NL",
]

Pagina = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey talks to a live server, so it commits: no test of its own transaction."""
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("chromium is not installed")
    if not (ROOT / "static" / "dist" / "app.css").exists():
        pytest.skip("the assets are not built: make assets")
    with sync_playwright() as playwright:
        expect.set_options(timeout=GEDULD)
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        started.new_context = _patient(started.new_context)  # type: ignore[method-assign]
        yield started
        started.close()


def _patient(new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """Contexts that wait longer than playwright's own seconds, whichever test makes them."""

    def make(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(GEDULD)
        return context

    return make


@pytest.fixture
def pagina(browser: Browser, live_server: Any) -> Iterator[Pagina]:
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        rol: str | Medewerker | None = "loket", pad: str = "/", *, tablet: bool = False
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=TABLET if tablet else BUREAU,  # type: ignore[arg-type]
            has_touch=tablet,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
        )
        contexts.append(context)
        if rol is not None:
            _log_in(context, live_server.url, _person(rol))
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if _is_complaint(m) else None)
        page.goto(pad)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _person(rol: str | Medewerker) -> Medewerker:
    if isinstance(rol, Medewerker):
        return rol
    known = Medewerker.objects.filter(gebruikersnaam=rol).first()
    return known or MedewerkerFactory(gebruikersnaam=rol, naam="S. Kamphuis", rollen=[rol])


def _log_in(context: BrowserContext, url: str, medewerker: Medewerker) -> None:
    client = Client()
    client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])


def search_for(page: Page, words: str) -> None:
    """Type them, and wait for the list of all of them.

    Half a word finds somebody too; whoever walks in that list has it exchanged under the keys.
    """
    with page.expect_response(lambda answer: _asked(answer) == words):
        page.keyboard.type(words)
    expect(page.locator(".htmx-request")).to_have_count(0)


def _asked(answer: Response) -> str:
    return "".join(parse_qs(answer.request.post_data or "").get("q", []))


def _is_complaint(message: Any) -> bool:
    """A script error or a CSP refusal; an answer of 4xx is the page's own to show."""
    return message.type == "error" and "Failed to load resource" not in message.text


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """What a click opened and what was typed is checked too: axe runs in the page as it is.

    It comes in by the debugger, past the policy of the page; what it does there is not.
    """

    def check(page: Page) -> None:
        page.wait_for_load_state()
        assert _readable(violations(page)) == []

    return check


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe finds; of what passes it only counts the rules, for writing that out is dear.

    What sticks to the window lies where it belongs meanwhile: it covers whatever was scrolled
    under it, and a link that is half covered has no room to be hit.
    """
    page.evaluate(AXE.read_text())
    found: list[dict[str, Any]] = page.evaluate(
        """async tags => {
            const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
            const sticking = [...document.querySelectorAll('main *')].filter(
                (one) => getComputedStyle(one).position === 'sticky');
            sticking.forEach((one) => { one.style.position = 'static'; });
            const found = (await axe.run(document, options)).violations;
            sticking.forEach((one) => { one.style.position = ''; });
            return found;
        }""",
        AXE_TAGS,
    )
    return found


def _readable(violations: list[dict[str, Any]]) -> list[str]:
    return [
        f"{v['id']}: {v['help']} ({json.dumps([n['html'][:160] for n in v['nodes'][:4]])})"
        for v in violations
    ]


@pytest.fixture
def schermafdruk() -> Callable[..., None]:
    def save(page: Page, naam: str, *, heel: bool = True) -> None:
        page.wait_for_load_state()
        if not SCHERMAFDRUKKEN:
            return
        size = "tablet" if (page.viewport_size or BUREAU)["width"] < 1000 else "bureau"
        target = ARTEFACTEN / f"{naam}-{size}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        before = page.viewport_size or BUREAU
        if heel:  # a full-page picture would draw the sticky bar halfway
            height = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": before["width"], "height": height})
        page.screenshot(path=target)
        page.set_viewport_size(before)  # type: ignore[arg-type]

    return save
