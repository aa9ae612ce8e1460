"""My work and the board of a team: whose records stand there is one line in the log."""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver

from hengelo_sociaal.kern.tijd import nu, vandaag
from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from hengelo_sociaal.web import panelen
from hengelo_sociaal.web.panelen import HANDVOL, Paneel, Plek
from plannen.rechten import BEZWAAR_BEHANDELEN
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.plannen import AfspraakFactory, EvaluatieFactory, PlanFactory
from tests.factories.toegang import (
    ContactFactory,
    HuisbezoekFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
    VindplaatsMedewerkerFactory,
)
from tests.inloggen import logged_in
from toegang.domain.samen import ask_consult
from toegang.domain.terugbellen import TerugbelGegevens, request_call
from toegang.models import Inwoner

pytestmark = pytest.mark.django_db


def pages(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address that needs no key, except the API, the admin and logging out."""
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, address)
        elif not re.search(r"[<^]|^/(api|beheer|stijlgids|uitloggen)", address):
            yield address


PAGES = sorted(set(pages(get_resolver())))


def names_on(html: str) -> set[Inwoner]:
    """Whose surname stands on the page; every name of a test is of one resident only."""
    return {one for one in Inwoner.objects.all() if re.search(rf"\b{one.geslachtsnaam}\b", html)}


def seen_on(soort: str) -> set[str]:
    """Whom the one line of the log tells of."""
    (line,) = Toegangsregel.objects.filter(soort=soort)
    assert (line.handeling, line.doel) == ("lijst", "werklijst")
    return set(line.inwoners)


def test_all_names_on_my_work_stand_in_one_line_of_the_log() -> None:
    by = MedewerkerFactory(consulent=True)
    other = MedewerkerFactory(consulent=True)
    young = InwonerFactory(geboortedatum=vandaag().replace(year=vandaag().year - 17, day=1))
    MeldingFactory(van_consulent=by, met_termijn=True)
    MeldingFactory()
    asked = MeldingFactory(van_consulent=other)
    ask_consult(
        by=other, melding_id=asked.pk, aan_id=by.pk, vraag="x", uiterlijk_op=vandaag(), at=nu()
    )
    called = InwonerFactory()
    promise = TerugbelGegevens(
        telefoon="06", uiterlijk=nu() + dt.timedelta(1), medewerker_id=by.pk, inwoner_id=called.pk
    )
    request_call(by=other, gegevens=promise, at=nu())
    HuisbezoekFactory(medewerker=by, gepland_op=nu())
    ContactFactory(bekend=True, geregistreerd_door=by, plaatsgevonden_op=nu())
    plan = PlanFactory(betrokken=by, huishouden=HuishoudenFactory(leden=[young]))
    EvaluatieFactory(plan=plan, gepland_op=vandaag())
    AfspraakFactory(doel__plan=plan, medewerker=by, naam="", inwoner=None, uiterlijk=vandaag())
    BesluitFactory(opgesteld_door=by)

    html = logged_in(by).get("/").content.decode()

    assert "hs-kaart--fout" not in html
    shown = names_on(html)
    assert {young, called, asked.inwoner} <= shown | {asked.inwoner}
    assert len(shown) >= 6
    assert {one.pk for one in shown} | {asked.inwoner_id} <= seen_on("mijn-werk")


def test_of_a_long_list_the_first_are_shown_with_the_way_to_all_of_it() -> None:
    by = MedewerkerFactory(consulent=True)
    mine = [
        MeldingFactory(van_consulent=by, met_termijn=True).inwoner for _ in range(HANDVOL.hoogstens)
    ]
    scherm = logged_in(by)

    assert "Alles tonen" not in scherm.get("/").content.decode()
    mine += [MeldingFactory(van_consulent=by, met_termijn=True).inwoner for _ in range(2)]
    page = scherm.get("/").content.decode()
    whole = scherm.get("/mijn-werk/mijn-meldingen").content.decode()

    assert "Alles tonen (7)" in page
    assert len(names_on(page)) == HANDVOL.hoogstens
    assert names_on(whole) == set(mine)
    last = Toegangsregel.objects.filter(soort="mijn-werk").last()
    assert set(last.inwoners) == {one.pk for one in mine}


def test_what_is_due_first_is_among_the_first() -> None:
    by = MedewerkerFactory(consulent=True)
    for days in range(1, 10):
        EvaluatieFactory(
            plan=PlanFactory(betrokken=by, nummer=f"PL-2026-0{days:04d}"),
            gepland_op=vandaag() - dt.timedelta(days=days),
        )

    page = logged_in(by).get("/").content.decode()

    card = page.split("Evaluaties</h2>")[-1]
    shown = [days for days in range(1, 10) if f"PL-2026-0{days:04d}" in card]
    assert shown == [5, 6, 7, 8, 9]


def test_a_list_of_another_role_is_not_found_and_an_empty_one_says_so() -> None:
    scherm = logged_in(MedewerkerFactory(rollen=["financien"]))

    assert scherm.get("/mijn-werk/mijn-meldingen").status_code == 404
    empty = logged_in(MedewerkerFactory(consulent=True)).get("/mijn-werk/mijn-meldingen")
    assert "Hier wacht nu niets op u." in empty.content.decode()


@pytest.mark.parametrize("paneel", panelen.panelen_van(Plek.MIJN_WERK), ids=lambda one: one.code)
def test_every_list_of_my_work_can_be_drawn_in_full(paneel: Paneel) -> None:
    by = MedewerkerFactory(rollen=sorted(ROLLEN))

    html = logged_in(by).get(f"/mijn-werk/{paneel.code}").content.decode()

    assert paneel.titel in unescape(html)
    assert "hs-kaart--fout" not in html


def test_a_jurist_and_a_vindplaats_leave_the_line_too() -> None:
    objection = BezwaarFactory()
    place = VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd")
    own = ContactFactory(
        bekend=True,
        geregistreerd_door=place.medewerker,
        vindplaats_id="poh-jeugd",
        hulpvragen=["open"],
    )

    logged_in(MedewerkerFactory(jurist=True)).get("/")
    assert seen_on("mijn-werk") == {objection.besluit.inwoner_id}
    logged_in(place.medewerker).get("/")

    assert Toegangsregel.objects.filter(soort="mijn-werk").last().inwoners == [own.inwoner_id]


@pytest.mark.parametrize("role", ["loket", "consulent", "teamleider", "jurist", "administratie"])
def test_no_page_of_the_menu_shows_a_name_without_a_line(role: str) -> None:
    """Every address without a key, with one resident of each kind of work on it."""
    by = MedewerkerFactory(rollen=[role])
    TeamFactory().leden.add(by)
    MeldingFactory(van_consulent=by)
    MeldingFactory()
    HuisbezoekFactory(medewerker=by, gepland_op=nu())
    ContactFactory(bekend=True, geregistreerd_door=by, plaatsgevonden_op=nu())
    promise = TerugbelGegevens(
        telefoon="06",
        uiterlijk=nu() + dt.timedelta(days=1),
        medewerker_id=by.pk,
        inwoner_id=InwonerFactory().pk,
    )
    if role in ("loket", "consulent", "teamleider"):
        request_call(by=MedewerkerFactory(consulent=True), gegevens=promise, at=nu())
    EvaluatieFactory(plan=PlanFactory(betrokken=by), gepland_op=vandaag())
    BezwaarFactory()
    scherm, shown = logged_in(by), 0

    for address in PAGES:
        before = Toegangsregel.objects.count()
        answer = scherm.get(address)
        names = {one.pk for one in names_on(answer.content.decode())}
        lines = Toegangsregel.objects.order_by("id")[before:]
        assert names <= {pk for line in lines for pk in line.inwoners}, address
        shown += len(names)

    assert shown


def test_who_sees_nobody_leaves_no_line() -> None:
    MeldingFactory()

    for role in ("beleid", "financien", "contracten", "toezicht", "privacy", "beheer"):
        assert logged_in(MedewerkerFactory(rollen=[role])).get("/").status_code == 200

    assert not Toegangsregel.objects.exists()


def test_a_panel_that_does_not_say_whom_it_shows_is_not_shown(monkeypatch) -> None:
    silent = Paneel(
        Plek.MIJN_WERK,
        "stil",
        "Stil",
        1,
        lambda user, onderwerp: {"namen": ["Jansen"]},
        "web/_verder.html",
        (BEZWAAR_BEHANDELEN,),
        1,
    )
    monkeypatch.setattr(panelen, "_PANELEN", {(Plek.MIJN_WERK, "stil"): silent})

    html = logged_in(MedewerkerFactory(jurist=True)).get("/").content.decode()

    assert "kan nu niet worden getoond" in html


def test_the_page_is_refused_when_the_line_cannot_be_written(monkeypatch) -> None:
    by = MedewerkerFactory(consulent=True)
    MeldingFactory(van_consulent=by)
    monkeypatch.setattr("hengelo_sociaal.logboek.domain.schrijven._LOOK", "SELECT niets")
    scherm = logged_in(by)
    scherm.raise_request_exception = False

    assert scherm.get("/").status_code == 500


def test_drafts_of_a_vindplaats_wait_on_the_board_of_the_team() -> None:
    leader, mine = MedewerkerFactory(teamleider=True), MedewerkerFactory(consulent=True)
    TeamFactory().leden.add(leader, mine)
    treated, elsewhere = (
        MeldingFactory(van_consulent=mine),
        MeldingFactory(van_consulent=MedewerkerFactory(consulent=True)),
    )
    drafts = [
        PlanFactory(huishouden=home, vindplaats_id="poh-jeugd", aangeboden_op=vandaag())
        for home in (HuishoudenFactory(met_leden=1), treated.huishouden, elsewhere.huishouden)
    ]
    unfinished = PlanFactory(vindplaats_id="poh-jeugd")

    html = logged_in(leader).get("/team").content.decode()

    assert "Concepten van vindplaatsen" in html
    assert [draft.nummer in html for draft in drafts] == [True, True, False]
    assert unfinished.nummer not in html
    about = {one.inwoner_id for draft in drafts[:2] for one in draft.deelnames.all()}
    assert seen_on("team") == about


def test_a_list_is_logged_in_one_way() -> None:
    by_hand = [
        path.relative_to(settings.BASE_DIR)
        for app in ("hengelo_sociaal", "voorzieningen", "toegang", "aanbieders", "plannen")
        for path in Path(settings.BASE_DIR, app).rglob("*.py")
        if "Handeling.LIJST" in path.read_text(encoding="utf-8")
    ]

    assert {str(path.parent) for path in by_hand} == {"hengelo_sociaal/logboek/domain"}
