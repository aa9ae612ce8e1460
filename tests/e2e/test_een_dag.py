"""A day in the life: a hundred contacts by screen, API and browser, and the sums that follow.

The test keeps its own ledger of what it registered, in plain numbers. After a recount every
figure that is published equals that ledger, and on a quiet day nothing small is shown.
"""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from dashboard.domain.herbereken import recount_everything
from hengelo_sociaal.gebieden.models import Buurt
from hengelo_sociaal.kern.tijd import nu, vandaag
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import (
    HuishoudenFactory,
    InwonerFactory,
    VindplaatsMedewerkerFactory,
)
from tests.inloggen import logged_in
from toegang.models import Contact, Hulpvraag, Inwoner, Melding

HONDERD, IN_DE_BROWSER = 100, 4
SOORTEN = ("huishoudelijke-hulp", "schulden")
SCHULDEN, ADVIES = "schulden", "informatie-en-advies"
KLEIN = 10
SPLITS = ("soort", "vindplaats", "kanaal", "wijk")


@dataclass(frozen=True)
class Geval:
    """One contact as it came in: how, about what, of whom, and what came of it."""

    soorten: tuple[str, ...]
    kanaal: str
    vindplaats: str
    wie: int | None  # which resident; None for somebody who stays anonymous
    uitkomst: str
    wet: str = ""


def a_day() -> Iterator[Geval]:
    """The contacts of a day, so mixed that every group in the figures is at least ten.

    Forty meldingen under two laws, about two kinds of question, by two channels, in two
    wijken; twenty residents who ask two things; and anonymous questions at two vindplaatsen.
    """
    for number in range(40):
        kind, channel = number // 2 % 2, number // 4 % 2
        yield Geval(
            soorten=(SOORTEN[kind],),
            kanaal=("telefoon", "balie")[channel],
            vindplaats="zorgloket",
            wie=(kind + channel) % 2,
            uitkomst="melding",
            wet=("wmo", "participatiewet")[number % 2],
        )
    for _ in range(20):
        yield Geval(SOORTEN, "telefoon", "zorgloket", 0, ADVIES)
    for _ in range(20):
        yield Geval((SCHULDEN,), "telefoon", "poh-jeugd", None, ADVIES)
    for _ in range(20 - IN_DE_BROWSER):
        yield Geval((SCHULDEN,), "telefoon", "zorgloket", None, ADVIES)


@dataclass
class Dag:
    """Who works today, for whom, and what was registered."""

    loket: Client
    api: Client
    poh: Client
    inwoners: list[Inwoner]
    wijken: list[str]
    geteld: dict[str, Counter[str]]

    def note(self, geval: Geval) -> None:
        wijk = "onbekend" if geval.wie is None else self.wijken[geval.wie]
        for soort in geval.soorten:
            for split, value in zip(
                SPLITS, (soort, geval.vindplaats, geval.kanaal, wijk), strict=True
            ):
                self.geteld[split][value] += 1
        if geval.uitkomst == "melding" and geval.wie is not None:
            self.geteld["meldingen"][geval.wet] += 1


@pytest.fixture
def dag() -> Dag:
    places = list(Buurt.objects.filter(wijk__gemeente="GM0164").order_by("code"))
    here, there = places[0], next(one for one in places if one.wijk_id != places[0].wijk_id)
    people = [InwonerFactory(geslachtsnaam=naam) for naam in ("Jansen", "Bos")]
    for person, buurt in zip(people, (here, there), strict=True):
        HuishoudenFactory(leden=[person], buurt_id=buurt.pk)
    loket = MedewerkerFactory(rollen=["loket"])
    poh = VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker
    return Dag(
        loket=logged_in(loket),
        api=Client(headers=bearer(loket)),
        poh=Client(headers=bearer(poh)),
        inwoners=people,
        wijken=[here.wijk_id, there.wijk_id],
        geteld={name: Counter() for name in (*SPLITS, "meldingen")},
    )


def by_screen(dag: Dag, geval: Geval) -> None:
    """As the browser sends it; a melding is made of the last question."""
    sent = {
        "vindplaats": geval.vindplaats,
        "kanaal": geval.kanaal,
        "namens": "zelf",
        "form-TOTAL_FORMS": str(len(geval.soorten)),
        "form-INITIAL_FORMS": "0",
        "formuliersleutel": str(uuid.uuid4()),
    }
    if geval.wie is not None:
        sent["inwoner"] = str(dag.inwoners[geval.wie].pk)
    for place, soort in enumerate(geval.soorten):
        sent |= {
            f"form-{place}-soort": soort,
            f"form-{place}-uitkomst": ADVIES,
            f"form-{place}-toelichting": "",
        }
    assert dag.loket.post("/contacten/nieuw", sent).status_code == 302
    if geval.uitkomst == "melding" and geval.wie is not None:
        question = Hulpvraag.objects.filter(contact=Contact.objects.latest("pk")).first()
        assert question is not None
        _make_melding(dag, str(question.pk), geval)


