"""A small town, filled once for all tests of this folder and taken away afterwards."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.demo.vullen import fill
from toegang.demo import huishoudens

TOT = dt.date(2026, 11, 22)
MAANDEN = 3


def small_town(zaad: int = 1, maanden: int = MAANDEN, tot: dt.date = TOT) -> Stad:
    """A town with fewer households, which makes no difference for how much is asked."""
    return Stad(tot=tot, maanden=maanden, zaad=zaad, stil=True)


@pytest.fixture(scope="package")
def stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """The town, in a transaction that is undone; no test may change it."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(huishoudens, "AANTAL", 1_500)
        with transaction.atomic():
            town = small_town()
            fill(town)
            yield town
            transaction.set_rollback(True)
