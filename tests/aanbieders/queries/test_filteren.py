"""The filters of the list of toewijzingen: what each word means on a day."""

import datetime as dt

import pytest

from aanbieders.models import Toewijzing
from aanbieders.queries.filteren import filter_toewijzingen
from tests.factories.aanbieders import ToewijzingFactory

pytestmark = pytest.mark.django_db
OP = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("status", "seen"),
    [
        ("", {"loopt", "kijken", "over", "gestopt", "nooit"}),
        ("actief", {"loopt", "kijken"}),
        ("herzien", {"kijken"}),
        ("afgelopen", {"over"}),
        ("beeindigd", {"gestopt"}),
        ("vervallen", {"nooit"}),
    ],
)
def test_a_status_is_that_of_the_day(status, seen):
    due = dt.date(2026, 2, 1)
    ToewijzingFactory(nummer="loopt")
    ToewijzingFactory(nummer="kijken", herziening_op=due, tot=OP)
    ToewijzingFactory(nummer="over", herziening_op=due, tot=OP - dt.timedelta(days=1))
    ToewijzingFactory(nummer="gestopt", beeindigd=True)
    ToewijzingFactory(nummer="nooit", vervallen=True)

    found = filter_toewijzingen(Toewijzing.objects.all(), {"status": status}, op=OP)

    assert {one.nummer for one in found} == seen
