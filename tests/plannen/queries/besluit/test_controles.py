"""The list of checks: which belong to a besluit, and how each comes out."""

import datetime as dt
from typing import Any

import pytest

from plannen.models import Besluit, Besluitreden, Bijdragetarief, Meeleesgrens
from plannen.queries.besluit.controles import Stand, checks_before
from plannen.queries.besluit.kosten import contribution_on, needs_second_reader, yearly_cost
from plannen.queries.besluit.vragen import VRAGEN, questions_for
from tests.factories.aanbieders import TariefFactory
from tests.factories.besluiten import BesluitFactory
from tests.factories.toegang import VANDAAG, MeldingFactory

pytestmark = pytest.mark.django_db


def stands(besluit: Besluit, op: dt.date = VANDAAG) -> dict[str, Stand]:
    return {check.code: check.stand for check in checks_before(besluit, op=op)}


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        ({}, {"wlz", "zvw", "woonplaats", "lichter", "keuze"}),
        ({"wet_id": "jeugdwet"}, {"wlz", "zvw", "woonplaats", "lichter", "keuze"}),
        (
            {"pgb": True},
            {"wlz", "zvw", "woonplaats", "lichter", "keuze"}
            | {"pgb-bekwaam", "pgb-motivering", "pgb-kwaliteit"},
        ),
        ({"wet_id": "participatiewet"}, {"woonplaats"}),
        ({"soort": "buiten-behandeling"}, set()),
    ],
)
def test_which_checks_belong_to_it(state: dict[str, Any], asked: set[str]) -> None:
    assert {vraag.code for vraag in questions_for(BesluitFactory(**state))} == asked


def test_every_check_names_its_article() -> None:
    assert all(article for vraag in VRAGEN for article in vraag.artikel.values())


def test_a_complete_draft_has_nothing_missing() -> None:
    besluit = BesluitFactory(met_controles=True)

    assert set(stands(besluit).values()) == {Stand.GOED}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"aanvraag_op": None}, "aanvraag"),
        ({"leveringsvorm": None}, "levering"),
        ({"volume": None}, "levering"),
        ({"van": None, "tot": None}, "levering"),
        ({"tot": dt.date(2028, 1, 1)}, "levering"),
        ({"eenheid": "01"}, "levering"),
        ({"contract": None}, "levering"),
        ({"pgb": True, "tarief_cent": None}, "levering"),
        ({"soort": "afwijzing"}, "motivering"),
        ({"soort": "buiten-behandeling"}, "hersteltermijn"),
    ],
)
def test_what_is_missing_says_so(changes: dict[str, Any], code: str) -> None:
    assert stands(BesluitFactory(met_controles=True, **changes))[code] is Stand.MIST


@pytest.mark.parametrize(
    ("op", "stand"),
    [
        (dt.date(2026, 11, 16), Stand.MIST),
        (dt.date(2026, 11, 17), Stand.GOED),
        (dt.date(2026, 12, 14), Stand.GOED),
        (dt.date(2026, 12, 15), Stand.STOP),
    ],
)
def test_setting_aside_waits_for_the_last_day_and_no_longer_than_four_weeks(
    op: dt.date, stand: Stand
) -> None:
    besluit = BesluitFactory(
        soort="buiten-behandeling",
        aanvulling_gevraagd_op=dt.date(2026, 11, 2),
        hersteltermijn_tot=dt.date(2026, 11, 16),
    )

    assert stands(besluit, op)["hersteltermijn"] is stand


@pytest.mark.parametrize(
    ("status", "stand"), [("onderzoek", Stand.MIST), ("onderzocht", Stand.GOED)]
)
def test_first_the_onderzoek(status: str, stand: Stand) -> None:
    besluit = BesluitFactory(melding=MeldingFactory(status=status))

    assert stands(besluit)["aanvraag"] is stand


def test_an_earlier_besluit_has_to_hold() -> None:
    holds = BesluitFactory(bekend=True)
    ended = BesluitFactory(bekend=True, vervangen_per=dt.date(2026, 12, 5))
    later = {"soort": "intrekking", "van": dt.date(2026, 12, 10)}

    assert stands(BesluitFactory(eerder=holds, **later))["eerder"] is Stand.GOED
    assert stands(BesluitFactory(eerder=ended, **later))["eerder"] is Stand.STOP


@pytest.mark.parametrize(
    ("frequentie", "euros"), [("1", 87_600), ("2", 12_480), ("4", 2_880), ("6", 240)]
)
def test_what_it_costs_in_a_year(frequentie: str, euros: int) -> None:
    assert yearly_cost(BesluitFactory(frequentie=frequentie)) == euros * 100


def test_an_amount_in_euros_is_its_own_cost() -> None:
    tarief = TariefFactory(contract__resultaat=True, eenheid="83", bedrag_cent=1)
    besluit = BesluitFactory(tarief=tarief, volume=1_500_00, frequentie="6")

    assert yearly_cost(besluit) == 1_500_00


def test_without_an_amount_everybody_gets_a_second_reader() -> None:
    besluit = BesluitFactory()
    always = needs_second_reader(besluit, op=VANDAAG)
    Meeleesgrens.objects.create(
        wet_id="wmo",
        bedrag_cent=20_000_00,
        geldig_van=dt.date(2026, 1, 1),
        geldig_tot=dt.date(2026, 11, 30),
    )
    now = needs_second_reader(besluit, op=VANDAAG)
    later = needs_second_reader(besluit, op=dt.date(2026, 12, 1))

    assert [always.nodig, now.nodig, later.nodig] == [True, False, True]
    assert "20.000" in now.uitleg


def test_the_contribution_follows_the_day() -> None:
    Bijdragetarief.objects.update(geldig_tot=dt.date(2026, 12, 31))
    Bijdragetarief.objects.create(
        wet_id="wmo", bedrag_cent=23_60, geldig_van=dt.date(2027, 1, 1), artikel="Wmo 2.1.4a"
    )

    found = {year: contribution_on("wmo", dt.date(year, 6, 1)) for year in (2024, 2026, 2027)}

    assert {year: row and row.bedrag_cent for year, row in found.items()} == {
        2024: None,
        2026: 21_00,
        2027: 23_60,
    }


def test_reasons_that_were_shipped_are_sound() -> None:
    rows = list(Besluitreden.objects.all())

    assert len(rows) > 20
    assert all(row.artikel and row.tekst and row.soorten for row in rows)
