"""Who opens which dossier in the demo town."""

import pytest

from hengelo_sociaal.demo.stad import Stad
from hengelo_sociaal.medewerkers.gronden import without_reason
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond

pytestmark = pytest.mark.django_db


def test_every_open_involvement_rests_on_work_that_runs(stad: Stad) -> None:
    open_ones = Betrokkenheid.objects.filter(tot__isnull=True)
    grounds = set(open_ones.values_list("grond", flat=True))

    assert grounds >= {Grond.MELDING, Grond.PLAN, Grond.REGISSEUR}
    assert list(without_reason().values_list("grond", "huishouden_id")) == []
