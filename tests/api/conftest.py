import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.factories.api import bearer
from tests.factories.medewerkers import MedewerkerFactory
from tests.standaarden import standaard

ROOT = Path(__file__).resolve().parents[2]


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


@pytest.fixture(scope="session")
def spectral():
    """The command of the linter of the NL API Design Rules, installed once into `.tools`.

    It takes the ruleset of Logius, which is not ours to ship, and the npm registry the
    first time; without one of them the test is skipped and says so.
    """
    standaard("adr/nlgov-adr-ruleset.yaml")
    home = ROOT / ".tools/spectral"
    command = home / "node_modules/.bin/spectral"
    if not command.exists():
        shutil.copytree(ROOT / "tests/api/spectral", home, dirs_exist_ok=True)
        install = [sys.executable, "-m", "hengelo_sociaal.dienst.npm", "ci", "--ignore-scripts"]
        done = subprocess.run(
            [*install, "--prefix", str(home)], cwd=ROOT, capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("the linter could not be installed: " + done.stderr.decode()[-300:])
    return [str(command)]
