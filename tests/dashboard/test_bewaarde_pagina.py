"""The kept page: drawn once, never one person's page for another, never an old one."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from freezegun import freeze_time

from dashboard.domain.herbereken import recount_marked
from tests.factories.dashboard import NU, take_in_ours
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import ContactFactory
from toegang.models import Vindplaats

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def _november():
    cache.clear()
    with freeze_time(NU.astimezone(dt.UTC)):
        yield


def logged_in(**fields):
    client = Client()
    client.force_login(MedewerkerFactory(**fields), BACKEND)
    return client


def page(client, query=""):
    answer = client.get(f"/dashboard{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_sees_the_own_name_around_the_same_figures():
    first, second = logged_in(beleid=True, naam="Bea"), logged_in(beleid=True, naam="Cor")

    pages = page(first), page(second)

    assert ["Bea" in one for one in pages] == [True, False]
    assert ["Cor" in one for one in pages] == [False, True]


def test_a_form_in_the_shell_has_the_token_of_who_looks():
    first, second = logged_in(beleid=True), logged_in(beleid=True)
    page(first), page(second)

    assert first.cookies["csrftoken"].value != second.cookies["csrftoken"].value
    assert "csrfmiddlewaretoken" in page(second)


def test_the_budget_is_not_kept_for_who_may_not_see_it():
    take_in_ours("begroting.csv")

    with_it = page(logged_in(beleid=True))
    without = page(logged_in(rollen=["loket"]))

    assert "Begroting per taakveld" in with_it
    assert "Begroting per taakveld" not in without


def test_a_figure_that_changed_is_on_the_next_page():
    beleid = logged_in(beleid=True)
    before = page(beleid)
    for _ in range(24):
        ContactFactory(hulpvragen=["informatie-en-advies"])
    recount_marked(at=NU)

    assert page(beleid) != before
    assert "berekend op" in page(beleid)


def test_a_renamed_vindplaats_is_on_the_next_page():
    beleid = logged_in(beleid=True)
    page(beleid)
    place = Vindplaats.objects.get(pk="zorgloket")
    place.label = "Loket aan de Markt"
    place.save()

    assert "Loket aan de Markt" in page(beleid)


def test_each_choice_is_a_page_of_its_own():
    beleid = logged_in(beleid=True)

    one, two = page(beleid, "?wijk=WK016400"), page(beleid, "?wijk=WK016400&wet=wmo")

    assert "meer dan één filter" not in one
    assert "meer dan één filter" in two


def test_an_unchanged_page_asks_who_looks_and_the_version(django_assert_num_queries):
    beleid = logged_in(beleid=True)
    page(beleid)

    # the session, the medewerker, the version of the figures, and the unread messages of the shell
    with django_assert_num_queries(4):
        page(beleid)
