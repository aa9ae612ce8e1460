"""Who belongs to a household, for pages that show it."""

import datetime as dt
import uuid
from collections.abc import Sequence

from toegang.enums import Band, Rol
from toegang.models import Lidmaatschap


def members_of(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Lidmaatschap]:
    """Who belongs to the household on a day, those who live there first; one query."""
    found = Lidmaatschap.objects.op(op).filter(huishouden=huishouden_id).select_related("inwoner")
    return sorted(found, key=lambda member: (member.band != "thuis", member.pk))


def former_members_of(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Lidmaatschap]:
    """Who belonged to the household before, the last to leave first; one query."""
    gone = Lidmaatschap.objects.filter(huishouden=huishouden_id, tot__lt=op)
    return list(gone.select_related("inwoner").order_by("-tot", "-pk"))


def family_name(members: Sequence[Lidmaatschap]) -> str:
    """The surname by which colleagues know a household; empty when nobody lives there."""
    home = [member for member in members if member.band == Band.THUIS]
    first = next((member for member in home if member.rol == Rol.AANVRAGER), None)
    chosen = first or next(iter(home), None)
    if chosen is None:
        return ""
    person = chosen.inwoner
    return f"{person.tussenvoegsel} {person.geslachtsnaam}".strip()
