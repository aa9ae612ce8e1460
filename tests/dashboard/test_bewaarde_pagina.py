"""The kept page: drawn once, never one person's page for another, never an old one."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.middleware.csrf import _does_token_match
from django.urls import reverse
from freezegun import freeze_time

from dashboard.domain.herbereken import recount_marked
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.web import bewaarde_schil
from tests.factories.dashboard import NU, take_in_ours
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory
from tests.factories.werk import BerichtFactory
from tests.inloggen import client_of, logged_in
from toegang.models import Vindplaats

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _november():
    cache.clear()
    with freeze_time(NU.astimezone(dt.UTC)):
        yield


def page(client, query=""):
    answer = client.get(f"/dashboard{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_sees_the_own_name_around_the_same_figures():
    first, second = (
        logged_in(MedewerkerFactory(beleid=True, naam="Bea")),
        logged_in(MedewerkerFactory(beleid=True, naam="Cor")),
    )

    pages = page(first), page(second)

    assert ["Bea" in one for one in pages] == [True, False]
    assert ["Cor" in one for one in pages] == [False, True]


def test_a_form_in_the_shell_has_the_token_of_who_looks():
    first, second = client_of("beleid"), client_of("beleid")
    page(first), page(second)

    assert first.cookies["csrftoken"].value != second.cookies["csrftoken"].value
    assert "csrfmiddlewaretoken" in page(second)


def test_the_budget_is_not_kept_for_who_may_not_see_it():
    take_in_ours("begroting.csv")

    with_it = page(client_of("beleid"))
    without = page(client_of("loket"))

    assert "Begroting per taakveld" in with_it
    assert "Begroting per taakveld" not in without


def test_a_figure_that_changed_is_on_the_next_page():
    beleid = client_of("beleid")
    before = page(beleid)
    for _ in range(24):
        ContactFactory(hulpvragen=["informatie-en-advies"])
    recount_marked(at=NU)

    assert page(beleid) != before
    assert "berekend op" in page(beleid)


def test_a_renamed_vindplaats_is_on_the_next_page():
    beleid = client_of("beleid")
    page(beleid)
    place = Vindplaats.objects.get(pk="zorgloket")
    place.label = "Loket aan de Markt"
    place.save()

    assert "Loket aan de Markt" in page(beleid)


def test_each_choice_is_a_page_of_its_own():
    beleid = client_of("beleid")

    one, two = page(beleid, "?wijk=WK016400"), page(beleid, "?wijk=WK016400&wet=wmo")

    assert "meer dan één filter" not in one
    assert "meer dan één filter" in two


def test_the_menu_and_roles_are_those_of_who_looks():
    policy, desk = client_of("beleid"), client_of("loket")

    pages = page(policy), page(desk)

    assert ["data-zoek" in one for one in pages] == [False, True]
    assert ["Beleid" in one for one in pages] == [True, False]


def test_who_loses_the_right_is_refused_a_page_that_is_kept():
    one = MedewerkerFactory(beleid=True)
    client = logged_in(one)
    page(client)
    Medewerker.objects.filter(pk=one.pk).update(rollen=["vindplaats"])

    assert client.get("/dashboard").status_code == 403


def test_a_new_name_or_message_is_on_the_next_page():
    one = MedewerkerFactory(beleid=True, naam="Bea")
    client = logged_in(one)
    assert "ongelezen" not in page(client)
    Medewerker.objects.filter(pk=one.pk).update(naam="Beatrix <b>")
    BerichtFactory(voor=one)

    again = page(client)

    assert "Beatrix &lt;b&gt;" in again
    assert '1<span class="hs-vh"> ongelezen</span>' in again


def test_what_somebody_is_told_is_on_the_own_page_once():
    first, second = client_of("beleid"), client_of("beleid")
    page(first), page(second)
    first.post(reverse("berichten-gelezen"))

    shown = [page(second), page(first), page(first)]

    assert ["op gelezen gezet" in one for one in shown] == [False, True, False]


def test_every_token_of_a_page_is_good_for_the_cookie_of_who_looks():
    client = client_of("beleid")
    page(client)

    again = page(client)

    tokens = re.findall(r'(?:csrfmiddlewaretoken" value="|X-CSRFToken": ")(\w+)"', again)
    assert len(tokens) >= 2
    secret = client.cookies["csrftoken"].value
    assert all(_does_token_match(token, secret) for token in tokens)
    assert "\0" not in again


def test_a_kept_page_is_the_page_as_it_is_drawn_anew():
    client = client_of("beleid")
    kept = page(client), page(client)
    bewaarde_schil._drawn.cache_clear()
    cache.clear()

    anew = page(client)

    assert {_without_tokens(one) for one in kept} == {_without_tokens(anew)}


def _without_tokens(html: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+', r"\1", html)


def test_an_unchanged_page_asks_who_looks_and_the_version(django_assert_num_queries):
    beleid = client_of("beleid")
    page(beleid)

    # the session, the medewerker, the version of the figures, and the unread messages of the shell
    with django_assert_num_queries(4):
        page(beleid)
