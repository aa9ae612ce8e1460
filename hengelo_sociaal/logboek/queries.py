"""Reading the log: who looked, at whom, when and why."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from hengelo_sociaal.kern.tijd import begin_van
from hengelo_sociaal.logboek.models import Toegangsregel, Wijzigingsregel
from hengelo_sociaal.logboek.zoekers import known_as
from hengelo_sociaal.medewerkers.models import Medewerker

MEESTE_IN_OVERZICHT = 5000


@dataclass(frozen=True)
class Inzage:
    """One line of the resident's overview: somebody looked or changed something."""

    op: dt.datetime
    wie: str
    functie: str
    wat: str
    soort: str
    reden: str


def access_lines(
    *,
    medewerker_id: uuid.UUID | None = None,
    inwoner_id: uuid.UUID | None = None,
    handeling: str = "",
    van: dt.date | None = None,
    tot: dt.date | None = None,
) -> QuerySet[Toegangsregel]:
    """Looks into personal records; `van` and `tot` are days in Amsterdam, both included."""
    lines = Toegangsregel.objects.all()
    if medewerker_id:
        lines = lines.filter(medewerker_id=medewerker_id)
    if inwoner_id:
        lines = lines.filter(inwoners__overlap=known_as(inwoner_id))
    if handeling:
        lines = lines.filter(handeling=handeling)
    if van:
        lines = lines.filter(op__gte=begin_van(van))
    if tot:
        lines = lines.filter(op__lt=begin_van(tot + dt.timedelta(days=1)))
    return lines


def people_by_id(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Medewerker]:
    """The people behind the lines; the log itself points at nobody."""
    return Medewerker.objects.in_bulk(set(ids))


def overview_of(inwoner_id: uuid.UUID) -> list[Inzage]:
    """Who looked into a resident's dossier and who changed it, the latest first (AVG art. 15).

    At most 5000 lines of either kind.
    """
    looks = list(access_lines(inwoner_id=inwoner_id).order_by("-id")[:MEESTE_IN_OVERZICHT])
    of_person = Wijzigingsregel.objects.filter(inwoners__overlap=known_as(inwoner_id))
    changes = list(of_person.order_by("-id")[:MEESTE_IN_OVERZICHT])
    people = people_by_id(
        [look.medewerker_id for look in looks] + [change.medewerker_id for change in changes]
    )
    lines = [_inzage(line, people, line.get_handeling_display(), line.doel) for line in looks] + [
        _inzage(line, people, line.handeling, line.reden) for line in changes
    ]
    return sorted(lines, key=lambda line: line.op, reverse=True)


def _inzage(
    line: Toegangsregel | Wijzigingsregel,
    people: dict[uuid.UUID, Medewerker],
    wat: str,
    reden: str,
) -> Inzage:
    person = people.get(line.medewerker_id)
    return Inzage(
        op=line.op,
        wie=person.naam if person else "iemand die hier niet meer werkt",
        functie=(person.functie or person.rolnamen) if person else "",
        wat=wat,
        soort=line.soort,
        reden=reden,
    )
