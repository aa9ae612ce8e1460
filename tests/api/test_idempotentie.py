"""The Idempotency-Key: the same request twice makes one record, also at the same moment."""

import datetime as dt
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from freezegun import freeze_time
from hypothesis import given
from hypothesis import strategies as st

from hengelo_sociaal.api.idempotentie import canonical, forget_old
from hengelo_sociaal.api.models import Idempotentie
from hengelo_sociaal.medewerkers.models import Team
from tests.api import voorbeeld
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.usefixtures("voorbeeld_api")
TEAMS = "/api/v1/teams"
BODY = {"code": "wmo", "volledigeNaam": "Team Wmo"}


def post(client, body=BODY, key="sleutel-1", path=TEAMS):
    return client.post(
        path, json.dumps(body), content_type="application/json", headers={"Idempotency-Key": key}
    )


def test_the_same_request_twice_gives_the_first_answer_again(beheer_client):
    first, second = post(beheer_client), post(beheer_client)

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert first["Location"] == second["Location"]
    assert Team.objects.count() == 1


def test_order_and_spaces_of_the_body_do_not_matter(beheer_client):
    post(beheer_client)

    answer = beheer_client.post(
        TEAMS,
        '{ "volledigeNaam":"Team Wmo" ,\n"code":"wmo"}',
        content_type="application/json",
        headers={"Idempotency-Key": "sleutel-1"},
    )

    assert answer.status_code == 201
    assert Team.objects.count() == 1


def test_the_same_key_with_another_body_is_409(beheer_client):
    post(beheer_client)

    answer = post(beheer_client, BODY | {"code": "jeugd"})

    assert answer.status_code == 409
    assert answer.json()["code"] == "idempotency-key-hergebruikt"
    assert Team.objects.count() == 1


def test_a_key_belongs_to_its_token_and_path(beheerder, client_van):
    one, other = client_van(beheerder), client_van(beheerder)
    post(one)

    assert post(other, BODY | {"code": "jeugd"}).status_code == 201


def test_a_refused_request_leaves_the_key_free(beheer_client):
    refused = post(beheer_client, BODY | {"code": "weiger"})
    answer = post(beheer_client)

    assert (refused.status_code, answer.status_code) == (409, 201)


def test_a_failed_request_leaves_nothing_behind(beheer_client):
    failed = post(beheer_client, BODY | {"code": "stuk"})

    assert failed.status_code == 500
    assert not Idempotentie.objects.exists()
    assert not Team.objects.exists()


def test_after_a_day_the_key_is_new_again(beheerder):
    client = Client(headers=bearer(beheerder))
    with freeze_time("2026-11-02T09:00:00Z"):
        post(client)
    with freeze_time("2026-11-03T08:59:59Z"):
        again = post(client)
    with freeze_time("2026-11-03T09:00:01Z"):
        later = post(client, BODY | {"code": "jeugd"})

    assert again.json()["code"] == "wmo"
    assert later.json()["code"] == "jeugd"
    assert Idempotentie.objects.count() == 1


def test_answers_older_than_a_day_are_forgotten(beheerder):
    client = Client(headers=bearer(beheerder))
    for moment, key in (("2026-11-02T09:00:00Z", "a"), ("2026-11-03T08:00:00Z", "b")):
        with freeze_time(moment):
            post(client, BODY | {"code": key}, key)

    removed = forget_old(at=dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC))

    assert removed == 1
    assert Idempotentie.objects.get().sleutel == "b"


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256])
def test_a_key_that_cannot_be_kept_is_400(beheer_client, key):
    answer = post(beheer_client, key=key)

    assert answer.status_code == 400
    assert answer.json()["code"] == "idempotency-key-ongeldig"


def test_a_session_keeps_keys_of_its_own(beheerder):
    client = Client()
    client.force_login(beheerder, "django.contrib.auth.backends.ModelBackend")

    assert post(client).json() == post(client).json()
    assert Idempotentie.objects.get().wie == beheerder.pk


@pytest.mark.django_db(transaction=True)
def test_twins_at_the_same_moment_make_one_and_get_the_same_answer():
    headers = bearer(MedewerkerFactory(rollen=["beheer"]))
    together = threading.Barrier(6)
    voorbeeld.slow_down.clear()

    def send(_):
        try:
            together.wait()
            return post(Client(headers=headers), BODY | {"code": "traag"})
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(send, range(6)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert Team.objects.filter(code="traag").count() == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda below: st.lists(below) | st.dictionaries(st.text(), below),
)


@given(st.dictionaries(st.text(), JSON))
def test_how_json_was_written_does_not_matter(body):
    spaced = json.loads(json.dumps(body, indent=3, ensure_ascii=True))
    turned = dict(reversed(list(body.items())))

    assert canonical(body) == canonical(spaced) == canonical(turned)


@given(JSON, JSON)
def test_what_differs_has_another_print(one, other):
    assert (canonical(one) == canonical(other)) == (json.dumps(one) == json.dumps(other)) or (
        one == other
    )


def test_one_and_one_point_nought_are_the_same_number():
    assert canonical({"a": 1}) == canonical({"a": 1.0})
    assert canonical({"a": 1}) != canonical({"a": True})
