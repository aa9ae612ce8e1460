"""Ticking one time of what comes back, on the page of the plan."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from hengelo_sociaal.kern.tijd import vandaag
from plannen.models import Afspraak, Doel, Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import AfspraakFactory, DoelFactory, KeerFactory
from tests.inloggen import logged_in

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def dagelijks(doel: Doel) -> Afspraak:
    """Every day since yesterday."""
    return AfspraakFactory(
        doel=doel,
        omschrijving="Een uur wandelen",
        herhaling="dagelijks",
        eerste_keer=vandaag() - dt.timedelta(days=1),
    )


def sent(dag: dt.date, uitkomst: str, reden: str = "") -> dict[str, str]:
    return {"dag": dag.isoformat(), "uitkomst": uitkomst, "reden": reden}


def test_a_time_is_ticked_left_out_and_taken_back(
    scherm: Client, plan: Plan, dagelijks: Afspraak
) -> None:
    path, today = f"/afspraken/{dagelijks.pk}/keer", vandaag()
    yesterday = today - dt.timedelta(days=1)

    done = scherm.post(path, sent(today, "gedaan"), headers=HTMX).content.decode()
    skipped = scherm.post(path, sent(yesterday, "overgeslagen", "Regen"), headers=HTMX)
    back = scherm.post(path, sent(today, "open"), headers=HTMX).content.decode()

    assert "1 van 2 keer gedaan" in done
    assert "overgeslagen, Regen" in skipped.content.decode()
    assert "0 van 2 keer gedaan" in back
    assert dagelijks.keren.get().dag == yesterday


def test_without_htmx_the_page_comes_back_at_the_goal(
    scherm: Client, plan: Plan, dagelijks: Afspraak
) -> None:
    answer = scherm.post(f"/afspraken/{dagelijks.pk}/keer", sent(vandaag(), "gedaan"))

    assert answer["Location"] == f"/plannen/{plan.pk}#doel-{dagelijks.doel_id}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"dag": "x", "uitkomst": "gedaan"},
        {"dag": "2020-01-01", "uitkomst": "gedaan"},
        {"dag": "2020-01-01", "uitkomst": "misschien"},
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    scherm: Client, dagelijks: Afspraak, wrong: dict[str, str]
) -> None:
    answer = scherm.post(f"/afspraken/{dagelijks.pk}/keer", wrong)

    assert answer.status_code == 400
    assert not dagelijks.keren.exists()


def test_leaving_out_without_a_reason_is_asked_for(scherm: Client, dagelijks: Afspraak) -> None:
    answer = scherm.post(f"/afspraken/{dagelijks.pk}/keer", sent(vandaag(), "overgeslagen"))

    assert "waarom het deze keer niet doorging" in answer.content.decode()
    assert not dagelijks.keren.exists()


def test_the_form_keeps_the_days(scherm: Client, doel: Doel) -> None:
    form = {
        "omschrijving": "De post openen",
        "trede": "eigen-kracht",
        "naam": "Jolanda",
        "herhaling": "tweewekelijks",
        "weekdagen": ["5", "1"],
        "eerste_keer": vandaag().isoformat(),
    }

    scherm.post(f"/doelen/{doel.pk}/afspraken/nieuw", form)
    made = doel.afspraken.get()
    again = scherm.get(f"/afspraken/{made.pk}/wijzigen").content.decode()
    page = scherm.get(f"/plannen/{doel.plan_id}").content.decode()

    assert (made.weekdagen, made.eerste_keer) == ([1, 5], vandaag())
    assert again.count("checked") >= 3  # two days and the step of the ladder
    assert "om de week op maandag en vrijdag" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_stays_flat_with_what_comes_back(
    scherm: Client, plan: Plan, number: int, django_assert_num_queries: Any
) -> None:
    for place in range(number):
        afspraak = AfspraakFactory(doel=DoelFactory(plan=plan, volgorde=place), elke_dinsdag=True)
        KeerFactory(afspraak=afspraak)
    scherm.get(f"/plannen/{plan.pk}")

    with django_assert_num_queries(23):
        scherm.get(f"/plannen/{plan.pk}")


def test_a_stranger_ticks_nothing(dagelijks: Afspraak) -> None:
    stranger = logged_in(MedewerkerFactory(consulent=True))

    answer = stranger.post(f"/afspraken/{dagelijks.pk}/keer", sent(vandaag(), "gedaan"))

    assert answer.status_code == 404
    assert not dagelijks.keren.exists()
