"""Plans for the one search box: of who was found, or by their own number."""

import re
import uuid
from collections.abc import Iterable

from django.db.models import Prefetch, Q

from plannen.models import Deelname, Plan

_NUMMER = re.compile(r"\bPL-?(\d{4})-?(\d{5,})\b", re.IGNORECASE)
MOST = 8


def find_plans(tekst: str, inwoners: Iterable[uuid.UUID]) -> list[Plan]:
    """The plan with the number that was typed, or the active plans of these residents.

    At most eight, the newest first; two queries.
    """
    match = _NUMMER.search(tekst[:200])
    if match:
        wanted = Q(nummer=f"PL-{match[1]}-{match[2]}")
    else:
        takes_part = Deelname.objects.filter(inwoner__in=list(inwoners), tot__isnull=True)
        wanted = Q(pk__in=takes_part.values("plan"))
    people = Prefetch("deelnames", Deelname.objects.select_related("inwoner"))
    plans = Plan.objects.van_gemeente() if match else Plan.objects.actief()
    found = plans.filter(wanted)
    return list(found.prefetch_related(people).order_by("-begonnen_op", "-id")[:MOST])
