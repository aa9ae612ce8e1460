"""A consulent who is involved, and a plan to work in."""

import pytest

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Plan
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.plannen import PlanFactory


@pytest.fixture
def consulent(db: None) -> Medewerker:
    return MedewerkerFactory(consulent=True)


@pytest.fixture
def plan(consulent: Medewerker) -> Plan:
    """A concept in which `consulent` is involved."""
    return PlanFactory(betrokken=consulent)
