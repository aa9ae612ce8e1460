import uuid

import pytest

from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.toegang import (
    NU,
    ContactFactory,
    HuishoudenFactory,
    HulpvraagFactory,
    InwonerFactory,
)
from toegang.models import Contact, Kanaal, Namens, Soort, Uitkomst, Vindplaats
from toegang.queries.waarden import value_of

pytestmark = pytest.mark.django_db
CONTACTEN = "/api/v1/contacten"
BODY = {
    "kanaal": "telefoon",
    "vindplaats": "zorgloket",
    "plaatsgevondenOp": "2026-03-02T10:00:00+01:00",
    "inwoner": None,
    "namens": "zelf",
    "samenvatting": "Vraag over een rolstoel.",
    "hulpvragen": [
        {"soort": "rolstoel", "toelichting": "", "uitkomst": "informatie-en-advies"},
    ],
}


def post(client, body, **headers):
    return client.post(CONTACTEN, body, content_type="application/json", headers=headers)


def test_a_contact_is_registered_and_read_back(als_loket):
    made = post(als_loket, BODY)

    assert made.status_code == 201
    body = made.json()
    assert made["Location"].endswith(f"/api/v1/contacten/{body['id']}")
    assert (body["kanaal"], body["wijk"], body["inwoner"]) == ("telefoon", "onbekend", None)
    assert body["plaatsgevondenOp"] == "2026-03-02T10:00:00+01:00"
    (vraag,) = body["hulpvragen"]
    assert (vraag["soort"], vraag["wet"], vraag["leefgebied"], vraag["beleidsdomein"]) == (
        "rolstoel",
        "wmo",
        "gezondheid",
        "zorg",
    )
    assert als_loket.get(f"{CONTACTEN}/{body['id']}").json() == body


def test_the_same_key_is_one_contact(als_loket):
    key = str(uuid.uuid4())

    first = post(als_loket, BODY, **{"Idempotency-Key": key})
    again = post(als_loket, BODY, **{"Idempotency-Key": key})
    other = post(als_loket, BODY | {"kanaal": "balie"}, **{"Idempotency-Key": key})

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert first.json() == again.json()
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"kanaal": "duif"}, "kanaal"),
        ({"plaatsgevondenOp": "gisteren"}, "plaatsgevondenOp"),
        ({"plaatsgevondenOp": "2999-01-01T00:00:00Z"}, "plaatsgevondenOp"),
        ({"inwoner": str(uuid.uuid4())}, "inwoner"),
        ({"inwoner": "jan"}, "inwoner"),
        ({"hulpvragen": []}, "hulpvragen"),
        ({"hulpvragen": [{"soort": "nee"}]}, "hulpvragen.0.soort"),
        ({"samenvatting": "x" * 1001}, "samenvatting"),
        ({"onbekend": 1}, "onbekend"),
    ],
)
def test_bad_input_is_told_by_field(als_loket, change, name):
    refused = post(als_loket, BODY | change)

    assert refused.status_code == 400
    assert refused["Content-Type"] == "application/problem+json"
    assert [param["name"] for param in refused.json()["invalidParams"]] == [name]
    assert not Contact.objects.exists()


def test_registering_takes_at_most_eight_statements(als_loket, django_assert_max_num_queries):
    inwoner = InwonerFactory()
    HuishoudenFactory(leden=[inwoner])
    for model in (Kanaal, Vindplaats, Namens, Soort, Uitkomst):
        value_of(model, model.objects.first().code, veld="")
    assert post(als_loket, BODY).status_code == 201  # the lists are known from here on

    with django_assert_max_num_queries(8):
        made = post(als_loket, BODY | {"inwoner": str(inwoner.pk)})

    assert made.json()["wijk"] == "WK016400"


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_four_statements_whatever_its_size(
    als_loket, number, django_assert_num_queries
):
    for _ in range(number):
        HulpvraagFactory()
    als_loket.get(CONTACTEN)

    with django_assert_num_queries(4):
        page = als_loket.get(CONTACTEN)

    assert len(page.json()["resultaten"]) == number


def test_filters_narrow_and_days_are_inclusive(als_loket):
    contact = ContactFactory(
        plaatsgevonden_op=NU.replace(hour=23, minute=59), hulpvragen=["doorverwezen"]
    )
    ContactFactory(plaatsgevonden_op=NU.replace(month=10), hulpvragen=["open"])
    fits = {
        "plaatsgevondenVan": "2026-11-17",
        "plaatsgevondenTot": "2026-11-17",
        "kanaal": "telefoon",
        "vindplaats": "zorgloket",
        "soort": "huishoudelijke-hulp",
        "uitkomst": "doorverwezen",
        "wijk": "onbekend",
    }

    for key, value in fits.items():
        found = als_loket.get(CONTACTEN, {key: value}).json()["resultaten"]
        assert str(contact.pk) in [one["id"] for one in found], key
    assert len(als_loket.get(CONTACTEN, fits).json()["resultaten"]) == 1
    assert als_loket.get(CONTACTEN, {"wijk": "WK016401"}).json()["resultaten"] == []


