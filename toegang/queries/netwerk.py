"""The people around a household, and who speaks for its members."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db.models import Q

from toegang.models import Lidmaatschap, Netwerklid, Vertegenwoordiger


def network_of(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Netwerklid]:
    """Who stands around a household on a day; one query."""
    running = Q(tot__isnull=True) | Q(tot__gte=op)
    found = Netwerklid.objects.filter(running, huishouden=huishouden_id, van__lte=op)
    return list(found.select_related("voor"))


def speakers_of(inwoners: Iterable[uuid.UUID], *, op: dt.date) -> list[Vertegenwoordiger]:
    """Who speaks for these residents on a day; one query."""
    running = Q(tot__isnull=True) | Q(tot__gte=op)
    found = Vertegenwoordiger.objects.filter(running, inwoner__in=list(inwoners), van__lte=op)
    return list(found.select_related("inwoner"))


def speakers_of_household(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Vertegenwoordiger]:
    """Who speaks for somebody of a household on a day; one query."""
    members = Lidmaatschap.objects.op(op).filter(huishouden=huishouden_id)
    running = Q(tot__isnull=True) | Q(tot__gte=op)
    found = Vertegenwoordiger.objects.filter(
        running, inwoner__in=members.values("inwoner"), van__lte=op
    )
    return list(found.select_related("inwoner"))


def speakers_around(inwoner_id: uuid.UUID, *, op: dt.date) -> list[Vertegenwoordiger]:
    """Who speaks on a day for a resident or for somebody they live with; one query."""
    homes = Lidmaatschap.objects.op(op).thuis().filter(inwoner=inwoner_id)
    members = Lidmaatschap.objects.op(op).filter(huishouden__in=homes.values("huishouden"))
    running = Q(tot__isnull=True) | Q(tot__gte=op)
    found = Vertegenwoordiger.objects.filter(
        running, Q(inwoner=inwoner_id) | Q(inwoner__in=members.values("inwoner")), van__lte=op
    )
    return list(found.select_related("inwoner"))


def other_homes(
    inwoners: Iterable[uuid.UUID], *, huishouden_id: uuid.UUID, op: dt.date
) -> dict[uuid.UUID, list[Lidmaatschap]]:
    """To which other households members belong on a day, by resident; one query.

    A child of parted parents has its home in one and belongs to the other as well.
    """
    rows = Lidmaatschap.objects.op(op).filter(inwoner__in=list(inwoners))
    found: dict[uuid.UUID, list[Lidmaatschap]] = {}
    for row in rows.exclude(huishouden=huishouden_id).order_by("pk"):
        found.setdefault(row.inwoner_id, []).append(row)
    return found
