"""What every operation on a besluit does: find what is theirs, lock, note."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from hengelo_sociaal.kern.fouten import NietGevonden
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.logboek.domain import log_change
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Recht
from plannen.exceptions import BesluitVast, StapPastNiet
from plannen.models import Besluit, Bezwaar
from plannen.queries.besluit.stappen import STAPPEN
from plannen.queries.besluit.zicht import visible_besluiten

ALLES = ("inwoner", "huishouden", "wet", "melding", "product", "contract__aanbieder", "reden")


def lock_besluit(
    besluit_id: uuid.UUID, *, by: Medewerker, at: dt.datetime, recht: Recht
) -> Besluit:
    """A besluit of `by` for this right, locked: of two at once the second sees the first.

    Refused with GeenRecht (403), and NietGevonden (404) for one that is not theirs.
    """
    mine = visible_besluiten(by, op=dag_van(at), recht=recht)
    if not mine.filter(pk=besluit_id).exists():
        raise NietGevonden("Dit besluit is niet gevonden of hoort niet bij uw werk.")
    locked = Besluit.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related(*ALLES, "eerder", "opgesteld_door", "genomen_door").get(
        pk=besluit_id
    )


def require_step(besluit: Besluit, step: str) -> None:
    """Move the besluit by a step of the table; refused with StapPastNiet when it does not fit."""
    begin, end = STAPPEN[step]
    if besluit.status not in begin:
        if besluit.is_bekend:
            raise BesluitVast()
        now = besluit.get_status_display()
        raise StapPastNiet(f"Het besluit is nu: {now}. Vernieuw de pagina.")
    besluit.status = end


def note_besluit(
    besluit: Besluit,
    handeling: str,
    *,
    by: Medewerker,
    at: dt.datetime,
    what: Besluit | Bezwaar | None = None,
    reden: str = "",
    wijziging: Mapping[str, Any] | None = None,
) -> None:
    """The audit line of one operation; never the words of the letter."""
    subject = what or besluit
    log_change(
        by=by,
        handeling=handeling,
        soort=str(subject._meta.model_name),
        object_id=subject.pk,
        at=at,
        huishouden_id=besluit.huishouden_id,
        inwoners=[besluit.inwoner_id],
        reden=reden[:200],
        wijziging={"nummer": subject.nummer, "soort": besluit.soort, **(wijziging or {})},
    )
