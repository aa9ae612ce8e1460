"""People who work with the system: `MedewerkerFactory(rollen=["loket"])`."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from hengelo_sociaal.medewerkers.demo import TEAM_VAN_WET
from hengelo_sociaal.medewerkers.models import Medewerker, Team, Teamwet


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
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"team{n}")
    naam = factory.Sequence(lambda n: f"Team {n}")

    @factory.post_generation
    def wetten(self: Any, create: bool, codes: list[str] | None, **_: Any) -> None:
        """The laws whose meldingen it takes up: those of the demo's team of that code."""
        chosen = codes or [wet for wet, code in TEAM_VAN_WET.items() if code == self.code]
        for wet in chosen if create else []:
            Teamwet.objects.create(team=self, wet_id=wet)


def member(team: Team, **traits: Any) -> Medewerker:
    """A new colleague in a team."""
    made: Medewerker = MedewerkerFactory(**traits)
    team.leden.add(made)
    return made
