from collections.abc import Iterator

import pytest

from tests.brp.server import SLEUTEL, Brp, brp_server


@pytest.fixture
def brp(settings) -> Iterator[Brp]:
    """A BRP that runs, and settings that point at it."""
    with brp_server() as running:
        settings.BRP_URL = running.url
        settings.BRP_SLEUTEL = SLEUTEL
        yield running
