"""GET /begroting: as printed, with our own sums beside the printed totals."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.models import Verplichting
from tests.factories.api import bearer
from tests.factories.dashboard import NU, take_in_ours
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    headers = bearer(MedewerkerFactory(rollen=["financien"]))

    def get(**query):
        return client.get("/api/v1/begroting", query, headers=headers)

    return get


@pytest.fixture
def _budget():
    take_in_ours("begroting.csv")
    take_in_ours("begroting_taakveld_6.1.csv")


@pytest.mark.usefixtures("_budget")
def test_a_taakveld_has_its_printed_amounts_and_parts(ask):
    (row,) = ask(jaar=2019, taakveld="6.1").json()["resultaten"]

    assert row["begroot"] == {
        "lasten": -1_207_500_000,
        "baten": 74_100_000,
        "saldo": -1_133_400_000,
    }
    assert (row["omschrijving"], row["verplicht"]) == ("Samenkracht en burgerparticipatie", None)
    assert len(row["subtaakvelden"]) == 9
    assert row["subtaakvelden"][0]["begroot"]["saldo"] == -530_700_000


@pytest.mark.usefixtures("_budget")
def test_a_printed_total_stays_beside_our_own_sum(ask):
    totals = {(one["jaar"], one["programma"]): one for one in ask().json()["totaal"]}

    rounding = {key: one["verschil"]["saldo"] for key, one in totals.items()}
    assert rounding[2021, "6"] == -200_000
    assert rounding[2022, "6"] == -100_000
    assert rounding[2018, "6.1"] == -200_000
    assert rounding[2020, "6"] == 0
    printed = totals[2021, "6"]
    assert printed["begroot"]["saldo"] - printed["eigenSom"]["saldo"] == -200_000


@pytest.mark.usefixtures("_budget")
def test_what_the_source_does_not_have_is_null(ask):
    (row,) = ask(jaar=2020, taakveld="6.2").json()["resultaten"]

    assert row["begroot"] == {"lasten": None, "baten": None, "saldo": -413_100_000}
    assert row["gerealiseerd"] is row["prognose"] is None


@pytest.mark.usefixtures("_budget")
def test_the_printed_rekening_is_what_was_realised(ask):
    (row,) = ask(jaar=2017).json()["resultaten"]

    assert (row["taakveld"], row["gerealiseerd"]) == ("6.1", -1_094_600_000)


def test_commitments_stand_beside_the_budget_of_their_year(ask):
    Verplichting.objects.create(jaar=2026, taakveld="6.711", bedrag=-5000, berekend_op=NU)

    (row,) = ask(jaar=2026).json()["resultaten"]

    assert row["verplicht"] == -5000
    assert row["omschrijving"] == "Huishoudelijke hulp (Wmo)"
    assert row["begroot"]["saldo"] is None


@pytest.mark.parametrize("query", [{"jaar": "nu"}, {"jaar": 1800}, {"onzin": "1"}])
def test_a_question_that_cannot_be_is_refused(ask, query):
    assert ask(**query).status_code == 400


def test_the_number_of_queries_does_not_grow_with_the_years(ask):
    take_in_ours("begroting.csv")
    ask()
    counts = []
    for query in ({"jaar": 2019}, {}):
        with CaptureQueriesContext(connection) as found:
            ask(**query)
        counts.append(len(found))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("rol", "status"), [("beleid", 200), ("financien", 200), ("loket", 403), ("contracten", 403)]
)
def test_only_policy_and_finance_see_the_budget(client, rol, status):
    headers = bearer(MedewerkerFactory(rollen=[rol]))

    assert client.get("/api/v1/begroting", headers=headers).status_code == status
