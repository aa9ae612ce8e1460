"""Who may change a household and its people: the one answer, whatever way they come in.

The counter changes every household, because who stands there says what is wrong. A colleague
who reads whole dossiers changes those that they are involved with, themselves or for who is
away; who looks into another one with a purpose reads it and no more (contract.md, Who may what).
"""

import datetime as dt
import uuid

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.queries import involved_households
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht, toets
from toegang.exceptions import NietBetrokken
from toegang.models import Huishouden, Inwoner, Lidmaatschap
from toegang.rechten import HUISHOUDEN_WIJZIGEN


def may_change(
    by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date, recht: Recht = HUISHOUDEN_WIJZIGEN
) -> bool:
    """Whether somebody may change this household on a day."""
    reach = recht.van(by) or 0
    if reach < Bereik.EIGEN:
        return False
    return reach == Bereik.ALLES or is_involved(by, huishouden_id, op=op)


def require_may_change(
    by: Medewerker, huishouden_id: uuid.UUID, *, op: dt.date, recht: Recht = HUISHOUDEN_WIJZIGEN
) -> None:
    """Refuse with NietBetrokken (403) who only reads this household.

    With GeenRecht (403) for a role that changes none, NietGevonden (404) when there is no
    such household.
    """
    toets(by, recht, minstens=Bereik.EIGEN)
    if may_change(by, huishouden_id, op=op, recht=recht):
        return
    if not Huishouden.objects.filter(pk=huishouden_id).exists():
        raise NietGevonden()
    raise NietBetrokken()


def require_may_change_resident(by: Medewerker, inwoner_id: uuid.UUID, *, op: dt.date) -> None:
    """The same for what is known of one resident: of a household that they belong to that day."""
    if toets(by, HUISHOUDEN_WIJZIGEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return
    homes = Lidmaatschap.objects.op(op).filter(inwoner=inwoner_id)
    if homes.filter(huishouden__in=involved_households(by, op=op)).exists():
        return
    if not Inwoner.objects.filter(pk=inwoner_id).exists():
        raise NietGevonden()
    raise NietBetrokken()
