"""Who belongs to a household, for pages that show it."""

import datetime as dt
import uuid

from toegang.models import Lidmaatschap


def members_of(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Lidmaatschap]:
    """Who belongs to the household on a day, those who live there first; one query."""
    found = Lidmaatschap.objects.op(op).filter(huishouden=huishouden_id).select_related("inwoner")
    return sorted(found, key=lambda member: (member.band != "thuis", member.pk))
