"""Every kind of screen in a real browser, on a small demo town, for every role that uses it.

Each is looked at once: axe finds nothing, and at 200 % zoom nothing scrolls sideways or falls off.
A picture for desk and tablet is kept in `.test-artefacten/rondgang`, to look at.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import fill
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from plannen.demo.verhalen import VERHALEN, Verhaal
from tests.e2e.conftest import ARTEFACTEN, BUREAU, SCHERMAFDRUKKEN, TABLET, violations
from tests.rondgang import walk
from toegang.demo import huishoudens
from toegang.models import Huishouden

AAN_TAFEL = ("consulent", "teamleider")  # who also works on a tablet, with the household
ZOOM = {"width": 720, "height": 450}  # 1440x900 at 200 %
FOLDER = ARTEFACTEN / "rondgang"


@pytest.fixture
def stadje(db: None, settings, monkeypatch: pytest.MonkeyPatch) -> Stad:
    """A town small enough to fill within the test, with one of everything in it."""
    settings.DEMO = True
    monkeypatch.setattr(huishoudens, "AANTAL", 300)
    stad = Stad(tot=vandaag(), maanden=2, stil=True)
    fill(stad)
    return stad


def log_in(rol: str) -> Client:
    client = Client()
    medewerker = Medewerker.objects.get(gebruikersnaam=rol)
    client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
    return client


def screens(rol: str, client: Client, seen: set[str]) -> Iterator[str]:
    """One address of every kind of page that this role has and no role before it had."""
    for visit in walk(client, each=1):
        known = visit.soort in seen and visit.soort != "/"
        whole = visit.scherm and visit.status == 200 and "?" not in visit.soort
        if whole and not known and not visit.soort.startswith("/beheer/"):
            seen.add(visit.soort)
            yield visit.pad


def test_every_screen_of_every_role_and_every_story(stadje, browser, live_server):
    found, seen = [], set[str]()
    for rol in ROLLEN:
        client = log_in(rol)
        addresses = list(screens(rol, client, seen))
        page = open_as(client, browser, live_server.url)
        for address in addresses:
            found += look_at(page, rol, address)
        page.context.close()
    page = open_as(log_in("consulent"), browser, live_server.url)
    for verhaal in VERHALEN:
        found += read_story(page, verhaal, stadje.vondst["verhalen"][verhaal.code])
    page.context.close()

    assert not found, "\n".join(found)
    assert len(seen) > 40


def read_story(page: Page, verhaal: Verhaal, huishouden: Huishouden) -> list[str]:
    """A household of the guide, found with the word that the guide gives."""
    dossier = f"/huishoudens/{huishouden.pk}"
    page.goto("/zoeken")
    # What is typed is looked up by itself; asked for twice, the list is exchanged under the click.
    page.get_by_label("Wie zoekt u?").fill(verhaal.zoek)
    page.locator(f"#treffers a[href='{dossier}']").first.click()
    page.wait_for_url(f"**{dossier}")
    keep(page, "consulent", f"/verhaal/{verhaal.code}", "bureau")
    return [f"{verhaal.titel}: {words}" for words in found_by_axe(page)]


def open_as(client: Client, browser: Browser, url: str) -> Page:
    """A page in which this person is logged in."""
    context = browser.new_context(base_url=url, locale="nl-NL", viewport=BUREAU)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])
    return context.new_page()


def look_at(page: Page, rol: str, address: str) -> list[str]:
    """What is wrong with one screen, each with its address."""
    page.set_viewport_size(BUREAU)
    page.goto(address)
    wrong = found_by_axe(page)
    keep(page, rol, address, "bureau")
    page.set_viewport_size(ZOOM)
    wrong += overflow(page)
    if rol in AAN_TAFEL:
        page.set_viewport_size(TABLET)
        wrong += overflow(page)
        keep(page, rol, address, "tablet")
    return [f"{rol} {address}: {words}" for words in wrong]


def found_by_axe(page: Page) -> list[str]:
    return [f"{v['id']} {v['nodes'][0]['html'][:120]}" for v in violations(page)]


def overflow(page: Page) -> list[str]:
    """Whether the page scrolls sideways, and what sticks out that no box of its own scrolls."""
    width = page.viewport_size["width"]  # type: ignore[index]
    reach = page.evaluate("document.documentElement.scrollWidth")
    out = page.evaluate(
        """width => [...document.querySelectorAll('main *, header *')].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width && box.right > width + 1 && !one.closest('.hs-tabelvak, svg, .hs-vh');
        }).slice(0, 3).map((one) => one.outerHTML.slice(0, 100))""",
        width,
    )
    return [f"{reach} wide at {width}: {out}"] if reach > width or out else []


def keep(page: Page, rol: str, address: str, size: str) -> None:
    if not SCHERMAFDRUKKEN:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = f"{rol}{address.replace('/', '_')[:90]}-{size}.png"
    page.screenshot(path=Path(FOLDER / name), full_page=True)
