import pytest
from django.test import Client

from hengelo_sociaal.medewerkers.rollen import ROLLEN
from hengelo_sociaal.termijnen.models import Termijnregel
from hengelo_sociaal.termijnen.rekenen.bestand import geleverde_regels
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db

REGELS = "/api/v1/termijnregels"


@pytest.fixture
def client() -> Client:
    return Client(headers=bearer(MedewerkerFactory()))


def bereken(client: Client, code: str, query: str):
    return client.get(f"{REGELS}/{code}/berekening?{query}")


def test_every_rule_is_in_the_list_once(client):
    answer = client.get(f"{REGELS}?paginaGrootte=200")

    assert answer.status_code == 200
    codes = [regel["code"] for regel in answer.json()["resultaten"]]
    assert codes == sorted({code for code, _ in geleverde_regels()})


def test_a_rule_tells_what_the_law_lets_happen_to_its_term(client):
    answer = client.get(f"{REGELS}?wet=awb").json()

    bezwaar = next(een for een in answer["resultaten"] if een["code"] == "bezwaar_beslissen")
    assert bezwaar["duur"] == "6 weken"
    assert bezwaar["varianten"] == [
        {"variant": "commissie", "duur": "12 weken", "artikel": "7:10 lid 1 en 7:13"}
    ]
    assert bezwaar["verlengen"]["maximum"] == "6 weken"
    assert bezwaar["opschorten"]["gronden"] == ["verzuim", "overmacht"]


def test_the_list_shows_the_rules_of_the_day_that_is_asked(client):
    answer = client.get(f"{REGELS}?wet=participatiewet&op=2025-06-01").json()

    codes = {regel["code"] for regel in answer["resultaten"]}
    assert "pw_besluit" in codes
    assert "pw_terugwerkend" not in codes


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_costs_two_queries_whatever_its_length(client, aantal, django_assert_num_queries):
    Termijnregel.objects.exclude(code__startswith="istd").delete()
    client.get(REGELS)

    with django_assert_num_queries(2):  # the token, the rows
        answer = client.get(f"{REGELS}?paginaGrootte={aantal}")

    assert len(answer.json()["resultaten"]) == aantal


def test_a_calculation_explains_itself(client):
    answer = bereken(client, "wmo_persoonlijk_plan", "start=2026-03-27")

    assert answer.status_code == 200
    body = answer.json()
    assert (body["regel"], body["start"]) == ("wmo_persoonlijk_plan", "2026-03-27")
    assert body["einddatum"] == "2026-04-07"
    assert body["stappen"][0]["datum"] == "2026-03-27"
    assert body["stappen"][-1]["datum"] == "2026-04-07"
    assert "Goede Vrijdag" in " ".join(stap["waarom"] for stap in body["stappen"])


@pytest.mark.parametrize(
    ("code", "query", "einddatum"),
    [
        ("bezwaar_beslissen", "start=2026-04-23", "2026-06-04"),
        ("bezwaar_beslissen", "start=2026-04-23&commissie=false", "2026-06-04"),
        ("bezwaar_beslissen", "start=2026-04-23&commissie=true", "2026-07-16"),
        ("bezwaar_beslissen", "start=2026-04-23&verlengdMet=P6W", "2026-07-16"),
        (
            "jeugd_besluit",
            "start=2026-06-01&opgeschortVan=2026-06-16&opgeschortTot=2026-06-24",
            "2026-08-05",
        ),
        (
            "jeugd_besluit",
            "start=2026-06-01&opgeschortVan=2026-06-16&opgeschortTot=2026-06-24"
            "&opgeschortVan=2026-07-01&opgeschortTot=2026-07-02",
            "2026-08-07",
        ),
        (
            "jeugd_besluit",
            "start=2026-06-01&uitnodigingOp=2026-06-15&hersteltermijnTot=2026-06-29"
            "&aangevuldOp=2026-06-25",
            "2026-08-05",
        ),
        ("pw_voorschot", "start=2026-04-17&herhaling=2", "2026-06-12"),
        ("wmo_spoed", "start=2026-04-17", None),
        ("avg_datalek", "start=2026-04-17", None),
        ("pw_terugwerkend", "start=2026-04-17", None),
    ],
)
def test_variants_suspension_and_extension_are_query_keys(client, code, query, einddatum):
    answer = bereken(client, code, query)

    assert answer.status_code == 200
    assert answer.json()["einddatum"] == einddatum
    assert answer.json()["stappen"]


