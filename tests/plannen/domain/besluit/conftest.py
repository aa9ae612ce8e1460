"""A consulent who drafts, a teamleider who decides and a jurist, all of one team."""

from typing import Any

import pytest

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Besluit
from tests.factories.besluiten import BesluitFactory
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory


@pytest.fixture
def team(db: None) -> Any:
    return TeamFactory()


@pytest.fixture
def consulent(team: Any) -> Medewerker:
    made = MedewerkerFactory(consulent=True)
    team.leden.add(made)
    return made


@pytest.fixture
def teamleider(team: Any) -> Medewerker:
    made = MedewerkerFactory(teamleider=True)
    team.leden.add(made)
    return made


@pytest.fixture
def jurist(db: None) -> Medewerker:
    return MedewerkerFactory(jurist=True)


@pytest.fixture
def administratie(db: None) -> Medewerker:
    return MedewerkerFactory(rollen=["administratie"])


@pytest.fixture
def concept(consulent: Medewerker) -> Besluit:
    """A draft of `consulent` in which nothing is missing."""
    return BesluitFactory(opgesteld_door=consulent, met_controles=True)
