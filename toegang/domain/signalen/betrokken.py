"""Who follows a signal up may look into the dossier of the household, as long as they do."""

import datetime as dt

from hengelo_sociaal.medewerkers.domain import end_involvement, involve
from hengelo_sociaal.medewerkers.models import Grond
from toegang.domain.gemeen import lock
from toegang.enums import SignaalzaakStatus
from toegang.models import Huishouden, Signaalzaak


def involve_follower(zaak: Signaalzaak, *, op: dt.date) -> None:
    """From `op` who follows it up is involved with the household, when both are known."""
    if zaak.huishouden_id is None or zaak.consulent is None:
        return
    lock(Huishouden.objects.all(), zaak.huishouden_id)  # a resident who was linked just now
    involve(medewerker=zaak.consulent, huishouden_id=zaak.huishouden_id, grond=Grond.SIGNAAL, op=op)


def release_follower(zaak: Signaalzaak, *, op: dt.date) -> None:
    """End that after `op`, unless another open case of the household is theirs.

    Called while the case still names who it was, and which household.
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
