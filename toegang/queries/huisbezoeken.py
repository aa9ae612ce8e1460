"""Home visits of somebody, planned and done."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import of_me_or_whom_i_replace
from toegang.enums import HuisbezoekStatus
from toegang.models import Huisbezoek, Lidmaatschap
from toegang.queries.zicht import visible_visits

MOST = 50
LATELY = dt.timedelta(days=30)
_SHOWN = ("huishouden__buurt__wijk", "melding__wet", "melding__inwoner", "medewerker")


def visits_around(by: Medewerker, *, op: dt.date) -> tuple[list[Huisbezoek], list[Huisbezoek]]:
    """What is planned, soonest first, and what was done in the last thirty days."""
    mine = visible_visits(by, op=op).select_related(*_SHOWN)
    planned = mine.filter(status=HuisbezoekStatus.GEPLAND).order_by("gepland_op")[:MOST]
    done = mine.filter(
        status=HuisbezoekStatus.UITGEVOERD, uitgevoerd_op__date__gte=op - LATELY
    ).order_by("-uitgevoerd_op")[:MOST]
    return list(planned), list(done)


def my_visits(by: Medewerker, *, op: dt.date) -> QuerySet[Huisbezoek]:
    """What is planned for somebody, or for a colleague they stand in for, soonest first."""
    mine = Huisbezoek.objects.filter(
        of_me_or_whom_i_replace(by, op=op), status=HuisbezoekStatus.GEPLAND
    )
    return mine.select_related("huishouden", "medewerker").order_by("gepland_op", "pk")


def inhabitants_of(visits: Iterable[Huisbezoek], *, op: dt.date) -> list[uuid.UUID]:
    """Who lives at the doors of these visits, for the log."""
    homes = {visit.huishouden_id for visit in visits}
    members = Lidmaatschap.objects.op(op).filter(huishouden__in=homes)
    return list(members.values_list("inwoner_id", flat=True))
