"""Whoever clicks never comes upon a closed door: every link of every role opens."""

import pytest
from django.db import transaction
from django.test import Client

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rollen import ROLLEN
from tests.rondgang import walk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rol", ROLLEN)
def test_every_link_that_a_role_sees_opens(rol, stad):
    client = Client(raise_request_exception=False)
    client.force_login(
        Medewerker.objects.get(gebruikersnaam=rol),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    with transaction.atomic():
        visits = list(walk(client))
        transaction.set_rollback(True)

    assert [visit for visit in visits if visit.status >= 400] == []
    assert len({visit.soort for visit in visits}) > 5
