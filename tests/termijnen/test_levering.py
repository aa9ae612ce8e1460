"""What a new installation finds in its tables."""

from datetime import date

import pytest

from hengelo_sociaal.termijnen.models import Termijnregel
from hengelo_sociaal.termijnen.queries import kalender
from hengelo_sociaal.termijnen.rekenen.bestand import geleverde_kalender, geleverde_regels

pytestmark = pytest.mark.django_db


def test_the_delivered_rules_are_in_the_database_as_they_are_in_the_file() -> None:
    rijen = {(rij.code, rij.variant): rij.to_regel() for rij in Termijnregel.objects.all()}

    assert rijen == geleverde_regels()


def test_the_delivered_decree_days_are_in_the_database() -> None:
    gelezen = kalender()

    assert gelezen == geleverde_kalender()
    assert date(2026, 5, 15) in gelezen.gelijkgesteld
    assert 2022 not in gelezen.gedekte_jaren


def test_every_delivered_rule_passes_the_checks_of_the_admin_screen() -> None:
    for rij in Termijnregel.objects.all():
        rij.full_clean()
