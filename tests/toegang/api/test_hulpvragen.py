import pytest

from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.toegang import ContactFactory, HulpvraagFactory

pytestmark = pytest.mark.django_db


def address(vraag):
    return f"/api/v1/hulpvragen/{vraag.pk}"


def patch(client, vraag, body, etag=None):
    headers = {"If-Match": etag} if etag else {}
    return client.patch(address(vraag), body, content_type="application/json", headers=headers)


def test_an_outcome_changes_with_the_etag_of_what_was_read(als_loket):
    vraag = HulpvraagFactory(uitkomst_id="open")
    etag = als_loket.get(address(vraag))["ETag"]

    changed = patch(als_loket, vraag, {"uitkomst": "doorverwezen"}, etag)
    stale = patch(als_loket, vraag, {"uitkomst": "open"}, etag)

    assert changed.status_code == 200
    assert changed.json()["uitkomst"] == "doorverwezen"
    assert changed["ETag"] != etag
    assert stale.status_code == 412
    assert stale.json()["huidig"]["uitkomst"] == "doorverwezen"
    assert stale.json()["aangeboden"] == {"uitkomst": "open"}


def test_without_an_etag_nothing_changes(als_loket):
    assert patch(als_loket, HulpvraagFactory(), {"uitkomst": "open"}).status_code == 428


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_three_statements(als_loket, number, django_assert_num_queries):
    for _ in range(number):
        HulpvraagFactory()

    als_loket.get("/api/v1/hulpvragen", {"soort": "huishoudelijke-hulp"})
    with django_assert_num_queries(3):
        page = als_loket.get("/api/v1/hulpvragen", {"soort": "huishoudelijke-hulp"})

    assert len(page.json()["resultaten"]) == number


def test_questions_narrow_by_law_and_wijk(als_loket):
    HulpvraagFactory()
    jeugd = HulpvraagFactory(soort_id="jeugdhulp", contact=ContactFactory())

    by_law = als_loket.get("/api/v1/hulpvragen", {"wet": "jeugdwet"}).json()["resultaten"]
    by_wijk = als_loket.get("/api/v1/hulpvragen", {"wijk": "onbekend"}).json()["resultaten"]

    assert [one["id"] for one in by_law] == [one["id"] for one in by_wijk] == [str(jeugd.pk)]


@pytest.mark.parametrize(("etag", "status"), [("*", 200), ('"old"', 412)])
def test_an_answer_to_a_change_is_a_look_too(als_loket, etag, status):
    vraag = HulpvraagFactory()

    assert patch(als_loket, vraag, {}, etag).status_code == status

    assert Toegangsregel.objects.get().inwoners == [vraag.contact.inwoner_id]


def test_a_change_without_the_version_shows_nothing(als_loket):
    assert patch(als_loket, HulpvraagFactory(), {}).status_code == 428

    assert not Toegangsregel.objects.exists()
