"""Whose work somebody may do on a day: their own, and that of the colleague they stand in for."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet

from hengelo_sociaal.kern.eenmaal import gedeeld
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker, Team, Verlof


def absent_colleagues(by: Medewerker, *, op: dt.date) -> QuerySet[Verlof, uuid.UUID]:
    """Ids of the colleagues on leave whom somebody stands in for on a day."""
    found = Verlof.objects.filter(vervanger=by, van__lte=op, tot__gte=op)
    return found.values_list("medewerker_id", flat=True)


def stands_in_for(by: Medewerker, *, op: dt.date) -> list[Medewerker]:
    """The colleagues themselves, by name."""
    return list(Medewerker.objects.filter(pk__in=absent_colleagues(by, op=op)).order_by("naam"))


def of_me_or_whom_i_replace(by: Medewerker, *, op: dt.date, veld: str = "medewerker") -> Q:
    """What belongs to somebody, or to a colleague they stand in for, through the field `veld`.

    As one list of people, so that an index of `veld` answers it; of two conditions with OR
    PostgreSQL makes none.
    """
    whose = Medewerker.objects.filter(Q(pk=by.pk) | Q(pk__in=absent_colleagues(by, op=op)))
    return Q(**{f"{veld}__een_van": whose})


def running_involvements(by: Medewerker, *, op: dt.date) -> QuerySet[Betrokkenheid]:
    """The involvements that open dossiers for somebody on a day, as a substitute too."""
    return Betrokkenheid.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=op), of_me_or_whom_i_replace(by, op=op), van__lte=op
    )


@gedeeld
def involvements_at(
    by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date
) -> tuple[Betrokkenheid, ...]:
    """Those that open one household, the oldest first, with whose they are; one query."""
    running = running_involvements(by, op=op).filter(huishouden_id=huishouden_id)
    return tuple(running.select_related("medewerker").order_by("pk"))


def replaced_at(by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> Medewerker | None:
    """For whom somebody stands in at a household; None when they are involved themselves."""
    found = involvements_at(by, huishouden_id, op=op)
    if not found or any(one.medewerker_id == by.pk for one in found):
        return None
    return found[0].medewerker


def absences(medewerkers: QuerySet[Medewerker], *, op: dt.date) -> dict[uuid.UUID, Verlof]:
    """Who of these is on leave on a day, with their substitute."""
    found = Verlof.objects.filter(medewerker__in=medewerkers, van__lte=op, tot__gte=op)
    return {verlof.medewerker_id: verlof for verlof in found.select_related("vervanger")}


def colleagues_of(teams: QuerySet[Team]) -> QuerySet[Medewerker]:
    """The people in these teams who may log in, by name."""
    return Medewerker.objects.filter(teams__in=teams, is_active=True).distinct().order_by("naam")