@pytest.mark.parametrize(
    ("code", "query", "status", "reden"),
    [
        ("bestaat_niet", "start=2026-01-05", 404, "termijnregel-onbekend"),
        ("wmo_onderzoek", "start=2028-12-01", 400, "feestdagen-onbekend"),
        ("wmo_onderzoek", "start=2014-01-05", 400, "termijnregel-niet-geldig"),
        ("wmo_onderzoek", "start=9999-12-31", 400, "datum-onmogelijk"),
        ("wmo_onderzoek", "start=2026-01-05&commissie=true", 400, "variant-onbekend"),
        ("wmo_onderzoek", "start=2026-01-05&herhaling=2", 400, "herhaling-onmogelijk"),
        (
            "wmo_onderzoek",
            "start=2026-01-05&opgeschortVan=2026-01-10&opgeschortTot=2026-01-12",
            409,
            "opschorten-niet-toegestaan",
        ),
        ("wmo_onderzoek", "start=2026-01-05&verlengdMet=P2W", 409, "verlengen-niet-toegestaan"),
        ("bezwaar_beslissen", "start=2026-01-05&verlengdMet=P7W", 409, "verlengen-niet-toegestaan"),
        (
            "jeugd_besluit",
            "start=2026-01-05&opgeschortVan=2026-01-10",
            400,
            "opschorting-onmogelijk",
        ),
        (
            "jeugd_besluit",
            "start=2026-01-05&opgeschortVan=2026-01-10&opgeschortTot=2026-01-01",
            400,
            "opschorting-onmogelijk",
        ),
        (
            "jeugd_besluit",
            "start=2026-01-05&opgeschortVan=0001-01-01&opgeschortTot=0001-01-01",
            400,
            "opschorting-onmogelijk",
        ),
        (
            "jeugd_besluit",
            "start=2026-01-05&opgeschortVan=2026-01-10&opgeschortTot=9999-12-31",
            400,
            "datum-onmogelijk",
        ),
        ("jeugd_besluit", "start=2026-01-05&aangevuldOp=2026-02-01", 400, "opschorting-onmogelijk"),
        (
            "jeugd_besluit",
            "start=2026-01-05&uitnodigingOp=9999-12-31&aangevuldOp=9999-12-31",
            400,
            "datum-onmogelijk",
        ),
    ],
)
def test_what_cannot_be_calculated_is_a_problem_with_its_code(client, code, query, status, reden):
    answer = bereken(client, code, query)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == reden
    assert answer.json()["detail"].endswith(".")


@pytest.mark.parametrize(
    ("query", "naam"),
    [
        ("", "start"),
        ("start=2026-02-30", "start"),
        ("start=morgen", "start"),
        ("start=2026-01-05&commissie=misschien", "commissie"),
        ("start=2026-01-05&verlengdMet=lang", "verlengdMet"),
        ("start=2026-01-05&herhaling=0", "herhaling"),
        ("start=2026-01-05&opgeschort=ja", "opgeschort"),
    ],
)
def test_a_wrong_query_is_refused_by_name(client, query, naam):
    answer = bereken(client, "wmo_onderzoek", query)

    assert answer.status_code == 400
    assert answer.json()["invalidParams"][0]["name"].split(".")[0] == naam


@pytest.mark.parametrize("rol", ROLLEN)
def test_everybody_who_logs_in_may_read_and_calculate(rol):
    client = Client(headers=bearer(MedewerkerFactory(rollen=[rol])))

    assert client.get(REGELS).status_code == 200
    assert bereken(client, "wmo_onderzoek", "start=2026-01-05").status_code == 200


def test_without_a_token_nothing_opens():
    assert Client().get(REGELS).status_code == 401
    assert bereken(Client(), "wmo_onderzoek", "start=2026-01-05").status_code == 401


def test_a_year_whose_free_days_are_unknown_is_told_by_field(client):
    refused = bereken(client, "wmo_onderzoek", "start=2028-12-01").json()

    assert [param["name"] for param in refused["invalidParams"]] == ["start"]
    assert "2029" in refused["invalidParams"][0]["reason"]
