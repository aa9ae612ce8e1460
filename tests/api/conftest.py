import subprocess

import pytest
from django.test import Client

from tests.api import linter
from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory
from tests.standaarden import place_of, standaard

INSTALL = pytest.StashKey[subprocess.Popen[str]]()


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


def pytest_collection_finish(session: pytest.Session) -> None:
    """The linter is fetched beside the tests that come before those that use it."""
    used = any("spectral" in getattr(item, "fixturenames", ()) for item in session.items)
    if used and not session.config.option.collectonly and place_of(linter.RULESET).is_file():
        session.config.stash[INSTALL] = linter.begin_install()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run that was cut short ends with the linter whole, for the next one."""
    installing = session.config.stash.get(INSTALL, None)
    if installing is not None and installing.returncode is None:
        installing.communicate()


@pytest.fixture(scope="session")
def spectral(request: pytest.FixtureRequest) -> list[str]:
    """The command of the linter of the NL API Design Rules.

    It takes the ruleset of Logius, and the npm registry the first time; without one of them the
    test is skipped and says so.
    """
    standaard(linter.RULESET)
    said, _ = request.config.stash[INSTALL].communicate()
    if not linter.COMMAND.exists():
        pytest.skip("the linter could not be installed: " + said[-300:])
    return [str(linter.COMMAND)]
