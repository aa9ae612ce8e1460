"""People who work with the system: `MedewerkerFactory(rollen=["loket"])`."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from hengelo_sociaal.medewerkers.models import Medewerker, Team


class MedewerkerFactory(DjangoModelFactory):
    """Somebody of the counter, unless other `rollen` are given."""

    class Meta:
        model = Medewerker

    gebruikersnaam = factory.Sequence(lambda n: f"medewerker{n}")
    naam = factory.Sequence(lambda n: f"Medewerker {n}")
    rollen = factory.LazyFunction(lambda: ["loket"])
    password = "!"

    class Params:
        consulent = factory.Trait(rollen=["consulent"])
        teamleider = factory.Trait(rollen=["teamleider"])
        jurist = factory.Trait(rollen=["jurist"])
        beleid = factory.Trait(rollen=["beleid"])
        beheer = factory.Trait(rollen=["beheer"])


class TeamFactory(DjangoModelFactory):
    """A team without people: `team.leden.add(medewerker)`."""

    class Meta:
        model = Team

    code = factory.Sequence(lambda n: f"team{n}")
    naam = factory.Sequence(lambda n: f"Team {n}")


def member(team: Team, **traits: Any) -> Medewerker:
    """A new colleague in a team."""
    made: Medewerker = MedewerkerFactory(**traits)
    team.leden.add(made)
    return made
