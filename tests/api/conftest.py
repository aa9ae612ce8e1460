import pytest
from django.test import Client

from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory


@pytest.fixture
def voorbeeld_api(settings):
    """The endpoints of tests/api/voorbeeld.py, over teams."""
    settings.ROOT_URLCONF = "tests.api.voorbeeld"


@pytest.fixture
def beheerder(db):
    return MedewerkerFactory(rollen=["beheer"])


@pytest.fixture
def client_van():
    """A client with a token of its own for somebody."""

    def make(medewerker) -> Client:
        return Client(headers=bearer(medewerker), raise_request_exception=False)

    return make


@pytest.fixture
def beheer_client(beheerder, client_van):
    return client_van(beheerder)
