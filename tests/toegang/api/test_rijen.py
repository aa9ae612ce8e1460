"""Contacts read as rows say exactly what contacts read as records say."""

import json

import pytest

from hengelo_sociaal.api.formaat import dump
from hengelo_sociaal.kern.tijd import dag_van, nu
from hengelo_sociaal.logboek.models import Toegangsregel
from tests.factories.toegang import ContactFactory, HulpvraagFactory, InwonerFactory
from toegang.api.rijen import read_contact, with_questions
from toegang.api.uitvoer import ContactUitvoer
from toegang.models import Contact, Hulpvraag
from toegang.queries.zicht import may_see_contact

pytestmark = pytest.mark.django_db
CONTACTEN = "/api/v1/contacten"


def as_records() -> list[dict]:
    """The slow way, in the order of the list."""
    found = list(Contact.objects.order_by("-plaatsgevonden_op", "-pk"))
    for contact in found:
        contact.vragen = list(contact.hulpvragen.order_by("volgorde"))
    return ContactUitvoer.represent_all(found)


def as_json(body: object) -> object:
    return json.loads(dump(body))


@pytest.fixture
def contacten():
    contact = ContactFactory(inwoner=InwonerFactory(), hulpvragen=["doorverwezen", "open"])
    return [contact, ContactFactory(inwoner=None, hulpvragen=["open"]), ContactFactory()]


def test_rows_and_records_are_the_same(contacten, als_loket):
    listed = als_loket.get(CONTACTEN).json()["resultaten"]

    assert listed == as_json(as_records())
    assert [als_loket.get(f"{CONTACTEN}/{one['id']}").json() for one in listed] == listed


def test_a_contact_without_questions_has_none(contacten):
    Hulpvraag.objects.all().delete()

    assert read_contact(contacten[0].pk)["hulpvragen"] == []
    assert with_questions([]) == []


def test_a_look_at_a_row_is_a_line_in_the_log(contacten, als_loket, loket):
    known, anonymous, _ = contacten
    als_loket.get(f"{CONTACTEN}/{known.pk}")
    als_loket.get(f"{CONTACTEN}/{anonymous.pk}")

    (line,) = Toegangsregel.objects.all()
    assert (line.object_id, line.inwoners, line.soort, line.medewerker_id) == (
        known.pk,
        [known.inwoner_id],
        "contact",
        loket.pk,
    )


def test_only_the_own_contacts_of_a_vindplaats_may_be_seen(contacten, loket, poh):
    today = dag_van(nu())

    assert may_see_contact(loket, contacten[0].pk, op=today)
    assert not may_see_contact(poh, contacten[0].pk, op=today)


@pytest.mark.parametrize("size", [1, 100])
def test_a_list_takes_four_statements_at_any_page_size(als_loket, size, django_assert_num_queries):
    for _ in range(size):
        HulpvraagFactory(contact__inwoner=None)
    ContactFactory(inwoner=InwonerFactory())
    als_loket.get(CONTACTEN)

    with django_assert_num_queries(4):
        page = als_loket.get(f"{CONTACTEN}?paginaGrootte={size}")

    assert len(page.json()["resultaten"]) == size


@pytest.mark.parametrize("asked", [1, 20])
def test_one_contact_takes_three_statements(als_loket, asked, django_assert_num_queries):
    contact = ContactFactory(inwoner=InwonerFactory(), hulpvragen=["open"] * asked)
    als_loket.get(CONTACTEN)

    with django_assert_num_queries(3):  # the token, the contact, the line in the log
        body = als_loket.get(f"{CONTACTEN}/{contact.pk}").json()

    assert len(body["hulpvragen"]) == asked
