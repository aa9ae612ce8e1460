"""What is planned in the demo town lies on days on which people work."""

import datetime as dt

import pytest
from django.apps import apps
from django.utils.timezone import localdate

from hengelo_sociaal.demo.stad import (
    Stad,
    drukte,
    is_werkdag,
    werkdag_na,
    werkdag_tot,
    werkdag_vanaf,
)
from hengelo_sociaal.dienst.texts import DEMO_ACCOUNTS
from plannen.demo.verhalen.verteller import Verteller

CHRISTMAS = dt.date(2026, 12, 25)  # a Friday, so four days without work
PLANNED = (
    ("toegang.Huisbezoek", "gepland_op"),
    ("toegang.Terugbelverzoek", "uiterlijk"),
    ("toegang.Terugbelverzoek", "gemaakt_op"),
    ("toegang.Consult", "uiterlijk_op"),
    ("toegang.Klacht", "ontvangen_op"),
    ("plannen.Plan", "begonnen_op"),
    ("plannen.Plan", "beeindigd_op"),
    ("plannen.Voortgang", "op"),
    ("plannen.Evaluatie", "gepland_op"),
    ("plannen.Besluit", "bekendgemaakt_op"),
    ("plannen.Bezwaar", "ontvangen_op"),
    ("plannen.Bezwaar", "hoorzitting_op"),
    ("plannen.Bezwaar", "beslist_op"),
    ("plannen.Bezwaarbrief", "op"),
)


def test_no_work_on_holidays_and_in_weekends():
    days = [CHRISTMAS + dt.timedelta(days=n) for n in range(-1, 4)]

    assert [is_werkdag(day) for day in days] == [True, False, False, False, True]
    assert {werkdag_tot(day) for day in days[:-1]} == {days[0]}
    assert {werkdag_vanaf(day) for day in days[1:]} == {werkdag_na(days[0])} == {days[-1]}
    assert drukte(CHRISTMAS) == 0.0 < drukte(days[0])


class Calendar(Verteller):
    """The calendar of a teller, without colleagues."""

    def __init__(self, tot: dt.date) -> None:
        self.stad = Stad(tot=tot)


@pytest.mark.parametrize("tot", [CHRISTMAS, CHRISTMAS + dt.timedelta(days=1)])
def test_what_a_story_has_to_come_is_a_working_day_and_never_over(tot):
    days = [Calendar(tot).dag(-ahead) for ahead in range(1, 40)]

    assert all(is_werkdag(day) and day >= tot for day in days)
    assert days == sorted(days)


def test_what_a_story_has_behind_it_is_a_working_day_in_the_same_order():
    tot = CHRISTMAS + dt.timedelta(days=40)

    days = [Calendar(tot).dag(back) for back in range(400)]

    assert all(is_werkdag(day) and day <= tot for day in days)
    assert days == sorted(days, reverse=True)


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "field"), PLANNED)
def test_what_is_planned_or_came_is_on_a_working_day(stad: Stad, label: str, field: str) -> None:
    rows = apps.get_model(label).objects.exclude(**{field: None}).values_list(field, flat=True)
    days = {localdate(one) if isinstance(one, dt.datetime) else one for one in rows}

    assert rows
    assert [day for day in days if not is_werkdag(day)] == []


@pytest.mark.django_db
def test_nobody_works_at_a_counter_on_a_day_off(stad: Stad) -> None:
    """The form on the website is open on every day."""
    rows = apps.get_model("toegang.Contact").objects.exclude(vindplaats="website")
    days = {localdate(one) for one in rows.values_list("plaatsgevonden_op", flat=True)}

    assert len(days) > 40
    assert [day for day in days if not is_werkdag(day)] == []


@pytest.mark.django_db
def test_a_second_jurist_can_take_over_and_somebody_leads_them(stad: Stad) -> None:
    team = apps.get_model("medewerkers.Team").objects.get(code="juridisch")

    roles = sorted(one.rollen[0] for one in team.leden.all())
    assert roles == ["jurist", "jurist", "teamleider"]
    assert team.code not in stad.vondst["teams"]


@pytest.mark.django_db
def test_somebody_of_a_school_registers_there(stad: Stad) -> None:
    school = apps.get_model("medewerkers.Medewerker").objects.get(gebruikersnaam="school")
    made = apps.get_model("toegang.Contact").objects.filter(geregistreerd_door=school)

    assert school.rollen == ["vindplaats"]
    assert set(made.values_list("vindplaats", flat=True)) == {"school-ikc"}
    assert [code for code, _ in DEMO_ACCOUNTS if code not in _user_names()] == []


def _user_names() -> set[str]:
    people = apps.get_model("medewerkers.Medewerker").objects
    return set(people.values_list("gebruikersnaam", flat=True))
