"""Involvement with households, which opens dossiers without stating a purpose; and passwords."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Greatest

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.logboek.domain.schrijven import log_change
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Grond, Medewerker
from hengelo_sociaal.medewerkers.queries import involvements_at


def involve(*, medewerker: Medewerker, huishouden_id: uuid.UUID, grond: Grond, op: dt.date) -> None:
    """Note that somebody is involved from `op`; a running involvement stays as it is.

    One that ended on that same day goes on: work that is given away and back within a day
    leaves nobody without their dossier tomorrow.

    Called by operations of higher floors inside their transaction, after they locked the
    household, so that two at once cannot both start one.
    """
    running = Betrokkenheid.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=op),
        medewerker=medewerker,
        huishouden_id=huishouden_id,
        grond=grond,
    )
    if not running.filter(tot=op).update(tot=None) and not running.exists():
        Betrokkenheid.objects.create(
            medewerker=medewerker, huishouden_id=huishouden_id, grond=grond, van=op
        )


def end_involvement(
    *, medewerker: Medewerker, huishouden_id: uuid.UUID, grond: Grond, op: dt.date
) -> None:
    """End a running involvement on `op`, that day included.

    One that began after that day ends on its first: an act of an earlier day that is written
    down later leaves no dossier open.
    """
    _end(Betrokkenheid.objects.filter(medewerker=medewerker), huishouden_id, grond, op=op)


def end_involvement_of_all(*, huishouden_id: uuid.UUID, grond: Grond, op: dt.date) -> None:
    """End what everybody has on this ground with a household, because the ground itself ends."""
    _end(Betrokkenheid.objects.all(), huishouden_id, grond, op=op)


def _end(
    rows: QuerySet[Betrokkenheid], huishouden_id: uuid.UUID, grond: Grond, *, op: dt.date
) -> None:
    running = rows.filter(huishouden_id=huishouden_id, grond=grond, tot__isnull=True)
    running.update(tot=Greatest("van", Value(op)))


def change_password(*, by: Medewerker, wachtwoord: str, at: dt.datetime) -> None:
    """Change one's own password; it was checked by the form, and never gets in the log."""
    with operation():
        by.set_password(wachtwoord)
        by.save(update_fields=["password"])
        log_change(
            by=by, handeling="wachtwoord gewijzigd", soort="medewerker", object_id=by.pk, at=at
        )


def is_involved(medewerker: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date) -> bool:
    """Whether somebody, or who they stand in for, is involved with the household on a day."""
    return bool(involvements_at(medewerker, huishouden_id, op=op))
