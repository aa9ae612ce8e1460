"""What was merged, and where something went that is not there any more."""

import datetime as dt
import uuid

from django.db.models import Q

from hengelo_sociaal.kern.eenmaal import gedeeld
from toegang.enums import Samenvoegsoort
from toegang.models import Huishoudsplitsing, Lidmaatschap, Samenvoeging

LAST = 10


def lately_merged() -> list[Samenvoeging]:
    """The latest merges that stand, with who did them."""
    standing = Samenvoeging.objects.filter(teruggedraaid_op__isnull=True)
    return list(standing.select_related("door").defer("grootboek")[:LAST])


def went_into(vervalt_id: uuid.UUID) -> uuid.UUID | None:
    """The record that another went into, for an old address; None when it never did."""
    into = Samenvoeging.objects.filter(vervalt_id=vervalt_id, teruggedraaid_op__isnull=True)
    return into.values_list("blijft_id", flat=True).first()


def went_in(blijft_id: uuid.UUID) -> list[uuid.UUID]:
    """The ids of everything that went into a record, also by way of another; in rounds."""
    found: list[uuid.UUID] = []
    wave = [blijft_id]
    while wave:
        merges = Samenvoeging.objects.filter(blijft_id__in=wave, teruggedraaid_op__isnull=True)
        wave = list(merges.values_list("vervalt_id", flat=True))
        found += wave
    return found


@gedeeld
def merges_into(huishouden_id: uuid.UUID) -> tuple[Samenvoeging, ...]:
    """The merges into a household that stand, the latest first; one query."""
    into = Samenvoeging.objects.filter(blijft_id=huishouden_id, teruggedraaid_op__isnull=True)
    return tuple(into.select_related("door").defer("grootboek"))


def merges_of(huishouden_id: uuid.UUID) -> list[Samenvoeging]:
    """The last few of them."""
    return list(merges_into(huishouden_id)[:LAST])


def splits_of(huishouden_id: uuid.UUID) -> list[Huishoudsplitsing]:
    """The splittings of or into a household that stand, the latest first."""
    standing = Huishoudsplitsing.objects.filter(
        Q(oud_id=huishouden_id) | Q(nieuw_id=huishouden_id), teruggedraaid_op__isnull=True
    )
    return list(standing.select_related("door").defer("grootboek")[:LAST])


def home_of(made: Samenvoeging, *, op: dt.date) -> uuid.UUID | None:
    """The household to go on with after a merge."""
    if made.soort == Samenvoegsoort.HUISHOUDEN:
        return made.blijft_id
    homes = Lidmaatschap.objects.op(op).thuis().filter(inwoner=made.blijft_id)
    return homes.values_list("huishouden_id", flat=True).first()
