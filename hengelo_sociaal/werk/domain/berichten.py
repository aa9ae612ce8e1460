"""Telling a colleague something, and reading it."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.werk.enums import Berichtsoort
from hengelo_sociaal.werk.models import Bericht, Berichtinstelling


def notify(
    *,
    voor: Medewerker | None,
    soort: Berichtsoort,
    titel: str,
    adres: str,
    at: dt.datetime,
    by: Medewerker | None = None,
    notitie: str = "",
    sleutel: str | None = None,
) -> None:
    """Leave a message for a colleague, inside the caller's transaction.

    Nobody is told what they did themselves (`by`). With a `sleutel` the same news is told
    once. `titel` names no resident; `notitie` is what a colleague wrote along.
    """
    if voor is None or (by is not None and by.pk == voor.pk) or not voor.is_active:
        return
    made = Bericht(
        voor=voor,
        soort=soort,
        titel=titel[:200],
        notitie=notitie[:500],
        adres=adres,
        sleutel=sleutel,
        gemaakt_op=at,
    )
    Bericht.objects.bulk_create([made], ignore_conflicts=sleutel is not None)


def read_message(*, by: Medewerker, bericht_id: uuid.UUID, at: dt.datetime) -> Bericht:
    """Mark one own message as read; NietGevonden (404) for a message of somebody else."""
    with operation():
        found = Bericht.objects.filter(pk=bericht_id, voor=by).first()
        if found is None:
            raise NietGevonden()
        if found.gelezen_op is None:
            found.gelezen_op = at
            found.save(update_fields=["gelezen_op"])
    return found


def unread_message(*, by: Medewerker, bericht_id: uuid.UUID) -> None:
    """Mark one own message as not read, to come back to it. NietGevonden (404)."""
    with operation():
        if not Bericht.objects.filter(pk=bericht_id, voor=by).update(gelezen_op=None):
            raise NietGevonden()


def read_all(*, by: Medewerker, at: dt.datetime) -> int:
    """Mark all own messages as read; how many there were."""
    with operation():
        return Bericht.objects.filter(voor=by, gelezen_op__isnull=True).update(gelezen_op=at)


def choose_mail(*, by: Medewerker, mail: bool, uur: int) -> Berichtinstelling:
    """Choose whether and at which hour a mail comes about unread messages."""
    with operation():
        made, _ = Berichtinstelling.objects.update_or_create(
            medewerker=by, defaults={"mail": mail, "uur": uur}
        )
    return made


def forget_old(*, before: dt.datetime) -> int:
    """Throw away messages made before a moment; they only pointed at what is kept elsewhere."""
    with operation():
        gone, _ = Bericht.objects.filter(gemaakt_op__lt=before).delete()
    return gone
