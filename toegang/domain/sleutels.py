"""Changing the key of the BSN: everything stored with an older one is encrypted anew."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.geheim import newest_key
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import BEHEREN, toets
from toegang.models import Inwoner

BATCH = 500


def with_older_key() -> QuerySet[Inwoner]:
    """Residents whose BSN is not encrypted with the newest key; its number is the first byte."""
    number = RawSQL("get_byte(bsn_versleuteld, 0)", ())
    encrypted = Inwoner.objects.filter(bsn_versleuteld__isnull=False)
    return encrypted.alias(sleutel=number).exclude(sleutel=newest_key())


def encrypt_anew(*, by: Medewerker, at: dt.datetime, batch: int = BATCH) -> Iterator[int]:
    """Encrypt every BSN with the newest key, and yield how many each batch took.

    A batch is a transaction with one line in the log, so whoever stops halfway goes on
    where it was left; meanwhile both keys read. Who sees a dossier notices nothing.
    Refused with GeenRecht (403).
    """
    toets(by, BEHEREN)
    while done := _one_batch(by=by, at=at, batch=batch):
        yield done


def move_bsn(van: Inwoner, naar: Inwoner) -> None:
    """Give the BSN of one resident to another, under the newest key.

    The number may be there once, so it leaves the one before it comes to the other. The
    caller locked both and owns the transaction.
    """
    bsn = van.bsn
    van.set_bsn(None)
    van.save(update_fields=["bsn_versleuteld", "bsn_zoek"])
    naar.set_bsn(bsn)
    naar.save(update_fields=["bsn_versleuteld", "bsn_zoek"])


def _one_batch(*, by: Medewerker, at: dt.datetime, batch: int) -> int:
    with operation():
        # A colleague who corrects a resident meanwhile waits, or is waited for.
        rows = with_older_key().select_for_update(of=("self",), no_key=True)
        residents = list(rows.order_by("pk")[:batch])
        for resident in residents:
            resident.set_bsn(resident.bsn)
        Inwoner.objects.bulk_update(residents, ["bsn_versleuteld"])
        if residents:
            log_change(
                by=by,
                handeling="bsn opnieuw versleuteld",
                soort="inwoner",
                object_id=residents[0].pk,
                at=at,
                wijziging={"aantal": len(residents), "sleutel": newest_key()},
            )
    return len(residents)
