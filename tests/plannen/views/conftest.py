"""What the tests of the screens of a plan begin with."""

import pytest
from django.test import Client

from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.models import Doel, Plan
from tests.factories.plannen import DoelFactory
from tests.inloggen import logged_in


@pytest.fixture
def scherm(consulent: Medewerker) -> Client:
    return logged_in(consulent)


@pytest.fixture
def doel(plan: Plan) -> Doel:
    return DoelFactory(plan=plan)
