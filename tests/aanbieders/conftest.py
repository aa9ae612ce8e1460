import pytest

from tests.factories.medewerkers import MedewerkerFactory


@pytest.fixture
def als(client, db):
    """The client of somebody with a role: `als("contracten")`, or of a medewerker."""

    def login(wie):
        medewerker = MedewerkerFactory(rollen=[wie]) if isinstance(wie, str) else wie
        client.force_login(medewerker, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return login
