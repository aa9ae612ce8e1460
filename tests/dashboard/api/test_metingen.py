"""GET /indicatoren and its metingen, as contract.md says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.domain.herbereken import recount_marked
from tests.factories.api import bearer
from tests.factories.dashboard import NU, take_in_ours
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory

pytestmark = pytest.mark.django_db
METINGEN = "/api/v1/indicatoren/hulpvragen/metingen"


@pytest.fixture
def ask(client):
    headers = bearer(MedewerkerFactory(beleid=True))

    def get(path, **query):
        return client.get(path, query, headers=headers)

    return get


def contacts(number, **fields):
    for _ in range(number):
        ContactFactory(hulpvragen=["open"], **fields)


def november(ask, **query):
    answer = ask(METINGEN, van="2026-11", tot="2026-11", **query)
    assert answer.status_code == 200, answer.content
    return answer.json()["resultaten"]


def test_the_total_of_the_running_month_is_counted(ask):
    contacts(12)
    recount_marked(at=NU)

    (row,) = november(ask)

    assert row == {
        "periode": "2026-11",
        "waarde": 12,
        "teller": 12,
        "noemer": None,
        "onderdrukt": False,
        "berekendOp": "2026-11-17T10:42:00+01:00",
        "definitieVersie": 1,
    }


def test_every_value_of_a_split_has_a_row_and_nothing_is_zero(ask):
    contacts(12)
    recount_marked(at=NU)

    rows = {row["vindplaats"]: row for row in november(ask, uitgesplitst="vindplaats")}

    assert rows["zorgloket"]["waarde"] == 12
    assert (rows["politie"]["waarde"], rows["politie"]["onderdrukt"]) == (0, False)
    assert len(rows) == 19


def test_a_small_group_has_no_number_and_cannot_be_subtracted(ask):
    contacts(30)
    contacts(20, kanaal_id="balie")
    contacts(3, kanaal_id="brief")
    recount_marked(at=NU)

    rows = {row["kanaal"]: row for row in november(ask, uitgesplitst="kanaal")}

    small = rows["brief"]
    assert small["onderdrukt"]
    assert small["waarde"] is small["teller"] is small["noemer"] is None
    assert rows["balie"]["onderdrukt"]
    assert rows["telefoon"]["waarde"] == 30


def test_a_split_with_one_filter_is_the_same_both_ways(ask):
    contacts(12)
    contacts(15, kanaal_id="balie")
    recount_marked(at=NU)

    by_channel = november(ask, uitgesplitst="kanaal", vindplaats="zorgloket")
    by_place = november(ask, uitgesplitst="vindplaats", kanaal="balie")

    assert {r["kanaal"]: r["waarde"] for r in by_channel if r["waarde"]} == {
        "telefoon": 12,
        "balie": 15,
    }
    assert {r["vindplaats"]: r["waarde"] for r in by_place if r["waarde"]} == {"zorgloket": 15}


def test_a_filter_alone_is_the_split_of_that_value(ask):
    contacts(12)
    contacts(15, kanaal_id="balie")
    recount_marked(at=NU)

    (row,) = november(ask, kanaal="balie")

    assert row["waarde"] == 15


@pytest.mark.parametrize(
    ("per", "codes"),
    [
        ("maand", ["2026-08", "2026-09", "2026-10", "2026-11"]),
        ("kwartaal", ["2026-K3", "2026-K4"]),
        ("jaar", ["2026"]),
    ],
)
def test_periods_are_months_quarters_or_years(ask, per, codes):
    answer = ask(METINGEN, van="2026-08", tot="2026-11", per=per)

    assert [row["periode"] for row in answer.json()["resultaten"]] == codes


def test_a_share_has_both_its_numbers(ask):
    contacts(12)
    for _ in range(28):
        ContactFactory(hulpvragen=["informatie-en-advies", "informatie-en-advies"])
    recount_marked(at=NU)

    path = "/api/v1/indicatoren/informatie-en-advies/metingen"
    (row,) = ask(path, van="2026-11", tot="2026-11").json()["resultaten"]

    assert (row["waarde"], row["teller"], row["noemer"]) == (70.0, 28, 40)


def test_without_any_registration_there_is_zero_and_no_share(ask):
    assert [row["waarde"] for row in november(ask)] == [0]

    path = "/api/v1/indicatoren/telefonisch/metingen"
    (row,) = ask(path, van="2026-11", tot="2026-11").json()["resultaten"]
    assert (row["waarde"], row["teller"], row["noemer"]) == (None, 0, 0)


@pytest.mark.parametrize(
    "query",
    [
        {"van": "2026"},
        {"van": "2026-13"},
        {"van": "2026-11-01"},
        {"van": "2026-11", "tot": "2026-10"},
        {"van": "1900-01", "tot": "2026-10"},
        {"per": "week"},
        {"uitgesplitst": "geloof"},
        {"uitgesplitst": "wijk", "wijk": "WK016400"},
        {"kanaal": "telefoon", "wijk": "WK016400"},
        {"kanaal": "duif"},
        {"onzin": "1"},
        {"wijk": "WK016400' OR 1=1"},
    ],
)
def test_what_cannot_be_asked_is_a_400_that_says_why(ask, query):
    answer = ask(METINGEN, **query)

    assert answer.status_code == 400, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]
    assert {param["name"] for param in answer.json()["invalidParams"]} <= set(query)


def test_an_indicator_without_that_split_says_which_it_has(ask):
    path = "/api/v1/indicatoren/algemene-voorziening/metingen"

    answer = ask(path, uitgesplitst="wijk")

    assert answer.status_code == 400
    assert "Wel naar: wet" in answer.json()["detail"]


def test_an_unknown_indicator_is_a_404(ask):
    assert ask("/api/v1/indicatoren/geluk").status_code == 404
    assert ask("/api/v1/indicatoren/geluk/metingen").status_code == 404


def test_every_indicator_is_listed_with_its_definition(ask):
    take_in_ours("maatschappelijke_doelen.csv")

    found = {one["code"]: one for one in ask("/api/v1/indicatoren").json()["resultaten"]}

    assert found["hulpvragen"]["uitsplitsingen"] == [
        "vindplaats",
        "soort",
        "kanaal",
        "wijk",
        "gemeente",
        "wet",
        "uitkomst",
        "leeftijdsgroep",
        "verwijzer",
    ]
    assert found["hulpvragen"]["definities"][0]["versie"] == 1
    assert found["MD-6.2.1-1"]["gewensteRichting"] == "lager"


def test_an_imported_indicator_gives_its_printed_measurements(ask):
    take_in_ours("beleidsindicatoren.csv")

    rows = ask("/api/v1/indicatoren/BI10/metingen").json()["resultaten"]

    assert [(row["periode"], row["waarde"]) for row in rows] == [("2015", 72.0), ("2016", 73.0)]
    assert all(isinstance(row["waarde"], float) for row in rows)


def test_of_a_printed_year_that_was_printed_twice_there_is_one_row(ask):
    take_in_ours("kengetallen.csv")

    rows = ask("/api/v1/indicatoren/KG02/metingen").json()["resultaten"]

    assert [(row["periode"], row["waarde"]) for row in rows] == [("2012", 2.49), ("2015", 1.46)]


def test_printed_figures_are_of_the_years_that_are_asked(ask):
    take_in_ours("beleidsindicatoren.csv")

    rows = ask("/api/v1/indicatoren/BI10/metingen", van="2016-01", tot="2016-12").json()

    assert [row["periode"] for row in rows["resultaten"]] == ["2016"]


@pytest.mark.parametrize(
    "query", [{"uitgesplitst": "wijk"}, {"wijk": "WK016400"}, {"per": "kwartaal"}]
)
def test_a_printed_figure_is_not_divided(ask, query):
    take_in_ours("beleidsindicatoren.csv")

    answer = ask("/api/v1/indicatoren/BI10/metingen", **query)

    assert answer.status_code == 400
    assert [one["name"] for one in answer.json()["invalidParams"]] == list(query)


@pytest.mark.parametrize(
    "query",
    [
        {"van": "9999-01", "tot": "9999-12"},
        {"tot": "9999-12", "per": "jaar"},
        {"tot": "0001-01"},
        {"van": "1989-12"},
    ],
)
def test_a_month_of_another_century_is_refused(ask, query):
    answer = ask(METINGEN, **query)

    assert answer.status_code == 400
    assert "1990 tot en met 2100" in answer.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_figures(ask):
    contacts(12)
    recount_marked(at=NU)
    november(ask, uitgesplitst="wijk")

    counts = []
    for tot in ("2026-01", "2026-11"):
        with CaptureQueriesContext(connection) as found:
            ask(METINGEN, van="2026-01", tot=tot, uitgesplitst="wijk")
        counts.append(len(found))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(("rol", "status"), [("loket", 200), ("vindplaats", 403)])
def test_everybody_but_a_vindplaats_sees_figures(client, rol, status):
    headers = bearer(MedewerkerFactory(rollen=[rol]))

    assert client.get("/api/v1/indicatoren", headers=headers).status_code == status
    assert client.get(METINGEN, headers=headers).status_code == status


def _walk(client, path, **query):
    """All rows, a page at a time, and the number of pages."""
    headers, rows, pages = bearer(MedewerkerFactory(beleid=True)), [], 0
    answer = client.get(path, query | {"paginaGrootte": 2}, headers=headers)
    while True:
        assert answer.status_code == 200, answer.content
        body = answer.json()
        assert {"resultaten", "volgende", "vorige"} <= set(body)
        assert (body["vorige"] is None) == (pages == 0)
        rows, pages = rows + body["resultaten"], pages + 1
        if body["volgende"] is None:
            return rows, pages
        answer = client.get(body["volgende"], headers=headers)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/indicatoren",
        f"{METINGEN}?uitgesplitst=kanaal&van=2026-11&tot=2026-11",
        "/api/v1/begroting",
    ],
)
def test_a_list_of_figures_comes_whole_or_in_pages(client, ask, path):
    take_in_ours("begroting.csv")
    place, _, query = path.partition("?")
    asked = dict(part.split("=") for part in query.split("&") if part)

    whole = ask(place, **asked)
    rows, pages = _walk(client, place, **asked)

    assert rows == whole.json()["resultaten"]
    assert pages == -(-len(rows) // 2) > 1
    assert (whole.json()["volgende"], whole.json()["vorige"]) == (None, None)
    assert "ETag" not in whole
    assert ask(place, **asked, paginaGrootte=201).status_code == 400
    assert ask(place, **asked, cursor="WzAsLTEsIiJd").status_code == 400  # the position -1
