"""Who follows a signal up may look into the dossier of the household, as long as they do."""

import datetime as dt

from django.db.models import QuerySet

from hengelo_sociaal.medewerkers.domain import end_involvement, involve
from hengelo_sociaal.medewerkers.models import Grond
from toegang.domain.gemeen import lock_all
from toegang.enums import SignaalzaakStatus
from toegang.models import Huishouden, Signaalzaak


def lock_homes(zaken: QuerySet[Signaalzaak], *beside: Huishouden | None) -> None:
    """Lock the household of a case before the case itself, and with it where it may go."""
    homes = {pk for pk in zaken.values_list("huishouden_id", flat=True) if pk is not None}
    lock_all(Huishouden.objects.all(), homes | {one.pk for one in beside if one is not None})


def involve_follower(zaak: Signaalzaak, *, op: dt.date) -> None:
    """From `op` who follows it up is involved with the household, when both are known.

    Called while that household is locked.
    """
    if zaak.huishouden_id is None or zaak.consulent is None:
        return
    involve(medewerker=zaak.consulent, huishouden_id=zaak.huishouden_id, grond=Grond.SIGNAAL, op=op)


def release_follower(zaak: Signaalzaak, *, op: dt.date) -> None:
    """End that after `op`, unless another open case of the household is theirs.

    Called while the case still names who it was and which household, and that is locked.
    """
    if zaak.huishouden_id is None or zaak.consulent is None:
        return
    others = Signaalzaak.objects.filter(huishouden=zaak.huishouden_id, consulent=zaak.consulent)
    if not others.exclude(pk=zaak.pk).exclude(status=SignaalzaakStatus.AFGESLOTEN).exists():
        end_involvement(
            medewerker=zaak.consulent,
            huishouden_id=zaak.huishouden_id,
            grond=Grond.SIGNAAL,
            op=op,
        )
