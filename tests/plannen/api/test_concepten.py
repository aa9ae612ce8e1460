"""The draft of a vindplaats through the API, with a token of who works there."""

import uuid
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.logboek.models import Toegangsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory
from tests.factories.toegang import (
    ContactFactory,
    HuishoudenFactory,
    InwonerFactory,
    MeldingFactory,
    VindplaatsMedewerkerFactory,
)
from tests.plannen.api.test_plannen import client_of, post
from toegang.models import Contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def poh(db: None) -> Medewerker:
    return VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker


@pytest.fixture
def contact(poh: Medewerker) -> Contact:
    resident = InwonerFactory()
    HuishoudenFactory(leden=[resident, InwonerFactory()])
    return ContactFactory(
        inwoner=resident,
        vindplaats_id="poh-jeugd",
        geregistreerd_door=poh,
        hulpvragen=["open"],
    )


def begin(api: Client, **body: Any) -> Any:
    return post(api, "/plannen", {key: str(value) for key, value in body.items()})


def add_goal(api: Client, plan: str) -> Any:
    body = {"omschrijving": "Weer naar school", "leefgebied": "leren"}
    return post(api, f"/plannen/{plan}/doelen", body)


def test_from_the_contact_to_the_plan_of_the_household(
    poh: Medewerker, contact: Contact, consulent: Medewerker
) -> None:
    mine, theirs = client_of(poh), client_of(consulent)

    made = begin(mine, contact=contact.pk)
    plan = made.json()["id"]
    goal = add_goal(mine, plan)
    waiting = theirs.get("/api/v1/conceptplannen").json()["resultaten"]
    offered = post(mine, f"/plannen/{plan}/aanbieding", {"inwonerAkkoord": True})
    found = theirs.get("/api/v1/conceptplannen").json()["resultaten"]
    taken = post(theirs, f"/plannen/{plan}/overname", {})
    own = mine.get("/api/v1/conceptplannen?stand=overgenomen").json()["resultaten"]

    assert made.status_code == 201
    assert (made.json()["vindplaats"], made.json()["stand"]) == ("poh-jeugd", "bezig")
    assert len(made.json()["deelnemers"]) == 1
    assert goal.status_code == 201
    assert waiting == []
    assert (offered.status_code, offered.json()["stand"]) == (200, "aangeboden")
    assert [one["id"] for one in found] == [plan]
    assert (taken.status_code, taken.json()["vindplaats"]) == (200, None)
    assert [one["omschrijving"] for one in taken.json()["doelen"]] == ["Weer naar school"]
    assert [(one["id"], one["stand"]) for one in own] == [(plan, "overgenomen")]
    assert mine.get(f"/api/v1/plannen/{taken.json()['id']}").status_code == 404


def test_the_household_of_an_own_melding_will_do(poh: Medewerker, contact: Contact) -> None:
    home = contact.inwoner.huishoudens.get()
    MeldingFactory(hulpvraag=contact.hulpvragen.get(), huishouden=home, geregistreerd_door=poh)
    PlanFactory(huishouden=home)

    made = begin(client_of(poh), huishouden=home.pk)
    again = begin(client_of(poh), huishouden=home.pk)

    assert made.status_code == 201
    assert (again.status_code, again.json()["code"]) == (409, "concept-bestaat-al")


def test_of_another_household_or_contact_nothing_is_there(poh: Medewerker) -> None:
    api, strange = client_of(poh), ContactFactory(bekend=True, hulpvragen=["open"])
    plan = PlanFactory(huishouden=strange.huishouden)

    answers = [
        begin(api, huishouden=strange.huishouden_id),
        begin(api, contact=strange.pk),
        begin(api, huishouden=uuid.uuid4()),
        api.get(f"/api/v1/plannen/{plan.pk}"),
        add_goal(api, str(plan.pk)),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert Plan.objects.count() == 1


def test_one_of_household_and_contact_is_asked(poh: Medewerker, consulent: Medewerker) -> None:
    assert begin(client_of(poh)).status_code == 400
    both = {"huishouden": uuid.uuid4(), "contact": uuid.uuid4()}
    assert begin(client_of(poh), **both).status_code == 400
    assert begin(client_of(consulent), contact=uuid.uuid4()).status_code == 400


@pytest.mark.parametrize("step", ["overname", "afwijzing", "deelnemers", "regisseur"])
def test_what_the_municipality_does_a_vindplaats_may_not(
    poh: Medewerker, contact: Contact, step: str
) -> None:
    api = client_of(poh)
    plan = begin(api, contact=contact.pk).json()["id"]

    assert post(api, f"/plannen/{plan}/{step}", {}).status_code == 403


def test_the_reason_comes_back(poh: Medewerker, contact: Contact, consulent: Medewerker) -> None:
    mine = client_of(poh)
    plan = begin(mine, contact=contact.pk).json()["id"]
    add_goal(mine, plan)
    post(mine, f"/plannen/{plan}/aanbieding", {"inwonerAkkoord": True})

    refused = post(mine, f"/plannen/{plan}/aanbieding", {"inwonerAkkoord": True})
    post(client_of(consulent), f"/plannen/{plan}/afwijzing", {"reden": "Er loopt al hulp."})

    read = mine.get(f"/api/v1/plannen/{plan}").json()
    assert refused.status_code == 409
    assert (read["stand"], read["reden"]) == ("niet-overgenomen", "Er loopt al hulp.")


def test_a_draft_is_taken_back(poh: Medewerker, contact: Contact) -> None:
    api = client_of(poh)
    plan = begin(api, contact=contact.pk).json()["id"]

    taken_back = post(api, f"/plannen/{plan}/intrekking", {})

    assert taken_back.json()["stand"] == "ingetrokken"
    assert begin(api, contact=contact.pk).status_code == 201


def test_a_colleague_of_the_vindplaats_sees_it_not(poh: Medewerker, contact: Contact) -> None:
    plan = begin(client_of(poh), contact=contact.pk).json()["id"]
    colleague = client_of(VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker)

    assert colleague.get(f"/api/v1/plannen/{plan}").status_code == 404
    assert colleague.get("/api/v1/conceptplannen").json()["resultaten"] == []
    loket = client_of(MedewerkerFactory(rollen=["loket"]))
    assert loket.get(f"/api/v1/plannen/{plan}").status_code == 404
    assert loket.get("/api/v1/conceptplannen").status_code == 403


@pytest.mark.parametrize(("step", "body"), [("overname", {}), ("afwijzing", {"reden": "Dubbel."})])
def test_the_answer_to_taking_up_is_a_look_as_well(
    poh: Medewerker, contact: Contact, consulent: Medewerker, step: str, body: dict[str, str]
) -> None:
    mine = client_of(poh)
    plan = begin(mine, contact=contact.pk).json()["id"]
    add_goal(mine, plan)
    post(mine, f"/plannen/{plan}/aanbieding", {"inwonerAkkoord": True})

    shown = post(client_of(consulent), f"/plannen/{plan}/{step}", body).json()

    looks = Toegangsregel.objects.filter(medewerker_id=consulent.pk, object_id=shown["id"])
    assert [line.doel for line in looks] == ["concept van een vindplaats oppakken"]
    assert shown["doelen"]
