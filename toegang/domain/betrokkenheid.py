"""Closing dossiers that stayed open after the work for which they were opened."""

import datetime as dt
import uuid

from django.db.models import Value
from django.db.models.functions import Greatest

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.gronden import without_reason
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from toegang.domain.gemeen import lock_all
from toegang.models import Huishouden


def end_without_reason(*, by: Medewerker, at: dt.datetime) -> int:
    """End the involvements that nothing they rest on keeps open any more; how many.

    The net behind the operations that end work, each of which ends its involvements itself:
    what they forget opens a dossier for a day, not for years. Each household in a transaction
    of its own, with a line in its log; twice changes nothing more.
    """
    homes = without_reason().order_by().values_list("huishouden_id", flat=True).distinct()
    return sum(_end_at(pk, by=by, at=at) for pk in list(homes))


def _end_at(home: uuid.UUID, *, by: Medewerker, at: dt.datetime) -> int:
    with operation():
        # Under the lock: work that began meanwhile is a reason again.
        lock_all(Huishouden.objects.all(), [home])
        rows = list(without_reason().filter(huishouden_id=home))
        ending = Betrokkenheid.objects.filter(pk__in=[row.pk for row in rows])
        ending.update(tot=Greatest("van", Value(dag_van(at))))
        for row in rows:
            log_change(
                by=by,
                handeling="betrokkenheid zonder werk beëindigd",
                soort="huishouden",
                object_id=home,
                huishouden_id=home,
                at=at,
                wijziging={"wie": row.medewerker_id, "grond": row.grond, "van": row.van},
            )
    return len(rows)
