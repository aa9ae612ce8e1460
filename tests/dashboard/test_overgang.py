"""What an older version published is counted again by itself after an upgrade."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps

from dashboard.domain.herbereken import recount_marked
from dashboard.models import Meting, Publicatie, VuileBucket
from tests.factories.dashboard import NU
from tests.factories.toegang import ContactFactory

pytestmark = pytest.mark.django_db


def test_a_quiet_past_year_is_published_anew_after_the_upgrade():
    for year in (2024, 2026):
        for _ in range(12):
            ContactFactory(hulpvragen=["open"], plaatsgevonden_op=NU.replace(year=year))
    recount_marked(at=NU)
    past = Meting.objects.filter(indicator="hulpvragen", begin__year=2024)
    before = set(past.values_list("per", "begin", "dimensie", "teller"))
    past.delete()

    import_module("dashboard.migrations.0011_kubus_als_rijen").forget_publications(apps, None)

    assert not Publicatie.objects.exists()
    assert ("hulpvragen", dt.date(2024, 1, 1)) in VuileBucket.objects.values_list("bron", "dag")
    recount_marked(at=NU)
    assert set(past.values_list("per", "begin", "dimensie", "teller")) == before
