"""Taking in a file of a creditor on screen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.medewerkers import MedewerkerFactory
from toegang.forms.signaal import GROOTSTE
from toegang.models import Signaal

pytestmark = pytest.mark.django_db


def test_a_file_that_is_too_large_is_refused_and_not_cut_off(client):
    client.force_login(MedewerkerFactory(rollen=["loket"]))
    rows = b"x;y\n" * (GROOTSTE // 4 + 1)

    answer = client.post(
        reverse("signalen-inlezen"), {"bestand": SimpleUploadedFile("signalen.csv", rows)}
    )

    assert answer.status_code == 422
    assert "groter dan 5 MB" in answer.content.decode()
    assert not Signaal.objects.exists()