def test_a_list_is_one_line_in_the_log_without_values(als_loket, loket):
    vraag = HulpvraagFactory()
    contact = vraag.contact

    als_loket.get(CONTACTEN, {"inwoner": str(contact.inwoner_id)})
    als_loket.get(f"{CONTACTEN}/{contact.pk}")

    lijst, ingezien = Toegangsregel.objects.order_by("pk")
    assert (lijst.handeling, ingezien.handeling) == ("lijst", "ingezien")
    assert lijst.inwoners == ingezien.inwoners == [contact.inwoner_id]
    assert lijst.bijzonderheden == {"gefilterd_op": ["inwoner"]}
    assert lijst.medewerker_id == loket.pk


@pytest.mark.parametrize(
    "query",
    [
        {"plaatsgevondenVan": "31-12-2026"},
        {"plaatsgevondenVan": "2026-12-31", "plaatsgevondenTot": "2026-01-01"},
        {"kanaal": "duif"},
        {"paginaGrootte": "201"},
        {"onbekend": "1"},
    ],
)
def test_a_bad_filter_is_refused(als_loket, query):
    assert als_loket.get(CONTACTEN, query).status_code == 400


def test_pages_follow_each_other(als_loket):
    made = {str(ContactFactory(plaatsgevonden_op=NU.replace(day=d)).pk) for d in range(1, 6)}

    first = als_loket.get(CONTACTEN, {"paginaGrootte": 2}).json()
    second = als_loket.get(first["volgende"]).json()
    third = als_loket.get(second["volgende"]).json()

    seen = [one["id"] for page in (first, second, third) for one in page["resultaten"]]
    assert set(seen) == made
    assert len(seen) == 5
    assert third["volgende"] is None


def test_a_vindplaats_worker_sees_only_own_registrations_there(als_poh, poh):
    own = ContactFactory(vindplaats_id="poh-jeugd", geregistreerd_door=poh, hulpvragen=["open"])
    other = ContactFactory(vindplaats_id="poh-jeugd", hulpvragen=["open"])
    elsewhere = ContactFactory(geregistreerd_door=poh, hulpvragen=["open"])

    listed = [one["id"] for one in als_poh.get(CONTACTEN).json()["resultaten"]]
    questions = als_poh.get("/api/v1/hulpvragen").json()["resultaten"]

    assert listed == [str(own.pk)]
    assert [one["contact"] for one in questions] == [str(own.pk)]
    for contact in (other, elsewhere):
        vraag = contact.hulpvragen.get()
        assert als_poh.get(f"{CONTACTEN}/{contact.pk}").status_code == 404
        assert als_poh.get(f"/api/v1/hulpvragen/{vraag.pk}").status_code == 404
    assert post(als_poh, BODY).status_code == 403
    assert post(als_poh, BODY | {"vindplaats": "poh-jeugd"}).status_code == 201


def test_policy_staff_get_nothing(api, beleid):
    contact = ContactFactory()
    client = api(beleid)

    assert client.get(CONTACTEN).status_code == 403
    assert client.get(f"{CONTACTEN}/{contact.pk}").status_code == 403
    assert post(client, BODY).status_code == 403


@pytest.mark.parametrize(
    "query",
    [
        {"plaatsgevondenVan": "0001-01-01"},
        {"plaatsgevondenTot": "9999-12-31"},
        {"plaatsgevondenVan": "0001-01-01", "plaatsgevondenTot": "9999-12-31"},
    ],
)
def test_the_ends_of_the_calendar_are_days_too(als_loket, query):
    ContactFactory()

    assert len(als_loket.get(CONTACTEN, query).json()["resultaten"]) == 1


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_the_ends_of_time_are_no_moment_of_a_contact(als_loket, moment):
    assert post(als_loket, BODY | {"plaatsgevondenOp": moment}).status_code == 400


def test_a_vindplaats_names_the_resident_and_is_not_told_whether_they_are_known(als_poh, poh):
    known = InwonerFactory(voornamen="Roos", roepnaam="", geslachtsnaam="Wegdam")
    home = HuishoudenFactory(leden=[known])
    named = {"voornamen": "Roos", "geslachtsnaam": "Wegdam"}
    born = {"geboortedatum": known.geboortedatum.isoformat()}

    at_poh, later = BODY | {"vindplaats": "poh-jeugd"}, {"geboortedatum": "2011-04-09"}
    there = post(als_poh, at_poh | {"genoemd": named | born})
    new = post(als_poh, at_poh | {"genoemd": named | later})
    listed = als_poh.get(CONTACTEN).json()["resultaten"]

    hidden = ("inwoner", "huishouden", "wijk", "gemeente")
    for body in (there.json(), new.json(), *listed):
        assert [body[name] for name in hidden] == [None, None, "onbekend", "onbekend"]
    stored = Contact.objects.get(pk=there.json()["id"])
    assert (stored.inwoner, stored.huishouden_id) == (known, home.pk)
    assert Contact.objects.get(pk=new.json()["id"]).inwoner != known


@pytest.mark.parametrize("path", [CONTACTEN, "/api/v1/hulpvragen"])
@pytest.mark.parametrize(
    "query", [{"wijk": "WK016400"}, {"wijk": "onbekend"}, {"inwoner": str(uuid.uuid4())}]
)
def test_a_filter_tells_a_vindplaats_nothing_that_the_answer_hides(als_poh, als_loket, path, query):
    refused = als_poh.get(path, query)

    assert (refused.status_code, refused.json()["code"]) == (403, "geen-recht")
    assert [param["name"] for param in refused.json()["invalidParams"]] == list(query)
    assert als_loket.get(path, query).status_code == 200
