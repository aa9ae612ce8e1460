import pytest
from django.test import Client

from tests.factories.api import bearer


@pytest.fixture
def api():
    """A client with a token of its own for somebody."""

    def make(medewerker) -> Client:
        return Client(headers=bearer(medewerker), raise_request_exception=False)

    return make


@pytest.fixture
def als_loket(api, loket):
    return api(loket)


@pytest.fixture
def als_consulent(api, consulent):
    return api(consulent)


@pytest.fixture
def als_poh(api, poh):
    return api(poh)
