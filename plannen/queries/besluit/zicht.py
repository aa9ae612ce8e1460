"""Who may see which besluiten and bezwaren (contract.md, Who may what: besluit, bezwaar)."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet

from hengelo_sociaal.medewerkers.domain import is_involved
from hengelo_sociaal.medewerkers.models import Medewerker, Teamlid
from hengelo_sociaal.medewerkers.rechten import Bereik, Recht, toets
from plannen.models import Besluit, BesluitQuerySet, Bezwaar
from plannen.queries.zicht import involved_households
from plannen.rechten import BESLUIT_LEZEN, BESLUIT_OPSTELLEN
from toegang.models import Melding
from toegang.queries.zicht import visible_meldingen


def visible_besluiten(
    by: Medewerker, *, op: dt.date, recht: Recht = BESLUIT_LEZEN
) -> BesluitQuerySet:
    """The besluiten that somebody may see, or do with what `recht` says.

    Own are: drafted by them or their team, decided by them, on a melding of their team,
    and of households that they are involved with. Refused with GeenRecht (403) without the right.
    """
    if toets(by, recht, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Besluit.objects.all()
    teams = by.teams.values("pk")
    own_team = Teamlid.objects.filter(team__in=teams).values("medewerker")
    return Besluit.objects.filter(
        Q(opgesteld_door=by)
        | Q(genomen_door=by)
        | Q(opgesteld_door__een_van=own_team)
        | Q(melding__team__een_van=teams)
        | Q(huishouden_id__een_van=involved_households(by, op=op))
    )


def visible_bezwaren(by: Medewerker, *, op: dt.date) -> QuerySet[Bezwaar]:
    """The objections against besluiten that somebody may see."""
    if toets(by, BESLUIT_LEZEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return Bezwaar.objects.all()
    return Bezwaar.objects.filter(besluit__in=visible_besluiten(by, op=op))


def may_draft(
    by: Medewerker, huishouden_id: uuid.UUID, *, melding: Melding | None, op: dt.date
) -> bool:
    """Whether `by` may draft a besluit here: involved, or with a melding of their own."""
    if toets(by, BESLUIT_OPSTELLEN, minstens=Bereik.EIGEN) == Bereik.ALLES:
        return True
    if is_involved(by, huishouden_id, op=op):
        return True
    return melding is not None and visible_meldingen(by, op=op).filter(pk=melding.pk).exists()
