"""Questions of the household that have no goal yet: a new question lands in the one plan."""

import datetime as dt

from django.db.models import QuerySet

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rechten import Bereik
from plannen.models import Plan
from toegang.enums import ContactStatus
from toegang.models import Hulpvraag
from toegang.rechten import CONTACT_LEZEN

ERVOOR = dt.timedelta(days=180)
OPEN = ("melding", "open")


def questions_without_goal(plan: Plan, *, by: Medewerker) -> QuerySet[Hulpvraag]:
    """Open questions and meldingen of the household, from half a year before the plan.

    Nothing for who may not read all contacts.
    """
    if (CONTACT_LEZEN.van(by) or 0) < Bereik.ALLES:
        return Hulpvraag.objects.none()
    return (
        Hulpvraag.objects.filter(
            contact__huishouden_id=plan.huishouden_id,
            contact__status=ContactStatus.GEREGISTREERD,
            contact__dag__gte=plan.begonnen_op - ERVOOR,
            uitkomst__in=OPEN,
            doelen__isnull=True,
        )
        .select_related("contact__inwoner", "soort", "leefgebied")
        .order_by("-contact__dag", "volgorde")
    )
