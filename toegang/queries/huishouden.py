"""Who belongs to a household, for pages that show it."""

import datetime as dt
import uuid
from collections.abc import Sequence

from hengelo_sociaal.kern.eenmaal import gedeeld
from hengelo_sociaal.kern.tijd import begin_van
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker
from toegang.enums import Band, Rol
from toegang.models import Lidmaatschap

GEREGISTREERD = "huishouden geregistreerd"  # what the log calls it


def registered_today(by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> bool:
    """Whether somebody registered this household on this very day; only the log knows who."""
    return Wijzigingsregel.objects.filter(
        object_id=huishouden_id,
        handeling=GEREGISTREERD,
        medewerker_id=by.pk,
        op__gte=begin_van(op),
    ).exists()


@gedeeld
def ever_members_of(huishouden_id: uuid.UUID) -> tuple[Lidmaatschap, ...]:
    """Who belongs or ever belonged to the household, the first to come first; one query."""
    rows = Lidmaatschap.objects.filter(huishouden=huishouden_id).select_related("inwoner")
    return tuple(rows.order_by("van", "pk"))


def members_of(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Lidmaatschap]:
    """Who belongs to the household on a day, those who live there first; one query."""
    found = [
        member
        for member in ever_members_of(huishouden_id)
        if member.van <= op and (member.tot is None or member.tot >= op)
    ]
    return sorted(found, key=lambda member: (member.band != "thuis", member.pk))


def former_members_of(huishouden_id: uuid.UUID, *, op: dt.date) -> list[Lidmaatschap]:
    """Who belonged to the household before, the last to leave first; one query."""
    gone = [
        (member.tot, member.pk, member)
        for member in ever_members_of(huishouden_id)
        if member.tot is not None and member.tot < op
    ]
    return [member for _, _, member in sorted(gone, key=lambda one: one[:2], reverse=True)]


def family_name(members: Sequence[Lidmaatschap]) -> str:
    """The surname by which colleagues know a household; empty when nobody lives there."""
    home = [member for member in members if member.band == Band.THUIS]
    first = next((member for member in home if member.rol == Rol.AANVRAGER), None)
    chosen = first or next(iter(home), None)
    if chosen is None:
        return ""
    person = chosen.inwoner
    return f"{person.tussenvoegsel} {person.geslachtsnaam}".strip()