def by_api(dag: Dag, geval: Geval) -> None:
    """As another system sends it; a worker at a vindplaats uses a token of their own."""
    client = dag.poh if geval.vindplaats == "poh-jeugd" else dag.api
    body: dict[str, Any] = {
        "kanaal": geval.kanaal,
        "vindplaats": geval.vindplaats,
        "plaatsgevondenOp": nu().isoformat(),
        "inwoner": None if geval.wie is None else str(dag.inwoners[geval.wie].pk),
        "namens": "zelf",
        "samenvatting": "",
        "hulpvragen": [
            {"soort": soort, "toelichting": "", "uitkomst": ADVIES} for soort in geval.soorten
        ],
    }
    made = client.post("/api/v1/contacten", body, content_type="application/json")
    assert made.status_code == 201, made.content
    if geval.uitkomst == "melding" and geval.wie is not None:
        _make_melding(dag, made.json()["hulpvragen"][0]["id"], geval)


def _make_melding(dag: Dag, question: str, geval: Geval) -> None:
    body = {"wet": geval.wet, "ontvangenOp": vandaag().isoformat()}
    made = dag.api.post(
        f"/api/v1/hulpvragen/{question}/melding", body, content_type="application/json"
    )
    assert made.status_code == 201, made.content


def in_the_browser(page: Page) -> Geval:
    """An anonymous question about schulden, by the keyboard."""
    expect(page.get_by_label("Soort vraag")).to_be_focused()
    page.keyboard.type("Schu")
    expect(page.get_by_label("Soort vraag")).to_have_value("schulden")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Contact opgeslagen om")).to_be_visible()
    page.goto("/contacten/nieuw")
    return Geval((SCHULDEN,), "telefoon", "zorgloket", None, ADVIES)


def test_the_sums_of_a_hundred_contacts(pagina: Any, dag: Dag) -> None:
    for number, geval in enumerate(a_day()):
        (by_api if number % 2 or geval.vindplaats != "zorgloket" else by_screen)(dag, geval)
        dag.note(geval)
    page: Page = pagina("loket", "/contacten/nieuw")
    for _ in range(IN_DE_BROWSER):
        dag.note(in_the_browser(page))
    assert Contact.objects.count() == HONDERD
    assert Melding.objects.count() == sum(dag.geteld["meldingen"].values())

    recount_everything(tot=vandaag(), at=nu())

    beleid = Client(headers=bearer(MedewerkerFactory(rollen=["beleid"])))
    assert total(beleid, "contacten") == HONDERD
    assert total(beleid, "hulpvragen") == sum(dag.geteld["soort"].values())
    for split in SPLITS:
        assert shown(beleid, "hulpvragen", split) == dag.geteld[split]
    assert total(beleid, "meldingen") == sum(dag.geteld["meldingen"].values())
    assert shown(beleid, "meldingen", "wet") == dag.geteld["meldingen"]


def test_a_quiet_day_shows_no_group_of_a_few(dag: Dag) -> None:
    for geval in list(a_day())[:8]:
        by_api(dag, geval)
        dag.note(geval)
    recount_everything(tot=vandaag(), at=nu())

    beleid = Client(headers=bearer(MedewerkerFactory(rollen=["beleid"])))

    for split in SPLITS:
        for row in figures(beleid, "hulpvragen", split):
            assert row["waarde"] in (None, 0) or row["waarde"] >= KLEIN
    assert all(row["waarde"] in (None, 0) for row in figures(beleid, "meldingen", "wet"))


def figures(client: Client, code: str, split: str = "") -> list[dict[str, Any]]:
    """The rows of this month, of one indicator, as the API gives them."""
    month = f"{vandaag():%Y-%m}"
    asked = {"van": month, "tot": month, "per": "maand"} | (
        {"uitgesplitst": split} if split else {}
    )
    answer = client.get(f"/api/v1/indicatoren/{code}/metingen", asked)
    assert answer.status_code == 200, answer.content
    return [row | {"categorie": row.get(split)} for row in answer.json()["resultaten"]]


def total(client: Client, code: str) -> int | None:
    (row,) = figures(client, code)
    value: int | None = row["waarde"]
    return value


def shown(client: Client, code: str, split: str) -> dict[str, int | None]:
    """The figures of one split that are not nothing; None for what is hidden."""
    return {
        row["categorie"]: row["waarde"]
        for row in figures(client, code, split)
        if row["waarde"] != 0
    }
