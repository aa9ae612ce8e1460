"""The questions as JSON Schema, and the answers, through the API."""

import pytest
from jsonschema import Draft202012Validator

from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.toegang import (
    ContactFactory,
    HuishoudenFactory,
    MeldingFactory,
    UitvraagFactory,
)
from toegang.models import Uitvraag
from toegang.queries.vragenlijst import in_force, questions_of

pytestmark = pytest.mark.django_db
ANTWOORDEN = {
    "vragen": {"belangrijk": "Rust"},
    "leefgebieden": {"wonen": {"huishouden": {"score": "hulp", "woorden": "De trap"}}},
}


def patch(client, address, body, etag=None):
    headers = {"If-Match": etag} if etag else {}
    return client.patch(address, body, content_type="application/json", headers=headers)


def begin(client, **body):
    return client.post(
        "/api/v1/uitvragen", {"kanaal": "telefoon"} | body, content_type="application/json"
    )


def test_the_questionnaire_is_a_schema_with_its_layout(als_loket):
    found = als_loket.get("/api/v1/vragenlijsten/brede-uitvraag").json()

    asked = [vraag["code"] for part in found["onderdelen"] for vraag in part["vragen"]]
    Draft202012Validator.check_schema(found["schema"])
    assert asked == [vraag.code for vraag in questions_of(in_force("brede-uitvraag").inhoud)]
    assert Draft202012Validator(found["schema"]).is_valid(ANTWOORDEN)
    assert als_loket.get("/api/v1/vragenlijsten/bestaat-niet").status_code == 404


def test_beginning_with_answers_gives_it_back_as_it_is_read(als_loket):
    melding = MeldingFactory()

    made = begin(als_loket, melding=str(melding.pk), antwoorden=ANTWOORDEN)
    read = als_loket.get(made["Location"])

    assert made.status_code == 201
    assert made.json() == read.json()
    assert read.json()["antwoorden"] == ANTWOORDEN
    assert read.json()["huishouden"] == str(melding.huishouden_id)


def test_wrong_answers_begin_nothing(als_loket):
    household = HuishoudenFactory()

    refused = begin(als_loket, huishouden=str(household.pk), antwoorden={"vragen": {"x": "y"}})

    assert refused.status_code == 400
    assert refused.json()["invalidParams"][0]["name"].startswith("antwoorden")
    assert not Uitvraag.objects.exists()


def test_a_second_one_is_a_conflict_that_names_the_first(als_loket):
    household = HuishoudenFactory()
    first = begin(als_loket, huishouden=str(household.pk)).json()

    second = begin(als_loket, huishouden=str(household.pk))

    assert second.status_code == 409
    assert second.json()["uitvraag"] == first["id"]


def test_answers_are_joined_with_the_etag_of_what_was_read(als_loket):
    address = begin(als_loket, huishouden=str(HuishoudenFactory().pk), antwoorden=ANTWOORDEN)[
        "Location"
    ]
    etag = als_loket.get(address)["ETag"]
    body = {"antwoorden": {"vragen": {"belangrijk": None, "hulp-nu": "School"}}}

    without = patch(als_loket, address, body)
    joined = patch(als_loket, address, body, etag)
    stale = patch(als_loket, address, body, etag)

    assert without.status_code == 428
    assert joined.json()["antwoorden"] == {
        "vragen": {"hulp-nu": "School"},
        "leefgebieden": ANTWOORDEN["leefgebieden"],
    }
    assert stale.status_code == 412
    assert stale.json()["huidig"]["antwoorden"]["vragen"] == {"hulp-nu": "School"}


def test_finishing_is_a_change_and_the_last_one(als_loket):
    address = begin(als_loket, huishouden=str(HuishoudenFactory().pk), antwoorden=ANTWOORDEN)[
        "Location"
    ]

    done = patch(als_loket, address, {"status": "afgerond"}, "*")
    after = patch(als_loket, address, {"antwoorden": ANTWOORDEN}, "*")

    assert done.json()["status"] == "afgerond"
    assert after.status_code == 409


def test_a_vindplaats_asks_by_token_for_its_own_and_nothing_else(als_poh, als_loket, poh):
    own = ContactFactory(bekend=True, geregistreerd_door=poh, vindplaats_id="poh-jeugd")
    other = begin(als_loket, huishouden=str(HuishoudenFactory().pk))["Location"]

    made = begin(als_poh, kanaal="spreekuur", contact=str(own.pk), antwoorden=ANTWOORDEN)

    assert made.json()["vindplaats"] == "poh-jeugd"
    assert (made.json()["inwoner"], made.json()["huishouden"]) == (None, None)
    assert als_poh.get(made["Location"]).json() == made.json()
    assert Uitvraag.objects.get(pk=made.json()["id"]).inwoner == own.inwoner
    assert als_poh.get(other).status_code == 404
    assert begin(als_poh, contact=str(ContactFactory().pk)).status_code == 404


@pytest.mark.parametrize(("etag", "status"), [("*", 200), ('"old"', 412)])
def test_an_answer_to_a_change_is_a_look_too(als_loket, loket, etag, status):
    uitvraag = UitvraagFactory(begonnen_door=loket, huishouden=HuishoudenFactory(met_leden=1))

    answer = patch(als_loket, f"/api/v1/uitvragen/{uitvraag.pk}", {}, etag)

    assert answer.status_code == status
    assert Toegangsregel.objects.get().object_id == uitvraag.pk
