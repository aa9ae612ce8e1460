"""Meldingen as a list of work, and who may work on one."""

import datetime as dt

from django.db.models import OuterRef, Q, QuerySet, Subquery

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.termijnen.enums import TermijnStatus
from hengelo_sociaal.termijnen.rekenen.soorten import Soort
from toegang.models import Melding, MeldingTermijn
from toegang.queries.zicht import visible_meldingen
from toegang.rechten import MELDING_SCHRIJVEN

# What a resident may hand in is nothing that we have to do.
_OURS = [soort.value for soort in Soort if soort != Soort.INWONERTERMIJN]
_RUNNING = Q(
    termijn__status__in=[TermijnStatus.LOOPT, TermijnStatus.VERLOPEN],
    termijn__gehaald_op__isnull=True,
    termijn__einddatum__isnull=False,
    termijn__regel__soort__in=_OURS,
)


def as_work_list(rows: QuerySet[Melding]) -> QuerySet[Melding]:
    """Newest first, with whose it is and `eerste_einde`: the next day something is due.

    That day is looked up per melding that is shown: joined and grouped, all meldingen there
    are would be read for one page.
    """
    of_one = MeldingTermijn.objects.filter(_RUNNING, melding=OuterRef("pk"))
    first = of_one.order_by("termijn__einddatum").values("termijn__einddatum")[:1]
    return (
        rows.select_related("wet", "inwoner", "consulent", "team", "hulpvraag__soort")
        .annotate(eerste_einde=Subquery(first))
        .order_by("-ontvangen_op", "-id")
    )


def may_work_on(by: Medewerker, melding: Melding, *, op: dt.date) -> bool:
    """Whether somebody may take a step with this melding."""
    if MELDING_SCHRIJVEN.van(by) is None:
        return False
    mine = visible_meldingen(by, op=op, recht=MELDING_SCHRIJVEN)
    return mine.filter(pk=melding.pk).exists()
