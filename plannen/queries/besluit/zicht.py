"""Who may see which besluiten and bezwaren (contract.md, Who may what: besluit, bezwaar)."""

import datetime as dt
import uuid
from functools import partial

from django.db.models import Q, QuerySet

from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker, Teamlid
from hengelo_sociaal.medewerkers.queries import own_or_involved
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht, toets
from plannen.models import Besluit, BesluitQuerySet, Bezwaar
from plannen.rechten import BESLUIT_LEZEN, BESLUIT_OPSTELLEN
from toegang.models import Melding
from toegang.queries.zicht import visible_meldingen


def visible_besluiten(
    by: Medewerker,
    *,
    op: dt.date,
    recht: Recht = BESLUIT_LEZEN,
    huishouden_id: uuid.UUID | None = None,
) -> BesluitQuerySet:
    """The besluiten that somebody may see, or do with what `recht` says.

    Own are: drafted by them or their team, decided by them, on a melding of their team,
    and of households that they are involved with. With `huishouden_id` those of that household.
    Refused with GeenRecht (403) without the right.
    """
    rows = Besluit.objects.all()
    if toets(by, recht, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return rows if huishouden_id is None else rows.filter(huishouden=huishouden_id)
    own = partial(_own, by)
    return own_or_involved(rows, own, by, op=op, huishouden_id=huishouden_id)


def _own(by: Medewerker) -> Q:
    teams = by.teams.values("pk")
    own_team = Teamlid.objects.filter(team__in=teams).values("medewerker")
    return (
        Q(opgesteld_door=by)
        | Q(genomen_door=by)
        | Q(opgesteld_door__een_van=own_team)
        | Q(melding__team__een_van=teams)
    )


def visible_bezwaren(
    by: Medewerker, *, op: dt.date, huishouden_id: uuid.UUID | None = None
) -> QuerySet[Bezwaar]:
    """The objections against besluiten that somebody may see, or those of that household."""
    if toets(by, BESLUIT_LEZEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        here = Q() if huishouden_id is None else Q(besluit__huishouden=huishouden_id)
        return Bezwaar.objects.filter(here)
    visible = visible_besluiten(by, op=op, huishouden_id=huishouden_id)
    return Bezwaar.objects.filter(besluit__in=visible)


def may_draft(
    by: Medewerker, huishouden_id: uuid.UUID, *, melding: Melding | None, op: dt.date
) -> bool:
    """Whether `by` may draft a besluit here: involved, or with a melding of their own."""
    if toets(by, BESLUIT_OPSTELLEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return True
    if is_involved(by, huishouden_id, op=op):
        return True
    return melding is not None and visible_meldingen(by, op=op).filter(pk=melding.pk).exists()
