import datetime as dt

import pytest

from hengelo_sociaal.kern.tijd import AMSTERDAM
from hengelo_sociaal.medewerkers.models import Medewerker
from tests.factories.medewerkers import MedewerkerFactory


@pytest.fixture
def consulent(db) -> Medewerker:
    return MedewerkerFactory(consulent=True)


@pytest.fixture
def later() -> dt.datetime:
    """A moment after everything that happens in these tests."""
    return dt.datetime(2027, 1, 15, 9, 0, tzinfo=AMSTERDAM)
