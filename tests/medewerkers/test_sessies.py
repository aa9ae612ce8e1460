"""The quick way to know who clicks is never a way past what the framework would refuse."""

import uuid

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.urls import reverse

from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory

pytestmark = pytest.mark.django_db
HULP = "/hulp"


@pytest.fixture
def anouk():
    return MedewerkerFactory(naam="Anouk Nijhuis")


@pytest.fixture
def ingelogd(client, anouk):
    client.force_login(anouk, "django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("hulp")).status_code == 200
    return client


def is_shut(client) -> bool:
    answer = client.get(reverse("hulp"))
    return answer.status_code == 302 and answer["Location"].startswith(reverse("inloggen"))


def test_who_looks_stands_on_the_page(ingelogd):
    assert "Anouk Nijhuis" in ingelogd.get(reverse("hulp")).content.decode()


def test_a_closed_account_stops_with_the_next_click(ingelogd, anouk):
    Medewerker.objects.filter(pk=anouk.pk).update(is_active=False)

    assert is_shut(ingelogd)


def test_another_password_ends_the_sessions_that_were_open(ingelogd, anouk):
    anouk.set_password("een andere zin om te onthouden")
    anouk.save()

    assert is_shut(ingelogd)


def test_a_role_that_is_taken_away_is_gone_with_the_next_click(client):
    medewerker = MedewerkerFactory(rollen=["beleid"])
    client.force_login(medewerker, "django.contrib.auth.backends.ModelBackend")
    assert client.get("/dashboard").status_code == 200

    Medewerker.objects.filter(pk=medewerker.pk).update(rollen=[])

    assert client.get("/dashboard").status_code == 403


def test_a_session_that_was_removed_is_over(ingelogd):
    Session.objects.all().delete()

    assert is_shut(ingelogd)


def test_a_session_past_its_day_is_over(ingelogd):
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")

    assert is_shut(ingelogd)


@pytest.mark.parametrize("who", [str(uuid.UUID(int=7)), ""])
def test_a_session_of_nobody_is_nobody(ingelogd, who):
    session = ingelogd.session
    session[SESSION_KEY] = who or str(uuid.UUID(int=0))
    session.save()

    assert is_shut(ingelogd)


def test_a_session_of_a_way_in_that_we_do_not_have_is_nobody(ingelogd):
    session = ingelogd.session
    session["_auth_user_backend"] = "elders.Backend"
    session.save()

    assert is_shut(ingelogd)


def test_who_looks_takes_two_statements(ingelogd, django_assert_num_queries):
    with django_assert_num_queries(3):  # and the unread messages of the shell
        ingelogd.get(reverse("hulp"))


def over() -> None:
    """Somebody came back after lunch."""
    Session.objects.all().delete()


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/meldingen?stand=open", "/meldingen%3Fstand%3Dopen"),
        ("https://elders.example/meldingen", "/"),
        ("", "/"),
    ],
)
def test_a_part_of_a_page_sends_the_whole_page_to_log_in_and_back(ingelogd, page, back):
    over()

    answer = ingelogd.post(reverse("hulp"), headers={"HX-Request": "true", "HX-Current-URL": page})

    assert answer.status_code == 204
    assert answer["HX-Redirect"] == f"{reverse('inloggen')}?next={back}"
    assert not answer.content


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("http://testserver/meldingen?stand=open", "/meldingen%3Fstand%3Dopen"),
        ("https://elders.example/meldingen", "/"),
        (None, "/"),
    ],
)
def test_a_form_that_was_sent_too_late_leads_back_to_its_page(ingelogd, page, back):
    over()

    answer = ingelogd.post(reverse("hulp"), headers={"Referer": page} if page else {})

    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('inloggen')}?next={back}")


def test_a_link_that_htmx_follows_for_the_whole_page_is_redirected(ingelogd):
    over()

    answer = ingelogd.get(reverse("hulp"), headers={"HX-Request": "true", "HX-Boosted": "true"})

    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('inloggen')}?next={HULP}")
