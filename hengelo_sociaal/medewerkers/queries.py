"""Whose work somebody may do on a day: their own, and that of the colleague they stand in for."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from hengelo_sociaal.kern.eenmaal import een_keer, gedeeld
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker, Team, Verlof

Rijen = TypeVar("Rijen", bound=QuerySet[Any])


def absent_colleagues(by: Medewerker, *, op: dt.date) -> QuerySet[Verlof, uuid.UUID]:
    """Ids of the colleagues on leave whom somebody stands in for on a day."""
    found = Verlof.objects.filter(vervanger=by, van__lte=op, tot__gte=op)
    return found.values_list("medewerker_id", flat=True)


def stands_in_for(by: Medewerker, *, op: dt.date) -> list[Medewerker]:
    """The colleagues themselves, by name."""
    return list(Medewerker.objects.filter(pk__in=absent_colleagues(by, op=op)).order_by("naam"))


@gedeeld
def whose_work(by: Medewerker, *, op: dt.date) -> tuple[uuid.UUID, ...]:
    """Somebody and the colleagues they stand in for, as ids; one query."""
    return (by.pk, *absent_colleagues(by, op=op))


def of_me_or_whom_i_replace(by: Medewerker, *, op: dt.date, veld: str = "medewerker") -> Q:
    """What belongs to somebody, or to a colleague they stand in for, through the field `veld`.

    By the keys themselves: of a query PostgreSQL cannot tell how many people come out of it,
    and reads a whole table of work when it expects a team instead of one or two.
    """
    return Q(**{f"{veld}__in": whose_work(by, op=op)})


def running_involvements(by: Medewerker, *, op: dt.date) -> QuerySet[Betrokkenheid]:
    """The involvements that open dossiers for somebody on a day, as a substitute too."""
    return _running(op).filter(of_me_or_whom_i_replace(by, op=op))


def _running(op: dt.date) -> QuerySet[Betrokkenheid]:
    return Betrokkenheid.objects.filter(Q(tot__isnull=True) | Q(tot__gte=op), van__lte=op)


def team_of_law(wet: str) -> Team | None:
    """The team that takes up the meldingen of a law; None where beheer chose none."""
    return Team.objects.filter(wetten__wet=wet).first()


def involved_households(by: Medewerker, *, op: dt.date) -> QuerySet[Betrokkenheid, uuid.UUID]:
    """The households that somebody, or whom they stand in for, is involved with on a day."""
    return running_involvements(by, op=op).values_list("huishouden_id", flat=True)


def own_or_involved(
    rows: Rijen,
    own: Callable[[], Q] | None,
    by: Medewerker,
    *,
    op: dt.date,
    huishouden_id: uuid.UUID | None = None,
) -> Rijen:
    """Of `rows`, which have a household, those of households that somebody is involved with.

    And what else is their `own`. With `huishouden_id` those of that household: that somebody is
    involved with it is then asked by itself, once for a page, and makes all of them visible. So
    a dossier costs what it holds, not what somebody works at beside it.
    """
    if huishouden_id is None:
        with een_keer():  # whose work it is, is asked for both
            involved = Q(huishouden__een_van=involved_households(by, op=op))
            return rows.filter(own() | involved if own else involved)
    here = rows.filter(huishouden=huishouden_id)
    if involvements_at(by, huishouden_id, op=op):
        return here
    return here.filter(own()) if own else here.none()


@gedeeld
def involvements_at(
    by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date
) -> tuple[Betrokkenheid, ...]:
    """Those that open one household, the oldest first, with whose they are; one query."""
    whose = Q(medewerker=by) | Q(medewerker__in=absent_colleagues(by, op=op))
    running = _running(op).filter(whose, huishouden_id=huishouden_id)
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
