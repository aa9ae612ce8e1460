"""Besluiten and bezwaren through the API."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client

from aanbieders.models import Toewijzing
from hengelo_sociaal.kern.tijd import vandaag
from hengelo_sociaal.logboek.models import Handeling, Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Besluit
from tests.factories.aanbieders import TariefFactory
from tests.factories.api import bearer
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import MeldingFactory

pytestmark = pytest.mark.django_db
BASIS = "/api/v1"
ANTWOORDEN = {"wlz": "nee", "zvw": "nee", "woonplaats": "ja", "lichter": "nee", "keuze": "ja"}


def client_of(by: Medewerker | str) -> Client:
    by = MedewerkerFactory(rollen=[by]) if isinstance(by, str) else by
    return Client(headers=bearer(by), raise_request_exception=False)


def post(api: Client, path: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
    sent = body or {}
    return api.post(f"{BASIS}{path}", sent, content_type="application/json", headers=headers)


@pytest.fixture
def consulent() -> Medewerker:
    return MedewerkerFactory(consulent=True)


@pytest.fixture
def teamleider(consulent: Medewerker) -> Medewerker:
    made = MedewerkerFactory(teamleider=True)
    TeamFactory().leden.add(consulent, made)
    return made


def test_from_melding_to_toewijzing(consulent: Medewerker, teamleider: Medewerker) -> None:
    melding = MeldingFactory(
        van_consulent=consulent,
        aanvraag_op=dt.date(2026, 11, 17),
        status="aanvraag",
        eerste_keer=False,
    )
    tarief = TariefFactory(contract__tot=dt.date(2099, 12, 31))
    drafter, reader, office = (
        client_of(consulent),
        client_of(teamleider),
        client_of("administratie"),
    )
    draft = {
        "melding": str(melding.pk),
        "soort": "toekenning",
        "gevraagd": "hulp in huis",
        "aanvraagOp": "2026-11-17",
        "leveringsvorm": "zin",
        "contract": str(tarief.contract_id),
        "product": str(tarief.product_id),
        "volume": 3,
        "eenheid": tarief.eenheid,
        "frequentie": "2",
        "van": "2026-12-01",
        "tot": "2027-11-30",
    }

    made = post(drafter, "/besluiten", draft, **{"Idempotency-Key": "een"})
    again = post(drafter, "/besluiten", draft, **{"Idempotency-Key": "een"})
    at = f"/besluiten/{made.json()['id']}"
    early = post(drafter, f"{at}/indiening")
    for code, answer in ANTWOORDEN.items():
        given = {"code": code, "antwoord": answer, "bron": "onderzoek"}
        post(drafter, f"{at}/controles", given)
    handed_in = post(drafter, f"{at}/indiening")
    taken = post(reader, f"{at}/beslissing", {"opmerking": "Goed."})
    sent = post(drafter, f"{at}/bekendmaking", {"op": vandaag().isoformat()})
    helped = post(office, f"{at}/toewijzing")

    assert (made.status_code, again.json()) == (201, made.json())
    assert Besluit.objects.count() == 1
    assert made["Location"].endswith(at)
    assert (early.status_code, early.json()["code"]) == (409, "controles-open")
    assert set(early.json()["open"]) == set(ANTWOORDEN)
    assert handed_in.json()["status"] == "beoordeling"
    assert (taken.status_code, taken.json()["status"]) == (200, "genomen")
    assert sent.json()["status"] == "bekendgemaakt"
    assert sent.json()["bezwaartermijn"]["stappen"]
    assert (helped.status_code, helped.json()["nummer"]) == (201, Toewijzing.objects.get().nummer)
    assert office.get(f"{BASIS}{at}").json()["toewijzingen"] == [helped.json()["id"]]


def test_four_eyes_and_the_order_of_the_steps(
    consulent: Medewerker, teamleider: Medewerker
) -> None:
    own = BesluitFactory(opgesteld_door=teamleider, ingediend=True, afwijzing=True)
    waiting = BesluitFactory(opgesteld_door=consulent, ingediend=True)
    reader = client_of(teamleider)

    alone = post(reader, f"/besluiten/{own.pk}/beslissing")
    unsent = post(reader, f"/besluiten/{waiting.pk}/bekendmaking", {"op": "2026-11-17"})
    back = post(reader, f"/besluiten/{waiting.pk}/teruggave", {"opmerking": "Noem de uren."})
    empty = post(reader, f"/besluiten/{waiting.pk}/teruggave", {})

    assert alone.status_code == 409
    assert unsent.json()["code"] == "stap-past-niet"
    assert (back.status_code, back.json()["status"]) == (200, "concept")
    assert (empty.status_code, empty.json()["invalidParams"][0]["name"]) == (400, "opmerking")


def test_a_draft_changes_with_its_etag_and_a_sent_one_never(consulent: Medewerker) -> None:
    draft, sent = (
        BesluitFactory(opgesteld_door=consulent),
        BesluitFactory(opgesteld_door=consulent, bekend=True),
    )
    api = client_of(consulent)
    etag = api.get(f"{BASIS}/besluiten/{draft.pk}")["ETag"]

    def patch(which: Besluit, body: dict[str, Any], etag: str) -> Any:
        path, headers = f"{BASIS}/besluiten/{which.pk}", {"If-Match": etag}
        return api.patch(path, body, content_type="application/json", headers=headers)

    changed = patch(draft, {"volume": 6}, etag)
    stale = patch(draft, {"volume": 8}, etag)
    fixed = patch(sent, {"volume": 8}, api.get(f"{BASIS}/besluiten/{sent.pk}")["ETag"])

    assert (changed.status_code, changed.json()["volume"]) == (200, 6)
    assert (stale.status_code, stale.json()["huidig"]["volume"]) == (412, 6)
    assert (fixed.status_code, fixed.json()["code"]) == (409, "besluit-vast")


def test_a_product_of_another_law_does_not_fit(consulent: Medewerker) -> None:
    draft = BesluitFactory(opgesteld_door=consulent)
    other = TariefFactory(product__wet_id="jeugdwet")
    api = client_of(consulent)
    etag = api.get(f"{BASIS}/besluiten/{draft.pk}")["ETag"]

    refused = api.patch(
        f"{BASIS}/besluiten/{draft.pk}",
        {"product": str(other.product_id)},
        content_type="application/json",
        headers={"If-Match": etag},
    )

    assert refused.status_code == 400
    assert refused.json()["invalidParams"][0]["name"] == "product"


@pytest.mark.parametrize(
    ("extra", "status"),
    [
        ({}, 400),
        ({"melding": "x"}, 400),
        ({"melding": str(uuid.uuid4()), "afspraak": str(uuid.uuid4())}, 400),
        ({"melding": str(uuid.uuid4())}, 404),
        ({"eerder": str(uuid.uuid4())}, 404),
    ],
)
def test_a_besluit_begins_somewhere(extra: dict[str, Any], status: int) -> None:
    body = {"soort": "toekenning", "gevraagd": "hulp"} | extra

    assert post(client_of("jurist"), "/besluiten", body).status_code == status


def test_a_withdrawal_follows_an_earlier_besluit() -> None:
    earlier = BesluitFactory(bekend=True)
    body = {"eerder": str(earlier.pk), "soort": "intrekking", "gevraagd": "hulp"}

    without_day = post(client_of("jurist"), "/besluiten", body)
    made = post(client_of("jurist"), "/besluiten", body | {"van": "2027-01-01"})

    assert (without_day.status_code, made.status_code) == (400, 201)
    assert made.json()["eerder"] == str(earlier.pk)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"a", "b", "c"}),
        ("?stand=bezwaartermijn", {"b"}),
        ("?stand=onherroepelijk", {"c"}),
        ("?soort=afwijzing", {"c"}),
        ("?wet=jeugdwet", set()),
        ("?bekendgemaaktVan={today}", {"b"}),
        ("?bekendgemaaktTot={before}", {"c"}),
        ("?huishouden={home}", {"a"}),
    ],
)
def test_the_list_filters(query: str, found: set[str]) -> None:
    first = BesluitFactory(nummer="a")
    BesluitFactory(nummer="b", bekend=True, bekend_op=vandaag())
    before = vandaag() - dt.timedelta(days=60)
    BesluitFactory(nummer="c", bekend=True, bekend_op=before, afwijzing=True)
    asked = query.format(today=vandaag(), before=before, home=first.huishouden_id)

    answer = client_of("jurist").get(f"{BASIS}/besluiten{asked}")

    assert {one["nummer"] for one in answer.json()["resultaten"]} == found


def test_pages_go_on_by_cursor_and_leave_a_line_in_the_log() -> None:
    made = BesluitFactory.create_batch(3)
    api = client_of("jurist")

    first = api.get(f"{BASIS}/besluiten?paginaGrootte=2").json()
    second = api.get(first["volgende"]).json()

    assert [len(page["resultaten"]) for page in (first, second)] == [2, 1]
    lines = Toegangsregel.objects.filter(handeling=Handeling.LIJST, soort="besluit")
    assert {pk for line in lines for pk in line.inwoners} == {one.inwoner_id for one in made}
    wrong = api.get(f"{BASIS}/besluiten?bekendgemaaktVan=2026-02-01&bekendgemaaktTot=2026-01-01")
    assert wrong.status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_a_fixed_number_of_queries(number: int, django_assert_num_queries: Any) -> None:
    BezwaarFactory.create_batch(number)
    api = client_of("jurist")
    api.get(f"{BASIS}/bezwaren")

    with django_assert_num_queries(3):
        besluiten = api.get(f"{BASIS}/besluiten")
    with django_assert_num_queries(3):
        bezwaren = api.get(f"{BASIS}/bezwaren")

    assert len(besluiten.json()["resultaten"]) == len(bezwaren.json()["resultaten"]) == number


def test_somebody_elses_besluit_is_not_there(consulent: Medewerker) -> None:
    besluit, bezwaar = BesluitFactory(), BezwaarFactory()
    api = client_of(consulent)

    assert api.get(f"{BASIS}/besluiten/{besluit.pk}").status_code == 404
    assert api.get(f"{BASIS}/bezwaren/{bezwaar.pk}").status_code == 404
    assert api.get(f"{BASIS}/besluiten").json()["resultaten"] == []
    assert post(api, f"/besluiten/{besluit.pk}/indiening").status_code == 404


def test_an_objection_from_letter_to_decision() -> None:
    besluit = BesluitFactory(bekend=True, bekend_op=vandaag() - dt.timedelta(days=50))
    api, at = client_of("jurist"), f"/besluiten/{besluit.pk}/bezwaren"
    came = (vandaag() - dt.timedelta(days=20)).isoformat()
    body = {"ontvangenOp": came, "indiener": "inwoner", "gronden": "Te weinig uren."}
    decision = {"uitkomst": "gegrond", "motivering": "Zes uur.", "op": vandaag().isoformat()}

    made = post(api, at, body)
    steps = f"/bezwaren/{made.json()['id']}"
    early = post(api, f"{steps}/beslissing", decision)
    post(api, f"{steps}/hoorzitting", {"op": "2099-01-05T10:00:00+01:00"})
    heard = post(api, f"{steps}/hoorverslag", {"gehoord": "gehoord", "verslag": "Verteld."})
    decided = post(api, f"{steps}/beslissing", decision)
    closed = post(api, f"{steps}/intrekking", {"op": came})
    running = api.get(f"{BASIS}/bezwaren?stand=lopend").json()["resultaten"]

    assert (made.status_code, made.json()["opTijd"]) == (201, True)
    assert (early.status_code, early.json()["code"]) == (409, "horen-nodig")
    assert heard.json()["gehoord"] == "gehoord"
    assert (decided.status_code, decided.json()["uitkomst"]) == (200, "gegrond")
    assert decided.json()["nieuwBesluit"]
    assert decided.json()["beroepstermijn"]["einddatum"]
    assert closed.status_code == 409
    assert running == []


def test_an_objection_is_completed_put_off_and_taken_back() -> None:
    bezwaar = BezwaarFactory(
        besluit__bekend_op=vandaag() - dt.timedelta(days=50),
        ontvangen_op=vandaag() - dt.timedelta(days=20),
    )
    api, at = client_of("jurist"), f"/bezwaren/{bezwaar.pk}"
    today, later = vandaag().isoformat(), (vandaag() + dt.timedelta(days=14)).isoformat()

    put_off = post(api, f"{at}/verdaging", {"kennisgevingOp": today})
    asked = post(api, f"{at}/aanvulverzoek", {"gevraagdOp": today, "tot": later})
    complete = post(api, f"{at}/aanvulling", {"op": today, "gronden": "Zes uur nodig."})
    back = post(api, f"{at}/intrekking", {"op": today})

    before, after = bezwaar.beslistermijn.einddatum, put_off.json()["beslistermijn"]["einddatum"]
    assert dt.date.fromisoformat(after) == before + dt.timedelta(weeks=6)
    statuses = [one.json()["status"] for one in (asked, complete, back)]
    assert statuses == ["verzuim", "behandeling", "ingetrokken"]


def test_a_signature_that_was_drawn(consulent: Medewerker) -> None:
    plan = PlanFactory(betrokken=consulent, met_doelen=1)
    person, api = plan.deelnames.all()[0].inwoner_id, client_of(consulent)
    drawn = {
        "breedte": 600,
        "hoogte": 200,
        "lijnen": [[[10, 10], [20, 30], [40, 20], [60, 50], [900, 90]]],
    }
    answer = {"inwoner": str(person), "wijze": "handtekening", "handtekening": drawn}
    dot = answer | {"handtekening": drawn | {"lijnen": [[[1, 1]]]}}
    path = f"/plannen/{plan.pk}/vaststelling"

    refused = post(api, path, {"akkoorden": [dot]})
    made = post(api, path, {"akkoorden": [answer]})
    read = api.get(made["Location"])

    assert (refused.status_code, refused.json()["code"]) == (400, "handtekening-onleesbaar")
    assert made.status_code == 201
    assert read.json()["akkoorden"][0]["handtekening"]["lijnen"][0][-1] == [600.0, 90.0]
    assert client_of(MedewerkerFactory(consulent=True)).get(made["Location"]).status_code == 404


def test_a_household_of_others_gets_no_draft(consulent: Medewerker) -> None:
    melding = MeldingFactory(team=TeamFactory())
    body = {"melding": str(melding.pk), "soort": "toekenning", "gevraagd": "hulp"}

    assert post(client_of(consulent), "/besluiten", body).status_code == 404
    assert not Besluit.objects.exists()
