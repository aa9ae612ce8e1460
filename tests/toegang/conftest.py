import pytest

from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import VindplaatsMedewerkerFactory


@pytest.fixture
def loket(db):
    return MedewerkerFactory(rollen=["loket"])


@pytest.fixture
def consulent(db):
    return MedewerkerFactory(rollen=["consulent"])


@pytest.fixture
def beleid(db):
    return MedewerkerFactory(rollen=["beleid"])


@pytest.fixture
def poh(db):
    """A POH jeugd, who sees only what they registered at the practice."""
    return VindplaatsMedewerkerFactory(vindplaats_id="poh-jeugd").medewerker
