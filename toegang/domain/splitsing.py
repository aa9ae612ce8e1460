"""The record of splitting a household, and making it one again."""

import datetime as dt
import uuid

from django.db.models import F

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.grootboek import Grootboek, IntussenVeranderd
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Betrokkenheid, Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from toegang.domain.gemeen import lock, lock_all
from toegang.domain.wijzigen import require_may_change
from toegang.exceptions import AlTeruggedraaid
from toegang.models import Huishouden, Huishoudsplitsing, Lidmaatschap
from toegang.rechten import HUISHOUDEN_WIJZIGEN


def record_split(
    book: Grootboek,
    oud_id: uuid.UUID,
    made: Huishouden,
    *,
    aantal: int,
    by: Medewerker,
    at: dt.datetime,
) -> Huishoudsplitsing:
    """Keep what was split with its ledger, inside the caller's transaction."""
    for involved in Betrokkenheid.objects.filter(huishouden_id=made.pk):
        book.gemaakt(involved)
    return Huishoudsplitsing.objects.create(
        oud_id=oud_id,
        nieuw_id=made.pk,
        aantal=aantal,
        grootboek=book.regels,
        door=by,
        op=at,
    )


def undo_split(
    *, by: Medewerker, splitsing_id: uuid.UUID, reden: str, at: dt.datetime
) -> Huishoudsplitsing:
    """Let who left live where they were, and take the new household away again.

    Refused with AlTeruggedraaid (409), with IntussenVeranderd (409) when something was
    registered for the new household or somebody moved on: then merging the two keeps
    everything. NietGevonden (404), GeenRecht (403), NietBetrokken (403) for who may
    only read the household that they left.
    """
    toets(by, HUISHOUDEN_WIJZIGEN, minstens=Bereik.EIGEN)
    with operation():
        # Of two who undo the same splitting, the second sees that it was done.
        made = lock(Huishoudsplitsing.objects.all(), splitsing_id)
        require_may_change(by, made.oud_id, op=dag_van(at))
        if made.is_teruggedraaid:
            raise AlTeruggedraaid()
        lock_all(Huishouden.objects.all(), [made.oud_id, made.nieuw_id])
        _refuse_moved_on(made)
        Grootboek(made.grootboek).terug()
        Huishouden.objects.filter(pk=made.oud_id).update(revisie=F("revisie") + 1)
        made.teruggedraaid_op, made.teruggedraaid_door = at, by
        made.save(update_fields=["teruggedraaid_op", "teruggedraaid_door"])
        _log(made, by=by, reden=reden, at=at)
    return made


def _refuse_moved_on(made: Huishoudsplitsing) -> None:
    """Who left may not have left the new household since: their later home would clash."""
    left = Lidmaatschap.objects.filter(huishouden=made.nieuw_id, tot__isnull=False)
    if left.exists():
        raise IntussenVeranderd(extra={"soort": str(Lidmaatschap._meta.verbose_name_plural)})


def _log(made: Huishoudsplitsing, *, by: Medewerker, reden: str, at: dt.datetime) -> None:
    for pk in (made.oud_id, made.nieuw_id):
        log_change(
            by=by,
            handeling="splitsing teruggedraaid",
            soort="huishouden",
            object_id=pk,
            huishouden_id=pk,
            at=at,
            reden=reden.strip()[:200],
            wijziging={"splitsing": str(made.pk)},
        )
