"""Logging in and out: the lock, the limits of a session, the password."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.tasks import clear_sessions
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
GEHEIM = "een zin om te onthouden"


@pytest.fixture
def anouk():
    made = MedewerkerFactory(gebruikersnaam="anouk", rollen=["loket"])
    made.set_password(GEHEIM)
    made.save()
    return made


def log_in(client, naam="anouk", wachtwoord=GEHEIM, **extra):
    return client.post(reverse("inloggen"), {"username": naam, "password": wachtwoord, **extra})


def may_work(client):
    return client.get("/").status_code == 200


@pytest.mark.parametrize("naam", ["anouk", "Anouk"])
def test_the_right_password_opens_my_work(client, anouk, naam):
    answer = log_in(client, naam)

    assert answer["Location"] == "/"
    assert may_work(client)


@pytest.mark.parametrize(
    ("naam", "wachtwoord"), [("anouk", "fout"), ("niemand", GEHEIM), ("systeem", GEHEIM), ("", "")]
)
def test_a_wrong_name_or_password_stays_outside(client, anouk, naam, wachtwoord):
    answer = log_in(client, naam, wachtwoord)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not may_work(client)


def test_somebody_who_may_no_longer_work_here_stays_outside(client, anouk):
    anouk.is_active = False
    anouk.save()

    log_in(client)

    assert not may_work(client)


def test_after_log_in_one_comes_back_where_one_was_going(client, anouk):
    assert log_in(client, next="/hulp")["Location"] == "/hulp"


@pytest.mark.parametrize(
    "elsewhere", ["https://elders.example/", "//elders.example", "javascript:x"]
)
def test_after_log_in_nobody_is_sent_elsewhere(client, anouk, elsewhere):
    assert log_in(client, next=elsewhere)["Location"] == "/"


def test_five_wrong_passwords_lock_the_account_for_a_while(client, anouk):
    for _ in range(4):
        assert log_in(client, wachtwoord="fout").status_code == 200

    assert log_in(client, wachtwoord="fout").status_code == 429
    locked = log_in(client)

    assert locked.status_code == 429
    assert "kwartier" in locked.text
    assert not may_work(client)


def test_capitals_give_no_extra_attempts(client, anouk):
    for naam in ("anouk", "ANOUK", "Anouk", "aNouk"):
        log_in(client, naam, "fout")

    assert log_in(client, "anouK", "fout").status_code == 429


def test_a_lock_hits_that_account_only_and_ends_by_itself(client, anouk):
    other = MedewerkerFactory(gebruikersnaam="bert")
    other.set_password(GEHEIM)
    other.save()
    with freeze_time("2026-11-02T09:00:00Z"):
        for _ in range(5):
            log_in(client, wachtwoord="fout")
        assert log_in(Client(), "bert")["Location"] == "/"
        assert log_in(client).status_code == 429
    with freeze_time("2026-11-02T09:15:01Z"):
        assert log_in(client)["Location"] == "/"


def test_beheer_lifts_a_lock(client, anouk):
    for _ in range(5):
        log_in(client, wachtwoord="fout")
    beheer = Client()
    beheer.force_login(
        MedewerkerFactory(rollen=["beheer"]), "django.contrib.auth.backends.ModelBackend"
    )

    beheer.post(
        reverse("admin:medewerkers_medewerker_changelist"),
        {"action": "hef_blokkade_op", "_selected_action": [str(anouk.pk)]},
    )

    assert log_in(client)["Location"] == "/"
    assert Wijzigingsregel.objects.filter(handeling="blokkade opgeheven").count() == 1


def test_an_hour_without_a_click_ends_the_session(client, anouk):
    with freeze_time("2026-11-02T09:00:00Z"):
        log_in(client)
        assert may_work(client)
    with freeze_time("2026-11-02T09:59:00Z"):
        assert may_work(client)
    with freeze_time("2026-11-02T10:59:01Z"):
        assert not may_work(client)


def test_a_working_day_ends_the_session_however_often_one_clicks(client, anouk):
    with freeze_time("2026-11-02T08:00:00Z") as clock:
        log_in(client)
        for _ in range(16):
            assert may_work(client)
            clock.tick(1800)
        clock.tick(1)
        assert not may_work(client)


def test_log_out_is_by_post_and_ends_the_session(client, anouk):
    log_in(client)

    assert client.get(reverse("uitloggen")).status_code == 405
    assert may_work(client)
    assert client.post(reverse("uitloggen"))["Location"] == reverse("inloggen")
    assert not may_work(client)


def test_logging_in_takes_a_new_session(client, anouk):
    client.get(reverse("inloggen"))
    client.cookies["sessionid"] = "door-een-ander-gezet"

    log_in(client)

    assert client.cookies["sessionid"].value != "door-een-ander-gezet"


def change(client, **fields):
    return client.post(
        reverse("wachtwoord"),
        {
            "old_password": GEHEIM,
            "new_password1": "een heel ander geheim",
            "new_password2": "een heel ander geheim",
        }
        | fields,
    )


def test_a_password_is_changed_logged_and_ends_other_sessions(client, anouk):
    elsewhere = Client()
    log_in(client)
    log_in(elsewhere)

    answer = change(client)

    assert answer["Location"] == "/"
    assert may_work(client)
    assert not may_work(elsewhere)
    anouk.refresh_from_db()
    assert anouk.check_password("een heel ander geheim")
    regel = Wijzigingsregel.objects.get()
    assert (regel.handeling, regel.object_id) == ("wachtwoord gewijzigd", anouk.pk)
    assert "geheim" not in str(regel.wijziging)


@pytest.mark.parametrize(
    "fields",
    [
        {"old_password": "fout"},
        {"new_password2": "iets anders"},
        {"new_password1": "kort", "new_password2": "kort"},
        {"new_password1": "password1234", "new_password2": "password1234"},
    ],
)
def test_a_password_that_does_not_do_is_refused(client, anouk, fields):
    log_in(client)

    answer = change(client, **fields)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    anouk.refresh_from_db()
    assert anouk.check_password(GEHEIM)


def test_sessions_that_have_ended_are_forgotten(client, anouk):
    with freeze_time("2026-11-02T09:00:00Z"):
        log_in(client)
    with freeze_time("2026-11-12T09:00:00Z"):
        log_in(Client())

        clear_sessions()

        assert Session.objects.count() == 1
