"""Who was promised a call: mine, my teams', and what is left of the rest."""

import datetime as dt

from django.db.models import Count, Max, Q, QuerySet

from hengelo_sociaal.kern.tijd import AMSTERDAM, dag_van
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from toegang.enums import TerugbelStatus
from toegang.models import Standaardantwoord, Terugbelverzoek

SLUIT = dt.time(17, 0)
BELLERS = ["loket", "consulent", "teamleider"]
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
Keuzes = list[tuple[str, list[tuple[str, str]]]]


def open_requests(by: Medewerker, *, mine: bool) -> "QuerySet[Terugbelverzoek]":
    """Requests that wait, soonest first, with how often somebody tried; mine or everybody's."""
    found = Terugbelverzoek.objects.filter(status=TerugbelStatus.OPEN)
    if mine:
        found = found.filter(Q(medewerker=by) | Q(team__in=by.teams.all()))
    return (
        found.select_related("medewerker", "team", "inwoner", "gemaakt_door")
        .annotate(geprobeerd=Count("pogingen"), laatst=Max("pogingen__op"))
        .order_by("uiterlijk", "pk")
    )


def callers() -> Keuzes:
    """Teams and colleagues who may be asked to call, for a choice."""
    teams = [(f"team:{team.pk}", team.naam) for team in Team.objects.order_by("naam")]
    people = Medewerker.objects.filter(is_active=True, rollen__overlap=BELLERS).order_by("naam")
    return [
        ("Team", teams),
        ("Collega", [(f"medewerker:{one.pk}", one.naam) for one in people]),
    ]


def moments(at: dt.datetime) -> list[tuple[str, str]]:
    """Until when a call can be promised, in words, with the moment as the value."""
    first = _workday_after(dag_van(at))
    days = [(dag_van(at), "Vandaag"), (first, _name(first, at)), (_workday_after(first), "")]
    found = []
    for day, words in days:
        moment = dt.datetime.combine(day, SLUIT, AMSTERDAM)
        if moment > at and day.weekday() < len(DAGEN):
            name = words or DAGEN[day.weekday()].capitalize()
            found.append((moment.isoformat(), f"{name}, voor 17.00 uur"))
    return found


def answers_to(soort_code: str) -> list[Standaardantwoord]:
    """The answers that are ready for a kind of question, in the order `beheer` gave them."""
    return list(Standaardantwoord.objects.filter(soort=soort_code, beeindigd=False))


def _workday_after(day: dt.date) -> dt.date:
    day += dt.timedelta(days=1)
    while day.weekday() >= len(DAGEN):
        day += dt.timedelta(days=1)
    return day


def _name(day: dt.date, at: dt.datetime) -> str:
    return "Morgen" if (day - dag_van(at)).days == 1 else ""
