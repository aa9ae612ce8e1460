"""Overstap naar een andere wet: one afspraak moves, everything else stays (BP 5.1)."""

import datetime as dt
import uuid

from hengelo_sociaal.kern.beperkingen import operation
from hengelo_sociaal.kern.fouten import OngeldigeInvoer
from hengelo_sociaal.kern.tijd import dag_van
from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik, toets
from hengelo_sociaal.waarden.models import Wet
from plannen.domain.gemeen import lock_with_part, mark_news, note, save_changed
from plannen.exceptions import ZelfdeWet
from plannen.models import Afspraak, Wetswisselingregel
from plannen.queries.wetswisseling import foresee_switch
from plannen.rechten import PLAN_SCHRIJVEN


def switch_law(
    *,
    afspraak_id: uuid.UUID,
    naar: Wet,
    per: dt.date,
    by: Medewerker,
    at: dt.datetime,
    reden: str = "",
) -> Wetswisselingregel:
    """Move an afspraak to another law from `per`, at the latest today.

    Goal, progress and history stay as they are; what was told beforehand is kept. Refused
    with ZelfdeWet, and OngeldigeInvoer for a day that is still to come.
    """
    op = dag_van(at)
    toets(by, PLAN_SCHRIJVEN, minstens=Bereik.EIGEN)
    if per > op:
        raise OngeldigeInvoer(velden={"per": "Kies vandaag of een dag die al geweest is."})
    with operation():
        plan, afspraak = lock_with_part(Afspraak, afspraak_id, plan="doel__plan_id", by=by, op=op)
        if afspraak.wet_id == naar.pk:
            raise ZelfdeWet(velden={"wet": ZelfdeWet.melding})
        made = Wetswisselingregel.objects.create(
            afspraak=afspraak,
            van_wet=afspraak.wet,
            naar_wet=naar,
            per=per,
            reden=reden.strip(),
            gevolgen=foresee_switch(afspraak=afspraak, naar=naar, per=per),
            door=by,
            op=at,
        )
        before, afspraak.wet = afspraak.wet_id, naar
        save_changed(afspraak, by=by, at=at)
        mark_news(plan)
        note(
            plan,
            "overstap naar andere wet",
            afspraak,
            by=by,
            at=at,
            reden=reden,
            wijziging={"wet": [before, naar.pk], "per": per.isoformat()},
        )
    return made
