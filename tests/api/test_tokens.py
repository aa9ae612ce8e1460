"""Tokens: handed out once, kept as a print, and withdrawn."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from freezegun import freeze_time

from hengelo_sociaal.api.domain import fingerprint, issue_token, revoke_token
from hengelo_sociaal.api.models import ApiToken, VerkeerdToken
from hengelo_sociaal.api.pogingen import WINDOW, count_failure, forget_failures
from hengelo_sociaal.kern.fouten import GeenRecht
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
PATH = "/api/v1/termijnregels"


def issue(medewerker):
    return issue_token(
        voor=medewerker, omschrijving="koppeling", by=Medewerker.objects.systeem(), at=AT
    )


def ask(token, path=PATH):
    return Client(headers={"Authorization": f"Bearer {token}"}).get(path)


def test_a_token_is_long_plain_and_only_its_print_is_kept():
    _made, token = issue(MedewerkerFactory())

    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    assert bytes(ApiToken.objects.get().afdruk) == fingerprint(token)
    assert token not in str(ApiToken.objects.values())


def test_handing_out_a_token_is_in_the_log_without_the_token():
    made, token = issue(MedewerkerFactory())

    regel = Wijzigingsregel.objects.get(object_id=made.pk)
    assert regel.handeling == "token uitgegeven"
    assert token not in str(regel.wijziging)


def test_a_token_and_its_line_in_the_log_come_and_go_together(monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.api.domain.log_change", fail)

    with pytest.raises(RuntimeError):
        issue(MedewerkerFactory())

    assert not ApiToken.objects.exists()


@pytest.mark.parametrize("rol", ["loket", "privacy", "teamleider"])
def test_only_beheer_hands_out_and_withdraws_tokens(rol):
    other = MedewerkerFactory(rollen=[rol])
    made, _ = issue(other)

    with pytest.raises(GeenRecht):
        issue_token(voor=other, omschrijving="", by=other, at=AT)
    with pytest.raises(GeenRecht):
        revoke_token(token=made, by=other, at=AT)


def test_a_token_acts_with_the_roles_of_its_medewerker(client_van):
    assert client_van(MedewerkerFactory(rollen=["loket"])).get(PATH).status_code == 200
    assert client_van(MedewerkerFactory(rollen=[])).get(PATH).status_code == 403


@pytest.mark.parametrize("token", ["onzin", "", "x" * 500, "é"])
def test_a_wrong_token_is_401_with_the_way_to_log_in(token):
    answer = ask(token.encode("latin1").decode("latin1"))

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer["Content-Type"] == "application/problem+json"


def test_no_token_at_all_is_401_with_the_way_to_log_in():
    answer = Client().get(PATH)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["code"] == "niet-aangemeld"


def test_a_withdrawn_token_and_one_of_somebody_who_left_are_401():
    withdrawn, token = issue(MedewerkerFactory())
    revoke_token(token=withdrawn, by=Medewerker.objects.systeem(), at=AT)
    left = MedewerkerFactory()
    _, other = issue(left)
    Medewerker.objects.filter(pk=left.pk).update(is_active=False)

    assert ask(token).status_code == 401
    assert ask(other).status_code == 401


def test_withdrawing_twice_keeps_the_first_moment_and_one_line():
    made, _ = issue(MedewerkerFactory())
    by = Medewerker.objects.systeem()

    revoke_token(token=made, by=by, at=AT)
    revoke_token(token=made, by=by, at=AT + dt.timedelta(days=1))

    assert ApiToken.objects.get().ingetrokken_op == AT
    assert Wijzigingsregel.objects.filter(handeling="token ingetrokken").count() == 1


def test_use_is_noted_once_an_hour():
    made, token = issue(MedewerkerFactory())
    seen = []

    for moment in ("10:00", "10:59", "11:01"):
        with freeze_time(f"2026-11-02T{moment}:00Z"):
            ask(token)
        made.refresh_from_db()
        seen.append(f"{made.laatst_gebruikt_op:%H:%M}")

    assert seen == ["10:00", "10:00", "11:01"]


def test_many_wrong_tokens_are_429_and_a_right_one_still_works():
    _, token = issue(MedewerkerFactory())

    statuses = [ask("onzin").status_code for _ in range(31)]

    assert statuses == [401] * 30 + [429]
    assert ask("onzin")["Retry-After"] == "300"
    assert ask(token).status_code == 200


@pytest.mark.parametrize("address", ["10.0.0.1", "10.0.0.2", "", "::1"])
def test_an_address_is_counted_by_itself_and_kept_as_a_print(address):
    assert [count_failure(address, at=AT) for _ in range(3)] == [1, 2, 3]

    stored = VerkeerdToken.objects.get()
    assert len(stored.afdruk) == 32
    assert not address or address.encode() not in bytes(stored.afdruk)


def test_the_count_begins_again_in_the_next_window():
    assert count_failure("10.0.0.1", at=AT) == 1
    assert count_failure("10.0.0.1", at=AT + WINDOW) == 1

    assert forget_failures(at=AT + WINDOW) == 1
    assert count_failure("10.0.0.1", at=AT + WINDOW) == 2


@pytest.mark.django_db(transaction=True)
def test_twelve_processes_count_together():
    def one(_):
        try:
            return count_failure("10.0.0.1", at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        counted = list(pool.map(one, range(12)))

    assert sorted(counted) == list(range(1, 13))


def test_a_session_may_read_and_needs_csrf_to_write(voorbeeld_api):
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        MedewerkerFactory(rollen=["beheer"]), "django.contrib.auth.backends.ModelBackend"
    )

    assert client.get("/api/v1/teams").status_code == 200
    answer = client.post("/api/v1/teams", "{}", content_type="application/json")
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"


def test_a_session_that_was_silent_too_long_is_401(voorbeeld_api):
    client = Client()
    with freeze_time("2026-11-02T09:00:00Z"):
        client.force_login(
            MedewerkerFactory(rollen=["beheer"]), "django.contrib.auth.backends.ModelBackend"
        )
        assert client.get("/api/v1/teams").status_code == 200
    with freeze_time("2026-11-02T10:00:01Z"):
        assert client.get("/api/v1/teams").status_code == 401


def test_the_command_prints_the_token_alone_on_the_last_line():
    MedewerkerFactory(gebruikersnaam="koppeling")
    out = StringIO()

    call_command("api_token", "koppeling", "--omschrijving", "het zaaksysteem", stdout=out)

    token = out.getvalue().splitlines()[-1]
    assert re.fullmatch(r"[A-Za-z0-9_-]+", token)
    assert ask(token).status_code == 200
    assert ApiToken.objects.get().omschrijving == "het zaaksysteem"


@pytest.mark.parametrize(
    "arguments", [["bestaatniet"], ["systeem"], ["weg"], ["loket", "--omschrijving", "x" * 121]]
)
def test_the_command_refuses_with_one_sentence_and_changes_nothing(arguments):
    MedewerkerFactory(gebruikersnaam="weg", is_active=False)
    MedewerkerFactory(gebruikersnaam="loket")

    with pytest.raises(CommandError):
        call_command("api_token", *arguments)

    assert not ApiToken.objects.exists()
